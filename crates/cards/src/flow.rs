//! Texts that flow: runs of two weights in lines of a width, at the largest size that fits.

use timeline_app::charts::display_list::Anchor;
use tiny_skia::Color;

use crate::{
    canvas::{At, Canvas, Type},
    face::{Faces, Font},
};

/// The font of plain runs and of those that are stressed.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Voice {
    pub(crate) plain: Font,
    pub(crate) stressed: Font,
    /// The height of a line as a part of the size.
    pub(crate) leading: f32,
}

/// Titles.
pub(crate) const HEADLINE: Voice = Voice {
    plain: Font::SerifBold,
    stressed: Font::SerifBold,
    leading: 1.16,
};
/// A sentence of the length of a paragraph.
pub(crate) const LEDE: Voice = Voice {
    plain: Font::Serif,
    stressed: Font::SerifBold,
    leading: 1.28,
};
/// What explains.
pub(crate) const NOTE: Voice = Voice {
    plain: Font::Sans,
    stressed: Font::SansBold,
    leading: 1.36,
};

/// A text in lines: each a row of pieces in one font.
#[derive(Clone, Debug)]
pub(crate) struct Flow {
    lines: Vec<Vec<(String, Font)>>,
    size: f32,
    leading: f32,
}

impl Flow {
    /// Breaks runs into lines of a width, between words. A word that is wider has its own line.
    pub(crate) fn of(faces: &Faces, runs: &[(String, bool)], voice: Voice, size: f32, width: f32) -> Self {
        let mut lines: Vec<Vec<(String, Font)>> = vec![Vec::new()];
        for (text, stressed) in runs {
            let font = if *stressed { voice.stressed } else { voice.plain };
            for word in text.split_inclusive(' ') {
                let line = lines.last().map_or(&[][..], Vec::as_slice);
                let before: f32 = line.iter().map(|(text, font)| faces.width(*font, size, text)).sum();
                if before + faces.width(font, size, word.trim_end()) > width && !line.is_empty() {
                    lines.push(Vec::new());
                }
                if let Some(line) = lines.last_mut() {
                    match line.last_mut() {
                        Some((piece, last)) if *last == font => piece.push_str(word),
                        _ => line.push((word.to_owned(), font)),
                    }
                }
            }
        }
        Self {
            lines,
            size,
            leading: voice.leading,
        }
    }

    /// The same text in as many lines, of about the same length.
    pub(crate) fn balanced(faces: &Faces, runs: &[(String, bool)], voice: Voice, size: f32, width: f32) -> Self {
        let count = Self::of(faces, runs, voice, size, width).lines.len();
        let mut narrow = width;
        while narrow > width / 2.0 {
            let tried = Self::of(faces, runs, voice, size, narrow - 6.0);
            if tried.lines.len() > count || tried.widest(faces) > narrow - 6.0 {
                break;
            }
            narrow -= 6.0;
        }
        Self::of(faces, runs, voice, size, narrow)
    }

    /// The text at the largest size of a range that fits a width and a height; none when none does.
    pub(crate) fn fitted(
        faces: &Faces,
        runs: &[(String, bool)],
        voice: Voice,
        (largest, smallest): (f32, f32),
        (width, height): (f32, f32),
    ) -> Option<Self> {
        let sizes = std::iter::successors(Some(largest), |size| Some(size - 1.0));
        sizes
            .take_while(|size| *size >= smallest)
            .map(|size| Self::balanced(faces, runs, voice, size, width))
            .find(|flow| flow.height() <= height && flow.widest(faces) <= width)
    }

    /// The height of its lines, in pixels.
    pub(crate) fn height(&self) -> f32 {
        self.lines.iter().map(|_| self.size * self.leading).sum()
    }

    /// The width of its widest line, in pixels.
    pub(crate) fn widest(&self, faces: &Faces) -> f32 {
        let widths = self.lines.iter().map(|line| width_of(faces, line, self.size));
        widths.fold(0.0, f32::max)
    }

    /// Writes it with its top at a height; tells where it ends.
    pub(crate) fn write(&self, canvas: &mut Canvas, (x, top): At, ink: Color) -> f32 {
        let step = self.size * self.leading;
        let mut base = top + self.size * (0.5 * self.leading + 0.3);
        for line in &self.lines {
            let mut left = x;
            for (piece, font) in line {
                let style = Type {
                    font: *font,
                    size: self.size,
                    ink,
                };
                left = canvas.text(piece, style, (left, base), Anchor::Start);
            }
            base += step;
        }
        top + self.height()
    }
}

/// The width of a line without the space at its end.
fn width_of(faces: &Faces, line: &[(String, Font)], size: f32) -> f32 {
    let last = line.len().saturating_sub(1);
    let pieces = line.iter().enumerate();
    let width = |(position, (text, font)): (usize, &(String, Font))| {
        let text = if position == last { text.trim_end() } else { text };
        faces.width(*font, size, text)
    };
    pieces.map(width).sum()
}

/// A text of one weight, as runs.
pub(crate) fn plain(text: &str) -> [(String, bool); 1] {
    [(text.to_owned(), false)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(flow: &Flow) -> Vec<String> {
        let joined = |line: &Vec<(String, Font)>| line.iter().map(|(text, _)| &**text).collect::<String>();
        flow.lines.iter().map(joined).collect()
    }

    #[test]
    fn a_text_breaks_between_its_words() {
        let faces = Faces::read().unwrap();
        let runs = [("one two ".to_owned(), false), ("three".to_owned(), true)];
        let wide = Flow::of(&faces, &runs, LEDE, 20.0, 1000.0);
        assert_eq!(lines(&wide), ["one two three"]);
        let narrow = Flow::of(&faces, &runs, LEDE, 20.0, wide.widest(&faces) - 1.0);
        assert_eq!(lines(&narrow), ["one two ", "three"]);
    }

    #[test]
    fn the_largest_size_that_fits_is_taken() {
        let faces = Faces::read().unwrap();
        let runs = plain("some words that need room");
        let fitted = |height| Flow::fitted(&faces, &runs, HEADLINE, (40.0, 20.0), (300.0, height));
        let (high, low) = (fitted(200.0).unwrap(), fitted(60.0).unwrap());
        assert!(high.size > low.size && low.height() <= 60.0);
        assert!(fitted(10.0).is_none());
    }

    #[test]
    fn lines_are_about_as_long() {
        let faces = Faces::read().unwrap();
        let runs = plain("aaaa bbbb cccc dddd eeee");
        let flow = Flow::balanced(
            &faces,
            &runs,
            NOTE,
            20.0,
            faces.width(Font::Sans, 20.0, "aaaa bbbb cccc dddd"),
        );
        assert_eq!(lines(&flow), ["aaaa bbbb cccc ", "dddd eeee"]);
    }
}
