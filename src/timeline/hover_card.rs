//! The card of the bar or marker that is pointed at or has the focus.

use leptos::prelude::*;
use timeline_core::{query::lengths::length, view::state::Selection};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{self, capacity, fill, kind, partial_date, span, standing},
    markup::{Markup, el},
    timeline::plane::Plane,
};

/// Something of the timeline that is pointed at: its ids and where it is on the screen, in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pointed {
    /// The ids of its records, apart by spaces.
    pub ids: String,
    /// Its left edge, or where the pointer is.
    pub left: i32,
    /// Its bottom edge.
    pub bottom: i32,
}

/// What a reader would otherwise have to open: who, what, when, how known. It says nothing that
/// the name of the bar does not say, so it is not read aloud.
#[must_use]
pub(super) fn hover_card() -> Markup {
    let pointed = expect_context::<Plane>().pointed;
    let place = move || {
        pointed.with(|pointed| {
            pointed.as_ref().map_or(String::new(), |at| {
                [
                    "--left:",
                    &at.left.to_string(),
                    "px;--top:",
                    &at.bottom.to_string(),
                    "px",
                ]
                .concat()
            })
        })
    };
    let shown = move || pointed.with(|pointed| pointed.iter().map(|at| at.ids.clone()).collect());
    el("div")
        .class("hover-card")
        .attr("aria-hidden", "true")
        .live_flag("hidden", move || pointed.with(Option::is_none))
        .live_attr("style", move || place().into())
        .each(shown, card)
}

fn card(ids: &str) -> Markup {
    let dataset = use_dataset();
    let mut found = ids.split(' ').filter_map(|id| Selection::find(dataset, id)).peekable();
    let first = found.peek().copied();
    match first {
        Some(Selection::Tenure(_)) => el("div").children(found.map(record)),
        Some(Selection::Event(_)) | None => {
            const MOST: usize = 4;
            let t = use_locale();
            let all: Vec<Selection> = found.collect();
            let rest = all.len().saturating_sub(MOST);
            let more = (rest > 0).then(|| {
                el("p")
                    .class("hover-card__more")
                    .text(fill(t.card_more, &[("n", &rest.to_string())]))
            });
            el("div")
                .children(all.into_iter().take(MOST).map(record))
                .children(more)
        }
    }
}

fn record(selection: Selection) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let line = |text: String| el("p").text(text);
    let (name, lines, sources) = match selection {
        Selection::Tenure(ix) => {
            let tenure = dataset.tenure(ix);
            let lines = [
                ["“", &tenure.title, "”"].concat(),
                capacity(t, tenure.capacity).to_owned(),
                span(t, tenure),
                i18n::length(t, length(tenure, dataset.as_of)),
            ];
            (
                &dataset.person(tenure.person).name,
                lines.to_vec(),
                tenure.sources.len(),
            )
        }
        Selection::Event(ix) => {
            let event = dataset.event(ix);
            let lines = vec![
                partial_date(t, event.date),
                [kind(t, event.kind), " · ", standing(t, event.standing)].concat(),
            ];
            (&event.headline, lines, event.sources.len())
        }
    };
    el("div")
        .class("hover-card__record")
        .child(el("p").class("hover-card__name").text(name.to_string()))
        .children(lines.into_iter().map(line))
        .child(line(fill(t.card_sources, &[("n", &sources.to_string())])).class("hover-card__more"))
}
