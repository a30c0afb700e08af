//! The page of a figure: drawn once, with its table, its sources and what to keep in mind.

use leptos::prelude::provide_context;
use timeline_core::view::action::Action;

use super::{
    Document,
    frame::{frame, heading, into_view},
    texts::texts,
};
use crate::{
    charts::{
        chart::{Still, chart},
        figures::figure as chart_of,
        office_map::office_map,
    },
    context::{ViewContext, use_dataset, use_locale},
    markup::{Markup, el},
};

/// A figure over all its days.
pub(super) fn figure(of: Document) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let view = ViewContext::new();
    // Without scripts nothing moves: the figure shows all its days.
    view.dispatch(Action::Link(false));
    provide_context(view);
    provide_context(Still::Whole);
    let (drawn, query) = if let Document::Figure(id) = of {
        (chart_of(id), ["view=chart&figure=", id.id(dataset)].concat())
    } else {
        (office_map(), "view=map".to_owned())
    };
    let title_id = drawn
        .as_ref()
        .map_or_else(String::new, |chart| ["title-", &*chart.id].concat());
    let title = drawn
        .as_ref()
        .map(|chart| chart.caption.title.clone())
        .unwrap_or_default();
    let body = el("div").class("document__figure").children(drawn.map(chart));
    frame(
        t.view_figures,
        heading(&title).attr("id", title_id),
        vec![into_view(&query, texts().figure_show)],
        vec![body],
    )
}
