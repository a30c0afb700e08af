use std::cmp::Reverse;

use leptos::prelude::*;
use timeline_core::{
    model::{Dataset, EventIx, TenureIx},
    query::lengths::length,
    view::{
        action::Action,
        state::{Sort, SortKey},
    },
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    page::tables::{EventRow, TenureRow},
};

/// Every tenure and every event that passes the filters, sortable.
#[component]
pub fn RecordTable() -> impl IntoView {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let sort = Memo::new(move |_| view.with(|state| state.sort));
    let tenures = move || {
        let mut rows = view.visible.with(|visible| visible.tenures.clone());
        sort_tenures(&mut rows, sort.get(), dataset);
        rows
    };
    let events = move || {
        let mut rows = view.visible.with(|visible| visible.events.clone());
        sort_events(&mut rows, sort.get(), dataset);
        rows
    };
    view! {
        <div class="record">
            <table class="record-table">
                <caption>{t.table_tenures}</caption>
                <thead>
                    <tr>
                        <SortableHead key=SortKey::Name label=t.table_person sort/>
                        <SortableHead key=SortKey::Office label=t.table_office sort/>
                        <th scope="col">{t.table_title}</th>
                        <th scope="col">{t.table_capacity}</th>
                        <SortableHead key=SortKey::Start label=t.table_start sort/>
                        <th scope="col">{t.table_end}</th>
                        <SortableHead key=SortKey::Days label=t.table_length sort/>
                        <th scope="col">{t.table_sources}</th>
                    </tr>
                </thead>
                <tbody><For each=tenures key=|ix| *ix let:ix><TenureRow ix/></For></tbody>
            </table>
            <table class="record-table record-table--events">
                <caption>{t.table_events}</caption>
                <thead>
                    <tr>
                        <SortableHead key=SortKey::Start label=t.table_date sort/>
                        <SortableHead key=SortKey::Name label=t.table_event sort/>
                        <th scope="col">{t.table_kind}</th>
                        <th scope="col">{t.table_standing}</th>
                        <th scope="col">{t.table_sources}</th>
                    </tr>
                </thead>
                <tbody><For each=events key=|ix| *ix let:ix><EventRow ix/></For></tbody>
            </table>
        </div>
    }
}

/// A column's head that sorts by it, and by its reverse when pressed again.
#[component]
fn SortableHead(
    /// What it sorts by.
    key: SortKey,
    /// The column's name.
    label: &'static str,
    /// The present order.
    sort: Memo<Sort>,
) -> impl IntoView {
    let view = use_view();
    let direction = move || match sort.get() {
        Sort { key: by, descending } if by == key => {
            if descending { "descending" } else { "ascending" }
        }
        _ => "none",
    };
    view! {
        <th scope="col" aria-sort=direction>
            <button class="record-table__sort" type="button" on:click=move |_| view.dispatch(Action::SortBy(key))>{label}</button>
        </th>
    }
}

fn sort_tenures(rows: &mut [TenureIx], sort: Sort, dataset: &Dataset) {
    let row = |ix: TenureIx| dataset.tenure(ix);
    match sort.key {
        SortKey::Start => rows.sort_by_key(|&ix| (row(ix).start.date().earliest(), ix)),
        SortKey::Days => rows.sort_by_key(|&ix| (length(row(ix), dataset.as_of).min_days, ix)),
        SortKey::Name => rows.sort_by_cached_key(|&ix| (&dataset.person(row(ix).person).sort_name, row(ix).start.date().earliest())),
        SortKey::Office => rows.sort_by_key(|&ix| (row(ix).office, Reverse(row(ix).start.date().earliest()))),
    }
    if sort.descending {
        rows.reverse();
    }
}

fn sort_events(rows: &mut [EventIx], sort: Sort, dataset: &Dataset) {
    if sort.key == SortKey::Name {
        rows.sort_by_key(|&ix| &dataset.event(ix).headline);
    }
    if sort.descending {
        rows.reverse();
    }
}
