//! The heads of the agency as a list that reads without any script.

use timeline_core::{
    model::{End, TenureIx},
    query::{figures::head_figures, lengths::length, search::Query},
};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{self, capacity, day_text, fill, reason, span},
    markup::{Markup, el},
    page::source_list::folded_sources,
    timeline::original_title::original_title,
};

/// Every head of the agency since the last confirmed one, in full: it needs no script.
#[must_use]
pub fn heads() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let figures = head_figures(dataset);
    let title = fill(
        t.heads_title,
        &[
            ("agency", &dataset.site.agency_short),
            ("since", &day_text(t, figures.since)),
        ],
    );
    let tenures = figures
        .last_confirmed
        .into_iter()
        .chain(figures.spells.iter().flat_map(|spell| spell.tenures.iter().copied()));
    el("section")
        .class("heads")
        .attr("aria-labelledby", "heads-title")
        .child(el("h2").attr("id", "heads-title").text(title))
        .child(el("p").class("heads__intro").text(t.heads_intro))
        .child(
            el("ol")
                .attr("id", "heads")
                .class("heads__list")
                .children(tenures.map(head)),
        )
}

fn head(ix: TenureIx) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let tenure = dataset.tenure(ix);
    let left = match tenure.end {
        End::On(_, why) => reason(t, why).to_owned(),
        End::OngoingAsOf(_) | End::UnknownAfter(_) => i18n::end(t, tenure.end),
    };
    let note = tenure
        .note
        .as_ref()
        .map(|note| el("p").class("head__note").text(note.to_string()));
    el("li")
        .class("head")
        .attr("data-capacity", tenure.capacity.word())
        .attr("data-record", tenure.id.to_string())
        .child(
            el("h3")
                .class("head__name")
                .text(dataset.person(tenure.person).name.to_string()),
        )
        .child(
            el("p").class("head__dates").text(span(t, tenure)).child(
                el("span")
                    .class("head__length")
                    .text(i18n::length(t, length(tenure, dataset.as_of))),
            ),
        )
        .child(
            el("p")
                .class("head__capacity")
                .child(el("b").text(capacity(t, tenure.capacity)))
                .text([" · “", &tenure.title, "”"].concat())
                .children(original_title(tenure, &Query::default())),
        )
        .child(el("p").class("head__left").text(left))
        .child(folded_sources(note, &tenure.sources, &tenure.evidence, "head__sources"))
}
