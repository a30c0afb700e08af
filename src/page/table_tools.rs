//! What is done with the tables: which columns they have, which days they cover, and copying them.

use leptos::{ev, prelude::*};
use timeline_core::{
    date::DayRange,
    query::lengths::length,
    view::{action::Action, state::Column},
};

use crate::{
    context::{ViewContext, use_dataset, use_locale, use_view},
    i18n::{self, capacity, day_text, fill, kind, partial_date, standing},
    markup::{Markup, button, el},
    page::record_table::{events_in_range, range_of, tenures_in_range},
    platform::clipboard,
    timeline::original_title::both_titles,
};

/// The days that the tables cover, the choice of columns, and buttons that copy them.
#[must_use]
pub(super) fn table_tools() -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let said = RwSignal::new("");
    let columns = Column::ALL.iter().map(|&column| column_choice(column));
    let copier = move |name: &'static str, label: &'static str, text: fn(ViewContext) -> String| {
        button("text-button")
            .attr("data-copy", name)
            .on(ev::click, move |_| {
                let text = untrack(|| text(view));
                clipboard::copy(&text, move |done| {
                    said.set(if done { t.copied } else { t.copy_refused });
                });
            })
            .text(label)
    };
    let days = move || {
        let text = |range: DayRange| {
            let to = day_text(t, range.to.min(dataset.as_of));
            fill(t.table_range, &[("from", &day_text(t, range.from)), ("to", &to)])
        };
        range_of(view).map(text).unwrap_or_default().into()
    };
    el("div")
        .class("table-tools")
        .child(
            el("p")
                .class("table-tools__range")
                .live_flag("hidden", move || range_of(view).is_none())
                .child(el("span").live_text(days))
                .child(
                    button("text-button")
                        .attr("data-action", "whole-record")
                        .on(ev::click, move |_| view.dispatch(Action::Fit))
                        .text(t.table_whole),
                ),
        )
        .child(
            el("details")
                .class("table-tools__columns")
                .child(el("summary").text(t.table_columns))
                .child(el("div").class("table-tools__choices").children(columns)),
        )
        .child(copier("tenures", t.table_copy_tenures, tenures_as_text))
        .child(copier("events", t.table_copy_events, events_as_text))
        .child(el("span").attr("role", "status").live_text(move || said.get().into()))
}

/// A column, shown or not.
fn column_choice(column: Column) -> Markup {
    let view = use_view();
    button("chip")
        .attr("data-toggle-column", column.word())
        .live_bool("aria-pressed", move || {
            view.with(|state| !state.hidden.contains(&column))
        })
        .on(ev::click, move |_| view.dispatch(Action::ToggleColumn(column)))
        .text(title(column))
}

fn title(column: Column) -> &'static str {
    let t = use_locale();
    match column {
        Column::Office => t.table_office,
        Column::Title => t.table_title,
        Column::Capacity => t.table_capacity,
        Column::Start => t.table_start,
        Column::End => t.table_end,
        Column::Length => t.table_length,
        Column::Kind => t.table_kind,
        Column::Standing => t.table_standing,
        Column::Sources => t.table_sources,
    }
}

/// Columns of a table with their values: those that are shown, as lines of values apart by tabs.
fn lines(
    view: ViewContext,
    first: &str,
    columns: &[Column],
    rows: impl Iterator<Item = (String, Vec<String>)>,
) -> String {
    let hidden = view.peek(|state| state.hidden.clone());
    let is_shown = |at: usize| columns.get(at).is_some_and(|column| !hidden.contains(column));
    let line = |name: &str, values: Vec<String>| {
        let shown = values
            .into_iter()
            .enumerate()
            .filter(|&(at, _)| is_shown(at))
            .map(|(_, value)| value);
        let cells: Vec<String> = [name.to_owned()]
            .into_iter()
            .chain(shown)
            .map(|cell| cell.replace(['\t', '\n'], " "))
            .collect();
        cells.join("\t")
    };
    let head = line(first, columns.iter().map(|&column| title(column).to_owned()).collect());
    let all: Vec<String> = [head]
        .into_iter()
        .chain(rows.map(|(name, values)| line(&name, values)))
        .collect();
    all.join("\n")
}

fn tenures_as_text(view: ViewContext) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    let columns = [
        Column::Office,
        Column::Title,
        Column::Capacity,
        Column::Start,
        Column::End,
        Column::Length,
        Column::Sources,
    ];
    let rows = tenures_in_range(view).into_iter().map(|ix| {
        let tenure = dataset.tenure(ix);
        let values = vec![
            dataset.office(tenure.office).title.to_string(),
            both_titles(tenure),
            capacity(t, tenure.capacity).to_owned(),
            i18n::start(t, tenure.start),
            i18n::end(t, tenure.end),
            i18n::length(t, length(tenure, dataset.as_of)),
            addresses(&tenure.sources),
        ];
        (dataset.person(tenure.person).name.to_string(), values)
    });
    lines(view, t.table_person, &columns, rows)
}

fn events_as_text(view: ViewContext) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    let columns = [Column::Start, Column::Kind, Column::Standing, Column::Sources];
    let rows = events_in_range(view).into_iter().map(|ix| {
        let event = dataset.event(ix);
        let values = vec![
            partial_date(t, event.date),
            kind(t, event.kind).to_owned(),
            standing(t, event.standing).to_owned(),
            addresses(&event.sources),
        ];
        (event.headline.to_string(), values)
    });
    lines(view, t.table_event, &columns, rows)
}

fn addresses(sources: &[timeline_core::model::SourceIx]) -> String {
    let dataset = use_dataset();
    let urls: Vec<&str> = sources.iter().map(|&ix| &*dataset.source(ix).url).collect();
    urls.join(" ")
}
