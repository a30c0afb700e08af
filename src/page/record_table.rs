//! The table view: the same facts as the timeline, row by row.

use leptos::{ev, prelude::*};
use timeline_core::{
    date::DayRange,
    model::{Dataset, EventIx, TenureIx},
    order::ordered,
    query::{lengths::length, search::Query},
    view::{
        action::Action,
        state::{Column, Selection, Sort, SortKey, default_range},
    },
};

use crate::{
    context::{ViewContext, use_dataset, use_locale, use_view},
    markup::{Markup, button, el},
    page::{
        table_tools::table_tools,
        tables::{RowStyle, event_row, tenure_row},
    },
};

/// Every tenure and every event that passes the filters, sortable.
#[must_use]
pub fn record_table() -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    // What is searched for is marked in a row: a row belongs to one text.
    let key = move |id: &str| [id, "?", &view.with(|state| state.filter.text.clone())].concat();
    let tenures = move || {
        let rows = tenures_in_range(view).into_iter();
        rows.map(|ix| key(&dataset.tenure(ix).id)).collect()
    };
    let events = move || {
        let rows = events_in_range(view).into_iter();
        rows.map(|ix| key(&dataset.event(ix).id)).collect()
    };
    let tenure = move |key: &str| {
        let (id, query) = key.split_once('?').unwrap_or((key, ""));
        dataset
            .find_tenure(id)
            .map_or_else(|| el("tr"), |ix| tenure_row(ix, RowStyle::Linked, &Query::new(query)))
    };
    let event = move |key: &str| {
        let (id, query) = key.split_once('?').unwrap_or((key, ""));
        dataset
            .find_event(id)
            .map_or_else(|| el("tr"), |ix| event_row(ix, RowStyle::Linked, &Query::new(query)))
    };
    let hidden = move || {
        let words = view.with(|state| state.hidden.iter().map(|column| column.word()).collect::<Vec<_>>());
        words.join(" ").into()
    };
    el("div")
        .class("record")
        .live_attr("data-hide", hidden)
        .child(table_tools())
        .child(table(
            "record-table",
            t.table_tenures,
            [
                sortable(SortKey::Name, None, t.table_person),
                sortable(SortKey::Office, Some(Column::Office), t.table_office),
                head(Some(Column::Title), t.table_title),
                head(Some(Column::Capacity), t.table_capacity),
                sortable(SortKey::Start, Some(Column::Start), t.table_start),
                head(Some(Column::End), t.table_end),
                sortable(SortKey::Days, Some(Column::Length), t.table_length),
                head(Some(Column::Sources), t.table_sources),
            ],
            el("tbody").each(tenures, tenure),
        ))
        .child(table(
            "record-table record-table--events",
            t.table_events,
            [
                sortable(SortKey::Start, Some(Column::Start), t.table_date),
                sortable(SortKey::Name, None, t.table_event),
                head(Some(Column::Kind), t.table_kind),
                head(Some(Column::Standing), t.table_standing),
                head(Some(Column::Sources), t.table_sources),
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

/// A column's head; a column that can be hidden has a name.
#[must_use]
pub fn head(column: Option<Column>, label: &'static str) -> Markup {
    let head = el("th").attr("scope", "col");
    match column {
        Some(column) => head.attr("data-column", column.word()),
        None => head,
    }
    .text(label)
}

/// A column's head that sorts by it, and by its reverse when pressed again.
fn sortable(key: SortKey, column: Option<Column>, label: &'static str) -> Markup {
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
    head(column, "")
        .attr("data-sort", key.word())
        .live_attr("aria-sort", direction)
        .child(press)
}

/// The range that narrows the tables. The one that the site opens with does not, nor does a
/// longer one: some of the record is earlier.
pub(super) fn range_of(view: ViewContext) -> Option<DayRange> {
    let (range, all) = (view.with(|state| state.range), default_range(use_dataset()));
    (all.from < range.from || range.to < all.to).then_some(range)
}

/// The tenures that pass the filters and share days with the range shown, in the table's order.
pub(super) fn tenures_in_range(view: ViewContext) -> Vec<TenureIx> {
    let dataset = use_dataset();
    let (range, sort) = (range_of(view), view.with(|state| state.sort));
    let is_in = |ix: &TenureIx| range.is_none_or(|range| Selection::Tenure(*ix).range(dataset).overlaps(range));
    let rows: Vec<TenureIx> = view
        .visible
        .with(|visible| visible.tenures.iter().copied().filter(is_in).collect());
    sorted_tenures(&rows, sort, dataset).collect()
}

/// The events that pass the filters and are within the range shown, in the table's order.
pub(super) fn events_in_range(view: ViewContext) -> Vec<EventIx> {
    let dataset = use_dataset();
    let (range, sort) = (range_of(view), view.with(|state| state.sort));
    let is_in = |ix: &EventIx| range.is_none_or(|range| Selection::Event(*ix).range(dataset).overlaps(range));
    let rows: Vec<EventIx> = view
        .visible
        .with(|visible| visible.events.iter().copied().filter(is_in).collect());
    sorted_events(&rows, sort, dataset).collect()
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
