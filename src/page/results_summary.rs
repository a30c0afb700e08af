//! The line that says how much of the record passes the filters.

use leptos::{ev, prelude::*};
use timeline_core::view::action::Action;

use crate::{
    context::{use_dataset, use_locale, use_view},
    i18n::{fill, number},
    markup::{Markup, button, el},
    page::polite::polite,
    platform::focus,
};

/// How much of the record is shown, said politely too; with a way out when it is nothing.
#[must_use]
pub fn results_summary() -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let text = move || {
        let shown = view
            .visible
            .with(|visible| (visible.tenures.len(), visible.events.len()));
        let all = (dataset.tenures.len(), dataset.events.len());
        let template = match shown {
            (0, 0) => t.results_none,
            _ if shown == all => t.results_all,
            _ => t.results_some,
        };
        let count = |count: usize| number(i32::try_from(count).unwrap_or(i32::MAX));
        fill(
            template,
            &[
                ("tenures", &count(shown.0)),
                ("events", &count(shown.1)),
                ("all_tenures", &count(all.0)),
                ("all_events", &count(all.1)),
            ],
        )
    };
    el("div")
        .class("results")
        .child(
            el("p")
                .attr("id", "results")
                .class("results__text")
                .live_text(move || text().into()),
        )
        .child(polite(text))
        .child(
            button("results__clear")
                .live_flag("hidden", move || view.with(|state| state.filter.is_empty()))
                .on(ev::click, move |_| {
                    view.dispatch(Action::ClearFilters);
                    focus::focus_id("search");
                })
                .text(t.clear_filters),
        )
}
