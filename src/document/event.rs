//! The page of an event.

use timeline_core::{model::EventIx, query::search::Query};

use super::{
    frame::{frame, heading, into_view, link, list_part, paragraph, part},
    office_path, person_path,
    tenure::event_items,
    texts::texts,
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{confidence, fill, kind, partial_date, span, standing},
    markup::{Markup, el},
    page::{corrected::correction_marks, source_list::source_list},
};

/// Everything on record of an event.
pub(super) fn event(ix: EventIx) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let event = dataset.event(ix);
    let people = event.people.iter().map(|&person| {
        let person = dataset.person(person);
        el("li")
            .child(link(&person_path(&person.id), &person.name))
            .text([". ", &*person.bio].concat())
    });
    let offices = event.offices.iter().map(|&office| {
        let office = dataset.office(office);
        el("li").child(link(&office_path(&office.id), &office.title))
    });
    let tenures = event.tenures.iter().map(|&tenure| {
        let row = dataset.tenure(tenure);
        let office = dataset.office(row.office);
        let text = [
            &*dataset.person(row.person).name,
            ", ",
            &*office.short_title,
            ", ",
            &span(t, row),
        ]
        .concat();
        let way = ["office/", &*office.id, "/index.html#", &*row.id].concat();
        el("li").child(el("a").attr("href", crate::place::to_page(&way)).text(text))
    });
    let one = |ix: Option<EventIx>| event_items(ix.into_iter());
    let followed = event_items(
        dataset
            .event_ixs()
            .filter(|&other| dataset.event(other).supersedes == Some(ix)),
    );
    let earlier = dataset.event_ixs().take_while(|&other| other != ix).last();
    let later = dataset.event_ixs().skip_while(|&other| other != ix).nth(1);
    let sure = fill(t.detail_confidence, &[("confidence", confidence(t, event.confidence))]);
    let note = event.note.as_ref().map(|note| paragraph(note));
    let known = part("note", t.detail_note, note.into_iter().chain([paragraph(&sure)]));
    let sources = part(
        "sources",
        t.detail_sources,
        [source_list(&event.sources, &event.evidence, &Query::default())],
    );
    let content = [
        list_part("follows", t.detail_follows, one(event.supersedes)),
        list_part("followed", t.detail_followed, followed),
        list_part("people", t.detail_people, people.collect()),
        list_part("offices", t.detail_offices, offices.chain(tenures).collect()),
        Some(known),
        Some(sources),
        list_part("earlier", t.detail_previous_event, one(earlier)),
        list_part("later", t.detail_next_event, one(later)),
    ];
    frame(
        &[kind(t, event.kind), " · ", &partial_date(t, event.date)].concat(),
        heading(&event.headline),
        [el("p").child(el("span").class("tag").text(standing(t, event.standing)))]
            .into_iter()
            .chain(correction_marks("events", &event.id))
            .chain([
                el("p").class("lede").text(event.summary.to_string()),
                into_view(&["select=", &*event.id].concat(), texts().document_show),
            ])
            .collect(),
        content.into_iter().flatten().collect(),
    )
}
