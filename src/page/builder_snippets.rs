//! The snippets of the embed builder, by the place that they are for.

use leptos::{ev, prelude::*};
use timeline_core::view::snippet::SnippetKind;

use crate::{
    context::use_locale,
    markup::{Markup, button, el},
    page::{
        builder_draft::{Draft, pinned_script},
        builder_preview::radio,
    },
    platform::clipboard,
};

/// The id of the heading of the snippets.
pub(super) const TAKE_ID: &str = "builder-take";

/// Where a snippet goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A page whose HTML allows scripts.
    Script,
    /// A page whose HTML allows frames only.
    Plain,
    /// A page that is to keep a link where the script does not run.
    Element,
    /// A site that asks the site for the embed of an address.
    WordPress,
    /// A place without frames.
    Card,
    /// A page whose script must not change.
    Pinned,
}

const PLACES: [Place; 6] = [
    Place::Script,
    Place::Plain,
    Place::Element,
    Place::WordPress,
    Place::Card,
    Place::Pinned,
];

impl Place {
    fn word(self) -> &'static str {
        match self {
            Self::Script => "script",
            Self::Plain => "plain",
            Self::Element => "element",
            Self::WordPress => "wordpress",
            Self::Card => "card",
            Self::Pinned => "pinned",
        }
    }

    /// The place of a word; `None` for an unknown one.
    pub(super) fn from_word(word: &str) -> Option<Self> {
        PLACES.into_iter().find(|place| place.word() == word)
    }

    /// Its name, and what is to be known of it.
    fn texts(self) -> (&'static str, &'static str) {
        let t = use_locale();
        match self {
            Self::Script => (t.builder_script, t.builder_script_about),
            Self::Plain => (t.builder_plain, t.builder_plain_about),
            Self::Element => (t.builder_element, t.builder_element_about),
            Self::WordPress => (t.builder_wordpress, t.builder_wordpress_about),
            Self::Card => (t.builder_card, t.builder_card_about),
            Self::Pinned => (t.builder_pinned, t.builder_pinned_about),
        }
    }
}

/// The snippets: those of the chosen place, or of all places as long as none can be chosen.
#[must_use]
pub(super) fn snippets(draft: Draft, level: &'static str) -> Markup {
    let t = use_locale();
    let is_there = |place: Place| place != Place::Pinned || pinned_script().is_some();
    let radios = PLACES.map(|place| {
        radio("place", place.word(), place == Place::Script, place.texts().0)
            .live_flag("hidden", move || !is_there(place))
    });
    let sections = PLACES.map(|place| {
        let is_shown = move || is_there(place) && draft.place.get().is_none_or(|chosen| chosen == place);
        let (name, about) = place.texts();
        el("section")
            .class("builder__place")
            .attr("data-place", place.word())
            .live_flag("hidden", move || !is_shown())
            .child(el(below(level)).text(name))
            .child(el("p").class("builder__about").text(about))
            .children(blocks(draft, place))
    });
    el("section")
        .class("builder__take")
        .child(
            el(level)
                .attr("id", TAKE_ID)
                .attr("tabindex", "-1")
                .text(t.builder_take),
        )
        .child(
            el("fieldset")
                .class("builder__set builder__set--places")
                .live_flag("hidden", move || draft.place.get().is_none())
                .child(el("legend").class("visually-hidden").text(t.builder_where))
                .children(radios),
        )
        .children(sections)
        .child(
            el("p")
                .class("builder__said")
                .attr("role", "status")
                .live_text(move || draft.said.get().into()),
        )
}

/// The level of the headings within a section.
fn below(level: &str) -> &'static str {
    if level == "h2" { "h3" } else { "h4" }
}

/// The snippets of a place.
fn blocks(draft: Draft, place: Place) -> Vec<Markup> {
    let block = |kind| copyable(draft, Some(kind));
    match place {
        Place::Script => vec![block(SnippetKind::Script)],
        Place::Plain => vec![block(SnippetKind::Plain)],
        Place::Element => vec![block(SnippetKind::Element)],
        Place::WordPress => {
            let more = el("div")
                .live_flag("hidden", move || draft.is_its_page())
                .child(
                    el("p")
                        .class("builder__about")
                        .text(use_locale().builder_wordpress_more),
                )
                .child(block(SnippetKind::Plain));
            vec![block(SnippetKind::Address), more]
        }
        Place::Card => vec![block(SnippetKind::Card), block(SnippetKind::Markdown)],
        Place::Pinned => vec![block(SnippetKind::Pinned)],
    }
}

/// A snippet, or the address of the embed, with a button that copies it. The button is there once it can be pressed.
#[must_use]
pub(super) fn copyable(draft: Draft, kind: Option<SnippetKind>) -> Markup {
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
        .child(el("pre").child(el("code").live_text(move || draft.text(kind).into())))
        .child(
            button("text-button")
                .live_flag("hidden", move || draft.place.get().is_none())
                .on(ev::click, copy)
                .text(label),
        )
}
