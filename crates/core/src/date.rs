//! Civil days and partial dates.
//!
//! A [`Day`] is a day of the proleptic Gregorian calendar, without time or zone.
//! A [`PartialDate`] is what a source gives: a day, a month or a year, perhaps
//! marked as approximate or uncertain. This is the only file that names the
//! date library.

use core::fmt;

use jiff_core::civil::{Date, UnixEpochDay};
use serde::{Deserialize, Serialize};

/// A civil day, counted in days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Day(i32);

/// The first day that a [`Day`] can be.
pub const FIRST_DAY: Day = Day(-719_162);
/// The last day that a [`Day`] can be.
pub const LAST_DAY: Day = Day(2_932_896);

impl Day {
    /// The day of a year, month (1 to 12) and day of the month; `None` if there is no such day.
    ///
    /// ```
    /// use timeline_core::date::Day;
    /// assert!(Day::new(2024, 2, 29).is_some());
    /// assert!(Day::new(2025, 2, 29).is_none());
    /// ```
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        Date::new(year, month, day)
            .ok()
            .map(|date| Self(date.to_unix_epoch_day().day()))
    }

    /// Reads `YYYY-MM-DD`; `None` for anything else or for a day that does not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let date = PartialDate::parse(text)?;
        (date.precision() == Precision::Day && !date.is_approximate() && !date.is_uncertain()).then(|| date.earliest())
    }

    /// The day with this count of days since 1970-01-01, kept within the calendar.
    #[must_use]
    pub fn from_epoch_days(days: i32) -> Self {
        Self(days.clamp(FIRST_DAY.0, LAST_DAY.0))
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn epoch_days(self) -> i32 {
        self.0
    }

    fn date(self) -> Date {
        UnixEpochDay::new(self.0).map_or(Date::MIN, UnixEpochDay::to_date)
    }

    /// Year, month (1 to 12) and day of the month.
    #[must_use]
    pub fn ymd(self) -> (i16, i8, i8) {
        let date = self.date();
        (date.year(), date.month(), date.day())
    }

    /// The day `days` later (earlier if negative), kept within the calendar.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self::from_epoch_days(self.0.saturating_add(days))
    }

    /// Days from `self` to `other`; negative if `other` is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i32 {
        other.0 - self.0
    }

    /// The first day of this day's month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        Self(self.date().first_of_month().to_unix_epoch_day().day())
    }

    /// The last day of this day's month.
    #[must_use]
    pub fn last_of_month(self) -> Self {
        Self(self.date().last_of_month().to_unix_epoch_day().day())
    }

    /// The first day of this day's year.
    #[must_use]
    pub fn first_of_year(self) -> Self {
        Self(self.date().first_of_year().to_unix_epoch_day().day())
    }

    /// The last day of this day's year.
    #[must_use]
    pub fn last_of_year(self) -> Self {
        Self(self.date().last_of_year().to_unix_epoch_day().day())
    }

    /// The first day of the month `months` after this day's month; the day itself when the calendar has no such month.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let (year, month, _) = self.ymd();
        let count = months.saturating_add(i32::from(year) * 12 + i32::from(month) - 1);
        let year = i16::try_from(count.div_euclid(12)).unwrap_or(i16::MAX);
        let month = i8::try_from(count.rem_euclid(12) + 1).unwrap_or(1);
        Self::new(year, month, 1).unwrap_or(self)
    }
}

impl fmt::Display for Day {
    /// `YYYY-MM-DD`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// How much of a date a source gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Precision {
    /// The year only.
    Year,
    /// Year and month.
    Month,
    /// The day.
    Day,
}

/// A date as far as sources give it: an inclusive span of days, with EDTF qualifiers.
///
/// ```
/// use timeline_core::date::PartialDate;
/// let month = PartialDate::parse("2017-11~").unwrap();
/// assert_eq!(month.earliest().to_string(), "2017-11-01");
/// assert_eq!(month.latest().to_string(), "2017-11-30");
/// assert!(month.is_approximate());
/// assert_eq!(month.to_string(), "2017-11~");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    earliest: Day,
    precision: Precision,
    approximate: bool,
    uncertain: bool,
}

impl PartialDate {
    /// A date known to the day.
    #[must_use]
    pub fn from_day(day: Day) -> Self {
        Self {
            earliest: day,
            precision: Precision::Day,
            approximate: false,
            uncertain: false,
        }
    }

