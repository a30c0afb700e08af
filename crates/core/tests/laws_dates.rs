//! Laws of days, partial dates and ranges of days.

use proptest::prelude::*;
use timeline_core::date::{Day, DayRange, PartialDate, Precision};

#[cfg(test)]
fn any_day() -> impl Strategy<Value = Day> {
    (-719_162_i32..=2_932_896).prop_map(Day::from_epoch_days)
}

#[cfg(test)]
fn near_day() -> impl Strategy<Value = Day> {
    (17_000_i32..17_080).prop_map(Day::from_epoch_days)
}

#[cfg(test)]
fn near_range() -> impl Strategy<Value = DayRange> {
    (near_day(), near_day()).prop_map(|(from, to)| DayRange::new(from, to))
}

/// The text of a partial date, which need not be one of the calendar.
#[cfg(test)]
fn date_text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{4}(-[01][0-9](-[0-3][0-9])?)?[~?%]?",
        "[0-9~?%-]{0,12}",
        "\\PC{0,12}",
    ]
}

proptest! {
    #[test]
    fn what_is_read_as_a_partial_date_is_written_as_it_was(text in date_text()) {
        if let Some(date) = PartialDate::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn every_partial_date_is_read_as_it_is_written(day in any_day(), digits in prop::sample::select(vec![4_usize, 7, 10]), mark in "[~?%]?") {
        let text = [&day.to_string()[..digits], &mark].concat();
        let date = PartialDate::parse(&text);
        prop_assert_eq!(date.map(|date| date.to_string()), Some(text.clone()));
        prop_assert_eq!(date.and_then(|date| PartialDate::parse(&date.to_string())), date);
        prop_assert_eq!(date.map(PartialDate::is_exact), Some(text.len() == 10));
    }

    #[test]
    fn fewer_digits_mean_more_days_around_the_same(day in any_day()) {
        let text = day.to_string();
        let spans = [10, 7, 4].map(|digits| PartialDate::parse(&text[..digits]).unwrap());
        prop_assert_eq!(spans.map(PartialDate::precision), [Precision::Day, Precision::Month, Precision::Year]);
        prop_assert_eq!((spans[0].earliest(), spans[0].latest()), (day, day));
        for pair in spans.windows(2) {
            prop_assert!(pair[1].earliest() <= pair[0].earliest() && pair[0].latest() <= pair[1].latest());
        }
    }

    #[test]
    fn days_are_ordered_as_their_texts(one in any_day(), other in any_day()) {
        prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
    }

    #[test]
    fn steps_of_months_add_up(day in (-200_000_i32..200_000).prop_map(Day::from_epoch_days), one in -900_i32..900, other in -900_i32..900) {
        prop_assert_eq!(day.plus_months(one).plus_months(other), day.plus_months(one + other));
        prop_assert_eq!(day.plus_months(0), day.first_of_month());
    }

    #[test]
    fn a_day_that_is_out_of_the_calendar_is_its_nearest(day in any_day(), step in any::<i32>()) {
        let wanted = i64::from(day.epoch_days()) + i64::from(step);
        prop_assert_eq!(i64::from(day.plus(step).epoch_days()), wanted.clamp(-719_162, 2_932_896));
    }

    #[test]
    fn ranges_overlap_when_they_share_a_day(one in near_range(), other in near_range()) {
        let days = (17_000..17_080).map(Day::from_epoch_days);
        let shared = days.filter(|&day| one.contains(day) && other.contains(day)).count();
        prop_assert_eq!(one.overlaps(other) && one.len_days() > 0 && other.len_days() > 0, shared > 0);
        prop_assert_eq!(one.overlaps(other), other.overlaps(one));
    }

    #[test]
    fn a_range_has_as_many_days_as_it_contains(range in near_range()) {
        let days = (16_999..17_081).map(Day::from_epoch_days).filter(|&day| range.contains(day));
        prop_assert_eq!(i32::try_from(days.count()).unwrap(), range.len_days());
    }
}
