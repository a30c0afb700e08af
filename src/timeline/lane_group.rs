use leptos::prelude::*;
use timeline_core::{layout::placed::placed, model::OfficeIx, view::action::Action};

use crate::{
    context::{use_dataset, use_locale, use_view},
    i18n::fill,
    timeline::{lane::Lane, plane::span_style},
};

/// A group of lanes with its heading, which opens and closes it.
#[component]
pub fn LaneGroup(
    /// Position of the group in the site's list.
    group: u8,
) -> impl IntoView {
    let (dataset, view) = (use_dataset(), use_view());
    let row = dataset.site.groups.get(usize::from(group));
    let (id, title) = row.map(|row| (row.id.to_string(), row.title.to_string())).unwrap_or_default();
    let open = Memo::new(move |_| view.with(|state| state.is_open(dataset, group)));
    let shown = move || view.with(|state| state.filter.shows_group(group));
    let heading = ["group-", &id].concat();
    let expanded = move || if open.get() { "true" } else { "false" };
    let lanes = move || dataset.offices_of(group).map(|office| view! { <Lane office/> }).collect_view();
    view! {
        <section class="lane-group" data-lane-group=id aria-labelledby=heading.clone() hidden=move || !shown()>
            <h2 class="lane-group__title">
                <button class="lane-group__toggle" type="button" id=heading aria-expanded=expanded
                    on:click=move |_| view.dispatch(Action::ToggleGroup(group))>{title}</button>
            </h2>
            <Show when=move || open.get() fallback=move || view! { <GroupSummary group/> }>
                {lanes()}
            </Show>
        </section>
    }
}

/// A closed group: all of its tenures on one strip.
#[component]
fn GroupSummary(
    /// Position of the group.
    group: u8,
) -> impl IntoView {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let offices: Vec<OfficeIx> = dataset.offices_of(group).collect();
    let placed: Vec<_> = offices.iter().flat_map(|&office| placed(dataset, office)).collect();
    let text = fill(t.group_summary, &[("n", &offices.len().to_string()), ("tenures", &placed.len().to_string())]);
    let open = fill(t.group_open, &[("n", &offices.len().to_string())]);
    let strips = placed
        .into_iter()
        .map(|placed| {
            let capacity = dataset.tenure(placed.tenure).capacity.word();
            view! { <li class="group-summary__strip" data-capacity=capacity style=span_style(placed.from, placed.to)></li> }
        })
        .collect_view();
    view! {
        <div class="lane lane--summary">
            <p class="lane__name">
                {text}" "
                <button class="group-summary__open" type="button" on:click=move |_| view.dispatch(Action::ToggleGroup(group))>{open}</button>
            </p>
            <ul class="group-summary" aria-hidden="true">{strips}</ul>
        </div>
    }
}
