//! The answer to an address that leads nowhere: the ways back. Reads without scripts.

use leptos::prelude::*;

use crate::{
    context::use_locale,
    markup::{Markup, el},
    place::to_page,
};

/// The page.
#[component]
#[expect(clippy::must_use_candidate, reason = "the macro makes the function")]
pub fn NotFoundPage() -> impl IntoView {
    not_found_page()
}

fn not_found_page() -> Markup {
    let t = use_locale();
    let ways = [
        ("", t.view_timeline),
        ("record/", t.footer_record),
        ("days/", t.footer_days),
        ("figures/", t.footer_figures),
    ];
    let way = |(path, text): (&str, &'static str)| el("li").child(el("a").attr("href", to_page(path)).text(text));
    el("main")
        .class("record-page")
        .child(el("h1").text(t.not_found_title))
        .child(el("p").text(t.not_found_text))
        .child(el("ul").children(ways.into_iter().map(way)))
}
