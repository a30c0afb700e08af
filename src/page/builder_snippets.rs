//! The snippets of the embed builder, by the place that they are for.

use leptos::{ev, prelude::*};
use timeline_core::view::{embed::is_more_than_its_view, snippet::SnippetKind};

use crate::{
    context::{use_dataset, use_locale},
    markup::{Markup, button, el},
    page::{
        builder_draft::{Draft, pinned_script},
        builder_preview::radio,
    },
    platform::clipboard,
};

/// The id of the heading of the snippets.
pub(super) const TAKE_ID: &str = "builder-take";

/// Where a snippet goes: its word, its name and what is to be known of it.
type Place = (&'static str, &'static str, &'static str);

fn places() -> [Place; 6] {
    let t = use_locale();
    [
        ("script", t.builder_script, t.builder_script_about),
        ("plain", t.builder_plain, t.builder_plain_about),
        ("element", t.builder_element, t.builder_element_about),
        ("wordpress", t.builder_wordpress, t.builder_wordpress_about),
        ("card", t.builder_card, t.builder_card_about),
        ("pinned", t.builder_pinned, t.builder_pinned_about),
    ]
}

/// The snippets: those of the chosen place, or of all places as long as none can be chosen.
#[must_use]
pub(super) fn snippets(draft: Draft, level: &'static str) -> Markup {
    let t = use_locale();
    let mut radios = el("fieldset")
        .class("builder__set builder__set--places")
        .live_flag("hidden", move || draft.place.with(String::is_empty))
        .child(el("legend").class("visually-hidden").text(t.builder_where));
    let mut sections = Vec::new();
    for (word, name, about) in places() {
        let is_lacking = move || word == "pinned" && pinned_script().is_none();
        radios = radios.child(radio("place", word, word == "script", name).live_flag("hidden", is_lacking));
        let section = el("section")
            .class("builder__place")
            .attr("data-place", word)
            .live_flag("hidden", move || !is_chosen(draft, word) || is_lacking())
            .child(el(if level == "h2" { "h3" } else { "h4" }).text(name))
            .child(el("p").class("builder__about").text(about));
        sections.push(with_snippets(section, draft, word));
    }
    let title = el(level)
        .attr("id", TAKE_ID)
        .attr("tabindex", "-1")
        .text(t.builder_take);
    el("section")
        .class("builder__take")
        .child(title)
        .child(radios)
        .children(sections)
        .child(
            el("p")
                .class("builder__said")
                .attr("role", "status")
                .live_text(move || draft.said.get().into()),
        )
}

/// Whether a place has been chosen, or none can be.
fn is_chosen(draft: Draft, word: &str) -> bool {
    draft.place.with(|place| place.is_empty() || place == word)
}

/// What is told where more is chosen than a view.
fn where_more_is_chosen(draft: Draft, about: &'static str) -> Markup {
    el("div")
        .live_flag("hidden", move || !is_more_than_its_view(&draft.now(), use_dataset()))
        .child(el("p").class("builder__about").text(about))
}

/// A place with its snippets.
fn with_snippets(section: Markup, draft: Draft, word: &'static str) -> Markup {
    let block = move |kind| copyable(draft, word, Some(kind));
    match word {
        "wordpress" => {
            let more = where_more_is_chosen(draft, use_locale().builder_wordpress_more);
            section
                .child(block(SnippetKind::Address))
                .child(more.child(block(SnippetKind::Plain)))
        }
        "card" => section
            .child(where_more_is_chosen(draft, use_locale().builder_card_more))
            .child(block(SnippetKind::Card))
            .child(block(SnippetKind::Markdown)),
        _ => section.children(SnippetKind::from_word(word).map(block)),
    }
}

/// A snippet of a place, or the address of the embed, with a button that copies it. The button is there once it can be pressed.
#[must_use]
pub(super) fn copyable(draft: Draft, place: &'static str, kind: Option<SnippetKind>) -> Markup {
    let t = use_locale();
    let label = match kind {
        None | Some(SnippetKind::Address) => t.builder_copy_address,
        Some(SnippetKind::Markdown) => t.builder_copy_markdown,
        Some(_) => t.builder_copy_html,
    };
    let copy = move |_| {
        draft.said.set("");
        clipboard::copy(&untrack(|| draft.text(kind)), move |done| {
            draft.said.try_set(if done { t.copied } else { t.copy_refused });
        });
    };
    el("div")
        .class("builder__snippet")
        .attr("data-snippet", kind.map_or("embed", SnippetKind::word))
        .child(el("pre").child(el("code").live_text(move || {
            // What is not seen is not made.
            let is_seen = kind.is_none() || is_chosen(draft, place);
            if is_seen { draft.text(kind) } else { String::new() }.into()
        })))
        .child(
            button("text-button")
                .live_flag("hidden", move || draft.place.with(String::is_empty))
                .on(ev::click, copy)
                .text(label),
        )
}
