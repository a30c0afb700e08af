//! The way to the same page in another language.

use timeline_core::{model::Language, view::url::to_query_on};

use crate::{
    context::{ViewContext, home, use_dataset, use_locale},
    markup::{Markup, el},
    place::{in_language, place},
};

/// A link for each other language that the record can be read in; it takes the view along. `None` where there is no other.
#[must_use]
pub fn language_switch(view: Option<ViewContext>) -> Option<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let here = place().language;
    let others = dataset.languages.iter().filter(|language| **language != here);
    let links: Vec<Markup> = others.map(|language| link(view, *language)).collect();
    (!links.is_empty()).then(|| {
        el("nav")
            .class("languages")
            .attr("aria-label", t.languages_label)
            .children(links)
    })
}

fn link(view: Option<ViewContext>, language: Language) -> Markup {
    let dataset = use_dataset();
    let word = language.word();
    let way = in_language(language);
    let link = el("a")
        .class("languages__link")
        .attr("lang", word)
        .attr("hreflang", word)
        .attr("rel", "alternate");
    let link = match view {
        None => link.attr("href", way),
        Some(view) => link.live_attr("href", move || {
            let query = view.with(|state| to_query_on(&home(), state, dataset));
            if query.is_empty() {
                way.clone().into()
            } else {
                [&*way, "?", &query].concat().into()
            }
        }),
    };
    link.text(own_name(language))
}

/// A language in its own words.
#[must_use]
pub fn own_name(language: Language) -> &'static str {
    match language {
        Language::English => "English",
        Language::Spanish => "Español",
    }
}
