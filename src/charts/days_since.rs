//! Days since the last confirmed head, with the nominations since.

use timeline_core::{
    date::{Day, DayRange},
    model::{EventFamily, EventIx, PersonIx},
    order::sort_by_key,
    query::figures::head_figures,
};

use super::{
    axis::{Axis, on_axis, rounded_up, whole},
    chart::{Caption, Chart, Shown},
    display_list::{Anchor, DisplayList, Pen, ShapeClass},
    plot::{AXIS_PX, Frame, NAME_PX, plotted, widest_px},
    records::each_once,
    table_twin::{Cell, TableTwin},
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{day_text, fill, kind, number, partial_date},
};

const HEIGHT_PX: i32 = 320;

/// The figure, from the embedded dataset.
#[must_use]
pub(super) fn days_since() -> Chart {
    let (dataset, t) = (use_dataset(), use_locale());
    let figures = head_figures(dataset);
    let nominations = nominations(figures.since);
    let last = figures.last_confirmed.map(|ix| dataset.tenure(ix));
    let who = last
        .map(|tenure| dataset.person(tenure.person).name.to_string())
        .unwrap_or_default();
    let years = f64::from(figures.days_since) / 365.25;
    let title = fill(
        t.chart_since_title,
        &[
            ("agency", &dataset.site.agency_short),
            ("days", &number(figures.days_since)),
            ("years", &decimal(whole(years * 10.0))),
        ],
    );
    let of_events = nominations.iter().flat_map(|&ix| &dataset.event(ix).sources);
    let of_last = last.into_iter().flat_map(|tenure| &tenure.sources);
    Chart {
        id: "days-since-confirmed".to_owned(),
        caption: Caption {
            title,
            subtitle: fill(
                t.chart_since_subtitle,
                &[("person", &who), ("since", &day_text(t, figures.since))],
            ),
            unit: t.chart_lengths_unit.to_owned(),
            period: DayRange::new(figures.since, dataset.as_of),
            how_to_read: t.chart_since_how.to_owned(),
            caveats: vec![t.chart_since_caveat.to_owned()],
        },
        entries: Vec::new(),
        draw: Box::new(draw),
        table: Box::new(|shown| table(shown.range)),
        sources: each_once(of_last.chain(of_events).copied()),
        more: Vec::new(),
    }
}

/// A number of tenths with a point, for programs and for years.
pub(super) fn decimal(tenths: i32) -> String {
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string()].concat()
}

/// The nominations for the head office since a day, and what became of them, in time.
fn nominations(since: Day) -> Vec<EventIx> {
    let dataset = use_dataset();
    let mut found: Vec<EventIx> = dataset
        .event_ixs()
        .filter(|&ix| {
            let event = dataset.event(ix);
            event.kind.family() == EventFamily::Nominations
                && event.offices.contains(&dataset.site.head_office)
                && event.date.earliest() >= since
        })
        .collect();
    sort_by_key(&mut found, |&ix| dataset.event(ix).date.earliest());
    found
}

/// The nominees in time, each with the first and the last day of what became of the nomination.
fn runs(rows: &[Row]) -> Vec<(PersonIx, Day, Day)> {
    let dataset = use_dataset();
    let mut runs: Vec<(PersonIx, Day, Day)> = Vec::new();
    for row in rows {
        let Row::Event(ix) = row else { continue };
        let event = dataset.event(*ix);
        let (Some(&person), day) = (event.people.first(), day_of(row)) else {
            continue;
        };
        match runs.last_mut() {
            Some((before, _, last)) if *before == person => *last = day,
            _ => runs.push((person, day, day)),
        }
    }
    runs
}

