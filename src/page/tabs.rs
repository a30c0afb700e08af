//! The tabs of the views.

use leptos::ev;
use timeline_core::view::{action::Action, state::View};

use crate::{
    context::{use_dataset, use_locale, use_view},
    markup::{Markup, el},
    place::to_page,
};

/// The views of the record, as links: each has its own address.
#[must_use]
pub fn tabs() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let all = [
        (View::Timeline, t.view_timeline),
        (View::Date, t.view_date),
        (View::Figures, t.view_figures),
        (View::Map, t.view_map),
        (View::Story, t.view_story),
        (View::Table, t.view_table),
    ];
    let shown = all.into_iter().filter(|(view, _)| view.has_something(dataset));
    el("nav")
        .class("views")
        .attr("aria-label", t.views_label)
        .children(shown.map(|(view, label)| tab(view, label)))
}

fn tab(view: View, label: &'static str) -> Markup {
    let context = use_view();
    el("a")
        .class("views__tab")
        .attr("data-view", view.word())
        .attr("href", to_page(&["?view=", view.word()].concat()))
        .live_option("aria-current", move || {
            context.with(|state| state.view == view).then_some("page".into())
        })
        .on(ev::click, move |event| {
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                context.dispatch(Action::Show(view));
            }
        })
        .text(label)
}
