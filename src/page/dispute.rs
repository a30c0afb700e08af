//! Where sources differ on a fact.

use timeline_core::model::Dispute;

use crate::{
    context::{use_dataset, use_locale},
    i18n::{self, fill},
    markup::{Markup, el},
    page::source_list::source_link,
};

/// What other sources say, with those sources.
#[must_use]
pub fn dispute(dispute: &Dispute) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let says = fill(
        t.detail_dispute_says,
        &[("field", i18n::field(t, dispute.field)), ("value", &dispute.value)],
    );
    let sources = dispute.sources.iter().map(|&ix| {
        let source = dataset.source(ix);
        el("li").child(source_link(source).text(source.publisher.to_string()))
    });
    let why = dispute
        .why_not
        .as_ref()
        .map(|why| el("p").text(fill(t.detail_why_not, &[("why", why)])));
    el("li")
        .class("dispute")
        .child(el("p").child(el("b").text(says)))
        .child(el("ul").class("dispute__sources").children(sources))
        .children(why)
}
