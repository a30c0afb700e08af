//! A tenure as the pages of its person and its office tell it.

use timeline_core::{
    model::{End, EventIx, PersonIx, TenureIx},
    query::{lengths::length, search::Query},
};

use super::{event_path, frame::link, office_path, person_path, texts::texts};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{self, capacity, capacity_about, confidence, fill, partial_date, reason},
    markup::{Markup, el},
    page::{corrected::correction_marks, dispute::dispute, source_list::folded_sources},
    place::to_page,
    timeline::original_title::original_title,
};

/// Whose page a tenure stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PageOf {
    /// The person's: the heading is the office.
    Person,
    /// The office's: the heading is the person.
    Office,
}

/// The tenures of a person, by their beginning.
pub(super) fn of_person(person: PersonIx) -> Vec<TenureIx> {
    let dataset = use_dataset();
    let mut found: Vec<TenureIx> = dataset
        .tenure_ixs()
        .filter(|&ix| dataset.tenure(ix).person == person)
        .collect();
    found.sort_by_key(|&ix| dataset.tenure(ix).start.date().earliest());
    found
}

/// All that is on record of a tenure.
pub(super) fn entry(ix: TenureIx, page: PageOf) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let tenure = dataset.tenure(ix);
    let (person, office) = (dataset.person(tenure.person), dataset.office(tenure.office));
    let name = match page {
        PageOf::Person => link(&office_path(&office.id), &office.title),
        PageOf::Office => link(&person_path(&person.id), &person.name),
    };
    let dates = fill(
        t.span,
        &[
            ("from", &i18n::start(t, tenure.start)),
            ("to", &i18n::end(t, tenure.end)),
        ],
    );
    let left = match tenure.end {
        End::On(_, why) => Some(
            el("p")
                .child(el("b").text([t.detail_how_ended, ": "].concat()))
                .text(reason(t, why)),
        ),
        End::OngoingAsOf(_) | End::UnknownAfter(_) => None,
    };
    let about = [". ", capacity_about(t, tenure.capacity)].concat();
    let title = el("p")
        .child(el("b").text([t.detail_title_used, ": "].concat()))
        .text(["“", &*tenure.title, "”"].concat())
        .children(original_title(tenure, &Query::default()));
    let sure = fill(t.detail_confidence, &[("confidence", confidence(t, tenure.confidence))]);
    let note = tenure.note.as_ref().map(|note| el("p").text(note.to_string()));
    let disputes = (!tenure.disputes.is_empty()).then(|| {
        el("div").child(el("h4").text(t.detail_disputes)).child(
            el("ul")
                .class("document__list")
                .children(tenure.disputes.iter().map(dispute)),
        )
    });
    let show = el("a")
        .class("document__show")
        .attr("href", to_page(&["index.html?select=", &*tenure.id].concat()))
        .text(texts().document_show);
    el("li")
        .class("head")
        .attr("id", tenure.id.to_string())
        .attr("data-capacity", tenure.capacity.word())
        .attr("data-record", tenure.id.to_string())
        .child(el("h3").class("head__name").child(name))
        .child(
            el("p").class("head__dates").text(dates).child(
                el("span")
                    .class("head__length")
                    .text(i18n::length(t, length(tenure, dataset.as_of))),
            ),
        )
        .child(
            el("p")
                .class("head__capacity")
                .child(el("b").text(capacity(t, tenure.capacity)))
                .text(about),
        )
        .children(correction_marks("tenures", &tenure.id))
        .child(title)
        .children(left)
        .children(note)
        .child(el("p").text(sure))
        .children(disputes)
        .child(folded_sources(None, &tenure.sources, &tenure.evidence, "head__sources"))
        .child(el("p").child(show))
}

/// Events with their days, each as a link to its page.
pub(super) fn event_items(events: impl Iterator<Item = EventIx>) -> Vec<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    events
        .map(|ix| {
            let event = dataset.event(ix);
            el("li")
                .child(
                    el("span")
                        .class("detail__date")
                        .text([&partial_date(t, event.date), " "].concat()),
                )
                .child(link(&event_path(&event.id), &event.headline))
        })
        .collect()
}
