//! What a figure of series shows in a range: the values of its parts, what others said, and changes of holder.

use timeline_core::{
    date::{Day, DayRange, PartialDate, Precision},
    model::{EventFamily, Interval, Part, Reference, Series, SeriesFigure, Start, TenureIx},
    order::sort_by_key,
};

use super::{
    days_since::decimal,
    table_twin::{Cell, TableTwin},
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{date_after_since, day_text, fill, month_year, partial_date, tenths},
};

/// A value of a part.
pub(super) struct Value<'a> {
    /// The part, by its position.
    pub(super) part: usize,
    /// The step of its series.
    pub(super) interval: Interval,
    /// The days that it is of.
    pub(super) period: DayRange,
    /// The value in tenths of the figure's unit.
    pub(super) tenths: i32,
    /// What is to be known of it: that it rests on a part of its days, for example.
    pub(super) note: Option<&'a str>,
}

/// A row of the table.
pub(super) enum Row<'a> {
    /// A value.
    Value(Value<'a>),
    /// A value that somebody gave.
    Reference(&'a Reference),
    /// Somebody took up a marked office.
    Change(TenureIx),
}

/// The rows of a figure in a range: part by part, then what others said, then the changes.
pub(super) fn rows(figure: &SeriesFigure, range: DayRange) -> Vec<Row<'_>> {
    let dataset = use_dataset();
    let values = figure.parts.iter().enumerate().flat_map(|(position, part)| {
        let series = dataset.series.get(usize::from(part.series));
        series.into_iter().flat_map(move |series| {
            let value = move |point: &timeline_core::model::Point| {
                let period = period(series.interval, point.day);
                let note = series.breaks.iter().find(|one| is_at(one.at, period));
                period.overlaps(range).then(|| {
                    Row::Value(Value {
                        part: position,
                        interval: series.interval,
                        period,
                        tenths: divided(point.tenths, part),
                        note: note.map(|one| &*one.note),
                    })
                })
            };
            series.points.iter().filter_map(value)
        })
    });
    let references = figure
        .references
        .iter()
        .filter(move |one| reference_days(one, range).overlaps(range))
        .map(Row::Reference);
    let changes = figure
        .marked_offices
        .iter()
        .flat_map(|&office| dataset.tenures_of(office))
        .filter(|&ix| is_marked(ix))
        .filter(|&ix| {
            let day = change_day(ix);
            range.from <= day && day <= range.to
        });
    let mut changes: Vec<TenureIx> = changes.collect();
    sort_by_key(&mut changes, |&ix| change_day(ix));
    values
        .chain(references)
        .chain(changes.into_iter().map(Row::Change))
        .collect()
}

/// Whether a note that is dated so is of the value of a period.
fn is_at(date: PartialDate, period: DayRange) -> bool {
    date.earliest() < period.to && date.latest() >= period.from
}

/// Whether somebody is known to have taken up an office in a month that the sources give.
fn is_marked(ix: TenureIx) -> bool {
    let tenure = use_dataset().tenure(ix);
    let is_known =
        matches!(tenure.start, Start::On(date) if date.precision() != Precision::Year && !date.is_approximate());
    is_known && tenure.continues.is_none()
}

/// How many changes of holder of the marked offices are not marked, since their month is not known.
pub(super) fn not_marked(figure: &SeriesFigure) -> usize {
    let dataset = use_dataset();
    let changes = figure
        .marked_offices
        .iter()
        .flat_map(|&office| dataset.tenures_of(office));
    changes
        .filter(|&ix| dataset.tenure(ix).continues.is_none() && !is_marked(ix))
        .count()
}

/// A value divided as its part says, rounded.
pub(super) fn divided(tenths: i32, part: &Part) -> i32 {
    let divisor = i32::from(part.divisor);
    (tenths + divisor / 2).div_euclid(divisor)
}

/// The days that a value is of: a year's value is dated by its last day.
pub(super) fn period(interval: Interval, day: Day) -> DayRange {
    match interval {
        Interval::Day | Interval::Irregular => DayRange::new(day, day.plus(1)),
        Interval::Week => DayRange::new(day, day.plus(7)),
        Interval::Month => DayRange::new(day.first_of_month(), day.last_of_month().plus(1)),
        Interval::Year => DayRange::new(day.plus(1).plus_months(-12), day.plus(1)),
    }
}

/// The days over which a reference is drawn: to the end of a range when it has no last day.
pub(super) fn reference_days(reference: &Reference, range: DayRange) -> DayRange {
    let from = reference.from.unwrap_or(range.from);
    let open = range.to.min(use_dataset().as_of).max(from);
    DayRange::new(from, reference.to.map_or(open, |to| to.plus(1)))
}

/// The day at which somebody's taking up of an office is drawn.
pub(super) fn change_day(ix: TenureIx) -> Day {
    let date = use_dataset().tenure(ix).start.date();
    date.earliest().plus(date.earliest().days_until(date.latest()) / 2)
}

