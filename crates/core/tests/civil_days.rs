//! Civil days against another implementation of the calendar: every day from 1900-01-01 to 2100-12-31.

use time::{Date, Month, util};
use timeline_core::date::{Day, PartialDate};

const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;

/// The days of those years as the other implementation counts them on, with what core makes of each.
#[cfg(test)]
fn days() -> impl Iterator<Item = (Date, Day)> {
    let first = Date::from_calendar_date(1900, Month::January, 1).unwrap();
    let last = Date::from_calendar_date(2100, Month::December, 31).unwrap();
    std::iter::successors(Some(first), |date| date.next_day())
        .take_while(move |date| *date <= last)
        .map(|date| (date, core_day(date)))
}

#[cfg(test)]
fn core_day(date: Date) -> Day {
    let (year, month, day) = numbers(date);
    Day::new(year, month, day).unwrap()
}

#[cfg(test)]
fn numbers(date: Date) -> (i16, i8, i8) {
    let month = u8::from(date.month()).try_into().unwrap();
    (date.year().try_into().unwrap(), month, date.day().try_into().unwrap())
}

#[cfg(test)]
fn other_date(year: i16, month: i8, day: u8) -> Date {
    let month = Month::try_from(u8::try_from(month).unwrap()).unwrap();
    Date::from_calendar_date(year.into(), month, day).unwrap()
}

#[cfg(test)]
fn days_of(year: i16, month: i8) -> u8 {
    Month::try_from(u8::try_from(month).unwrap())
        .unwrap()
        .length(year.into())
}

#[test]
fn every_day_has_its_number_and_its_year_month_and_day() {
    let epoch = Date::from_calendar_date(1970, Month::January, 1)
        .unwrap()
        .to_julian_day();
    let mut count = 0;
    for (date, day) in days() {
        assert_eq!(day.epoch_days(), date.to_julian_day() - epoch, "{date}");
        assert_eq!(day.ymd(), numbers(date));
        assert_eq!(Day::from_epoch_days(day.epoch_days()), day);
        count += 1;
    }
    assert_eq!(count, 73_414);
}

#[test]
fn every_day_is_written_and_read() {
    for (date, day) in days() {
        let text = date.to_string();
        assert_eq!(day.to_string(), text);
        assert_eq!(Day::parse(&text), Some(day));
    }
}

#[test]
fn every_day_follows_the_one_before() {
    let mut pairs = days().zip(days().skip(1));
    assert!(pairs.all(|((_, day), (_, next))| {
        day < next && day.days_until(next) == 1 && day.plus(1) == next && next.plus(-1) == day
    }));
}

#[test]
fn every_day_is_as_far_from_the_first_and_from_two_leap_days_as_it_should_be() {
    let far = [
        other_date(1900, 1, 1),
        other_date(1904, 2, 29),
        other_date(2000, 2, 29),
        other_date(2100, 12, 31),
    ];
    for (date, day) in days() {
        for other in far {
            let apart = i32::try_from((other - date).whole_days()).unwrap();
            assert_eq!(day.days_until(core_day(other)), apart, "{date} to {other}");
            assert_eq!(day.plus(apart), core_day(other));
        }
    }
}

#[test]
fn a_month_has_its_days_and_no_more() {
    for year in YEARS {
        for month in 1..=12 {
            let count = i8::try_from(days_of(year, month)).unwrap();
            for day in -1..=40 {
                assert_eq!(Day::new(year, month, day).is_some(), (1..=count).contains(&day));
            }
        }
        for month in [i8::MIN, -1, 0, 13, i8::MAX] {
            assert_eq!(Day::new(year, month, 1), None);
        }
    }
}

#[test]
fn a_leap_year_has_its_day() {
    for year in YEARS {
        let is_leap = util::is_leap_year(year.into());
        assert_eq!(Day::new(year, 2, 29).is_some(), is_leap, "{year}");
        let (first, last) = (Day::new(year, 1, 1).unwrap(), Day::new(year, 12, 31).unwrap());
        assert_eq!(first.days_until(last) + 1, if is_leap { 366 } else { 365 });
    }
}

#[test]
fn every_day_lies_in_its_month_and_its_year() {
    for (date, day) in days() {
        let (year, month, _) = numbers(date);
        assert_eq!(day.first_of_month(), core_day(other_date(year, month, 1)));
        let last = other_date(year, month, days_of(year, month));
        assert_eq!(day.last_of_month(), core_day(last));
        assert_eq!(day.first_of_year(), core_day(other_date(year, 1, 1)));
        assert_eq!(day.last_of_year(), core_day(other_date(year, 12, 31)));
    }
}

#[test]
fn months_are_stepped_as_they_are_counted_one_by_one() {
    let all: Vec<Day> = YEARS
        .flat_map(|year| (1..=12).map(move |month| core_day(other_date(year, month, 1))))
        .collect();
    for (at, month) in all.iter().enumerate() {
        for other in all.iter().enumerate().step_by(7) {
            let step = i32::try_from(other.0).unwrap() - i32::try_from(at).unwrap();
            assert_eq!(month.plus_months(step), *other.1, "{month} and {step} months");
            assert_eq!(month.last_of_month().plus_months(step), *other.1);
        }
    }
}

#[test]
fn a_partial_date_spans_the_days_of_its_month_or_its_year() {
    for (date, day) in days() {
        let (year, month, _) = numbers(date);
        let (of_year, of_month) = (format!("{year:04}"), format!("{year:04}-{month:02}"));
        for (text, first, last) in [
            (of_year, other_date(year, 1, 1), other_date(year, 12, 31)),
            (
                of_month,
                other_date(year, month, 1),
                other_date(year, month, days_of(year, month)),
            ),
            (date.to_string(), date, date),
        ] {
            let partial = PartialDate::parse(&text).unwrap();
            assert_eq!(
                (partial.earliest(), partial.latest()),
                (core_day(first), core_day(last))
            );
            assert!(
                partial.earliest() <= day && day <= partial.latest(),
                "{text} holds {date}"
            );
        }
    }
}
