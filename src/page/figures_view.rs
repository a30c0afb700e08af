//! The view of the figures, under the timeline of the head of the agency.

use leptos::{ev, prelude::*};
use timeline_core::view::{action::Action, figure_id::FigureId};

use crate::{
    charts::{chart::chart, figures::figure},
    context::{use_dataset, use_locale, use_view},
    derived::derived,
    i18n::fill,
    markup::{Markup, button, el},
    platform::focus::{after_update, show_id},
    react::react,
    timeline::section::{Lanes, timeline_section},
};

/// Every figure; the range of the timeline above them is theirs too, while they are linked.
#[must_use]
pub fn figures_view() -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let intro = fill(t.figures_intro, &[("n", &FigureId::all(dataset).len().to_string())]);
    let figures = FigureId::all(dataset).into_iter().filter_map(figure).map(chart);
    let asked = derived(move |_| view.with(|state| state.figure.map_or("", |id| id.id(dataset)).to_owned()));
    react(move |_| {
        let id = asked.get();
        if !id.is_empty() {
            after_update(move || show_id(&["figure-", &id].concat()));
        }
    });
    el("div")
        .class("figures-view")
        .child(shared_time())
        .child(el("h2").class("figures-view__title").text(t.figures_title))
        .child(el("p").class("figures-view__intro").text(intro))
        .child(el("div").class("figures-view__list").children(figures))
}

/// The timeline of the head of the agency, and whether the rest follows its range.
#[must_use]
pub(super) fn shared_time() -> Markup {
    let (t, view) = (use_locale(), use_view());
    let link = button("chip")
        .attr("id", "linked")
        .live_bool("aria-pressed", move || view.with(|state| state.linked))
        .on(ev::click, move |_| {
            let linked = view.peek(|state| state.linked);
            view.dispatch(Action::Link(!linked));
        })
        .text(t.link_label);
    let into = el("div")
        .class("shared-time")
        .child(el("h2").class("visually-hidden").text(t.shared_time_title));
    timeline_section(into, Lanes::Head).child(el("p").class("shared-time__link").child(link))
}
