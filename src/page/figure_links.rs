//! What the figures show, in a line each: links to them.

use leptos::ev;
use timeline_core::view::{action::Action, figure_id::FigureId};

use crate::{
    charts::figures::figure,
    context::{use_dataset, use_locale, use_view},
    markup::{Markup, el},
    place::to_page,
    platform::focus::focus_id,
};

/// The takeaway of every figure, as a link to it.
#[must_use]
pub fn figure_links() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let links = FigureId::all(dataset).into_iter().map(link);
    el("section")
        .class("figures-section")
        .attr("aria-labelledby", "figures-title")
        .child(el("h2").attr("id", "figures-title").text(t.figures_title))
        .child(el("p").class("figures-section__intro").text(t.figures_list))
        .child(el("ol").class("figure-links").children(links))
}

/// A link to a figure: within the app, or to the page without scripts.
fn link(id: FigureId) -> Markup {
    let (dataset, view) = (use_dataset(), use_view());
    // The title is computed from all that the figure shows.
    let title = move || {
        let title = figure(id).map_or_else(String::new, |figure| figure.caption.title);
        el("span").text(title)
    };
    let anchor = el("a")
        .attr("href", to_page(&["figure/", id.id(dataset), "/index.html"].concat()))
        .attr("data-figure", id.id(dataset).to_owned())
        .on(ev::click, move |event| {
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                view.dispatch(Action::ShowFigure(id));
                focus_id(&["title-", id.id(dataset)].concat());
            }
        })
        .still(title);
    el("li").child(anchor)
}
