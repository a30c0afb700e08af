//! Days since the last confirmed head, with the nominations since.

use timeline_core::{
    date::{Day, DayRange},
    model::{EventFamily, EventIx},
    query::figures::head_figures,
};

use super::{
    axis::{Axis, on_axis, rounded_up, whole},
    chart::{Caption, Chart, Shown},
    display_list::{Anchor, DisplayList, Pen, ShapeClass},
    plot::{AXIS_PX, Frame, NAME_PX, cut_to, plotted, widest_px},
    records::each_once,
    table_twin::{Cell, TableTwin},
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{day_text, fill, kind, number, partial_date},
};

const HEIGHT_PX: i32 = 320;
const LABEL_PX: i32 = 17;

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
    found.sort_by_key(|&ix| dataset.event(ix).date.earliest());
    found
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

fn day_of(row: &Row) -> Day {
    match row {
        Row::Day(day, _) => *day,
        Row::Event(ix) => use_dataset().event(*ix).date.earliest(),
    }
}

fn table(range: DayRange) -> TableTwin {
    let (dataset, t) = (use_dataset(), use_locale());
    let since = head_figures(dataset).since;
    let cells = |row: &Row| -> Vec<Cell> {
        let days = since.days_until(day_of(row));
        let days = Cell::of(number(days), days.to_string());
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
    let (dataset, t) = (use_dataset(), use_locale());
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
    let rows = rows(range);
    let mut list = plotted(frame, Axis::Days(range), Axis::Numbers(0.0, most), &|plot| {
        plot.days_axis();
        plot.numbers_axis(5, &|value| number(whole(value)));
        let days = |day: Day| f64::from(since.days_until(day));
        plot.line(
            ShapeClass::Line.into(),
            &[(on_axis(since), 0.0), (on_axis(dataset.as_of), days(dataset.as_of))],
        );
        // Names stand above the line where there is room, each on a line of its own.
        let mut free: Vec<i32> = Vec::new();
        for (row, one) in rows.iter().enumerate() {
            let day = day_of(one);
            let at = (on_axis(day), days(day));
            let class = match one {
                Row::Day(..) => ShapeClass::Ring,
                Row::Event(_) => ShapeClass::Dot,
            };
            plot.dot(Pen::from(class).row(row), at, 4);
            let (x, y) = plot.px(at);
            plot.spot(row, 0, (x, y));
            let Row::Event(ix) = one else { continue };
            let event = dataset.event(*ix);
            let person = event
                .people
                .first()
                .map_or("", |&person| dataset.person(person).surname());
            let label = [person, ": ", kind(t, event.kind)].concat();
            let label = cut_to(&label, width - frame.left - 20, NAME_PX);
            let wide = widest_px([&*label], NAME_PX);
            // Towards the left, above the line; from the left edge where it would leave the plane.
            let end = (x - 10).max(frame.left + wide);
            let line = free
                .iter()
                .position(|&free_from| free_from < end - wide)
                .unwrap_or(free.len());
            if line == free.len() {
                free.push(end + 8);
            } else if let Some(place) = free.get_mut(line) {
                *place = end + 8;
            }
            let top = frame.top + 4 + i32::try_from(line).unwrap_or(0) * LABEL_PX;
            if top < y - 8 {
                plot.path_px(
                    Pen::from(ShapeClass::Change).row(row),
                    vec![(x, top), (x, y - 4)],
                    false,
                );
                plot.path_px(
                    Pen::from(ShapeClass::Change).row(row),
                    vec![(x, top), (x - 6, top)],
                    false,
                );
                plot.text_px(Pen::from(ShapeClass::Name).row(row), (end, top), Anchor::End, &label);
            }
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
