//! The page of all figures and the map, for readers without scripts.

use leptos::prelude::*;
use timeline_core::view::{action::Action, figure_id::FigureId};

use crate::{
    charts::{
        chart::{Still, chart},
        figures::figure,
        office_map::office_map,
    },
    context::{ViewContext, use_dataset, use_locale},
    markup::{Markup, el},
    page::language_switch::language_switch,
};

/// Every figure and the map over all their days, with their tables.
#[component]
#[expect(clippy::must_use_candidate, reason = "the macro makes the function")]
pub fn FiguresPage() -> impl IntoView {
    let view = ViewContext::new();
    // Without scripts nothing moves: each figure shows all its days.
    view.dispatch(Action::Link(false));
    provide_context(view);
    provide_context(Still);
    page()
}

fn page() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let figures = FigureId::all(dataset).into_iter().filter_map(figure);
    let links = FigureId::all(dataset).into_iter().filter_map(|id| {
        let title = figure(id)?.caption.title;
        let href = ["#figure-", id.id(dataset)].concat();
        Some(el("li").child(el("a").attr("href", href).text(title)))
    });
    el("main")
        .class("record-page")
        .children(language_switch(None))
        .child(el("p").child(el("a").attr("href", "../index.html").text(t.days_back)))
        .child(el("h1").text(t.static_figures_title))
        .child(el("p").text(t.static_figures_intro))
        .child(
            el("nav")
                .attr("aria-label", t.figures_title)
                .child(el("ol").class("figure-links").children(links)),
        )
        .child(el("h2").text(t.figures_title))
        .children(figures.map(chart))
        .child(el("h2").text(t.view_map))
        .children(office_map().map(chart))
}