    /// Reads an EDTF level 0 date with an optional qualifier: `2017`, `2017-01`,
    /// `2017-01-30`, each perhaps followed by `~`, `?` or `%`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (digits, approximate, uncertain) = match text.as_bytes().last()? {
            b'~' => (text.get(..text.len() - 1)?, true, false),
            b'?' => (text.get(..text.len() - 1)?, false, true),
            b'%' => (text.get(..text.len() - 1)?, true, true),
            _ => (text, false, false),
        };
        let mut parts = digits.split('-');
        let year = number(parts.next()?, 4)?;
        let month = parts.next().map(|part| number(part, 2));
        let day = parts.next().map(|part| number(part, 2));
        if parts.next().is_some() {
            return None;
        }
        let month_of = |part: Option<Option<i16>>| match part {
            None => Some(None),
            Some(value) => i8::try_from(value?).ok().map(Some),
        };
        let (month, day) = (month_of(month)?, month_of(day)?);
        let precision = match (month, day) {
            (None, _) => Precision::Year,
            (Some(_), None) => Precision::Month,
            (Some(_), Some(_)) => Precision::Day,
        };
        let earliest = Day::new(year, month.unwrap_or(1), day.unwrap_or(1))?;
        Some(Self {
            earliest,
            precision,
            approximate,
            uncertain,
        })
    }

    /// The first day that the date can mean.
    #[must_use]
    pub fn earliest(self) -> Day {
        self.earliest
    }

    /// The last day that the date can mean.
    #[must_use]
    pub fn latest(self) -> Day {
        match self.precision {
            Precision::Day => self.earliest,
            Precision::Month => self.earliest.last_of_month(),
            Precision::Year => self.earliest.last_of_year(),
        }
    }

    /// How much of the date is given.
    #[must_use]
    pub fn precision(self) -> Precision {
        self.precision
    }

    /// Whether the date is marked as approximate (`~` or `%`).
    #[must_use]
    pub fn is_approximate(self) -> bool {
        self.approximate
    }

    /// Whether the date is marked as uncertain (`?` or `%`).
    #[must_use]
    pub fn is_uncertain(self) -> bool {
        self.uncertain
    }

    /// Whether the date is one day, without a qualifier.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.precision == Precision::Day && !self.approximate && !self.uncertain
    }
}

fn number(text: &str, digits: usize) -> Option<i16> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

impl fmt::Display for PartialDate {
    /// The EDTF text that [`PartialDate::parse`] reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.earliest.ymd();
        match self.precision {
            Precision::Year => write!(f, "{year:04}")?,
            Precision::Month => write!(f, "{year:04}-{month:02}")?,
            Precision::Day => write!(f, "{year:04}-{month:02}-{day:02}")?,
        }
        f.write_str(match (self.approximate, self.uncertain) {
            (false, false) => "",
            (true, false) => "~",
            (false, true) => "?",
            (true, true) => "%",
        })
    }
}

/// A half-open span of days: `from` is in it, `to` is not. `from <= to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DayRange {
    /// The first day.
    pub from: Day,
    /// The day after the last.
    pub to: Day,
}

impl DayRange {
    /// The range from `from` up to `to`; an empty range at `from` when `to` is earlier.
    #[must_use]
    pub fn new(from: Day, to: Day) -> Self {
        Self { from, to: to.max(from) }
    }

    /// The number of days in the range.
    #[must_use]
    pub fn len_days(self) -> i32 {
        self.from.days_until(self.to)
    }

    /// Whether the two ranges share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.from < other.to && other.from < self.to
    }

    /// Whether the day is in the range.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && day < self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn partial_dates_keep_only_the_digits_given() {
        let cases = [
            ("2017", "2017-01-01", "2017-12-31"),
            ("2016-02", "2016-02-01", "2016-02-29"),
            ("2017-01-30", "2017-01-30", "2017-01-30"),
            ("2023~", "2023-01-01", "2023-12-31"),
        ];
        for (text, earliest, latest) in cases {
            let date = PartialDate::parse(text).unwrap();
            assert_eq!(date.earliest().to_string(), earliest, "{text}");
            assert_eq!(date.latest().to_string(), latest, "{text}");
            assert_eq!(date.to_string(), text);
        }
    }

    #[test]
    fn malformed_dates_are_refused() {
        for text in [
            "",
            "17",
            "2017-",
            "2017-13",
            "2017-1-1",
            "2025-02-29",
            "2017-01-30T00",
            "2017~~",
            "-2017",
            "２０１７",
            "2017-01-30-01",
            "~",
        ] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
        assert_eq!(Day::parse("2017-01"), None);
        assert_eq!(Day::parse("2017-01-30?"), None);
    }

    #[test]
    fn the_calendar_has_limits() {
        assert_eq!(FIRST_DAY.to_string(), "0001-01-01");
        assert_eq!(LAST_DAY.to_string(), "9999-12-31");
        assert_eq!(LAST_DAY.plus(10), LAST_DAY);
    }

    #[test]
    fn months_are_added_across_years() {
        let day = Day::parse("2017-11-14").unwrap();
        assert_eq!(day.plus_months(2).to_string(), "2018-01-01");
        assert_eq!(day.plus_months(-11).to_string(), "2016-12-01");
        for months in [i32::MIN, -2018 * 12, 8000 * 12, i32::MAX] {
            assert_eq!(day.plus_months(months), day, "{months}");
        }
    }

    /// Days from 1 January 1970 by counting years and months, as a reference.
    fn reference_epoch_days(year: i32, month: i32, day: i32) -> i32 {
        let shifted = if month <= 2 { year - 1 } else { year };
        let era = shifted.div_euclid(400);
        let of_era = shifted - era * 400;
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    proptest! {
        #[test]
        fn civil_arithmetic_agrees_with_a_reference(year in 1900i16..=2100, month in 1i8..=12, day in 1i8..=28) {
            let civil = Day::new(year, month, day).unwrap();
            prop_assert_eq!(civil.epoch_days(), reference_epoch_days(year.into(), month.into(), day.into()));
            prop_assert_eq!(civil.ymd(), (year, month, day));
            prop_assert_eq!(Day::parse(&civil.to_string()), Some(civil));
        }

        #[test]
        fn adding_days_is_undone_by_subtracting(days in -60_000i32..60_000, step in -20_000i32..20_000) {
            let day = Day::from_epoch_days(days);
            prop_assert_eq!(day.plus(step).plus(-step), day);
            prop_assert_eq!(day.days_until(day.plus(step)), step);
        }
    }
}
