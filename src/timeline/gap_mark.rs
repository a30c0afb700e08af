use leptos::prelude::*;
use timeline_core::query::succession::{Gap, GapKind};

use crate::{
    context::{use_locale, use_view},
    i18n::{day_text, fill, number},
    timeline::plane::span_style,
};

/// Time that nobody is on record for: vacant, or not found.
#[component]
pub fn GapMark(
    /// The gap.
    gap: Gap,
) -> impl IntoView {
    let (t, view) = (use_locale(), use_view());
    let (word, template) = match gap.kind {
        GapKind::Vacant => ("vacant", t.gap_vacant),
        GapKind::Unknown => ("unknown", t.gap_unknown),
    };
    let label = fill(
        template,
        &[
            ("from", &day_text(t, gap.range.from)),
            ("to", &day_text(t, gap.range.to)),
            ("days", &number(gap.range.len_days())),
        ],
    );
    let hidden = move || view.with(|state| !state.filter.capacities.is_empty() || !state.filter.text.is_empty());
    view! {
        <li class="gap-mark" data-gap=word style=span_style(gap.range.from, gap.range.to) title=label.clone() hidden=hidden>
            <span class="visually-hidden">{label}</span>
        </li>
    }
}
