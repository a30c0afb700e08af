//! The rows of the tables, the same on the interactive page and on the page without scripts.

use leptos::prelude::*;
use timeline_core::{
    model::{EventIx, TenureIx},
    query::lengths::length,
    view::{action::Action, state::Selection},
};

use crate::{
    context::{ViewContext, use_dataset, use_locale},
    i18n::{self, capacity, fill, kind, partial_date, standing},
    page::source_list::SourceList,
};

/// One tenure as a table row. With a view, the name opens the detail; without, the sources are in the row.
#[component]
pub fn TenureRow(
    /// The tenure.
    ix: TenureIx,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let tenure = dataset.tenure(ix);
    let name = dataset.person(tenure.person).name.to_string();
    let end = match tenure.end {
        timeline_core::model::End::On(_, why) => [i18n::end(t, tenure.end).as_str(), " · ", i18n::reason(t, why)].concat(),
        timeline_core::model::End::OngoingAsOf(_) | timeline_core::model::End::UnknownAfter(_) => i18n::end(t, tenure.end),
    };
    view! {
        <tr data-record=tenure.id.to_string()>
            <th scope="row" data-label=t.table_person><RecordName name selection=Selection::Tenure(ix)/></th>
            <td data-label=t.table_office>{dataset.office(tenure.office).title.to_string()}</td>
            <td data-label=t.table_title>{tenure.title.to_string()}</td>
            <td data-label=t.table_capacity>
                <span class="swatch" data-capacity=tenure.capacity.word() aria-hidden="true"></span>
                {capacity(t, tenure.capacity)}
            </td>
            <td data-label=t.table_start>{i18n::start(t, tenure.start)}</td>
            <td data-label=t.table_end>{end}</td>
            <td data-label=t.table_length>{i18n::length(t, length(tenure, dataset.as_of))}</td>
            <td data-label=t.table_sources><RecordSources sources=tenure.sources.clone()/></td>
        </tr>
    }
}

/// One event as a table row.
#[component]
pub fn EventRow(
    /// The event.
    ix: EventIx,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let event = dataset.event(ix);
    let summary = use_context::<ViewContext>().is_none().then(|| view! { <p>{event.summary.to_string()}</p> });
    view! {
        <tr data-record=event.id.to_string()>
            <td data-label=t.table_date>{partial_date(t, event.date)}</td>
            <th scope="row" data-label=t.table_event>
                <RecordName name=event.headline.to_string() selection=Selection::Event(ix)/>
                {summary}
            </th>
            <td data-label=t.table_kind>{kind(t, event.kind)}</td>
            <td data-label=t.table_standing>{standing(t, event.standing)}</td>
            <td data-label=t.table_sources><RecordSources sources=event.sources.clone()/></td>
        </tr>
    }
}

/// The name of a record: opens its detail where there is a view.
#[component]
fn RecordName(
    /// The name.
    name: String,
    /// The record.
    selection: Selection,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    match use_context::<ViewContext>() {
        Some(view) => {
            let records = selection.id(dataset).to_owned();
            let label = fill(t.table_open, &[("name", &name)]);
            view! {
                <button class="record-table__open" type="button" data-records=records aria-label=label
                    on:click=move |_| view.dispatch(Action::Select(Some(selection)))>{name}</button>
            }
            .into_any()
        }
        None => name.into_any(),
    }
}

/// The sources of a row: their number where the detail lists them, else all of them.
#[component]
fn RecordSources(
    /// The sources.
    sources: Vec<timeline_core::model::SourceIx>,
) -> impl IntoView {
    match use_context::<ViewContext>() {
        Some(_) => sources.len().to_string().into_any(),
        None => view! { <SourceList sources/> }.into_any(),
    }
}
