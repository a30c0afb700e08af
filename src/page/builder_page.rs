//! The page on which an embed is put together.

use crate::{
    context::{use_dataset, use_locale, use_view},
    markup::{Markup, el},
    page::{builder::builder, footer::footer, language_switch::language_switch},
    place::to_page,
};

/// The page around the builder.
#[must_use]
pub fn builder_page() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let title = el("a")
        .attr("href", to_page("index.html"))
        .text(dataset.site.title.to_string());
    el("div")
        .class("page")
        .child(
            el("header")
                .class("masthead")
                .children(language_switch(Some(use_view())))
                .child(el("p").class("masthead__kicker").child(title))
                .child(el("h1").text(t.embed_this)),
        )
        .child(
            el("main")
                .attr("id", "main")
                .class("main")
                .attr("tabindex", "-1")
                .child(builder()),
        )
        .child(footer())
}
