use leptos::prelude::*;
use timeline_core::{
    model::{Dispute, End, SourceIx, Start, TenureIx},
    query::{
        lengths::length,
        succession::{neighbours, overlapping},
    },
    view::state::Selection,
};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{self, capacity, capacity_about, confidence, fill, number, partial_date, reason, span},
    page::source_list::SourceList,
    timeline::detail::{DETAIL_TITLE_ID, DetailPart, RecordLink},
};

/// Everything on record of a tenure.
#[component]
pub fn TenureDetail(
    /// The tenure.
    tenure: TenureIx,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let ix = tenure;
    let tenure = dataset.tenure(ix);
    let person = dataset.person(tenure.person);
    let office = dataset.office(tenure.office);
    let dates = fill(t.span, &[("from", &i18n::start(t, tenure.start)), ("to", &i18n::end(t, tenure.end))]);
    let ended = match tenure.end {
        End::On(_, why) => reason(t, why).to_owned(),
        End::OngoingAsOf(_) | End::UnknownAfter(_) => i18n::end(t, tenure.end),
    };
    let note = tenure.note.as_ref().map(|note| view! { <p>{note.to_string()}</p> });
    let sure = fill(t.detail_confidence, &[("confidence", confidence(t, tenure.confidence))]);
    view! {
        <p class="detail__kicker">{office.title.to_string()}</p>
        <h2 class="detail__title" id=DETAIL_TITLE_ID tabindex="-1">{person.name.to_string()}</h2>
        <p class="detail__dates">{dates}<span>{i18n::length(t, length(tenure, dataset.as_of))}</span></p>
        <p class="detail__capacity">
            <span class="swatch" data-capacity=tenure.capacity.word() aria-hidden="true"></span>
            <b>{capacity(t, tenure.capacity)}</b>". "{capacity_about(t, tenure.capacity)}
        </p>
        <p><b>{t.detail_title_used}": "</b>"“"{tenure.title.to_string()}"”"</p>
        <p>{person.bio.to_string()}</p>
        <DetailPart title=t.detail_how_ended><p>{ended}</p></DetailPart>
        <DetailPart title=t.detail_also_held shown=!tenure.while_holding.is_empty()>
            <TenureLinks tenures=tenure.while_holding.clone() with_office=true/>
        </DetailPart>
        <DetailPart title=t.detail_succession><Succession tenure=ix/></DetailPart>
        <Overlaps tenure=ix/>
        <RelatedEvents tenure=ix/>
        <DetailPart title=t.detail_note>{note}<p class="detail__confidence">{sure}</p></DetailPart>
        <Disputes disputes=tenure.disputes.clone()/>
        <DetailPart title=t.detail_sources>
            <SourceList sources=tenure.sources.clone() evidence=tenure.evidence.clone()/>
        </DetailPart>
    }
}

/// Links to tenures.
#[component]
fn TenureLinks(
    /// The tenures.
    tenures: Vec<TenureIx>,
    /// Whether the office is told instead of the person.
    with_office: bool,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let items = tenures
        .into_iter()
        .map(|ix| {
            let tenure = dataset.tenure(ix);
            let name = if with_office { &dataset.office(tenure.office).title } else { &dataset.person(tenure.person).name };
            let text = [name, ", ", &span(t, tenure)].concat();
            view! { <li><RecordLink selection=Selection::Tenure(ix) text/></li> }
        })
        .collect_view();
    view! { <ul class="detail__list">{items}</ul> }
}

/// Who came before and after, with the days between when nobody is on record.
#[component]
fn Succession(
    /// The tenure.
    tenure: TenureIx,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let (before, after) = neighbours(dataset, tenure);
    let own = dataset.tenure(tenure);
    let line = move |ix: Option<TenureIx>, none: &'static str| match ix {
        Some(ix) => {
            let row = dataset.tenure(ix);
            let text = [&dataset.person(row.person).name, ", ", capacity(t, row.capacity), ", ", &span(t, row)].concat();
            view! { <RecordLink selection=Selection::Tenure(ix) text/> }.into_any()
        }
        None => none.into_any(),
    };
    let gap_between = |one: TenureIx, other: TenureIx| {
        let (End::On(end, _), Start::On(start)) = (dataset.tenure(one).end, dataset.tenure(other).start) else { return None };
        let days = end.latest().days_until(start.earliest());
        (days > 1).then(|| {
            view! { <li class="succession__gap">{fill(t.detail_gap, &[("days", &number(days))])}</li> }
        })
    };
    let own_text = [&dataset.person(own.person).name, ", ", &span(t, own)].concat();
    view! {
        <ol class="succession">
            <li class="succession__holder">{line(before, t.detail_first)}</li>
            {before.and_then(|before| gap_between(before, tenure))}
            <li class="succession__holder" aria-current="true" data-capacity=own.capacity.word()>{own_text}</li>
            {after.and_then(|after| gap_between(tenure, after))}
            <li class="succession__holder">{line(after, t.detail_last)}</li>
        </ol>
    }
}

#[component]
fn Overlaps(
    /// The tenure.
    tenure: TenureIx,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let tenures = overlapping(dataset, tenure);
    view! {
        <DetailPart title=t.detail_overlaps shown=!tenures.is_empty()>
            <TenureLinks tenures with_office=false/>
        </DetailPart>
    }
}

/// Events about the tenure, or about its person while in the office.
#[component]
fn RelatedEvents(
    /// The tenure.
    tenure: TenureIx,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let row = dataset.tenure(tenure);
    let events: Vec<_> = dataset
        .event_ixs()
        .filter(|&ix| {
            let event = dataset.event(ix);
            event.tenures.contains(&tenure) || (event.people.contains(&row.person) && event.offices.contains(&row.office))
        })
        .collect();
    let shown = !events.is_empty();
    let items = events
        .into_iter()
        .map(|ix| {
            let event = dataset.event(ix);
            let text = event.headline.to_string();
            view! {
                <li>
                    <span class="detail__date">{partial_date(t, event.date)}</span>" "
                    <RecordLink selection=Selection::Event(ix) text/>
                </li>
            }
        })
        .collect_view();
    view! { <DetailPart title=t.detail_events shown><ul class="detail__list">{items}</ul></DetailPart> }
}

/// What other sources say, with those sources.
#[component]
fn Disputes(
    /// The disputes.
    disputes: Vec<Dispute>,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let shown = !disputes.is_empty();
    let publishers = move |sources: &[SourceIx]| {
        sources
            .iter()
            .map(|&ix| {
                let source = dataset.source(ix);
                view! { <li><a href=source.url.to_string() rel="noopener nofollow">{source.publisher.to_string()}</a></li> }
            })
            .collect_view()
    };
    let items = disputes
        .into_iter()
        .map(|dispute| {
            let says = fill(t.detail_dispute_says, &[("field", i18n::field(t, dispute.field)), ("value", &dispute.value)]);
            let why = dispute.why_not.as_ref().map(|why| view! { <p>{fill(t.detail_why_not, &[("why", why)])}</p> });
            view! { <li class="dispute"><p><b>{says}</b></p><ul class="dispute__sources">{publishers(&dispute.sources)}</ul>{why}</li> }
        })
        .collect_view();
    view! { <DetailPart title=t.detail_disputes shown><ul class="detail__list">{items}</ul></DetailPart> }
}
