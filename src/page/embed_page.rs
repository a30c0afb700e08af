//! The page that other sites show in a frame: a view, its title and day, and the ways to sources and corrections.

use leptos::prelude::*;
use timeline_core::view::{state::View, url::Notice};

use crate::{
    context::{ViewContext, use_dataset, use_locale},
    i18n::{day_text, fill},
    markup::{Markup, el},
    page::{
        chosen::chosen, corrected::correction_banner, filters::filters, heads::heads, notices::notices,
        results_summary::results_summary, stage::stage, tabs::tabs,
    },
    place::to_page,
};

/// What stands in the frame. Its links lead to pages of their own (`target` of the page's `base`).
#[must_use]
pub fn embed_page(view: ViewContext, found: RwSignal<Vec<Notice>>) -> Markup {
    let choices = el("div")
        .class("embed__choices")
        .live_flag("hidden", move || view.with(|state| state.view == View::Chart))
        .in_turn(tabs)
        .in_turn(|| filters().in_turn(results_summary).in_turn(chosen));
    let main = el("main")
        .attr("id", "main")
        .class("main")
        .attr("tabindex", "-1")
        .child(choices)
        .in_turn(move || stage(view))
        .child(folded_heads());
    el("div")
        .class("page page--embed")
        .child(head())
        .still(correction_banner)
        .child(notices(found))
        .child(main)
        .still(foot)
}

/// The title, as a way to the site, and the day of the record.
fn head() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let title = el("a")
        .attr("href", to_page("index.html"))
        .text(dataset.site.title.to_string());
    let as_of = fill(
        t.embed_as_of,
        &[("agency", &dataset.site.agency), ("as_of", &day_text(t, dataset.as_of))],
    );
    el("header")
        .class("embed__head")
        .child(el("h1").class("embed__title").child(title))
        .child(el("p").class("embed__as-of").text(as_of))
}

/// The heads of the agency as a list; `boot.js` opens it when the program cannot run, and takes it out of what a fault has stopped.
fn folded_heads() -> Markup {
    let t = use_locale();
    el("details")
        .class("embed__heads")
        .attr("data-fallback", "")
        .child(el("summary").text(t.embed_heads))
        .still(heads)
}

/// Where the record stands with its sources, and how to have it corrected.
fn foot() -> Markup {
    let t = use_locale();
    let link = |address: &str, text: &'static str| el("a").attr("href", to_page(address)).text(text);
    el("footer")
        .class("embed__foot")
        .child(link("record/index.html", t.embed_sources))
        .child(link("corrections/index.html", t.embed_correct))
        .child(link("builder/index.html", t.embed_this))
        .child(el("span").text(t.footer_privacy))
}
