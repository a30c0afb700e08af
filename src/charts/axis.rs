//! The axes of our charts as plotters takes them: days by the civil-day scale, or plain numbers.

use std::ops::Range;

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};
use timeline_core::{
    date::{Day, DayRange},
    scale::{ticks::ticks, time::TimeScale},
};

/// An axis: its values are numbers, or epoch days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Axis {
    /// Days, from the first at the low end.
    Days(DayRange),
    /// Numbers from the first to the second.
    Numbers(f64, f64),
}

impl Axis {
    /// The ends of the axis.
    fn ends(self) -> (f64, f64) {
        match self {
            Self::Days(range) => (on_axis(range.from), on_axis(range.to)),
            Self::Numbers(from, to) => (from, to),
        }
    }
}

/// A day as a value of an axis.
pub(super) fn on_axis(day: Day) -> f64 {
    f64::from(day.epoch_days())
}

impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let (from, to) = self.ends();
        let span = if (to - from).abs() < 1e-9 { 1.0 } else { to - from };
        let px = whole((value - from) / span * f64::from(limit.1 - limit.0));
        limit.0.saturating_add(px)
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        let most = hint.max_num_points();
        match *self {
            Self::Days(range) => {
                let width_px = f64::from(u32::try_from(most).unwrap_or(u32::MAX)) * 46.0;
                ticks(&TimeScale::new(range, width_px))
                    .iter()
                    .map(|tick| on_axis(tick.day))
                    .collect()
            }
            Self::Numbers(from, to) => {
                let step = step(to - from, most);
                let first = (from / step).ceil() * step;
                let count = whole((to - first) / step - 0.499).max(0);
                (0..=count).map(|count| first + f64::from(count) * step).collect()
            }
        }
    }

    fn range(&self) -> Range<f64> {
        let (from, to) = self.ends();
        from..to
    }
}

/// A step of 1, 2 or 5 times a power of ten that divides a span into at most so many parts.
fn step(span: f64, most: usize) -> f64 {
    let parts = f64::from(u32::try_from(most.max(1)).unwrap_or(u32::MAX));
    let mut unit = 1e-3;
    loop {
        for times in [1.0, 2.0, 5.0] {
            if span / (unit * times) <= parts {
                return unit * times;
            }
        }
        unit *= 10.0;
        if unit > 1e12 {
            return unit;
        }
    }
}

/// The next number of an axis at or above one, so that its last tick is its end.
pub(super) fn rounded_up(value: f64, most: usize) -> f64 {
    let step = step(value.max(1e-3), most);
    (value / step).ceil() * step
}

#[expect(clippy::cast_possible_truncation, reason = "a float cast saturates; pixels are few")]
pub(super) fn whole(px: f64) -> i32 {
    px.round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_ticked_by_round_steps() {
        assert_eq!(Axis::Numbers(0.0, 3528.0).key_points(4), [0.0, 1000.0, 2000.0, 3000.0]);
        assert_eq!(Axis::Numbers(0.0, 1.0).key_points(4), [0.0, 0.5, 1.0]);
        assert!((rounded_up(70_766.0, 5) - 80_000.0).abs() < 1e-6);
    }

    #[test]
    fn days_are_where_the_scale_has_them() {
        let day = |text: &str| Day::parse(text).unwrap();
        let range = DayRange::new(day("2017-01-01"), day("2026-10-01"));
        let (axis, scale) = (Axis::Days(range), TimeScale::new(range, 700.0));
        for text in ["2017-01-01", "2018-10-01", "2020-02-29", "2025-10-24", "2026-10-01"] {
            assert_eq!(
                axis.map(&on_axis(day(text)), (0, 700)),
                whole(scale.x_from_day(day(text)))
            );
        }
    }
}
