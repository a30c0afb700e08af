use leptos::prelude::*;

use crate::{
    context::{use_dataset, use_locale},
    page::source_list::SourceList,
};

/// Figures and statements that circulated: who said each first, and who agrees.
#[component]
pub fn Claims() -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let items = dataset
        .claims
        .iter()
        .map(|claim| {
            let count = claim.sources.len().to_string();
            view! {
                <li class="claim">
                    <h3 class="claim__text">{claim.claim.to_string()}</h3>
                    <p><b>{t.claims_origin}": "</b>{claim.origin.to_string()}</p>
                    <p><b>{t.claims_agreement}": "</b>{claim.agreement.to_string()}</p>
                    <details>
                        <summary>{t.detail_sources}" ("{count}")"</summary>
                        <SourceList sources=claim.sources.clone()/>
                    </details>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="claims" aria-labelledby="claims-title">
            <h2 id="claims-title">{t.claims_title}</h2>
            <p class="claims__intro">{t.claims_intro}</p>
            <ol class="claims__list">{items}</ol>
        </section>
    }
}
