//! What others said, beside a figure: who, when, and who disagrees.

use timeline_core::{
    model::{Reference, SeriesFigure},
    view::state::Selection,
};

use crate::{
    context::use_locale,
    i18n::tenths,
    markup::{Markup, el},
    page::{record_link::record_link, source_list::folded_sources},
};

/// The values that others gave, each with who said so and with who counts otherwise.
pub(super) fn references(figure: &SeriesFigure) -> Option<Markup> {
    let t = use_locale();
    if figure.references.is_empty() {
        return None;
    }
    Some(
        el("section")
            .class("references")
            .child(el("h4").class("references__title").text(t.chart_references))
            .child(
                el("ul")
                    .class("references__list")
                    .children(figure.references.iter().map(|one| reference(figure, one))),
            ),
    )
}

fn reference(figure: &SeriesFigure, one: &Reference) -> Markup {
    let t = use_locale();
    let value = [&tenths(one.tenths), " ", &*figure.unit].concat();
    let link = one
        .event
        .map(|ix| record_link(Selection::Event(ix)).text(t.chart_reference_event));
    let differs = one.differs.as_ref().map(|text| {
        el("p")
            .child(el("b").text([t.chart_reference_differs, ": "].concat()))
            .text(text.to_string())
    });
    el("li")
        .class("references__one")
        .attr("id", ["reference-", &one.id].concat())
        .child(
            el("p")
                .child(el("b").text(value))
                .text([". ", &one.said, " "].concat())
                .children(link),
        )
        .children(differs)
        .child(folded_sources(None, &one.sources, &[], "references__sources"))
}
