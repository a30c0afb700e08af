//! Dates and spans in words, by the patterns of a language.

use timeline_core::{
    date::{Day, PartialDate, Precision},
    model::{End, Start, Tenure},
    scale::ticks::{Tick, TickUnit},
};

use super::{Texts, text::fill};

/// The label of a calendar tick: "2018", "Mar" or "8 Mar".
#[must_use]
pub fn tick_label(t: &'static Texts, day: Day) -> String {
    let (year, month, of_month) = day.ymd();
    let months = month_short(t, month);
    match Tick::at(day).unit {
        TickUnit::Year => year.to_string(),
        TickUnit::Month => months.to_owned(),
        TickUnit::Day => fill(t.date_tick_form, &[("day", &of_month.to_string()), ("month", months)]),
    }
}

fn month_short(t: &'static Texts, month: i8) -> &'static str {
    let position = usize::try_from(month - 1).unwrap_or(0);
    t.months_short.split(' ').nth(position).unwrap_or_default()
}

fn month(t: &'static Texts, month: i8) -> &'static str {
    match month {
        1 => t.month_1,
        2 => t.month_2,
        3 => t.month_3,
        4 => t.month_4,
        5 => t.month_5,
        6 => t.month_6,
        7 => t.month_7,
        8 => t.month_8,
        9 => t.month_9,
        10 => t.month_10,
        11 => t.month_11,
        _ => t.month_12,
    }
}

/// "20 January 2017".
#[must_use]
pub fn day_text(t: &'static Texts, day: Day) -> String {
    let (year, of_year, of_month) = day.ymd();
    let (year, of_month) = (year.to_string(), of_month.to_string());
    fill(
        t.date_day_form,
        &[("day", &of_month), ("month", month(t, of_year)), ("year", &year)],
    )
}

/// "January 2017".
#[must_use]
pub fn month_year(t: &'static Texts, day: Day) -> String {
    let (year, of_year, _) = day.ymd();
    fill(
        t.date_month_form,
        &[("month", month(t, of_year)), ("year", &year.to_string())],
    )
}

/// "Jan 2017".
#[must_use]
pub fn month_year_short(t: &'static Texts, day: Day) -> String {
    let (year, month, _) = day.ymd();
    [month_short(t, month), " ", &year.to_string()].concat()
}

/// A date with only what is known of it, and its doubt.
#[must_use]
pub fn partial_date(t: &'static Texts, date: PartialDate) -> String {
    let day = date.earliest();
    let text = match date.precision() {
        Precision::Day => day_text(t, day),
        Precision::Month => month_year(t, day),
        Precision::Year => day.ymd().0.to_string(),
    };
    with_doubt(t, date, text)
}

/// The same where there is little room: "20 Jan 2017".
#[must_use]
pub fn partial_date_short(t: &'static Texts, date: PartialDate) -> String {
    let day = date.earliest();
    let text = match date.precision() {
        Precision::Day => [&day.ymd().2.to_string(), " ", &*month_year_short(t, day)].concat(),
        Precision::Month => month_year_short(t, day),
        Precision::Year => day.ymd().0.to_string(),
    };
    with_doubt(t, date, text)
}

fn with_doubt(t: &'static Texts, date: PartialDate, text: String) -> String {
    let text = if date.is_approximate() {
        fill(t.about, &[("date", &text)])
    } else {
        text
    };
    if date.is_uncertain() {
        fill(t.uncertain, &[("date", &text)])
    } else {
        text
    }
}

/// A date after "since": some languages have an article before a day, and none before a month or a year.
#[must_use]
pub fn date_after_since(t: &'static Texts, date: PartialDate) -> String {
    let text = partial_date(t, date);
    if date.precision() == Precision::Day && !date.is_approximate() {
        fill(t.date_whole, &[("date", &text)])
    } else {
        text
    }
}

/// When a tenure began, in words.
#[must_use]
pub fn start(t: &'static Texts, start: Start) -> String {
    match start {
        Start::On(date) => partial_date(t, date),
        Start::InPostBy(date) => fill(t.in_post_by, &[("date", &partial_date(t, date))]),
    }
}

/// When a tenure ended, or how its end is known, in words.
#[must_use]
pub fn end(t: &'static Texts, end: End) -> String {
    match end {
        End::On(date, _) => partial_date(t, date),
        End::OngoingAsOf(day) => fill(t.end_ongoing, &[("day", &day_text(t, day))]),
        End::UnknownAfter(date) => fill(t.end_unknown, &[("date", &partial_date(t, date))]),
    }
}

/// From when to when, short: "20 January 2017 – 30 January 2017".
#[must_use]
pub fn span(t: &'static Texts, tenure: &Tenure) -> String {
    span_with(t, tenure, partial_date, date_after_since)
}

/// The same where there is little room: "20 Jan 2017 – 30 Jan 2017".
#[must_use]
pub fn span_short(t: &'static Texts, tenure: &Tenure) -> String {
    span_with(t, tenure, partial_date_short, partial_date_short)
}

type DateText = fn(&'static Texts, PartialDate) -> String;

fn span_with(t: &'static Texts, tenure: &Tenure, plain: DateText, after_since: DateText) -> String {
    let from = match tenure.start {
        Start::On(date) if matches!(tenure.end, End::OngoingAsOf(_)) => after_since(t, date),
        Start::On(date) => plain(t, date),
        Start::InPostBy(date) => fill(t.in_post_by_short, &[("date", &after_since(t, date))]),
    };
    match tenure.end {
        End::On(date, _) => fill(t.span, &[("from", &from), ("to", &plain(t, date))]),
        End::OngoingAsOf(_) => fill(t.span_ongoing, &[("from", &from)]),
        End::UnknownAfter(date) => fill(t.span_unknown, &[("from", &from), ("to", &plain(t, date))]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{EN, spanish};

    #[test]
    fn dates_of_both_halves_of_a_century_are_written_in_both_languages() {
        let cases = [
            ("1903-01-31", "31 January 1903", "31 de enero de 1903"),
            ("1999-09-01", "1 September 1999", "1 de septiembre de 1999"),
            ("2017-12-20", "20 December 2017", "20 de diciembre de 2017"),
            ("2076-05", "May 2076", "mayo de 2076"),
            ("2023~", "about 2023", "alrededor de 2023"),
            (
                "2026-05-31?",
                "31 May 2026 (uncertain)",
                "31 de mayo de 2026 (fecha incierta)",
            ),
        ];
        for (written, english, other) in cases {
            let date = PartialDate::parse(written).unwrap();
            assert_eq!(partial_date(&EN, date), english);
            assert_eq!(partial_date(spanish(), date), other);
        }
        let since = |written: &str| date_after_since(spanish(), PartialDate::parse(written).unwrap());
        assert_eq!(since("2017-01-20"), "el 20 de enero de 2017");
        assert_eq!(since("2017-01"), "enero de 2017");
        let short = |t, written: &str| partial_date_short(t, PartialDate::parse(written).unwrap());
        assert_eq!(short(&EN, "2017-01-20"), "20 Jan 2017");
        assert_eq!(short(spanish(), "2017-09-20"), "20 sept 2017");
    }

    #[test]
    fn dates_say_only_what_is_known() {
        let cases = [
            ("2017-01-30", "30 January 2017"),
            ("2017-11", "November 2017"),
            ("2023~", "about 2023"),
            ("2025?", "2025 (uncertain)"),
        ];
        for (written, words) in cases {
            assert_eq!(partial_date(&EN, PartialDate::parse(written).unwrap()), words);
        }
    }
}