/// The records of a row: the event of a change first, since it opens.
pub(super) fn records_of(row: &Row<'_>) -> String {
    let dataset = use_dataset();
    match row {
        Row::Value(_) => String::new(),
        Row::Reference(reference) => reference
            .event
            .map_or_else(String::new, |ix| dataset.event(ix).id.to_string()),
        Row::Change(ix) => {
            let start = dataset.tenure(*ix).start.date();
            let event = dataset.events.iter().find(|event| {
                event.tenures.contains(ix)
                    && event.kind.family() == EventFamily::Changes
                    && event.date.earliest() <= start.latest().plus(1)
                    && event.date.latest() >= start.earliest().plus(-1)
            });
            let tenure = dataset.tenure(*ix).id.to_string();
            event.map_or_else(|| tenure.clone(), |event| [&event.id, " ", &*tenure].concat())
        }
    }
}

/// The period of a value in words, and for programs.
pub(super) fn period_cell(value: &Value<'_>) -> Cell {
    let t = use_locale();
    let (from, last) = (value.period.from, value.period.to.plus(-1));
    match value.interval {
        Interval::Day | Interval::Irregular => Cell::of(day_text(t, from), from.to_string()),
        Interval::Week => Cell::of(
            fill(t.chart_week, &[("day", &day_text(t, from))]),
            [&from.to_string(), "/", &last.to_string()].concat(),
        ),
        Interval::Month => Cell::of(month_year(t, from), from.to_string().chars().take(7).collect()),
        Interval::Year => Cell::of(
            fill(t.chart_year_to, &[("day", &day_text(t, last))]),
            [&from.to_string(), "/", &last.to_string()].concat(),
        ),
    }
}

/// The table of a figure in a range.
pub(super) fn table(figure: &SeriesFigure, range: DayRange) -> TableTwin {
    let (dataset, t) = (use_dataset(), use_locale());
    let label = |part: usize| figure.parts.get(part).map_or("", |part| &*part.label);
    let cells = |row: &Row<'_>| -> Vec<Cell> {
        match row {
            Row::Value(value) => vec![
                period_cell(value),
                label(value.part).into(),
                Cell::of(tenths(value.tenths), plain(value.tenths)),
                value.note.unwrap_or_default().into(),
            ],
            Row::Reference(reference) => vec![
                reference_cell(reference),
                reference.label.to_string().into(),
                Cell::of(tenths(reference.tenths), plain(reference.tenths)),
                reference.said.to_string().into(),
            ],
            Row::Change(ix) => {
                let tenure = dataset.tenure(*ix);
                let date = tenure.start.date();
                vec![
                    Cell::of(partial_date(t, date), date.to_string()),
                    fill(
                        t.chart_change_of,
                        &[("office", &dataset.office(tenure.office).short_title)],
                    )
                    .into(),
                    "".into(),
                    dataset.person(tenure.person).name.to_string().into(),
                ]
            }
        }
    };
    TableTwin {
        columns: vec![
            t.chart_col_period,
            t.chart_col_series,
            t.chart_col_value,
            t.chart_col_note,
        ],
        rows: rows(figure, range).iter().map(cells).collect(),
    }
}

fn plain(tenths: i32) -> String {
    if tenths % 10 == 0 {
        (tenths / 10).to_string()
    } else {
        decimal(tenths)
    }
}

fn reference_cell(reference: &Reference) -> Cell {
    let t = use_locale();
    match (reference.from, reference.to) {
        (Some(from), Some(to)) => Cell::of(
            fill(t.span, &[("from", &day_text(t, from)), ("to", &day_text(t, to))]),
            [&from.to_string(), "/", &to.to_string()].concat(),
        ),
        (Some(from), None) => Cell::of(
            fill(
                t.span_ongoing,
                &[("from", &date_after_since(t, PartialDate::from_day(from)))],
            ),
            [&from.to_string(), "/.."].concat(),
        ),
        (None, _) => "".into(),
    }
}

/// A computed value of a title: the greatest or the last whole one of a part, and when it was.
pub(super) fn computed(figure: &SeriesFigure, asked: &str) -> Option<String> {
    let (word, position) = asked.split_once('.')?;
    let part = figure.parts.get(position.parse::<usize>().ok()?)?;
    let series: &Series = use_dataset().series.get(usize::from(part.series))?;
    let value = |point: &timeline_core::model::Point| {
        let period = period(series.interval, point.day);
        let is_partial = series.interval != Interval::Day && series.breaks.iter().any(|one| is_at(one.at, period));
        (!is_partial).then(|| Value {
            part: 0,
            interval: series.interval,
            period,
            tenths: divided(point.tenths, part),
            note: None,
        })
    };
    let values = || series.points.iter().filter_map(value);
    let found = if word.starts_with("max") {
        // The first of those that are as great.
        values().rev().max_by_key(|value| value.tenths)?
    } else {
        values().next_back()?
    };
    Some(if word.ends_with("_when") {
        period_cell(&found).shown
    } else {
        tenths(found.tenths)
    })
}
