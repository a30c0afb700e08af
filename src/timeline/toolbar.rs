//! The buttons that zoom, move and choose a period.

use leptos::{ev, prelude::*};
use timeline_core::view::{action::Action, state::preset_range};

use crate::{
    context::{use_dataset, use_locale, use_view},
    markup::{Markup, button, el},
    timeline::{key_list::KEYS_ID, plane::Plane},
};

/// Zoom, movement and named periods.
#[must_use]
pub(super) fn toolbar() -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let plane = expect_context::<Plane>();
    let presets = dataset
        .site
        .presets
        .iter()
        .enumerate()
        .map(|(position, preset)| preset_chip(position, preset.label.to_string()));
    let buttons = [
        tool_button("zoom-out", "−", t.zoom_out, Action::Zoom(1.0 / 1.5)),
        tool_button("zoom-in", "+", t.zoom_in, Action::Zoom(1.5)),
        tool_button("fit", t.zoom_fit, t.zoom_fit, Action::Fit),
        tool_button("pan-left", "←", t.pan_left, Action::Pan(-0.3)),
        tool_button("pan-right", "→", t.pan_right, Action::Pan(0.3)),
        tool_button("latest", t.zoom_latest, t.zoom_latest_long, Action::Latest),
        tool_button(
            "fit-selection",
            t.zoom_selection,
            t.zoom_selection_long,
            Action::FitSelection,
        )
        .live_flag("hidden", move || view.selection.get().is_none()),
    ];
    let keys = button("tool-button tool-button--keys")
        .attr("data-action", "keys")
        .attr("aria-controls", KEYS_ID)
        .attr("aria-label", t.keys_button)
        .attr("title", t.keys_button)
        .live_bool("aria-expanded", move || plane.shows_keys.get())
        .on(ev::click, move |_| plane.shows_keys.update(|shows| *shows = !*shows))
        .text("?");
    let group = |class: &'static str, label: &'static str| {
        el("div").class(class).attr("role", "group").attr("aria-label", label)
    };
    el("div")
        .class("toolbar")
        .child(group("toolbar__zoom", t.zoom_label).children(buttons).child(keys))
        .child(group("chips", t.presets_label).children(presets))
}

/// A named period.
fn preset_chip(position: usize, label: String) -> Markup {
    let view = use_view();
    let range = preset_range(use_dataset(), position);
    button("chip")
        .live_bool("aria-pressed", move || view.with(|state| Some(state.range) == range))
        .on(ev::click, move |_| view.dispatch(Action::Preset(position)))
        .text(label)
}

/// A button that changes the range: its name for scripts and styles, what it shows, what it says.
fn tool_button(name: &'static str, sign: &'static str, label: &'static str, action: Action) -> Markup {
    let view = use_view();
    button("tool-button")
        .attr("data-action", name)
        .attr("aria-label", label)
        .attr("title", label)
        .on(ev::click, move |_| view.dispatch(action.clone()))
        .text(sign)
}
