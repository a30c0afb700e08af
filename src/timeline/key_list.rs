//! The list of the keys that work in the timeline.

use leptos::prelude::*;

use crate::{
    context::use_locale,
    markup::{Markup, el},
    timeline::plane::Plane,
};

/// The id of the list.
pub(super) const KEYS_ID: &str = "keys";

/// The keys and what they do; shown when it is asked for.
#[must_use]
pub(super) fn key_list() -> Markup {
    let t = use_locale();
    let plane = expect_context::<Plane>();
    let shown = move || plane.shows_keys.get().then(|| KEYS_ID.to_owned()).into_iter().collect();
    el("section")
        .class("keys")
        .attr("id", KEYS_ID)
        .attr("aria-labelledby", "keys-title")
        .live_flag("hidden", move || !plane.shows_keys.get())
        .child(
            el("h2")
                .attr("id", "keys-title")
                .class("keys__title")
                .text(t.keys_title),
        )
        .child(el("div").each(shown, |_| rows()))
}

fn rows() -> Markup {
    let rows = use_locale()
        .keys
        .split('|')
        .filter_map(|row| row.split_once('='))
        .map(|(keys, what)| {
            let names = keys.split(' ').map(|name| el("kbd").text(name.to_owned()));
            el("div")
                .class("keys__row")
                .child(el("dt").children(names))
                .child(el("dd").text(what.to_owned()))
        });
    el("dl").class("keys__list").children(rows)
}
