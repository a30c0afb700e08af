//! Words for the model's values. The only place that turns a date or a number into words.

use timeline_core::{
    date::{Day, PartialDate, Precision},
    model::{
        Capacity, Confidence, End, EndReason, EventFamily, EventKind, EvidenceField, SourceKind, Standing, Start,
        Tenure,
    },
    query::lengths::Length,
    scale::ticks::{Tick, TickUnit},
};

use super::Texts;

/// Puts values into a text's `{name}` places.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = text.to_owned();
    for (name, value) in values {
        filled = filled.replace(&["{", name, "}"].concat(), value);
    }
    filled
}

/// A whole number with its thousands apart ("3,528").
#[must_use]
pub fn number(value: i32) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::new();
    if value < 0 {
        text.push('−');
    }
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of tenths: "1,053" or "383.6".
#[must_use]
pub fn tenths(value: i32) -> String {
    match value.rem_euclid(10) {
        0 => number(value / 10),
        rest => [&number(value / 10), ".", &rest.to_string()].concat(),
    }
}

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

/// A number of days.
#[must_use]
pub fn days(t: &'static Texts, count: i32) -> String {
    if count == 1 {
        t.days_one.to_owned()
    } else {
        fill(t.days_other, &[("n", &number(count))])
    }
}

/// A length, with its range, and in months when it is longer than two.
#[must_use]
pub fn length(t: &'static Texts, length: Length) -> String {
    let min = number(length.min_days);
    match length.max_days {
        _ if length.ongoing => fill(t.days_so_far, &[("n", &min)]),
        Some(max) if max == length.min_days => {
            let months = (max * 100 + 1522) / 3044;
            let about = if max > 75 {
                fill(t.days_months, &[("n", &number(months))])
            } else {
                String::new()
            };
            days(t, max) + &about
        }
        Some(max) => fill(t.days_range, &[("min", &min), ("max", &number(max))]),
        None if length.min_days > 0 => fill(t.days_at_least, &[("n", &min)]),
        None => t.days_unknown.to_owned(),
    }
}

/// The name of a capacity.
#[must_use]
pub fn capacity(t: &'static Texts, capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Confirmed => t.capacity_confirmed,
        Capacity::Appointed => t.capacity_appointed,
        Capacity::Acting => t.capacity_acting,
        Capacity::PerformingDuties => t.capacity_performing_duties,
        Capacity::Interim => t.capacity_interim,
        Capacity::Unknown => t.capacity_unknown,
    }
}

/// A capacity within a sentence.
#[must_use]
pub fn capacity_word(t: &'static Texts, capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Confirmed => t.capacity_word_confirmed,
        Capacity::Appointed => t.capacity_word_appointed,
        Capacity::Acting => t.capacity_word_acting,
        Capacity::PerformingDuties => t.capacity_word_performing_duties,
        Capacity::Interim => t.capacity_word_interim,
        Capacity::Unknown => t.capacity_word_unknown,
    }
}

/// What a capacity means.
#[must_use]
pub fn capacity_about(t: &'static Texts, capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Confirmed => t.capacity_about_confirmed,
        Capacity::Appointed => t.capacity_about_appointed,
        Capacity::Acting => t.capacity_about_acting,
        Capacity::PerformingDuties => t.capacity_about_performing_duties,
        Capacity::Interim => t.capacity_about_interim,
        Capacity::Unknown => t.capacity_about_unknown,
    }
}

