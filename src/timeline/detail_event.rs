use leptos::prelude::*;
use timeline_core::{model::EventIx, view::state::Selection};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{confidence, fill, kind, partial_date, span, standing},
    page::source_list::SourceList,
    timeline::detail::{DETAIL_TITLE_ID, DetailPart, RecordLink},
};

/// Everything on record of an event.
#[component]
pub fn EventDetail(
    /// The event.
    event: EventIx,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let ix = event;
    let event = dataset.event(ix);
    let followed: Vec<EventIx> = dataset.event_ixs().filter(|&other| dataset.event(other).supersedes == Some(ix)).collect();
    let people = event
        .people
        .iter()
        .map(|&person| {
            let person = dataset.person(person);
            view! { <li><b>{person.name.to_string()}</b>". "{person.bio.to_string()}</li> }
        })
        .collect_view();
    let offices: Vec<&str> = event.offices.iter().map(|&office| &*dataset.office(office).title).collect();
    let tenures = event
        .tenures
        .iter()
        .map(|&tenure| {
            let row = dataset.tenure(tenure);
            let text = [&dataset.person(row.person).name, ", ", &dataset.office(row.office).short_title, ", ", &span(t, row)].concat();
            view! { <li><RecordLink selection=Selection::Tenure(tenure) text/></li> }
        })
        .collect_view();
    let note = event.note.as_ref().map(|note| view! { <p>{note.to_string()}</p> });
    let sure = fill(t.detail_confidence, &[("confidence", confidence(t, event.confidence))]);
    let step = |events: Vec<EventIx>| {
        events
            .into_iter()
            .map(|other| {
                let text = dataset.event(other).headline.to_string();
                view! { <li><RecordLink selection=Selection::Event(other) text/></li> }
            })
            .collect_view()
    };
    let earlier = dataset.event_ixs().take_while(|&other| other != ix).last();
    let later = dataset.event_ixs().skip_while(|&other| other != ix).nth(1);
    let follows: Vec<EventIx> = event.supersedes.into_iter().collect();
    view! {
        <p class="detail__kicker">{kind(t, event.kind)}" · "{partial_date(t, event.date)}</p>
        <h2 class="detail__title detail__title--event" id=DETAIL_TITLE_ID tabindex="-1">{event.headline.to_string()}</h2>
        <p class="detail__standing" data-standing=event.standing.word()><span class="tag">{standing(t, event.standing)}</span></p>
        <p>{event.summary.to_string()}</p>
        <DetailPart title=t.detail_follows shown=!follows.is_empty()><ul class="detail__list">{step(follows.clone())}</ul></DetailPart>
        <DetailPart title=t.detail_followed shown=!followed.is_empty()><ul class="detail__list">{step(followed.clone())}</ul></DetailPart>
        <DetailPart title=t.detail_people shown=!event.people.is_empty()><ul class="detail__list">{people}</ul></DetailPart>
        <DetailPart title=t.detail_offices shown=!offices.is_empty()>
            <p>{offices.join("; ")}</p>
            <ul class="detail__list">{tenures}</ul>
        </DetailPart>
        <DetailPart title=t.detail_note>{note}<p class="detail__confidence">{sure}</p></DetailPart>
        <DetailPart title=t.detail_sources><SourceList sources=event.sources.clone() evidence=event.evidence.clone()/></DetailPart>
        <DetailPart title=t.detail_previous_event shown=earlier.is_some()><ul class="detail__list">{step(earlier.into_iter().collect())}</ul></DetailPart>
        <DetailPart title=t.detail_next_event shown=later.is_some()><ul class="detail__list">{step(later.into_iter().collect())}</ul></DetailPart>
    }
}
