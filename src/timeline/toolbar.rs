use leptos::prelude::*;
use timeline_core::view::action::Action;

use crate::context::{use_dataset, use_locale, use_view};

/// Zoom, movement and named periods.
#[component]
pub fn Toolbar() -> impl IntoView {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let presets = dataset
        .site
        .presets
        .iter()
        .enumerate()
        .map(|(position, preset)| {
            let pressed = move || {
                let shown = view.with(|state| {
                    let wanted = state.apply(Action::Preset(position), dataset).range;
                    state.range == wanted
                });
                if shown { "true" } else { "false" }
            };
            view! {
                <button class="chip" type="button" aria-pressed=pressed
                    on:click=move |_| view.dispatch(Action::Preset(position))>{preset.label.to_string()}</button>
            }
        })
        .collect_view();
    view! {
        <div class="toolbar">
            <div class="toolbar__zoom" role="group" aria-label=t.zoom_label>
                <ToolButton name="zoom-out" sign="−" label=t.zoom_out action=Action::Zoom(1.0 / 1.5)/>
                <ToolButton name="zoom-in" sign="+" label=t.zoom_in action=Action::Zoom(1.5)/>
                <ToolButton name="fit" sign="" label=t.zoom_fit action=Action::Fit/>
                <ToolButton name="pan-left" sign="←" label=t.pan_left action=Action::Pan(-0.3)/>
                <ToolButton name="pan-right" sign="→" label=t.pan_right action=Action::Pan(0.3)/>
            </div>
            <div class="chips" role="group" aria-label=t.presets_label>{presets}</div>
        </div>
    }
}

/// A button that changes the range.
#[component]
fn ToolButton(
    /// Its name for scripts and styles.
    name: &'static str,
    /// What it shows; its label when empty.
    sign: &'static str,
    /// What it says.
    label: &'static str,
    /// What it does.
    action: Action,
) -> impl IntoView {
    let view = use_view();
    let shown = if sign.is_empty() { label } else { sign };
    view! {
        <button class="tool-button" type="button" data-action=name aria-label=label title=label
            on:click=move |_| view.dispatch(action.clone())>{shown}</button>
    }
}
