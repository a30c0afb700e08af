//! What a card is drawn on: shapes and texts in pixels, with colours that cover or fade.

use timeline_app::{
    charts::display_list::Anchor,
    share::{CARD_HEIGHT_PX, CARD_WIDTH_PX},
};
use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Mask, Path, PathBuilder, Pixmap, Rect, Stroke, StrokeDash, Transform,
};

use crate::{
    face::{Faces, Font},
    fade::Ink,
};

/// A point, in pixels.
pub(crate) type At = (f32, f32);

/// A box: left, top, width, height.
pub(crate) type Area = (f32, f32, f32, f32);

/// A pattern over a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pattern {
    Diagonals,
    Dots,
    Uprights,
    Levels,
}

/// How a line is drawn.
#[derive(Clone, Debug, Default)]
pub(crate) struct Line {
    pub(crate) width: f32,
    /// Lengths of strokes and gaps; empty for a line without gaps.
    pub(crate) dash: Vec<f32>,
    pub(crate) round: bool,
}

impl Line {
    /// A line without gaps.
    pub(crate) fn of(width: f32) -> Self {
        Self {
            width,
            ..Self::default()
        }
    }

    fn stroke(&self) -> Stroke {
        Stroke {
            width: self.width,
            line_cap: if self.round { LineCap::Round } else { LineCap::Butt },
            line_join: LineJoin::Round,
            dash: StrokeDash::new(self.dash.clone(), 0.0),
            ..Stroke::default()
        }
    }
}

/// How a text is written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Type {
    pub(crate) font: Font,
    pub(crate) size: f32,
    pub(crate) ink: Color,
}

/// A picture in the making.
pub(crate) struct Canvas {
    pixmap: Pixmap,
    pub(crate) faces: Faces,
    /// The first letter that a font lacked.
    missing: Option<char>,
}

impl Canvas {
    /// An empty sheet of the size of a card.
    ///
    /// # Errors
    /// A font that cannot be read.
    pub(crate) fn new(paper: Color) -> Result<Self, String> {
        let mut pixmap = Pixmap::new(CARD_WIDTH_PX, CARD_HEIGHT_PX).ok_or("no room for a picture")?;
        pixmap.fill(paper);
        Ok(Self {
            pixmap,
            faces: Faces::read()?,
            missing: None,
        })
    }

    /// What was drawn.
    ///
    /// # Errors
    /// A letter that a font lacks.
    pub(crate) fn finished(self) -> Result<Pixmap, String> {
        match self.missing {
            Some(letter) => Err(format!(
                "the fonts of the cards lack {letter:?}: see crates/cards/fonts/README.md"
            )),
            None => Ok(self.pixmap),
        }
    }

    pub(crate) fn fill(&mut self, path: &Path, ink: impl Into<Ink>) {
        self.pixmap.fill_path(
            path,
            &ink.into().paint(),
            FillRule::Winding,
            Transform::identity(),
            None,
        );
    }

    pub(crate) fn stroke(&mut self, path: &Path, line: &Line, ink: impl Into<Ink>) {
        self.pixmap
            .stroke_path(path, &ink.into().paint(), &line.stroke(), Transform::identity(), None);
    }

    pub(crate) fn fill_box(&mut self, area: Area, ink: impl Into<Ink>) {
        if let Some(path) = boxed(area) {
            self.fill(&path, ink);
        }
    }

    pub(crate) fn line(&mut self, points: &[At], line: &Line, ink: impl Into<Ink>) {
        if let Some(path) = through(points, false) {
            self.stroke(&path, line, ink);
        }
    }

    /// A pattern over a box, in lines or dots of a colour.
    pub(crate) fn pattern(&mut self, area: Area, pattern: Pattern, ink: impl Into<Ink>) {
        let Some(clip) = boxed(area) else { return };
        let Some(mut mask) = Mask::new(CARD_WIDTH_PX, CARD_HEIGHT_PX) else {
            return;
        };
        mask.fill_path(&clip, FillRule::Winding, true, Transform::identity());
        let Some(marks) = marks(area, pattern) else { return };
        let (paint, line) = (ink.into().paint(), Line::of(2.0));
        let (here, mask) = (Transform::identity(), Some(&mask));
        if pattern == Pattern::Dots {
            self.pixmap.fill_path(&marks, &paint, FillRule::Winding, here, mask);
        } else {
            self.pixmap.stroke_path(&marks, &paint, &line.stroke(), here, mask);
        }
    }

