//! The table view: the same facts as the timeline, row by row.

use leptos::{ev, prelude::*};
use timeline_core::{
    model::{Dataset, EventIx, TenureIx},
    order::ordered,
    query::lengths::length,
    view::{
        action::Action,
        state::{Sort, SortKey},
    },
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    markup::{Markup, button, el},
    page::tables::{RowStyle, event_row, tenure_row},
};

/// Every tenure and every event that passes the filters, sortable.
#[must_use]
pub fn record_table() -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let tenures = move || {
        let rows = view.visible.with(|visible| visible.tenures.clone());
        let sort = view.with(|state| state.sort);
        sorted_tenures(&rows, sort, dataset)
            .map(|ix| dataset.tenure(ix).id.to_string())
            .collect()
    };
    let events = move || {
        let rows = view.visible.with(|visible| visible.events.clone());
        let sort = view.with(|state| state.sort);
        sorted_events(&rows, sort, dataset)
            .map(|ix| dataset.event(ix).id.to_string())
            .collect()
    };
    let tenure = move |id: &str| {
        dataset
            .find_tenure(id)
            .map_or_else(|| el("tr"), |ix| tenure_row(ix, RowStyle::Linked))
    };
    let event = move |id: &str| {
        dataset
            .find_event(id)
            .map_or_else(|| el("tr"), |ix| event_row(ix, RowStyle::Linked))
    };
    el("div")
        .class("record")
        .child(table(
            "record-table",
            t.table_tenures,
            [
                sortable(SortKey::Name, t.table_person),
                sortable(SortKey::Office, t.table_office),
                head(t.table_title),
                head(t.table_capacity),
                sortable(SortKey::Start, t.table_start),
                head(t.table_end),
                sortable(SortKey::Days, t.table_length),
                head(t.table_sources),
            ],
            el("tbody").each(tenures, tenure),
        ))
        .child(table(
            "record-table record-table--events",
            t.table_events,
            [
                sortable(SortKey::Start, t.table_date),
                sortable(SortKey::Name, t.table_event),
                head(t.table_kind),
                head(t.table_standing),
                head(t.table_sources),
            ],
            el("tbody").each(events, event),
        ))
}

/// A table with its caption and heads.
#[must_use]
pub fn table(
    class: &'static str,
    caption: &'static str,
    heads: impl IntoIterator<Item = Markup>,
    body: Markup,
) -> Markup {
    el("table")
        .class(class)
        .child(el("caption").text(caption))
        .child(el("thead").child(el("tr").children(heads)))
        .child(body)
}

/// A column's head.
#[must_use]
pub fn head(label: &'static str) -> Markup {
    el("th").attr("scope", "col").text(label)
}

/// A column's head that sorts by it, and by its reverse when pressed again.
fn sortable(key: SortKey, label: &'static str) -> Markup {
    let view = use_view();
    let direction = move || {
        let sort = view.with(|state| state.sort);
        let word = match (sort.key == key, sort.descending) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        };
        word.into()
    };
    let press = button("record-table__sort")
        .on(ev::click, move |_| view.dispatch(Action::SortBy(key)))
        .text(label);
    el("th")
        .attr("scope", "col")
        .attr("data-sort", key.word())
        .live_attr("aria-sort", direction)
        .child(press)
}

fn sorted_tenures<'a>(rows: &'a [TenureIx], sort: Sort, dataset: &'a Dataset) -> impl Iterator<Item = TenureIx> + 'a {
    let row = |at: usize| rows.get(at).map(|&ix| dataset.tenure(ix));
    let start = |at| row(at).map(|tenure| tenure.start.date().earliest());
    let days = |at| row(at).map(|tenure| length(tenure, dataset.as_of).min_days);
    let name = |at| row(at).map(|tenure| &*dataset.person(tenure.person).sort_name);
    let office = |at| row(at).map(|tenure| tenure.office);
    let order = ordered(rows.len(), sort.descending, &|one, other| {
        let by_start = start(one).cmp(&start(other));
        match sort.key {
            SortKey::Start => by_start,
            SortKey::Days => days(one).cmp(&days(other)).then(by_start),
            SortKey::Name => name(one).cmp(&name(other)).then(by_start),
            SortKey::Office => office(one).cmp(&office(other)).then(by_start),
        }
    });
    order.into_iter().filter_map(|at| rows.get(at).copied())
}

fn sorted_events<'a>(rows: &'a [EventIx], sort: Sort, dataset: &'a Dataset) -> impl Iterator<Item = EventIx> + 'a {
    let headline = |at: usize| rows.get(at).map(|&ix| &*dataset.event(ix).headline);
    let order = ordered(rows.len(), sort.descending, &|one, other| match sort.key {
        SortKey::Name => headline(one).cmp(&headline(other)),
        SortKey::Start | SortKey::Days | SortKey::Office => one.cmp(&other),
    });
    order.into_iter().filter_map(|at| rows.get(at).copied())
}
