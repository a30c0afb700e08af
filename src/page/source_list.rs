use leptos::prelude::*;
use timeline_core::model::{Evidence, SourceIx};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{field, fill, partial_date, source_kind},
};

/// Sources with publisher, date, title, address, kind and what rests on each.
#[component]
pub fn SourceList(
    /// The sources, in the record's order.
    sources: Vec<SourceIx>,
    /// Which source supports which field.
    #[prop(default = Vec::new())]
    evidence: Vec<Evidence>,
) -> impl IntoView {
    let items = sources
        .into_iter()
        .map(|source| {
            let supported: Vec<Evidence> = evidence.iter().filter(|row| row.source == source).cloned().collect();
            view! { <SourceItem source supported/> }
        })
        .collect_view();
    view! { <ul class="source-list">{items}</ul> }
}

#[component]
fn SourceItem(
    /// The source.
    source: SourceIx,
    /// What it is named for.
    supported: Vec<Evidence>,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let source = dataset.source(source);
    let date = source.published.map_or_else(|| t.source_undated.to_owned(), |date| partial_date(t, date));
    let language = match &*source.language {
        "en" => None,
        "es" => Some(t.language_es),
        "zh" => Some(t.language_zh),
        other => Some(other),
    };
    let language = language.map(|name| format!(", {}", fill(t.source_language, &[("language", name)])));
    let archived = source.archived_url.as_ref().map(|url| {
        view! { " "<a href=url.to_string() rel="noopener nofollow">{t.detail_archived}</a> }
    });
    let fields: Vec<&str> = supported.iter().map(|row| field(t, row.field)).collect();
    let supports = (!fields.is_empty()).then(|| {
        view! { <span class="source-list__supports">{fill(t.detail_supports, &[("fields", &fields.join(", "))])}</span> }
    });
    view! {
        <li class="source-list__item">
            <a class="source-list__title" href=source.url.to_string() rel="noopener nofollow" hreflang=source.language.to_string()>
                {source.title.to_string()}
            </a>
            <span class="source-list__publisher">
                {source.publisher.to_string()}", "{date}{language}
                " "<span class="tag">{source_kind(t, source.kind)}</span>
                {archived}
            </span>
            {supports}
        </li>
    }
}
