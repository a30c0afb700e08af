//! A figure's display list on a card: the shapes of the site's style sheet, stretched to a box.
//!
//! A drawing is made for a narrow page and stretched, its texts and lines by a factor of their own,
//! so that they are legible on a card of a few hundred pixels. Signs keep their form.

use timeline_app::charts::display_list::{Anchor, DisplayItem, DisplayList, Key, Pen, Shape, ShapeClass};
use tiny_skia::{Color, Path};

use crate::{
    canvas::{Area, At, Canvas, Line, Type, boxed, circle, through},
    face::Font,
    ink::Inks,
    numbers::{px, size},
};

/// How a drawing lies on a card.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
    /// Where its origin is.
    at: At,
    /// The factors of its places.
    across: f32,
    down: f32,
    /// The factor of its texts, lines and signs.
    grain: f32,
    /// What is lower in the drawing is left out, in its own pixels.
    floor: i32,
    /// Whether it has texts.
    pub(crate) texts: bool,
}

impl Stretch {
    /// A drawing, down to a height in its own pixels, over a box; its texts grow by a factor.
    pub(crate) fn over(list: &DisplayList, floor: i32, (x, y, width, height): Area, grain: f32) -> Self {
        Self {
            at: (x, y),
            across: width / size(list.width_px),
            down: height / px(floor),
            grain,
            floor,
            texts: true,
        }
    }

    /// The place of a point of the drawing.
    pub(crate) fn point(&self, (x, y): (i32, i32)) -> At {
        (self.at.0 + px(x) * self.across, self.at.1 + px(y) * self.down)
    }
}

/// How a shape is drawn.
#[derive(Clone, Debug, Default)]
struct Look {
    fill: Option<Color>,
    stroke: Option<(Color, Line)>,
}

impl Look {
    fn filled(colour: Color) -> Self {
        Self {
            fill: Some(colour),
            stroke: None,
        }
    }

    fn stroked(colour: Color, line: Line) -> Self {
        Self {
            fill: None,
            stroke: Some((colour, line)),
        }
    }
}

/// Draws a display list.
pub(crate) fn draw(canvas: &mut Canvas, inks: &Inks, list: &DisplayList, stretch: &Stretch) {
    let is_on_paper = list.items.iter().all(|item| item.pen.class != ShapeClass::Land);
    for item in &list.items {
        if let Shape::Text(at, anchor, text) = &item.shape {
            if stretch.texts && at.1 <= stretch.floor {
                let (style, base) = written(inks, item.pen, stretch, *at);
                if item.pen.class == ShapeClass::Heading && is_on_paper && *anchor == Anchor::Start {
                    // An axis that it crosses would be read as a letter.
                    let (width, high) = (canvas.width(text, style) + 8.0, style.size);
                    canvas.fill_box((base.0 - 2.0, base.1 - high * 0.85, width, high * 1.15), inks.paper);
                }
                if [ShapeClass::Name, ShapeClass::Note, ShapeClass::Heading].contains(&item.pen.class) {
                    canvas.haloed(text, style, base, *anchor, inks.paper);
                } else {
                    canvas.text(text, style, base, *anchor);
                }
            }
        } else if let Some(path) = outline(item, stretch) {
            let look = look(item.pen, inks, stretch.grain);
            if let Some(colour) = look.fill {
                canvas.fill(&path, colour);
            }
            if let Some((colour, line)) = look.stroke {
                canvas.stroke(&path, &line, colour);
            }
        }
    }
}

/// How a text is written, and where its base line is.
fn written(inks: &Inks, pen: Pen, stretch: &Stretch, at: (i32, i32)) -> (Type, At) {
    let is_small = [ShapeClass::Tick, ShapeClass::ReferenceName].contains(&pen.class);
    let own_size = if is_small { 12 } else { 13 };
    let is_soft = [ShapeClass::Tick, ShapeClass::Value, ShapeClass::Note].contains(&pen.class);
    let style = Type {
        font: if pen.class == ShapeClass::Heading {
            Font::SansBold
        } else {
            Font::Sans
        },
        size: px(own_size) * stretch.grain,
        ink: if is_soft { inks.soft } else { inks.text },
    };
    // The middle of its letters stays where it is, whatever the stretch.
    let (x, middle) = stretch.point((at.0, at.1 - own_size / 3));
    (style, (x, middle + style.size * 0.36))
}

fn outline(item: &DisplayItem, stretch: &Stretch) -> Option<Path> {
    if let (true, Some(corners)) = (is_sign(item.pen), corners(&item.shape)) {
        return sign(&corners, stretch);
    }
    match &item.shape {
        Shape::Rect(x, y, width, height) => {
            let (left, top) = stretch.point((*x, *y));
            boxed((left, top, px(*width) * stretch.across, px(*height) * stretch.down))
        }
        Shape::Path(points, closed) => {
            let is_low = points.iter().all(|point| point.1 > stretch.floor);
            let points: Vec<At> = points.iter().map(|&point| stretch.point(point)).collect();
            (!is_low).then(|| through(&points, *closed)).flatten()
        }
        Shape::Circle(at, radius) => circle(stretch.point(*at), px(*radius) * stretch.grain),
        Shape::Text(..) => None,
    }
}

/// Whether a shape means something by its form.
fn is_sign(pen: Pen) -> bool {
    matches!(pen.key, Key::Reported(_)) || (pen.key == Key::Change && pen.class == ShapeClass::Open)
}

