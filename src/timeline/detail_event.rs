//! The detail of an event.

use timeline_core::{model::EventIx, query::search::Query, view::state::Selection};

use super::{
    detail::{list_part, paragraph, part, title},
    take_away::take_away,
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{confidence, fill, kind, partial_date, span, standing},
    markup::{Markup, el},
    page::{corrected::correction_marks, record_link::record_link, source_list::source_list},
};

/// Everything on record of an event; words that a query finds are marked.
#[must_use]
pub(super) fn event_detail(ix: EventIx, query: &Query) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let event = dataset.event(ix);
    let followed = dataset
        .event_ixs()
        .filter(|&other| dataset.event(other).supersedes == Some(ix));
    let people = event.people.iter().map(|&person| {
        let person = dataset.person(person);
        el("li")
            .child(el("b").marked(query, &person.name))
            .text([". ", &person.bio].concat())
    });
    let offices = event
        .offices
        .iter()
        .map(|&office| el("li").marked(query, &dataset.office(office).title));
    let tenures = event.tenures.iter().map(|&tenure| {
        let row = dataset.tenure(tenure);
        let text = [
            &dataset.person(row.person).name,
            ", ",
            &dataset.office(row.office).short_title,
            ", ",
            &span(t, row),
        ]
        .concat();
        el("li").child(record_link(Selection::Tenure(tenure)).text(text))
    });
    let note = event.note.as_ref().map(|note| paragraph(note.to_string()));
    let sure = fill(t.detail_confidence, &[("confidence", confidence(t, event.confidence))]);
    let earlier = dataset.event_ixs().take_while(|&other| other != ix).last();
    let later = dataset.event_ixs().skip_while(|&other| other != ix).nth(1);
    el("div")
        .class("detail__body")
        .child(paragraph([kind(t, event.kind), " · ", &partial_date(t, event.date)].concat()).class("detail__kicker"))
        .child(title("detail__title detail__title--event").marked(query, &event.headline))
        .child(el("p").child(el("span").class("tag").text(standing(t, event.standing))))
        .children(correction_marks("events", &event.id))
        .child(el("p").marked(query, &event.summary))
        .children(list_part(
            t.detail_follows,
            event.supersedes.into_iter().map(event_link),
        ))
        .children(list_part(t.detail_followed, followed.map(event_link)))
        .children(list_part(t.detail_people, people))
        .children(list_part(t.detail_offices, offices.chain(tenures)))
        .child(part(
            t.detail_note,
            note.into_iter().chain([paragraph(sure).class("detail__confidence")]),
        ))
        .child(part(
            t.detail_sources,
            [source_list(&event.sources, &event.evidence, query)],
        ))
        .child(take_away(Selection::Event(ix)))
        .children(list_part(t.detail_previous_event, earlier.into_iter().map(event_link)))
        .children(list_part(t.detail_next_event, later.into_iter().map(event_link)))
}

fn event_link(ix: EventIx) -> Markup {
    el("li").child(record_link(Selection::Event(ix)).text(use_dataset().event(ix).headline.to_string()))
}
