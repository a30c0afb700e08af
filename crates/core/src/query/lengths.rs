//! How long tenures lasted, as ranges where their dates are uncertain.

use crate::{
    date::Day,
    model::{End, Start, Tenure},
};

/// The number of days of a tenure: `min_days..=max_days`.
///
/// Days are counted from the first day up to, not including, the last, so that
/// a change of holder on one day counts that day once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Length {
    /// The least that the dates allow.
    pub min_days: i32,
    /// The most that the dates allow; `None` where a start or an end was not found.
    pub max_days: Option<i32>,
    /// Whether the tenure goes on: the days are those up to `as_of`.
    pub ongoing: bool,
}

impl Length {
    /// Whether it is one number of days.
    #[must_use]
    pub fn is_exact(self) -> bool {
        self.max_days == Some(self.min_days)
    }
}

/// The first and last day on which a tenure can have begun; the first is `None` when nothing bounds it.
#[must_use]
pub fn start_span(start: Start) -> (Option<Day>, Day) {
    match start {
        Start::On(date) => (Some(date.earliest()), date.latest()),
        Start::InPostBy(date) => (None, date.latest()),
    }
}

/// The first and last day on which a tenure can have ended; the last is `None` when nothing bounds it.
///
/// An open tenure ends on `as_of`.
#[must_use]
pub fn end_span(end: End, as_of: Day) -> (Day, Option<Day>) {
    match end {
        End::On(date, _) => (date.earliest(), Some(date.latest())),
        End::OngoingAsOf(_) => (as_of, Some(as_of)),
        End::UnknownAfter(date) => (date.earliest(), None),
    }
}

/// How long a tenure lasted.
#[must_use]
pub fn length(tenure: &Tenure, as_of: Day) -> Length {
    span_length(tenure.start, tenure.end, as_of)
}

/// How long the time from a start to an end lasted.
#[must_use]
pub fn span_length(start: Start, end: End, as_of: Day) -> Length {
    let (first_start, last_start) = start_span(start);
    let (first_end, last_end) = end_span(end, as_of);
    Length {
        min_days: last_start.days_until(first_end).max(0),
        max_days: match (first_start, last_end) {
            (Some(from), Some(to)) => Some(from.days_until(to).max(0)),
            (None, _) | (_, None) => None,
        },
        ongoing: matches!(end, End::OngoingAsOf(_)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{date::PartialDate, model::EndReason};

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).unwrap()
    }

    #[test]
    fn uncertain_dates_give_ranges() {
        let as_of = Day::parse("2026-09-18").unwrap();
        let on = |text| End::On(date(text), EndReason::Retired);
        let cases = [
            (Start::On(date("2017-01-20")), on("2017-01-30"), 10, Some(10)),
            (Start::On(date("2019-07")), on("2020-08"), 367, Some(427)),
            (
                Start::InPostBy(date("2018-07")),
                End::UnknownAfter(date("2018-07")),
                0,
                None,
            ),
            (Start::On(date("2026-05-31")), End::OngoingAsOf(as_of), 110, Some(110)),
            (Start::On(date("2019")), on("2019"), 0, Some(364)),
        ];
        for (start, end, min_days, max_days) in cases {
            let length = span_length(start, end, as_of);
            assert_eq!((length.min_days, length.max_days), (min_days, max_days), "{start:?}");
        }
    }

    #[test]
    fn a_length_is_exact_where_the_dates_allow_one_number_of_days() {
        let as_of = Day::parse("2026-09-18").unwrap();
        let is_exact = |start, end| span_length(start, end, as_of).is_exact();
        let on = |text| End::On(date(text), EndReason::Retired);
        let from = Start::On(date("2017-01-20"));
        assert!(is_exact(from, on("2017-01-30")));
        assert!(is_exact(from, End::OngoingAsOf(as_of)));
        assert!(!is_exact(from, on("2017-02")));
        assert!(!is_exact(from, End::UnknownAfter(date("2017-01-30"))));
        assert!(!is_exact(Start::InPostBy(date("2017-01-20")), on("2017-01-30")));
    }
}
