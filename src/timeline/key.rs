use leptos::prelude::*;
use timeline_core::{model::Capacity, view::action::Action};

use crate::{
    context::{use_dataset, use_locale, use_view},
    i18n::capacity,
};

/// What colours, patterns and shapes mean. The capacities are also the filter by capacity.
#[component]
pub fn Key() -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let capacities = Capacity::ALL
        .iter()
        .filter(|&&word| dataset.tenures.iter().any(|tenure| tenure.capacity == word))
        .map(|&word| view! { <CapacityChip word/> })
        .collect_view();
    view! {
        <div class="key" role="group" aria-label=t.key_label>
            <div class="key__capacities" role="group" aria-label=t.filter_capacities>{capacities}</div>
            <ul class="key__signs">
                <li><span class="swatch swatch--uncertain" aria-hidden="true"></span>{t.key_uncertain}</li>
                <li><span class="swatch swatch--open" aria-hidden="true"></span>{t.key_open}</li>
                <li><span class="swatch swatch--vacant" aria-hidden="true"></span>{t.key_vacant}</li>
                <li><span class="swatch swatch--unknown" aria-hidden="true"></span>{t.key_unknown}</li>
                <li><span class="swatch swatch--event" aria-hidden="true"></span>{t.key_event}</li>
                <li><span class="swatch swatch--planned" aria-hidden="true"></span>{t.key_planned}</li>
            </ul>
        </div>
    }
}

/// A capacity with its swatch; pressed, only tenures in the pressed capacities are shown.
#[component]
fn CapacityChip(
    /// The capacity.
    word: Capacity,
) -> impl IntoView {
    let (t, view) = (use_locale(), use_view());
    let pressed = move || {
        let on = view.with(|state| state.filter.capacities.contains(&word));
        if on { "true" } else { "false" }
    };
    view! {
        <button class="chip chip--capacity" type="button" data-capacity=word.word() aria-pressed=pressed
            on:click=move |_| view.dispatch(Action::ToggleCapacity(word))>
            <span class="swatch" data-capacity=word.word() aria-hidden="true"></span>
            {capacity(t, word)}
        </button>
    }
}
