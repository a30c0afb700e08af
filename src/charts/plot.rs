//! The plane of a chart: shapes in the values of its axes, or in pixels, drawn through plotters.

use std::cell::RefCell;

use plotters::{
    coord::{CoordTranslate, Shift, cartesian::Cartesian2d, ranged1d::Ranged},
    drawing::{DrawingArea, IntoDrawingArea},
    element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle, Text},
    style::{
        Color, FontDesc, FontFamily, FontStyle, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};
use timeline_core::{layout::text_width::text_width_px, order::sort_by_key};

use super::{
    axis::{Axis, on_axis, whole},
    backend::{ListBackend, named},
    display_list::{Anchor, DisplayList, Pen, ShapeClass, Spot},
};
use crate::{context::use_locale, i18n};

/// The size of a name, in pixels.
pub(super) const NAME_PX: f64 = 13.0;
/// The size of a tick's label, in pixels.
pub(super) const TICK_PX: f64 = 12.0;
/// The room under the plane for the labels of its ticks, in pixels.
pub(super) const AXIS_PX: i32 = 24;

/// The size of a chart and of the room around its plane, in pixels.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Frame {
    pub(super) width: i32,
    pub(super) height: i32,
    pub(super) left: i32,
    pub(super) right: i32,
    pub(super) top: i32,
    pub(super) bottom: i32,
}

/// A chart that is being drawn.
pub(super) struct Plot<'a> {
    root: DrawingArea<ListBackend<'a>, Shift>,
    plane: Cartesian2d<Axis, Axis>,
    spots: RefCell<Vec<Spot>>,
    /// Its size.
    pub(super) frame: Frame,
    x: Axis,
    y: Axis,
}

