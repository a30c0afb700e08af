use leptos::prelude::*;
use timeline_core::view::action::{Action, MAX_SEARCH_CHARS};

use crate::context::{use_dataset, use_locale, use_view};

/// Search and the choice of groups.
#[component]
pub fn Filters() -> impl IntoView {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let text = Memo::new(move |_| view.with(|state| state.filter.text.clone()));
    let groups = dataset
        .site
        .groups
        .iter()
        .enumerate()
        .filter_map(|(position, group)| Some((u8::try_from(position).ok()?, group.title.to_string())))
        .map(|(position, title)| view! { <GroupChip group=Some(position) label=title/> })
        .collect_view();
    view! {
        <search class="filters">
            <div class="filters__search">
                <label class="filters__label" for="search">{t.search_label}</label>
                <input id="search" type="search" autocomplete="off" maxlength=MAX_SEARCH_CHARS.to_string()
                    prop:value=move || text.get()
                    on:input:target=move |event| view.dispatch(Action::Search(event.target().value()))/>
            </div>
            <fieldset class="chips">
                <legend class="filters__label">{t.filter_groups}</legend>
                <GroupChip group=None label=t.filter_all.to_owned()/>
                {groups}
            </fieldset>
        </search>
    }
}

/// A button that shows one group of lanes, or all.
#[component]
fn GroupChip(
    /// Position of the group; all when none.
    group: Option<u8>,
    /// Its name.
    label: String,
) -> impl IntoView {
    let view = use_view();
    let pressed = move || {
        let on = view.with(|state| match group {
            Some(group) => state.filter.groups == [group],
            None => state.filter.groups.is_empty(),
        });
        if on { "true" } else { "false" }
    };
    view! {
        <button class="chip" type="button" aria-pressed=pressed
            on:click=move |_| view.dispatch(Action::FilterGroup(group))>{label}</button>
    }
}
