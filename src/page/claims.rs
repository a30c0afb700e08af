//! The claims of the time, each with its origin and with who agrees.

use timeline_core::model::Claim;

use crate::{
    context::{use_dataset, use_locale},
    markup::{Markup, el},
    page::source_list::folded_sources,
};

/// Figures and statements that circulated: who said each first, and who agrees.
#[must_use]
pub fn claims() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    el("section")
        .class("claims")
        .attr("aria-labelledby", "claims-title")
        .child(el("h2").attr("id", "claims-title").text(t.claims_title))
        .child(el("p").class("claims__intro").text(t.claims_intro))
        .child(
            el("ol")
                .class("claims__list")
                .children(dataset.claims.iter().map(claim)),
        )
}

fn claim(claim: &Claim) -> Markup {
    let t = use_locale();
    let line = |label: &str, text: &str| {
        el("p")
            .child(el("b").text([label, ": "].concat()))
            .text(text.to_owned())
    };
    el("li")
        .class("claim")
        .child(el("h3").class("claim__text").text(claim.claim.to_string()))
        .child(line(t.claims_origin, &claim.origin))
        .child(line(t.claims_agreement, &claim.agreement))
        .child(folded_sources(None, &claim.sources, &[], "claim__sources"))
}
