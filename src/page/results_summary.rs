use leptos::prelude::*;
use timeline_core::view::action::Action;

use crate::{
    context::{use_dataset, use_locale, use_view},
    i18n::fill,
};

/// How much of the record is shown, said politely; with a way out when it is nothing.
#[component]
pub fn ResultsSummary() -> impl IntoView {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let text = move || {
        let (tenures, events) = view.visible.with(|visible| (visible.tenures.len(), visible.events.len()));
        let all = (dataset.tenures.len(), dataset.events.len());
        let template = match (tenures, events) {
            (0, 0) => t.results_none,
            shown if shown == all => t.results_all,
            _ => t.results_some,
        };
        fill(
            template,
            &[
                ("tenures", &tenures.to_string()),
                ("events", &events.to_string()),
                ("all_tenures", &all.0.to_string()),
                ("all_events", &all.1.to_string()),
            ],
        )
    };
    let filtered = Memo::new(move |_| view.with(|state| !state.filter.is_empty()));
    view! {
        <div class="results">
            <p id="results" class="results__text" role="status">{text}</p>
            <Show when=move || filtered.get()>
                <button class="results__clear" type="button" on:click=move |_| view.dispatch(Action::ClearFilters)>
                    {t.clear_filters}
                </button>
            </Show>
        </div>
    }
}
