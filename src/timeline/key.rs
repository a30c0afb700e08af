//! The key to colours, patterns and shapes.

use leptos::ev;
use timeline_core::{model::Capacity, query::filter::Choice, view::action::Action};

use crate::{
    context::{use_dataset, use_locale, use_view},
    i18n::capacity,
    markup::{Markup, button, el},
};

/// What colours, patterns and shapes mean. The capacities are also the filter by capacity.
#[must_use]
pub(super) fn key() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let capacities = dataset.capacities().into_iter().map(capacity_chip);
    let signs = [
        ("sign sign--uncertain", t.key_uncertain),
        ("sign sign--open", t.key_open),
        ("sign sign--vacant", t.key_vacant),
        ("sign sign--unknown", t.key_unknown),
        ("sign sign--event", t.key_event),
        ("sign sign--planned", t.key_planned),
    ]
    .map(|(class, text)| {
        el("li")
            .child(el("span").class(class).attr("aria-hidden", "true"))
            .text(text)
    });
    el("div")
        .class("key")
        .attr("role", "group")
        .attr("aria-label", t.key_label)
        .child(
            el("div")
                .class("key__capacities")
                .attr("role", "group")
                .attr("aria-label", t.filter_capacities)
                .children(capacities),
        )
        .child(el("ul").class("key__signs").children(signs))
}

/// A capacity with its swatch; pressed, only tenures in the pressed capacities are shown.
fn capacity_chip(word: Capacity) -> Markup {
    let (t, view) = (use_locale(), use_view());
    button("chip chip--capacity")
        .attr("data-capacity", word.word())
        .live_bool("aria-pressed", move || {
            view.with(|state| state.filter.choices.contains(&Choice::Capacity(word)))
        })
        .on(ev::click, move |_| {
            view.dispatch(Action::ToggleChoice(Choice::Capacity(word)));
        })
        .child(
            el("span")
                .class("swatch")
                .attr("data-capacity", word.word())
                .attr("aria-hidden", "true"),
        )
        .text(capacity(t, word))
}
