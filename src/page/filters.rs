//! Search and groups. The choice by capacity is in the timeline's key.

use leptos::ev;
use timeline_core::view::action::{Action, MAX_SEARCH_CHARS};

use crate::{
    context::{use_dataset, use_locale, use_view},
    markup::{Markup, button, el},
    platform::input,
};

/// Search and the choice of groups.
#[must_use]
pub fn filters() -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let groups = dataset
        .site
        .groups
        .iter()
        .zip(0_u8..)
        .map(|(group, position)| group_chip(Some(position), group.title.to_string()));
    let search = el("input")
        .attr("id", "search")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("placeholder", t.search_label)
        .attr("maxlength", MAX_SEARCH_CHARS.to_string())
        .live_attr("value", move || view.with(|state| state.filter.text.clone()).into())
        .on(ev::input, move |event| {
            view.dispatch(Action::Search(input::value_of(&event)));
        });
    el("search")
        .class("filters")
        .child(
            el("div")
                .class("filters__search")
                .child(
                    el("label")
                        .class("visually-hidden")
                        .attr("for", "search")
                        .text(t.search_label),
                )
                .child(search),
        )
        .child(
            el("fieldset")
                .class("chips")
                .child(el("legend").class("visually-hidden").text(t.filter_groups))
                .child(group_chip(None, t.filter_all.to_owned()))
                .children(groups),
        )
}

/// A button that shows one group of lanes, or all.
fn group_chip(group: Option<u8>, label: String) -> Markup {
    let view = use_view();
    button("chip")
        .live_bool("aria-pressed", move || {
            view.with(|state| match group {
                Some(group) => state.filter.groups == [group],
                None => state.filter.groups.is_empty(),
            })
        })
        .on(ev::click, move |_| view.dispatch(Action::FilterGroup(group)))
        .text(label)
}
