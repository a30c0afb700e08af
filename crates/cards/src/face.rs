//! The fonts of the cards: how wide a text is, and its outline. They are in the repository, so
//! that a text is the same on every machine.

use tiny_skia::{Path, PathBuilder};
use ttf_parser::{GlyphId, OutlineBuilder};

/// A font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Font {
    Serif,
    SerifBold,
    Sans,
    SansBold,
}

/// The fonts, read.
pub(crate) struct Faces([ttf_parser::Face<'static>; 4]);

impl Faces {
    /// Reads them.
    ///
    /// # Errors
    /// A file that is no font.
    pub(crate) fn read() -> Result<Self, String> {
        let face = |name: &str, bytes: &'static [u8]| {
            ttf_parser::Face::parse(bytes, 0).map_err(|error| format!("fonts/{name}.ttf: {error}"))
        };
        Ok(Self([
            face("serif-regular", include_bytes!("../fonts/serif-regular.ttf"))?,
            face("serif-bold", include_bytes!("../fonts/serif-bold.ttf"))?,
            face("sans-regular", include_bytes!("../fonts/sans-regular.ttf"))?,
            face("sans-semibold", include_bytes!("../fonts/sans-semibold.ttf"))?,
        ]))
    }

    fn face(&self, font: Font) -> &ttf_parser::Face<'static> {
        let [serif, serif_bold, sans, sans_bold] = &self.0;
        match font {
            Font::Serif => serif,
            Font::SerifBold => serif_bold,
            Font::Sans => sans,
            Font::SansBold => sans_bold,
        }
    }

    /// The first letter of a text, as it is written, that a font lacks.
    pub(crate) fn missing(&self, font: Font, text: &str) -> Option<char> {
        let text = self.written(font, text);
        text.chars().find(|&letter| !self.has(font, letter))
    }

    /// A text as it is written in a font: a letter of Polynesian languages that it lacks by the sign that looks like it,
    /// and without what stands in brackets after a name and is in a script that it lacks.
    fn written(&self, font: Font, text: &str) -> String {
        let letters = text.chars().map(|letter| match letter {
            'ʻ' if !self.has(font, letter) => '‘',
            'ʼ' if !self.has(font, letter) => '’',
            _ => letter,
        });
        let mut written: String = letters.collect();
        let mut from = 0;
        while let Some((begin, end)) = brackets(&written, from) {
            let is_lacked = |letter| !self.has(font, letter);
            if written.get(begin..end).is_some_and(|inside| inside.contains(is_lacked)) {
                written.replace_range(begin..end, "");
            } else {
                from = end;
            }
        }
        written
    }

    fn has(&self, font: Font, letter: char) -> bool {
        self.face(font).glyph_index(letter).is_some()
    }

    /// The width of a text at a size, both in pixels.
    pub(crate) fn width(&self, font: Font, size: f32, text: &str) -> f32 {
        let mut width = 0.0;
        self.each(font, size, text, |_, at, advance| width = at + advance);
        width
    }

    /// The outline of a text whose base line begins at a point; none for spaces alone.
    pub(crate) fn outline(&self, font: Font, size: f32, text: &str, (x, y): (f32, f32), apart: f32) -> Option<Path> {
        let face = self.face(font);
        let scale = size / f32::from(face.units_per_em());
        let mut path = PathBuilder::new();
        let mut spread = 0.0;
        self.each(font, size, text, |glyph, at, _| {
            let origin = (x + at + spread, y);
            spread += apart;
            face.outline_glyph(
                glyph,
                &mut Outline {
                    path: &mut path,
                    origin,
                    scale,
                },
            );
        });
        path.finish()
    }

    /// Tells each letter with its place and its advance, in pixels.
    fn each(&self, font: Font, size: f32, text: &str, mut tell: impl FnMut(GlyphId, f32, f32)) {
        let face = self.face(font);
        let scale = size / f32::from(face.units_per_em());
        let mut at = 0.0;
        let mut before = None;
        let text = self.written(font, text);
        for glyph in text.chars().filter_map(|letter| face.glyph_index(letter)) {
            if let Some(before) = before {
                at += kerning(face, before, glyph) * scale;
            }
            let advance = f32::from(face.glyph_hor_advance(glyph).unwrap_or(0)) * scale;
            tell(glyph, at, advance);
            at += advance;
            before = Some(glyph);
        }
    }
}

/// The next " (…)" of a text from a place on: where it begins and ends.
fn brackets(text: &str, from: usize) -> Option<(usize, usize)> {
    let begin = from + text.get(from..)?.find(" (")?;
    let end = begin + text.get(begin..)?.find(')')? + 1;
    Some((begin, end))
}

fn kerning(face: &ttf_parser::Face<'_>, left: GlyphId, right: GlyphId) -> f32 {
    let tables = face.tables().kern.into_iter().flat_map(|kern| kern.subtables);
    let units = tables
        .filter(|table| table.horizontal && !table.variable)
        .find_map(|table| table.glyphs_kerning(left, right));
    units.map_or(0.0, f32::from)
}

/// Puts an outline into a path: its units grow upwards, pixels downwards.
struct Outline<'a> {
    path: &'a mut PathBuilder,
    origin: (f32, f32),
    scale: f32,
}

impl Outline<'_> {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.origin.0 + x * self.scale, self.origin.1 - y * self.scale)
    }
}

impl OutlineBuilder for Outline<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_wide_as_its_letters() {
        let faces = Faces::read().unwrap();
        let wide = |text: &str| faces.width(Font::SansBold, 20.0, text);
        assert!(
            (wide("8888") - 4.0 * wide("1")).abs() < 1e-3,
            "figures are of one width"
        );
        assert!(wide("AV") < wide("A") + wide("V"), "pairs are kerned");
        assert!(wide("") < 1e-6);
    }

    #[test]
    fn spanish_can_be_written() {
        let faces = Faces::read().unwrap();
        for font in [Font::Serif, Font::SerifBold, Font::Sans, Font::SansBold] {
            assert_eq!(
                faces.missing(font, "¿Quién dirigió? ¡Señal, «año» n.º 3!"),
                None,
                "{font:?}"
            );
            assert_eq!(faces.missing(font, "≥12 ≤4 −3 “x” ’ – — … ·"), None, "{font:?}");
            assert_eq!(faces.missing(font, "a→b"), Some('→'), "{font:?}");
        }
    }

    #[test]
    fn a_name_is_written_without_its_form_in_a_script_that_the_fonts_lack() {
        let faces = Faces::read().unwrap();
        let written = |text| faces.written(Font::SansBold, text);
        assert_eq!(
            written("Mazie Keiko Hirono (広野 慶子), senator"),
            "Mazie Keiko Hirono, senator"
        );
        assert_eq!(
            written("Saldaña (acting) and Fong (鄺友良)"),
            "Saldaña (acting) and Fong"
        );
        assert_eq!(written("Jonah Kūhiō Kalanianaʻole"), "Jonah Kūhiō Kalaniana‘ole");
        assert_eq!(faces.missing(Font::SansBold, "Jonah Kūhiō Kalanianaʻole (a)"), None);
        assert_eq!(
            faces.missing(Font::SansBold, "鄺友良"),
            Some('鄺'),
            "a name that would be lost is not"
        );
    }
}
