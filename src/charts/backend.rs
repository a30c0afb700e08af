//! A plotters backend that draws nothing: it collects a display list.
//!
//! A colour given to plotters is not a colour but a name: its 24 bits are those of a [`Pen`].
//! The style sheet colours the class and the key. Text is measured by our own widths, the same
//! everywhere.

use std::convert::Infallible;

use plotters::style::RGBColor;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
    text_anchor::{HPos, VPos},
};
use timeline_core::layout::text_width::text_width_px;

use super::display_list::{Anchor, DisplayItem, DisplayList, Pen, Shape};

/// The colour that names a pen.
pub(super) fn named(pen: Pen) -> RGBColor {
    let [_, red, green, blue] = pen.number().to_be_bytes();
    RGBColor(red, green, blue)
}

fn pen_of(color: BackendColor) -> Option<Pen> {
    let (red, green, blue) = color.rgb;
    (color.alpha > 0.0)
        .then(|| Pen::of_number(u32::from_be_bytes([0, red, green, blue])))
        .flatten()
}

/// Collects what plotters draws.
pub(super) struct ListBackend<'a>(pub(super) &'a mut DisplayList);

type Result = std::result::Result<(), DrawingErrorKind<Infallible>>;

impl ListBackend<'_> {
    fn put(&mut self, color: BackendColor, shape: Shape) {
        if let Some(pen) = pen_of(color) {
            self.0.items.push(DisplayItem { pen, shape });
        }
    }
}

impl DrawingBackend for ListBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.0.width_px, self.0.height_px)
    }

    fn ensure_prepared(&mut self) -> Result {
        Ok(())
    }

    fn present(&mut self) -> Result {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Result {
        self.put(color, Shape::Rect(point.0, point.1, 1, 1));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Result {
        self.put(style.color(), Shape::Path(vec![from, to], false));
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, _fill: bool) -> Result {
        let (left, top) = (from.0.min(to.0), from.1.min(to.1));
        let size = ((to.0 - from.0).abs(), (to.1 - from.1).abs());
        self.put(style.color(), Shape::Rect(left, top, size.0, size.1));
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Result {
        self.put(style.color(), Shape::Path(path.into_iter().collect(), false));
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, _fill: bool) -> Result {
        self.put(style.color(), Shape::Circle(center, i32::try_from(radius).unwrap_or(0)));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Result {
        self.put(style.color(), Shape::Path(vert.into_iter().collect(), true));
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Result {
        let anchor = style.anchor();
        let (anchor_x, size) = (anchor.h_pos, whole(style.size()));
        let base = match anchor.v_pos {
            VPos::Top => size * 4 / 5,
            VPos::Center => size / 3,
            VPos::Bottom => -size / 5,
        };
        let anchored = match anchor_x {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        self.put(
            style.color(),
            Shape::Text((at.0, at.1 + base), anchored, text.to_owned()),
        );
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        style: &S,
    ) -> std::result::Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        let width = whole(text_width_px(text, style.size()).ceil());
        Ok((
            u32::try_from(width).unwrap_or(0),
            u32::try_from(whole(style.size())).unwrap_or(0),
        ))
    }

    fn blit_bitmap(&mut self, _at: BackendCoord, _size: (u32, u32), _bitmap: &[u8]) -> Result {
        Ok(())
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a float cast saturates; sizes of text are small"
)]
fn whole(px: f64) -> i32 {
    px.round() as i32
}

#[cfg(test)]
mod tests {
    use plotters::style::Color;

    use super::*;
    use crate::charts::display_list::{Key, ShapeClass};

    #[test]
    fn a_pen_survives_as_a_colour() {
        let pen = Pen::from(ShapeClass::Source).key(Key::Series(2)).row(700);
        assert_eq!(pen_of(named(pen).to_backend_color()), Some(pen));
        assert_eq!(pen_of(named(pen).mix(0.0).to_backend_color()), None);
    }
}
