//! Two fingers on the timeline: the days under them stay under them.

use timeline_core::date::DayRange;

use crate::platform::gesture::{Place, whole};

/// The closest that two fingers count as, in pixels.
const CLOSEST_PX: f64 = 24.0;

/// The range after two fingers have gone from two pixels of the window to two others.
#[must_use]
pub(super) fn pinched(range: DayRange, track: Place, begin: [f64; 2], now: [f64; 2]) -> DayRange {
    let sorted = |[one, other]: [f64; 2]| if one <= other { [one, other] } else { [other, one] };
    let (begin, now) = (sorted(begin), sorted(now));
    let apart = |[one, other]: [f64; 2]| (other - one).max(CLOSEST_PX);
    let span = f64::from(range.len_days());
    let new_span = span * apart(begin) / apart(now);
    let day = (begin[0] - track.left_px) / track.width_px * span;
    let from = range
        .from
        .plus(whole(day - (now[0] - track.left_px) / track.width_px * new_span));
    DayRange::new(from, from.plus(whole(new_span).max(1)))
}

#[cfg(test)]
mod tests {
    use timeline_core::date::Day;

    use super::*;

    #[test]
    fn spreading_zooms_in_and_what_was_under_the_fingers_stays_there() {
        let day = Day::from_epoch_days;
        let track = Place {
            left_px: 0.0,
            width_px: 400.0,
        };
        let range = DayRange::new(day(0), day(4000));
        let zoomed = pinched(range, track, [100.0, 300.0], [50.0, 350.0]);
        assert_eq!(zoomed.len_days(), 2667);
        assert_eq!(zoomed.from, day(667));
        let moved = pinched(range, track, [100.0, 300.0], [140.0, 340.0]);
        assert_eq!(moved, DayRange::new(day(-400), day(3600)));
    }
}
