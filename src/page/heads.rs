use leptos::prelude::*;
use timeline_core::{
    model::{End, TenureIx},
    query::{figures::head_figures, lengths::length},
};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{self, capacity, day_text, fill, reason, span},
    page::source_list::SourceList,
};

/// Every head of the agency since the last confirmed one, in full: it needs no script.
#[component]
pub fn Heads() -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let figures = head_figures(dataset);
    let title = fill(t.heads_title, &[("agency", &dataset.site.agency_short), ("since", &day_text(t, figures.since))]);
    let items = figures
        .last_confirmed
        .into_iter()
        .chain(figures.spells.iter().flat_map(|spell| spell.tenures.iter().copied()))
        .map(|tenure| view! { <Head tenure/> })
        .collect_view();
    view! {
        <section class="heads" aria-labelledby="heads-title">
            <h2 id="heads-title">{title}</h2>
            <p class="heads__intro">{t.heads_intro}</p>
            <ol id="heads" class="heads__list">{items}</ol>
        </section>
    }
}

#[component]
fn Head(
    /// The tenure.
    tenure: TenureIx,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let tenure = dataset.tenure(tenure);
    let left = match tenure.end {
        End::On(_, why) => reason(t, why).to_owned(),
        End::OngoingAsOf(_) | End::UnknownAfter(_) => i18n::end(t, tenure.end),
    };
    let count = tenure.sources.len().to_string();
    view! {
        <li class="head" data-capacity=tenure.capacity.word() data-record=tenure.id.to_string()>
            <h3 class="head__name">{dataset.person(tenure.person).name.to_string()}</h3>
            <p class="head__dates">{span(t, tenure)}<span class="head__length">{i18n::length(t, length(tenure, dataset.as_of))}</span></p>
            <p class="head__capacity"><b>{capacity(t, tenure.capacity)}</b>" · “"{tenure.title.to_string()}"”"</p>
            <p class="head__left">{left}</p>
            <details class="head__sources">
                <summary>{t.detail_sources}" ("{count}")"</summary>
                <p class="head__note">{tenure.note.as_ref().map(ToString::to_string)}</p>
                <SourceList sources=tenure.sources.clone() evidence=tenure.evidence.clone()/>
            </details>
        </li>
    }
}
