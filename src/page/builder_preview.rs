//! The embed as another page shows it, by the script that other pages use.

use leptos::{ev, prelude::*};

use crate::{
    context::use_locale,
    markup::{Markup, button, el},
    page::{
        builder_draft::Draft,
        builder_form::choice,
        builder_snippets::{TAKE_ID, copyable},
    },
    place::from_root,
    platform::focus::focus_id,
};

/// The embed in a frame of a width, and its address. The styles know of the width.
#[must_use]
pub(super) fn preview(draft: Draft, level: &'static str) -> Markup {
    let t = use_locale();
    // A frame that goes to another address would add to the history: each address has a frame of its own.
    let shown = move || {
        Some(draft.shown.get())
            .filter(|address| !address.is_empty())
            .into_iter()
            .collect()
    };
    let frame = move |address: &str| {
        el("iframe")
            .attr("src", from_root(address))
            .attr("title", t.builder_preview)
            .attr("loading", "lazy")
            .attr("referrerpolicy", "strict-origin-when-cross-origin")
            .attr(
                "sandbox",
                "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads",
            )
            .attr("allow", "fullscreen; clipboard-write; web-share")
            .live_attr("height", move || draft.now().height_px.to_string().into())
    };
    el("section")
        .class("builder__preview")
        .child(el(level).text(t.builder_preview))
        .child(
            el("fieldset")
                .class("builder__set")
                .child(el("legend").class("visually-hidden").text(t.builder_width))
                .child(radio("width", "320", false, "320 px"))
                .child(radio("width", "600", false, "600 px"))
                .child(radio("width", "full", true, "100 %")),
        )
        .child(
            button("text-button")
                .attr("data-action", "to-snippet")
                .on(ev::click, move |_| focus_id(TAKE_ID))
                .text(t.builder_to_snippet),
        )
        .child(
            el("div")
                .class("builder__screen")
                .attr("tabindex", "0")
                .attr("role", "region")
                .attr("aria-label", t.builder_preview)
                .each(shown, frame),
        )
        .child(el("p").class("builder__label").text(t.builder_address))
        .child(copyable(draft, "", None))
}

/// One of some values that exclude each other.
pub(super) fn radio(name: &'static str, word: &'static str, is_chosen: bool, text: &'static str) -> Markup {
    let control = el("input")
        .attr("type", "radio")
        .attr("name", name)
        .attr("value", word)
        .flag("checked", is_chosen);
    choice(control, text.to_owned())
}