/// What is drawn in a range: the begin, the nominations, the end.
enum Row {
    Day(Day, &'static str),
    Event(EventIx),
}

fn rows(range: DayRange) -> Vec<Row> {
    let (dataset, t) = (use_dataset(), use_locale());
    let since = head_figures(dataset).since;
    let events = nominations(since).into_iter().map(Row::Event);
    [Row::Day(since, t.chart_since_begin)]
        .into_iter()
        .chain(events)
        .chain([Row::Day(dataset.as_of, t.chart_since_end)])
        .filter(|row| {
            let day = day_of(row);
            range.from <= day && day <= range.to
        })
        .collect()
}

/// The first and the last day that a row can be of.
fn days_of(row: &Row) -> (Day, Day) {
    match row {
        Row::Day(day, _) => (*day, *day),
        Row::Event(ix) => {
            let date = use_dataset().event(*ix).date;
            (date.earliest(), date.latest())
        }
    }
}

/// The day at which a row is drawn: the middle of those that it can be of.
fn day_of(row: &Row) -> Day {
    let (first, last) = days_of(row);
    first.plus(first.days_until(last) / 2)
}

fn table(range: DayRange) -> TableTwin {
    let (dataset, t) = (use_dataset(), use_locale());
    let since = head_figures(dataset).since;
    let cells = |row: &Row| -> Vec<Cell> {
        let (first, last) = days_of(row);
        let (low, high) = (since.days_until(first), since.days_until(last));
        let days = if low == high {
            Cell::of(number(low), low.to_string())
        } else {
            Cell::of(
                [&number(low), "–", &number(high)].concat(),
                [&low.to_string(), "/", &high.to_string()].concat(),
            )
        };
        match row {
            Row::Day(day, what) => vec![
                Cell::of(day_text(t, *day), day.to_string()),
                days,
                (*what).into(),
                "".into(),
            ],
            Row::Event(ix) => {
                let event = dataset.event(*ix);
                vec![
                    Cell::of(partial_date(t, event.date), event.date.to_string()),
                    days,
                    kind(t, event.kind).into(),
                    event.headline.to_string().into(),
                ]
            }
        }
    };
    TableTwin {
        columns: vec![t.table_date, t.chart_col_days_since, t.chart_col_what, t.table_event],
        rows: rows(range).iter().map(cells).collect(),
    }
}

fn draw(Shown { width_px, range, .. }: Shown) -> DisplayList {
    let dataset = use_dataset();
    let since = head_figures(dataset).since;
    let width = i32::try_from(width_px).unwrap_or(0);
    let most = rounded_up(f64::from(since.days_until(range.to.min(dataset.as_of)).max(1)), 5);
    let frame = Frame {
        width,
        height: HEIGHT_PX,
        left: widest_px(["8,888"], NAME_PX) + 8,
        right: 14,
        top: 16,
        bottom: AXIS_PX,
    };
    let all: Vec<Row> = nominations(since).into_iter().map(Row::Event).collect();
    let rows = rows(range);
    let mut list = plotted(frame, Axis::Days(range), Axis::Numbers(0.0, most), &|plot| {
        plot.days_axis();
        plot.numbers_axis(5, &|value| number(whole(value)));
        let days = |day: Day| f64::from(since.days_until(day));
        plot.line(
            ShapeClass::Line.into(),
            &[(on_axis(since), 0.0), (on_axis(dataset.as_of), days(dataset.as_of))],
        );
        for (row, one) in rows.iter().enumerate() {
            let day = day_of(one);
            let at = (on_axis(day), days(day));
            let (first, last) = days_of(one);
            let is_exact = first == last && matches!(one, Row::Event(_));
            let class = if is_exact { ShapeClass::Dot } else { ShapeClass::Ring };
            plot.dot(Pen::from(class).row(row), at, 4);
            plot.spot(row, 0, plot.px(at));
        }
        for (person, first, last) in runs(&all) {
            let (from, to) = ((on_axis(first), days(first)), (on_axis(last), days(last)));
            plot.line(ShapeClass::Pending.into(), &[from, to]);
            // Above the line and to its left, where nothing else is; below it at the left edge.
            let middle = first.plus(first.days_until(last) / 2);
            if middle < range.from || middle > range.to {
                continue;
            }
            let name = dataset.person(person).surname();
            let (x, y) = plot.px((f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1)));
            let fits = x - 10 - widest_px([name], NAME_PX) >= plot.frame.left;
            let (anchor, at) = if fits {
                (Anchor::End, (x - 10, y - 12))
            } else {
                (Anchor::Start, (x + 10, y + 14))
            };
            plot.text_px(ShapeClass::Name, at, anchor, name);
        }
    });
    list.records = rows
        .iter()
        .map(|row| match row {
            Row::Day(..) => String::new(),
            Row::Event(ix) => dataset.event(*ix).id.to_string(),
        })
        .collect();
    list
}