/// How a tenure ended.
#[must_use]
pub fn reason(t: &'static Texts, reason: EndReason) -> &'static str {
    match reason {
        EndReason::Resigned => t.reason_resigned,
        EndReason::Retired => t.reason_retired,
        EndReason::Reassigned => t.reason_reassigned,
        EndReason::Removed => t.reason_removed,
        EndReason::Promoted => t.reason_promoted,
        EndReason::Transition => t.reason_transition,
        EndReason::TermEnded => t.reason_term_ended,
        EndReason::DetailEnded => t.reason_detail_ended,
        EndReason::TitleChanged => t.reason_title_changed,
        EndReason::Died => t.reason_died,
        EndReason::Unknown => t.reason_unknown,
    }
}

/// The name of a kind of event.
#[must_use]
pub fn kind(t: &'static Texts, kind: EventKind) -> &'static str {
    match kind {
        EventKind::Appointment => t.kind_appointment,
        EventKind::Nomination => t.kind_nomination,
        EventKind::Withdrawal => t.kind_withdrawal,
        EventKind::Confirmation => t.kind_confirmation,
        EventKind::Reassignment => t.kind_reassignment,
        EventKind::Resignation => t.kind_resignation,
        EventKind::Retirement => t.kind_retirement,
        EventKind::Removal => t.kind_removal,
        EventKind::PlannedChange => t.kind_planned_change,
        EventKind::Report => t.kind_report,
        EventKind::Policy => t.kind_policy,
        EventKind::Target => t.kind_target,
        EventKind::Statistic => t.kind_statistic,
        EventKind::Operation => t.kind_operation,
        EventKind::Court => t.kind_court,
        EventKind::Statement => t.kind_statement,
        EventKind::Legislation => t.kind_legislation,
        EventKind::Incident => t.kind_incident,
    }
}

/// The name of a lane of events.
#[must_use]
pub fn family(t: &'static Texts, family: EventFamily) -> &'static str {
    match family {
        EventFamily::Changes => t.family_changes,
        EventFamily::Nominations => t.family_nominations,
        EventFamily::Reports => t.family_reports,
        EventFamily::Targets => t.family_targets,
        EventFamily::Operations => t.family_operations,
        EventFamily::Courts => t.family_courts,
    }
}

/// How an event is known.
#[must_use]
pub fn standing(t: &'static Texts, standing: Standing) -> &'static str {
    match standing {
        Standing::Official => t.standing_official,
        Standing::OnRecord => t.standing_on_record,
        Standing::AnonymousSources => t.standing_anonymous_sources,
        Standing::Analysis => t.standing_analysis,
        Standing::Planned => t.standing_planned,
    }
}

/// How sure a record is.
#[must_use]
pub fn confidence(t: &'static Texts, confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => t.confidence_high,
        Confidence::Medium => t.confidence_medium,
        Confidence::Low => t.confidence_low,
    }
}

/// How sure a record is, as a choice.
#[must_use]
pub fn confidence_short(t: &'static Texts, confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => t.confidence_short_high,
        Confidence::Medium => t.confidence_short_medium,
        Confidence::Low => t.confidence_short_low,
    }
}

/// The name of a field.
#[must_use]
pub fn field(t: &'static Texts, field: EvidenceField) -> &'static str {
    match field {
        EvidenceField::Person => t.field_person,
        EvidenceField::Title => t.field_title,
        EvidenceField::Capacity => t.field_capacity,
        EvidenceField::Start => t.field_start,
        EvidenceField::End => t.field_end,
        EvidenceField::EndReason => t.field_end_reason,
        EvidenceField::Date => t.field_date,
        EvidenceField::Kind => t.field_kind,
        EvidenceField::Standing => t.field_standing,
        EvidenceField::Summary => t.field_summary,
    }
}

/// The kind of a source.
#[must_use]
pub fn source_kind(t: &'static Texts, kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Official => t.source_kind_official,
        SourceKind::News => t.source_kind_news,
        SourceKind::Reference => t.source_kind_reference,
        SourceKind::Dataset => t.source_kind_dataset,
        SourceKind::Court => t.source_kind_court,
        SourceKind::Congress => t.source_kind_congress,
    }
}

#[cfg(test)]
mod tests {
    use timeline_core::{model::Language, translation};

    use super::*;
    use crate::{embedded, i18n::EN};

    fn spanish() -> &'static Texts {
        let file = embedded::translation(Language::Spanish).unwrap();
        let texts = translation::Texts::read(file, Texts::COUNT).unwrap();
        Box::leak(Box::new(Texts::of(texts.interface)))
    }

    #[test]
    fn days_are_counted_in_both_languages() {
        let cases = [
            (0, "0 days", "0 días"),
            (1, "1 day", "1 día"),
            (2, "2 days", "2 días"),
            (21, "21 days", "21 días"),
            (3528, "3,528 days", "3,528 días"),
        ];
        for (count, english, other) in cases {
            assert_eq!(days(&EN, count), english);
            assert_eq!(days(spanish(), count), other);
        }
    }

    #[test]
    fn dates_of_both_halves_of_a_century_are_written_in_both_languages() {
        let cases = [
            ("1903-01-31", "31 January 1903", "31 de enero de 1903"),
            ("1999-09-01", "1 September 1999", "1 de septiembre de 1999"),
            ("2017-12-20", "20 December 2017", "20 de diciembre de 2017"),
            ("2076-05", "May 2076", "mayo de 2076"),
            ("2023~", "about 2023", "hacia 2023"),
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

    #[test]
    fn numbers_have_their_thousands_apart() {
        assert_eq!(number(3528), "3,528");
        assert_eq!(number(12), "12");
        assert_eq!(number(1_234_567), "1,234,567");
    }

    #[test]
    fn lengths_show_their_doubt() {
        let of = |min_days, max_days, ongoing| {
            length(
                &EN,
                Length {
                    min_days,
                    max_days,
                    ongoing,
                },
            )
        };
        assert_eq!(of(10, Some(10), false), "10 days");
        assert_eq!(of(448, Some(448), false), "448 days (about 15 months)");
        assert_eq!(of(367, Some(426), false), "367–426 days");
        assert_eq!(of(300, None, false), "at least 300 days");
        assert_eq!(of(110, Some(110), true), "110 days so far");
    }
}
