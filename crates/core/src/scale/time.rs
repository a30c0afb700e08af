//! A linear scale from days to pixels, and how a range of days is panned and zoomed.

use crate::date::{Day, DayRange};

/// The fewest days that a range can be zoomed to.
pub const MIN_SPAN_DAYS: i32 = 14;

/// Maps `domain` linearly onto `0.0..=width_px`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    domain: DayRange,
    width_px: f64,
}

impl TimeScale {
    /// A scale of a domain of at least one day onto a width of at least one pixel.
    #[must_use]
    pub fn new(domain: DayRange, width_px: f64) -> Self {
        let to = domain.to.max(domain.from.plus(1));
        Self {
            domain: DayRange::new(domain.from, to),
            width_px: width_px.max(1.0),
        }
    }

    /// The days shown.
    #[must_use]
    pub fn domain(&self) -> DayRange {
        self.domain
    }

    /// The width in pixels.
    #[must_use]
    pub fn width_px(&self) -> f64 {
        self.width_px
    }

    /// Pixels of one day.
    #[must_use]
    pub fn px_per_day(&self) -> f64 {
        self.width_px / f64::from(self.domain.len_days())
    }

    /// The pixel at which a day begins; outside of `0.0..=width_px` for a day outside of the domain.
    ///
    /// ```
    /// use timeline_core::{date::{Day, DayRange}, scale::time::TimeScale};
    /// let from = Day::new(2017, 1, 1).unwrap();
    /// let scale = TimeScale::new(DayRange::new(from, from.plus(100)), 500.0);
    /// assert_eq!(scale.x_from_day(from.plus(10)), 50.0);
    /// assert_eq!(scale.day_from_x(50.0), from.plus(10));
    /// ```
    #[must_use]
    pub fn x_from_day(&self, day: Day) -> f64 {
        f64::from(self.domain.from.days_until(day)) * self.px_per_day()
    }

    /// The day at a pixel: the one whose begin is nearest.
    #[must_use]
    pub fn day_from_x(&self, x_px: f64) -> Day {
        self.domain.from.plus(round(x_px / self.px_per_day()))
    }
}

/// A number of days from a fraction of them, rounded half away from zero.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a float cast saturates, and a range of days is far smaller"
)]
fn round(days: f64) -> i32 {
    days.round() as i32
}

/// The range `by` times its own length later (earlier if negative), kept within `limits` with its length.
#[must_use]
pub fn pan(range: DayRange, by: f64, limits: DayRange) -> DayRange {
    pan_days(range, round(f64::from(range.len_days()) * by), limits)
}

/// The range some days later (earlier if negative), kept within `limits` with its length.
#[must_use]
pub fn pan_days(range: DayRange, days: i32, limits: DayRange) -> DayRange {
    let len = range.len_days().min(limits.len_days());
    let last = limits.to.plus(-len);
    let from = range.from.plus(days).clamp(limits.from, last);
    DayRange::new(from, from.plus(len))
}

/// The range zoomed by a factor (above 1: fewer days) so that `anchor` stays where it is,
/// within `limits` and not shorter than [`MIN_SPAN_DAYS`].
#[must_use]
pub fn zoom_at(range: DayRange, anchor: Day, factor: f64, limits: DayRange) -> DayRange {
    if !factor.is_finite() || factor <= 0.0 {
        return range;
    }
    let len = f64::from(range.len_days());
    let zoomed = round(len / factor).max(MIN_SPAN_DAYS).min(limits.len_days());
    let share = f64::from(range.from.days_until(anchor)) / len.max(1.0);
    let from = anchor.plus(-round(f64::from(zoomed) * share));
    pan_days(DayRange::new(from, from.plus(zoomed)), 0, limits)
}

/// A range put in order, within `limits` and not shorter than [`MIN_SPAN_DAYS`].
#[must_use]
pub fn bounded(from: Day, to: Day, limits: DayRange) -> DayRange {
    let (from, to) = if from <= to { (from, to) } else { (to, from) };
    let len = from.days_until(to).max(MIN_SPAN_DAYS);
    pan_days(DayRange::new(from, from.plus(len)), 0, limits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn limits() -> DayRange {
        DayRange::new(Day::new(2017, 1, 1).unwrap(), Day::new(2026, 10, 1).unwrap())
    }

    #[test]
    fn zooming_keeps_the_anchor_in_place() {
        let anchor = Day::new(2021, 1, 1).unwrap();
        let zoomed = zoom_at(limits(), anchor, 2.0, limits());
        let share = |range: DayRange| f64::from(range.from.days_until(anchor)) / f64::from(range.len_days());
        assert!((share(zoomed) - share(limits())).abs() < 0.001);
        assert_eq!(zoomed.len_days(), limits().len_days() / 2);
    }

    #[test]
    fn a_factor_that_is_no_number_changes_nothing() {
        for factor in [f64::NAN, f64::INFINITY, 0.0, -1.0] {
            assert_eq!(zoom_at(limits(), limits().from, factor, limits()), limits());
        }
    }

    proptest! {
        #[test]
        fn days_and_pixels_round_trip(width in 1u32..4000, span in 1i32..40_000, offset in 0i32..40_000) {
            let from = limits().from;
            let scale = TimeScale::new(DayRange::new(from, from.plus(span)), f64::from(width));
            let day = from.plus(offset % span);
            prop_assert_eq!(scale.day_from_x(scale.x_from_day(day)), day);
        }

        #[test]
        fn no_gesture_leaves_the_limits(start in -5000i32..5000, len in 1i32..9000, by in -9.0..9.0f64, factor in 0.01..100.0f64, anchor in -5000i32..5000) {
            let from = limits().from.plus(start);
            let range = bounded(from, from.plus(len), limits());
            for moved in [range, pan(range, by, limits()), zoom_at(range, limits().from.plus(anchor), factor, limits())] {
                prop_assert!(moved.from >= limits().from && moved.to <= limits().to);
                prop_assert!(moved.len_days() >= MIN_SPAN_DAYS);
            }
            prop_assert_eq!(pan(range, by, limits()).len_days(), range.len_days());
        }
    }

    #[test]
    fn a_range_is_moved_by_a_share_of_its_own_length() {
        let from = Day::new(2020, 1, 1).unwrap();
        let range = DayRange::new(from, from.plus(100));
        for (by, days) in [(0.5, 50), (-0.25, -25), (2.0, 200)] {
            let moved = pan(range, by, limits());
            assert_eq!(moved, DayRange::new(from.plus(days), from.plus(days + 100)), "{by}");
        }
    }
}