    /// A text at a point of its base line; tells where it ends.
    pub(crate) fn text(&mut self, text: &str, style: Type, (x, y): At, anchor: Anchor) -> f32 {
        let left = self.left(text, style, x, anchor);
        self.missing = self.missing.or(self.faces.missing(style.font, text));
        if let Some(path) = self.faces.outline(style.font, style.size, text, (left, y), 0.0) {
            self.fill(&path, style.ink);
        }
        left + self.width(text, style)
    }

    /// A text in capitals, its letters apart.
    pub(crate) fn capitals(&mut self, text: &str, style: Type, at: At) {
        let text = text.to_uppercase();
        self.missing = self.missing.or(self.faces.missing(style.font, &text));
        let apart = style.size * 0.08;
        if let Some(path) = self.faces.outline(style.font, style.size, &text, at, apart) {
            self.fill(&path, style.ink);
        }
    }

    /// A text that is read from below, its base line upwards from a point.
    pub(crate) fn upright(&mut self, text: &str, style: Type, (x, y): At) {
        self.missing = self.missing.or(self.faces.missing(style.font, text));
        let turned = Transform::from_row(0.0, -1.0, 1.0, 0.0, x, y);
        let path = self.faces.outline(style.font, style.size, text, (0.0, 0.0), 0.0);
        if let Some(path) = path.and_then(|path| path.transform(turned)) {
            self.fill(&path, style.ink);
        }
    }

    /// A text in a halo of a colour, that lines behind it do not run into it.
    pub(crate) fn haloed(&mut self, text: &str, style: Type, (x, y): At, anchor: Anchor, colour: Color) {
        let left = self.left(text, style, x, anchor);
        if let Some(path) = self.faces.outline(style.font, style.size, text, (left, y), 0.0) {
            self.stroke(&path, &Line::of(style.size * 0.28), colour);
        }
        self.text(text, style, (left, y), Anchor::Start);
    }

    /// Where a text begins.
    fn left(&self, text: &str, style: Type, x: f32, anchor: Anchor) -> f32 {
        match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - self.width(text, style) / 2.0,
            Anchor::End => x - self.width(text, style),
        }
    }

    pub(crate) fn width(&self, text: &str, style: Type) -> f32 {
        self.faces.width(style.font, style.size, text)
    }
}

/// A box as a path; none when it is empty.
pub(crate) fn boxed((x, y, width, height): Area) -> Option<Path> {
    Rect::from_xywh(x, y, width, height).map(PathBuilder::from_rect)
}

/// A line through points, closed or not.
pub(crate) fn through(points: &[At], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    for (position, &(x, y)) in points.iter().enumerate() {
        if position == 0 {
            path.move_to(x, y);
        } else {
            path.line_to(x, y);
        }
    }
    if closed {
        path.close();
    }
    path.finish()
}

pub(crate) fn circle((x, y): At, radius: f32) -> Option<Path> {
    PathBuilder::from_circle(x, y, radius)
}

/// The lines or dots of a pattern that reach into a box. They stand at places of the card, so that
/// boxes beside each other match.
fn marks((x, y, width, height): Area, pattern: Pattern) -> Option<Path> {
    let mut path = PathBuilder::new();
    let steps = |from: f32, to: f32, apart: f32| {
        let first = (from / apart).floor() * apart;
        std::iter::successors(Some(first), move |at| Some(at + apart)).take_while(move |at| *at <= to)
    };
    match pattern {
        Pattern::Diagonals => {
            for at in steps(x - height, x + width, 11.0) {
                path.move_to(at, y + height);
                path.line_to(at + height, y);
            }
        }
        Pattern::Uprights => {
            for at in steps(x, x + width, 9.0) {
                path.move_to(at, y);
                path.line_to(at, y + height);
            }
        }
        Pattern::Levels => {
            for at in steps(y, y + height, 9.0) {
                path.move_to(x, at);
                path.line_to(x + width, at);
            }
        }
        Pattern::Dots => {
            for across in steps(x, x + width, 10.0) {
                for down in steps(y, y + height, 10.0) {
                    path.push_circle(across, down, 1.8);
                }
            }
        }
    }
    path.finish()
}
