//! The title and the sentence that answers the first question.

use crate::{
    context::{use_dataset, use_locale, use_view},
    markup::{Markup, el},
    page::{language_switch::language_switch, lede::lede},
};

/// The title, and the one sentence that answers who leads the agency.
#[must_use]
pub fn header() -> Markup {
    let dataset = use_dataset();
    el("header")
        .class("masthead")
        .children(language_switch(Some(use_view())))
        .child(el("p").class("masthead__kicker").text(dataset.site.agency.to_string()))
        .child(el("h1").text(dataset.site.title.to_string()))
        .still(sentence)
}

fn sentence() -> Markup {
    lede(use_locale())
        .into_iter()
        .fold(el("p").class("lede"), |into, (text, is_stressed)| {
            if is_stressed {
                into.child(el("strong").text(text))
            } else {
                into.text(text)
            }
        })
}
