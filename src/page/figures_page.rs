//! The list of all figures and the map, for readers without scripts: each has a page of its own.

use leptos::prelude::*;
use timeline_core::view::figure_id::FigureId;

use crate::{
    charts::{chart::Chart, figures::figure, office_map::office_map},
    context::{ViewContext, use_dataset, use_locale},
    markup::{Markup, el},
    page::language_switch::language_switch,
    place::to_page,
};

/// Every figure and the map by what one sees in it, as links.
#[component]
#[expect(clippy::must_use_candidate, reason = "the macro makes the function")]
pub fn FiguresPage() -> impl IntoView {
    provide_context(ViewContext::new());
    page()
}

fn page() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let figures = FigureId::all(dataset).into_iter().filter_map(figure);
    el("main")
        .class("record-page")
        .children(language_switch(None))
        .child(el("p").child(el("a").attr("href", to_page("index.html")).text(t.days_back)))
        .child(el("h1").text(t.static_figures_title))
        .child(el("p").text(t.static_figures_intro))
        .child(
            el("ol")
                .class("figure-links")
                .children(figures.chain(office_map()).map(|chart| link(&chart))),
        )
}

fn link(chart: &Chart) -> Markup {
    let way = to_page(&["figure/", &*chart.id, "/index.html"].concat());
    el("li")
        .child(el("a").attr("href", way).text(chart.caption.title.clone()))
        .child(el("p").text(chart.caption.subtitle.clone()))
}