fn corners(shape: &Shape) -> Option<Vec<(i32, i32)>> {
    match shape {
        &Shape::Rect(x, y, width, height) => {
            let (right, low) = (x + width, y + height);
            Some(vec![(x, y), (right, y), (right, low), (x, low)])
        }
        Shape::Path(points, true) => Some(points.clone()),
        Shape::Path(..) | Shape::Circle(..) | Shape::Text(..) => None,
    }
}

/// A form that keeps its proportions, around the middle of its corners.
fn sign(corners: &[(i32, i32)], stretch: &Stretch) -> Option<Path> {
    let ends = |of: fn(&(i32, i32)) -> i32| Some((corners.iter().map(of).min()?, corners.iter().map(of).max()?));
    let ((left, right), (top, low)) = (ends(|at| at.0)?, ends(|at| at.1)?);
    let middle = (i32::midpoint(left, right), i32::midpoint(top, low));
    let (x, y) = stretch.point(middle);
    let around = |&(at_x, at_y): &(i32, i32)| {
        (
            x + px(at_x - middle.0) * stretch.grain,
            y + px(at_y - middle.1) * stretch.grain,
        )
    };
    through(&corners.iter().map(around).collect::<Vec<At>>(), true)
}

/// The colour that a key gives to marks and lines.
pub(crate) fn key_colour(key: Key, inks: &Inks) -> Color {
    match key {
        Key::None => inks.text,
        Key::Capacity(capacity) => inks.capacity(capacity).strong,
        Key::Series(position) => inks.series.get(usize::from(position)).copied().unwrap_or(inks.text),
        Key::Reported(_) => inks.reported,
        Key::Change | Key::Vacant | Key::Doubtful => inks.soft,
    }
}

/// The colour that a key gives to what is in doubt.
pub(crate) fn doubt_colour(key: Key, inks: &Inks) -> Color {
    match key {
        Key::Capacity(capacity) => inks.capacity(capacity).light,
        Key::None | Key::Series(_) | Key::Reported(_) | Key::Change | Key::Vacant | Key::Doubtful => inks.shade,
    }
}

/// The strokes and gaps that a key gives to lines.
pub(crate) fn key_dash(key: Key, grain: f32) -> Vec<f32> {
    let lengths: &[f32] = match key {
        Key::Series(1) => &[7.0, 3.0],
        Key::Series(2) => &[2.0, 2.0],
        Key::Series(3) => &[9.0, 3.0, 2.0, 3.0],
        Key::None
        | Key::Series(_)
        | Key::Capacity(_)
        | Key::Reported(_)
        | Key::Change
        | Key::Vacant
        | Key::Doubtful => &[],
    };
    lengths.iter().map(|length| length * grain).collect()
}

/// What the style sheet of the site says of a shape.
fn look(pen: Pen, inks: &Inks, grain: f32) -> Look {
    let colour = key_colour(pen.key, inks);
    let line = |width: f32| Line::of(width * grain);
    let dashed = |width: f32, dash: &[f32]| Line {
        dash: dash.iter().map(|length| length * grain).collect(),
        ..line(width)
    };
    let faint = |mut colour: Color, share: f32| {
        colour.set_alpha(share);
        colour
    };
    match pen.class {
        ShapeClass::Grid => Look::stroked(inks.rule, Line::of(1.5)),
        ShapeClass::Axis => Look::stroked(inks.strong_rule, Line::of(1.5)),
        ShapeClass::Mark if pen.key == Key::Series(1) => Look {
            fill: Some(faint(colour, 0.28)),
            stroke: Some((colour, line(1.0))),
        },
        ShapeClass::Mark | ShapeClass::Part | ShapeClass::Dot | ShapeClass::Open => Look::filled(colour),
        ShapeClass::Doubt => Look {
            fill: Some(doubt_colour(pen.key, inks)),
            stroke: Some((colour, dashed(1.0, &[3.0, 2.0]))),
        },
        ShapeClass::Track => Look {
            fill: Some(inks.raised),
            stroke: Some((inks.rule, Line::of(1.5))),
        },
        ShapeClass::Line => Look::stroked(
            colour,
            Line {
                dash: key_dash(pen.key, grain),
                ..line(1.8)
            },
        ),
        ShapeClass::Partial => Look::stroked(faint(colour, 0.75), dashed(1.8, &[1.0, 2.0])),
        ShapeClass::Pending => Look::stroked(
            inks.text,
            Line {
                round: true,
                ..line(5.0)
            },
        ),
        ShapeClass::Ring => Look {
            fill: Some(inks.paper),
            stroke: Some((colour, line(1.8))),
        },
        ShapeClass::Gap => Look::filled(inks.shade),
        ShapeClass::Reference => Look::stroked(inks.text, line(1.0)),
        ShapeClass::Change => Look::stroked(inks.control, dashed(1.0, &[1.0, 3.0])),
        ShapeClass::Censored => Look::stroked(colour, line(1.8)),
        ShapeClass::Land => Look {
            fill: Some(inks.land),
            stroke: Some((inks.control, Line::of(1.2))),
        },
        ShapeClass::Border => Look::stroked(inks.paper, Line::of(1.4)),
        ShapeClass::Paper => Look::filled(inks.paper),
        ShapeClass::Tick
        | ShapeClass::Name
        | ShapeClass::Heading
        | ShapeClass::Value
        | ShapeClass::Note
        | ShapeClass::ReferenceName
        | ShapeClass::Title
        | ShapeClass::Source => Look::default(),
    }
}
