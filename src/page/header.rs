use leptos::prelude::*;
use timeline_core::{model::{Start, TenureIx}, query::figures::head_figures};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{capacity_word, day_text, fill, number, partial_date},
};

/// The title, and the one sentence that answers who leads the agency.
#[component]
pub fn Header() -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let figures = head_figures(dataset);
    let as_of = day_text(t, dataset.as_of);
    let begin = fill(t.lede_without_confirmed, &[("as_of", &as_of), ("agency", &dataset.site.agency_short)]);
    let days = fill(t.lede_days, &[("n", &number(figures.days_since))]);
    let since = fill(
        t.lede_since,
        &[("since", &day_text(t, figures.since)), ("people", &figures.people_since.to_string())],
    );
    view! {
        <header class="masthead">
            <p class="masthead__kicker">{dataset.site.agency.to_string()}</p>
            <h1>{dataset.site.title.to_string()}</h1>
            <p class="lede">
                {begin}
                <strong>{days}</strong>
                {since}
                <Incumbent tenure=figures.incumbent/>
            </p>
        </header>
    }
}

/// The sentence on who leads the agency at `as_of`.
#[component]
fn Incumbent(
    /// The tenure that goes on, if one does.
    tenure: Option<TenureIx>,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let Some(ix) = tenure else {
        return view! { <span class="lede__incumbent">{t.lede_no_incumbent}</span> }.into_any();
    };
    let tenure = dataset.tenure(ix);
    let start = match tenure.start {
        Start::On(date) | Start::InPostBy(date) => partial_date(t, date),
    };
    let rest = fill(t.lede_incumbent, &[("capacity", capacity_word(t, tenure.capacity)), ("start", &start)]);
    view! {
        <span class="lede__incumbent"><strong>{dataset.person(tenure.person).name.to_string()}</strong>{rest}</span>
    }
    .into_any()
}
