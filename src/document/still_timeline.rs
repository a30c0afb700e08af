//! The timeline as one drawing, for articles and for paper: lanes, bars by capacity, events.

use timeline_core::{
    date::{Day, DayRange},
    model::{EventIx, OfficeIx, TenureIx},
    query::lengths::{end_span, start_span},
    scale::{ticks::ticks, time::TimeScale},
};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{capacity_word, tick_label},
    markup::{Markup, el},
};

/// The width of the drawing, in pixels.
const WIDTH: f64 = 720.0;
/// The room for the names of lanes.
const NAMES: f64 = 190.0;
/// The height of a row of bars.
const ROW: f64 = 26.0;
/// The height of the ruler.
const RULER: f64 = 24.0;
/// About the width of a letter of a label.
const LETTER: f64 = 6.2;

/// The lanes of some offices over a range, with marks for some events. Its text is told elsewhere on the page.
pub(super) fn still_timeline(offices: &[OfficeIx], events: &[EventIx], range: DayRange) -> Markup {
    let dataset = use_dataset();
    let scale = TimeScale::new(range, WIDTH - NAMES);
    let mut parts: Vec<Markup> = Vec::new();
    let mut y = RULER;
    for &office in offices {
        let tenures = dataset.tenures_of(office).filter(|&ix| touches(ix, range));
        let rows = in_rows(tenures);
        parts.push(text(0.0, y + 17.0, "still__name", &dataset.office(office).short_title));
        for row in &rows {
            parts.extend(row.iter().flat_map(|&ix| bar(ix, &scale, y)));
            y += ROW;
        }
        if rows.is_empty() {
            y += ROW;
        }
        parts.push(line((0.0, y), (WIDTH, y), "still__rule"));
    }
    let shown: Vec<EventIx> = events
        .iter()
        .copied()
        .filter(|&ix| {
            let day = dataset.event(ix).date.earliest();
            range.from <= day && day < range.to
        })
        .collect();
    if !shown.is_empty() {
        parts.push(text(0.0, y + 17.0, "still__name", use_locale().events_heading));
        for ix in shown {
            let x = NAMES + scale.x_from_day(dataset.event(ix).date.earliest());
            parts.push(path(
                format!("M{} {}l6 6l-6 6l-6 -6Z", round(x), round(y + 6.0)),
                "still__event",
            ));
        }
        y += ROW;
    }
    let ruler = ticks(&scale).into_iter().flat_map(|tick| {
        let x = NAMES + scale.x_from_day(tick.day);
        [
            line((x, RULER - 6.0), (x, y), "still__tick"),
            text(x + 3.0, RULER - 9.0, "still__date", &tick_label(use_locale(), tick.day)),
        ]
    });
    el("svg")
        .class("still")
        .attr("viewBox", format!("0 0 {WIDTH} {}", round(y + 2.0)))
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .children(ruler)
        .children(parts)
}

/// The first and the last day that a tenure can have been held on.
fn days(ix: TenureIx) -> (Day, Day) {
    let dataset = use_dataset();
    let tenure = dataset.tenure(ix);
    let (first, last) = end_span(tenure.end, dataset.as_of);
    (tenure.start.date().earliest(), last.unwrap_or(first))
}

fn touches(ix: TenureIx, range: DayRange) -> bool {
    let (from, to) = days(ix);
    from < range.to && to >= range.from
}

/// Tenures in as few rows as need no bar over another.
fn in_rows(tenures: impl Iterator<Item = TenureIx>) -> Vec<Vec<TenureIx>> {
    let mut rows: Vec<Vec<TenureIx>> = Vec::new();
    for ix in tenures {
        let from = days(ix).0;
        let free = rows
            .iter_mut()
            .find(|row| row.last().is_none_or(|&last| days(last).1 <= from));
        match free {
            Some(row) => row.push(ix),
            None => rows.push(vec![ix]),
        }
    }
    rows
}

/// A bar with its name, in it or not at all: the list beside has every name.
fn bar(ix: TenureIx, scale: &TimeScale, y: f64) -> Vec<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let tenure = dataset.tenure(ix);
    let (from, to) = days(ix);
    let (sure_from, sure_to) = (start_span(tenure.start).1, end_span(tenure.end, dataset.as_of).0);
    let range = scale.domain();
    let place = |day: Day| NAMES + scale.x_from_day(day.max(range.from).min(range.to));
    let rect = |from: Day, to: Day, class| {
        el("rect")
            .attr("x", round(place(from)))
            .attr("y", round(y + 3.0))
            .attr("width", round((place(to) - place(from)).max(1.5)))
            .attr("height", round(ROW - 6.0))
            .class(class)
            .attr("data-capacity", tenure.capacity.word())
    };
    let doubt = ((from, to) != (sure_from, sure_to)).then(|| rect(from, to, "still__bar still__bar--doubt"));
    let sure = (sure_from < sure_to).then(|| rect(sure_from, sure_to, "still__bar"));
    let (left, width) = (place(from), place(to) - place(from));
    let person = dataset.person(tenure.person);
    let long = [&*person.name, ", ", capacity_word(t, tenure.capacity)].concat();
    let room = |text: &str| {
        let letters = u16::try_from(text.chars().count()).unwrap_or(u16::MAX);
        f64::from(letters) * LETTER + 6.0 <= width
    };
    let label = [&*long, &*person.name, person.surname()]
        .into_iter()
        .find(|text| room(text));
    let named = label.map(|label| text(left + 4.0, y + 17.0, "still__label", label));
    doubt.into_iter().chain(sure).chain(named).collect()
}

fn text(x: f64, y: f64, class: &'static str, text: &str) -> Markup {
    el("text")
        .attr("x", round(x))
        .attr("y", round(y))
        .class(class)
        .text(text.to_owned())
}

fn line((x1, y1): (f64, f64), (x2, y2): (f64, f64), class: &'static str) -> Markup {
    path(
        format!("M{} {}L{} {}", round(x1), round(y1), round(x2), round(y2)),
        class,
    )
}

fn path(d: String, class: &'static str) -> Markup {
    el("path").attr("d", d).class(class)
}

/// A coordinate with one decimal.
fn round(px: f64) -> String {
    let text = format!("{px:.1}");
    text.strip_suffix(".0").map_or_else(|| text.clone(), str::to_owned)
}
