//! The view of the record that is shown, with the detail of a record beside it.

use leptos::{ev, prelude::*};
use timeline_core::view::{figure_id::FigureId, state::View};

use crate::{
    charts::{chart::chart, figures::figure},
    context::{ViewContext, use_dataset, use_locale},
    markup::{Markup, el},
    page::{
        figures_view::{figures_view, shared_time},
        map_view::map_view,
        on_date::on_date,
        record_table::record_table,
        story_view::story_view,
    },
    platform::{gesture, light},
    react::react,
    timeline::{
        detail::detail,
        section::{Lanes, timeline_section},
    },
};

/// The view that is shown, and the detail.
#[must_use]
pub fn stage(view: ViewContext) -> Markup {
    let dataset = use_dataset();
    let shown = move || {
        let key = view.with(|state| match (state.view, state.figure) {
            (View::Chart, Some(figure)) => [View::Chart.word(), "/", figure.id(dataset)].concat(),
            (view, _) => view.word().to_owned(),
        });
        vec![key]
    };
    let views = el("div").class("stage__view").each(shown, move |key| {
        let (word, id) = key.split_once('/').unwrap_or((key, ""));
        match View::from_word(word) {
            Some(View::Table) => record_table(),
            Some(View::Date) => on_date(),
            Some(View::Figures) => figures_view(),
            Some(View::Chart) => single_chart(id),
            Some(View::Map) => map_view(),
            Some(View::Story) => story_view(view),
            Some(View::Timeline) | None => timeline_section(el("div"), Lanes::All),
        }
    });
    lit(view).child(views).in_turn(detail)
}

/// One figure alone, and the time that it shares.
fn single_chart(id: &str) -> Markup {
    let figure = FigureId::find(use_dataset(), id).and_then(figure);
    el("div")
        .class("figures-view")
        .child(el("h2").class("visually-hidden").text(use_locale().builder_view_chart))
        .child(el("div").class("figures-view__list").children(figure.map(chart)))
        .child(shared_time())
}

/// The part of the page in which a record that is pointed at, or has the focus, lights up wherever it is.
fn lit(view: ViewContext) -> Markup {
    react(move |_| view.lit.with(|records| light::light(records)));
    let point = move |records: Option<String>| {
        if let Some(records) = records {
            view.lit.set(records);
        }
    };
    el("div")
        .class("stage")
        .on(ev::pointerover, move |event| {
            if event.pointer_type() == "mouse" && gesture::has_moved(&event) {
                point(light::records_at(&event));
            }
        })
        .on(ev::focusin, move |event| point(light::records_at(&event)))
        .on(ev::pointerleave, move |event| {
            if event.pointer_type() == "mouse" && gesture::has_moved(&event) {
                point(Some(String::new()));
            }
        })
}
