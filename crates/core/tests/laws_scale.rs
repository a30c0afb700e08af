//! Laws of the scale, its ticks, and how a range of days is moved.

use proptest::prelude::*;
use timeline_core::{
    date::{Day, DayRange},
    scale::{
        ticks::{Tick, TickUnit, ticks},
        time::{MIN_SPAN_DAYS, TimeScale, bounded, pan_days, zoom_at},
    },
};

#[cfg(test)]
fn limits() -> DayRange {
    DayRange::new(Day::from_epoch_days(10_000), Day::from_epoch_days(20_000))
}

#[cfg(test)]
fn any_scale() -> impl Strategy<Value = TimeScale> {
    (0_i32..30_000, 1_i32..20_000, 1_u32..4_000).prop_map(|(from, len, width)| {
        let from = Day::from_epoch_days(from);
        TimeScale::new(DayRange::new(from, from.plus(len)), f64::from(width))
    })
}

#[cfg(test)]
fn any_range() -> impl Strategy<Value = DayRange> {
    (10_000_i32..20_000, MIN_SPAN_DAYS..9_000)
        .prop_map(|(from, len)| bounded(Day::from_epoch_days(from), Day::from_epoch_days(from + len), limits()))
}

proptest! {
    #[test]
    fn a_later_day_is_further_to_the_right(scale in any_scale(), one in 0_i32..60_000, other in 0_i32..60_000) {
        let (one, other) = (Day::from_epoch_days(one), Day::from_epoch_days(other));
        let order = scale.x_from_day(one).total_cmp(&scale.x_from_day(other));
        prop_assert_eq!(order, one.cmp(&other));
    }

    #[test]
    fn no_day_further_to_the_right_is_earlier(scale in any_scale(), one in -5_000.0..9_000.0_f64, other in -5_000.0..9_000.0_f64) {
        let (left, right) = (one.min(other), one.max(other));
        prop_assert!(scale.day_from_x(left) <= scale.day_from_x(right));
    }

    #[test]
    fn the_domain_fills_the_width(scale in any_scale()) {
        let domain = scale.domain();
        prop_assert!(scale.x_from_day(domain.from).abs() < 1e-6);
        prop_assert!((scale.x_from_day(domain.to) - scale.width_px()).abs() < 1e-6);
    }

    #[test]
    fn a_tick_names_what_begins_on_its_day(scale in any_scale()) {
        let all = ticks(&scale);
        prop_assert!(all.windows(2).all(|pair| pair[0].day < pair[1].day));
        for tick in &all {
            prop_assert_eq!(*tick, Tick::at(tick.day));
            let is_year = tick.day == tick.day.first_of_year();
            let is_month = tick.day == tick.day.first_of_month();
            prop_assert_eq!(tick.unit == TickUnit::Year, is_year);
            prop_assert_eq!(tick.unit == TickUnit::Day, !is_month);
        }
    }

    #[test]
    fn more_width_has_room_for_as_many_ticks(scale in any_scale(), more in 1.0..20.0_f64) {
        let wider = TimeScale::new(scale.domain(), scale.width_px() * more);
        prop_assert!(ticks(&wider).len() >= ticks(&scale).len());
    }

    #[test]
    fn what_is_moved_there_and_back_is_where_it_was(range in any_range(), days in -9_000_i32..9_000) {
        let moved = pan_days(range, days, limits());
        let way = range.from.days_until(moved.from);
        prop_assert!(way == days || moved.from == limits().from || moved.to == limits().to);
        prop_assert_eq!(pan_days(moved, -way, limits()), range);
    }

    #[test]
    fn zooming_keeps_a_day_that_is_shown_where_it_is(range in any_range(), at in 0.0..1.0_f64, factor in 0.2..5.0_f64) {
        let anchor = TimeScale::new(range, 1.0).day_from_x(at);
        let zoomed = zoom_at(range, anchor, factor, limits());
        prop_assert!(zoomed.from <= anchor && anchor <= zoomed.to);
        if zoomed.from > limits().from && zoomed.to < limits().to {
            let before = TimeScale::new(range, 1.0).x_from_day(anchor);
            let moved = TimeScale::new(zoomed, 1.0).x_from_day(anchor) - before;
            prop_assert!(moved.abs() * f64::from(zoomed.len_days()) <= 1.0, "{moved}");
        }
    }

    #[test]
    fn zooming_by_more_shows_no_more_days(range in any_range(), anchor in 9_000_i32..21_000, one in 0.01..90.0_f64, other in 0.01..90.0_f64) {
        let days = |factor: f64| zoom_at(range, Day::from_epoch_days(anchor), factor, limits()).len_days();
        prop_assert!(days(one.max(other)) <= days(one.min(other)));
    }

    #[test]
    fn a_range_that_is_put_in_order_stays_so(from in 5_000_i32..25_000, to in 5_000_i32..25_000) {
        let (from, to) = (Day::from_epoch_days(from), Day::from_epoch_days(to));
        let range = bounded(from, to, limits());
        prop_assert_eq!(range, bounded(to, from, limits()));
        prop_assert_eq!(range, bounded(range.from, range.to, limits()));
    }
}
