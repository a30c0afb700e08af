//! What stands around the content of every page without scripts.

use leptos::prelude::provide_context;
use timeline_core::query::corrections::banner;

use super::texts::texts;
use crate::{
    context::{use_dataset, use_locale},
    i18n::{day_text, fill},
    markup::{Markup, el},
    page::{
        corrected::correction_banner, footer::site_pages, language_switch::language_switch, source_list::SourcePages,
    },
    place::to_page,
};

/// Given to a page before its parts are made: its sources lead to pages of their own.
pub(super) fn with_source_pages() {
    provide_context(SourcePages(texts().source_rests));
}

/// A page with its heading, the way back to the timeline, and the foot of the site.
pub(super) fn frame(kicker: &str, title: Markup, intro: Vec<Markup>, content: Vec<Markup>) -> Markup {
    let dataset = use_dataset();
    let home = el("a")
        .attr("href", to_page("index.html"))
        .text(dataset.site.title.to_string());
    let above = el("p")
        .class("masthead__kicker")
        .child(home)
        .text([" · ", kicker].concat());
    let masthead = el("header")
        .class("masthead")
        .children(language_switch(None))
        .child(above)
        .child(title)
        .children(intro);
    el("div")
        .class("page page--document")
        .child(
            el("a")
                .class("skip-link")
                .attr("href", "#main")
                .text(texts().skip_to_main),
        )
        .child(masthead)
        .children(banner(dataset).next().map(|_| correction_banner()))
        .child(
            el("main")
                .attr("id", "main")
                .class("main document")
                .attr("tabindex", "-1")
                .children(content),
        )
        .child(foot())
}

/// The ways on, and how far the record goes.
fn foot() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let as_of = fill(
        texts().document_as_of,
        &[("version", &dataset.version), ("as_of", &day_text(t, dataset.as_of))],
    );
    el("footer")
        .class("footer")
        .child(site_pages())
        .child(el("p").text(as_of))
}

/// The heading of a page.
pub(super) fn heading(text: &str) -> Markup {
    el("h1").class("document__title").text(text.to_owned())
}

/// A part of a page with its heading.
pub(super) fn part(id: &'static str, title: &str, content: impl IntoIterator<Item = Markup>) -> Markup {
    el("section")
        .class("document__part")
        .attr("aria-labelledby", id)
        .child(el("h2").attr("id", id).text(title.to_owned()))
        .children(content)
}

/// A part with a list; none when the list is empty.
pub(super) fn list_part(id: &'static str, title: &str, items: Vec<Markup>) -> Option<Markup> {
    (!items.is_empty()).then(|| part(id, title, [el("ul").class("document__list").children(items)]))
}

/// A paragraph.
pub(super) fn paragraph(text: &str) -> Markup {
    el("p").text(text.to_owned())
}

/// A link to a page of the site.
pub(super) fn link(path: &str, text: &str) -> Markup {
    el("a")
        .attr("href", to_page(&[path, "index.html"].concat()))
        .text(text.to_owned())
}

/// A link into the interactive view, by its query.
pub(super) fn into_view(query: &str, text: &str) -> Markup {
    let way = to_page(&["index.html?", query].concat());
    el("p").child(el("a").class("document__show").attr("href", way).text(text.to_owned()))
}