/// Draws a chart of a size, with its axes.
pub(super) fn plotted(frame: Frame, x: Axis, y: Axis, draw: &dyn Fn(&Plot<'_>)) -> DisplayList {
    let size = |px: i32| u32::try_from(px).unwrap_or(0);
    let mut list = DisplayList {
        width_px: size(frame.width),
        height_px: size(frame.height),
        ..DisplayList::default()
    };
    let root = ListBackend(&mut list).into_drawing_area();
    let (floor, top) = (frame.height - frame.bottom, frame.top);
    let plot = Plot {
        root,
        plane: Cartesian2d::new(x, y, (frame.left..frame.width - frame.right, floor..top)),
        spots: RefCell::default(),
        frame,
        x,
        y,
    };
    draw(&plot);
    let spots = plot.spots.into_inner();
    drop(plot.root);
    list.spots = spots;
    // They are read in the order of the table.
    sort_by_key(&mut list.spots, |spot| spot.row);
    if matches!(x, Axis::Days(_)) {
        list.days_px = Some((frame.left, frame.width - frame.right));
    }
    list
}

impl<'a> Plot<'a> {
    /// The pixel of a pair of values.
    pub(super) fn px(&self, at: (f64, f64)) -> (i32, i32) {
        self.plane.translate(&at)
    }

    /// The lowest pixel of the plane.
    pub(super) fn floor_px(&self) -> i32 {
        self.frame.height - self.frame.bottom
    }

    /// The right edge of the plane.
    pub(super) fn right_px(&self) -> i32 {
        self.frame.width - self.frame.right
    }

    /// A line through values, cut at the ends of the horizontal axis.
    pub(super) fn line(&self, pen: Pen, points: &[(f64, f64)]) {
        let Range { from, to } = self.bounds();
        for run in clipped(points, from, to) {
            self.path_px(pen, run.into_iter().map(|at| self.px(at)).collect(), false);
        }
    }

    /// A box between two corners, cut at the ends of the horizontal axis.
    pub(super) fn bar(&self, pen: Pen, one: (f64, f64), other: (f64, f64)) {
        let Range { from, to } = self.bounds();
        let (left, right) = (one.0.max(from), other.0.min(to));
        if left <= right {
            let ((left, low), (right, high)) = (self.px((left, one.1)), self.px((right, other.1)));
            self.bar_px(pen, left, low.min(high), right - left, (high - low).abs());
        }
    }

    /// A dot of a radius in pixels.
    pub(super) fn dot(&self, pen: Pen, at: (f64, f64), radius_px: i32) {
        let Range { from, to } = self.bounds();
        if from <= at.0 && at.0 <= to {
            self.dot_px(pen, self.px(at), radius_px);
        }
    }

    /// A line in pixels; closed and filled as a polygon when asked for.
    pub(super) fn path_px(&self, pen: Pen, points: Vec<(i32, i32)>, closed: bool) {
        if closed {
            self.put(&Polygon::new(points, named(pen)));
        } else {
            self.put(&PathElement::new(points, named(pen)));
        }
    }

    /// A box in pixels: left, top, width, height.
    pub(super) fn bar_px(&self, pen: Pen, left: i32, top: i32, width: i32, height: i32) {
        self.put(&Rectangle::new([(left, top), (left + width, top + height)], named(pen)));
    }

    /// A dot in pixels.
    pub(super) fn dot_px(&self, pen: Pen, at: (i32, i32), radius_px: i32) {
        self.put(&Circle::new(at, radius_px, named(pen)));
    }

    /// A text, its middle at a height in pixels.
    pub(super) fn text_px(&self, pen: impl Into<Pen>, at: (i32, i32), anchor: Anchor, text: &str) {
        let pen = pen.into();
        let is_small = [ShapeClass::Tick, ShapeClass::ReferenceName].contains(&pen.class);
        let size = if is_small { TICK_PX } else { NAME_PX };
        let h_pos = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let style = TextStyle {
            font: FontDesc::new(FontFamily::SansSerif, size, FontStyle::Normal),
            color: named(pen).to_backend_color(),
            pos: Pos::new(h_pos, VPos::Center),
        };
        self.put(&Text::new(text.to_owned(), at, style));
    }

    /// Names the place of a row, for pointers and keys.
    pub(super) fn spot(&self, row: usize, lane: usize, at: (i32, i32)) {
        let (Ok(row), Ok(lane)) = (u16::try_from(row), u8::try_from(lane)) else {
            return;
        };
        let at = (at.0.clamp(self.frame.left, self.right_px()), at.1);
        self.spots.borrow_mut().push(Spot { row, lane, at });
    }

    /// The calendar under the plane, with a line of the grid for each tick.
    pub(super) fn days_axis(&self) {
        let Axis::Days(range) = self.x else { return };
        let t = use_locale();
        let (floor, top) = (self.floor_px(), self.frame.top);
        self.path_px(
            ShapeClass::Axis.into(),
            vec![(self.frame.left, floor), (self.right_px(), floor)],
            false,
        );
        let mut free_from = self.frame.left - 12;
        let room = usize::try_from((self.right_px() - self.frame.left) / 46).unwrap_or(0);
        for value in self.x.key_points(room) {
            let day = range.from.plus(whole(value - on_axis(range.from)));
            let x = self.px((value, 0.0)).0;
            self.path_px(ShapeClass::Grid.into(), vec![(x, top), (x, floor)], false);
            let label = i18n::tick_label(t, day);
            let half = whole(text_width_px(&label, TICK_PX) / 2.0);
            if x - half >= free_from && x + half <= self.frame.width {
                self.text_px(ShapeClass::Tick, (x, floor + AXIS_PX / 2 + 2), Anchor::Middle, &label);
                free_from = x + half + 8;
            }
        }
    }

    /// The numbers under the plane, with a line of the grid for each tick, at least so far apart.
    pub(super) fn values_axis(&self, apart_px: i32, label: &dyn Fn(f64) -> String) {
        let (floor, top) = (self.floor_px(), self.frame.top);
        let most = usize::try_from((self.right_px() - self.frame.left) / apart_px).unwrap_or(0);
        for value in self.x.key_points(most.max(1)) {
            let x = self.px((value, 0.0)).0;
            let class = if value.abs() < 1e-9 {
                ShapeClass::Axis
            } else {
                ShapeClass::Grid
            };
            self.path_px(class.into(), vec![(x, top), (x, floor)], false);
            self.text_px(
                ShapeClass::Tick,
                (x, floor + AXIS_PX / 2 + 2),
                Anchor::Middle,
                &label(value),
            );
        }
    }

    /// The numbers beside the plane, with a line of the grid for each tick.
    pub(super) fn numbers_axis(&self, most: usize, label: &dyn Fn(f64) -> String) {
        let left = self.frame.left;
        for value in self.y.key_points(most) {
            let y = self.px((0.0, value)).1;
            let class = if value.abs() < 1e-9 {
                ShapeClass::Axis
            } else {
                ShapeClass::Grid
            };
            self.path_px(class.into(), vec![(left, y), (self.right_px(), y)], false);
            self.text_px(ShapeClass::Tick, (left - 6, y), Anchor::End, &label(value));
        }
    }

    fn bounds(&self) -> Range {
        let range = self.x.range();
        Range {
            from: range.start,
            to: range.end,
        }
    }

    /// The backend never fails.
    fn put<E>(&self, element: &E)
    where
        E: Drawable<ListBackend<'a>>,
        for<'b> &'b E: PointCollection<'b, (i32, i32)>,
    {
        let _drawn = self.root.draw(element);
    }
}

struct Range {
    from: f64,
    to: f64,
}

/// The runs of a line between two values of its horizontal axis, cut where it crosses them.
fn clipped(points: &[(f64, f64)], from: f64, to: f64) -> Vec<Vec<(f64, f64)>> {
    let at = |one: (f64, f64), other: (f64, f64), x: f64| {
        let share = (x - one.0) / (other.0 - one.0);
        (x, one.1 + share * (other.1 - one.1))
    };
    let mut runs: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut open = false;
    for pair in points.windows(2) {
        let [one, other] = *pair else { continue };
        if other.0 < from || one.0 > to {
            open = false;
            continue;
        }
        let begin = if one.0 < from { at(one, other, from) } else { one };
        let end = if other.0 > to { at(one, other, to) } else { other };
        match runs.last_mut() {
            Some(run) if open => run.push(end),
            _ => runs.push(vec![begin, end]),
        }
        open = other.0 <= to;
    }
    runs
}

/// The widest of some texts, in pixels.
pub(super) fn widest_px<'t>(texts: impl IntoIterator<Item = &'t str>, size_px: f64) -> i32 {
    let widest = texts
        .into_iter()
        .fold(0.0_f64, |widest, text| widest.max(text_width_px(text, size_px)));
    whole(widest.ceil())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_at_the_ends_of_its_axis() {
        let line = [(0.0, 0.0), (10.0, 10.0), (20.0, 0.0), (30.0, 0.0)];
        assert_eq!(clipped(&line, 5.0, 15.0), [vec![(5.0, 5.0), (10.0, 10.0), (15.0, 5.0)]]);
        assert_eq!(clipped(&line, -5.0, 50.0), [line.to_vec()]);
        assert!(clipped(&line, 40.0, 50.0).is_empty());
    }
}
