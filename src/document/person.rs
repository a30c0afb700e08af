//! The page of someone on record.

use timeline_core::{model::PersonIx, query::search::Query};

use super::{
    frame::{frame, heading, into_view, list_part, paragraph, part},
    tenure::{PageOf, entry, event_items, of_person},
    texts::texts,
};
use crate::{
    context::{use_dataset, use_locale},
    markup::{Markup, el},
    page::source_list::source_list,
};

/// Who it is, every post on record, the events that name the person, and the sources.
pub(super) fn person(ix: PersonIx) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let person = dataset.person(ix);
    let tenures = of_person(ix);
    let posts = if tenures.is_empty() {
        paragraph(texts().person_no_posts)
    } else {
        let entries = tenures.iter().map(|&ix| entry(ix, PageOf::Person));
        el("ol").class("heads__list").children(entries)
    };
    let show = (!tenures.is_empty()).then(|| into_view(&["person=", &*person.id].concat(), texts().document_show));
    let events = event_items(
        dataset
            .event_ixs()
            .filter(|&event| dataset.event(event).people.contains(&ix)),
    );
    let sources = part(
        "sources",
        t.table_sources,
        [source_list(&person.sources, &[], &Query::default())],
    );
    let content = [
        Some(part("posts", texts().person_posts, [posts])),
        list_part("events", t.detail_events, events),
        Some(sources),
    ];
    frame(
        t.table_person,
        heading(&person.name),
        [Some(el("p").class("lede").text(person.bio.to_string())), show]
            .into_iter()
            .flatten()
            .collect(),
        content.into_iter().flatten().collect(),
    )
}
