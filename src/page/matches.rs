//! Going through what a search has found, one by one.

use leptos::{ev, prelude::*};
use timeline_core::{
    date::Day,
    order::ordered,
    query::filter::Visible,
    view::{action::Action, state::Selection},
};

use crate::{
    context::{ViewContext, use_dataset, use_locale, use_view},
    i18n::fill,
    markup::{Markup, button, el},
};

/// Buttons for the match before and after, and which one is open; only while there is a search.
#[must_use]
pub fn matches() -> Markup {
    let (t, view) = (use_locale(), use_view());
    let is_off = move || view.with(|state| state.filter.text.trim().is_empty()) || view.visible.with(Visible::is_empty);
    let place = move || {
        let all = found(view);
        let at = all.iter().position(|one| Some(*one) == view.selection.get());
        let at = at.map_or_else(|| "–".to_owned(), |at| (at + 1).to_string());
        fill(t.match_place, &[("at", &at), ("n", &all.len().to_string())]).into()
    };
    let step = move |name: &'static str, sign: &'static str, label: &'static str, forward: bool| {
        button("tool-button")
            .attr("data-match-step", name)
            .attr("aria-label", label)
            .attr("title", label)
            .on(ev::click, move |_| go(view, forward))
            .text(sign)
    };
    el("div")
        .class("matches")
        .attr("role", "group")
        .attr("aria-label", t.match_label)
        .live_flag("hidden", is_off)
        .child(step("previous", "↑", t.match_previous, false))
        .child(step("next", "↓", t.match_next, true))
        .child(el("span").class("matches__place").live_text(place))
}

/// Opens the match after or before the open one, and brings it onto the screen.
fn go(view: ViewContext, forward: bool) {
    let all = untrack(|| found(view));
    let at = all.iter().position(|one| Some(*one) == view.selection.get_untracked());
    let next = match (at, forward) {
        (Some(at), true) => (at + 1) % all.len(),
        (Some(at), false) => at.checked_sub(1).unwrap_or(all.len() - 1),
        (None, true) => 0,
        (None, false) => all.len().saturating_sub(1),
    };
    let Some(&record) = all.get(next) else { return };
    let day = day_of(record);
    let range = view.peek(|state| state.range);
    if !range.contains(day) {
        let middle = range.from.plus(range.len_days() / 2);
        view.dispatch(Action::PanDays(range, middle.days_until(day)));
    }
    view.dispatch(Action::Select(Some(record)));
}

/// All that passes the filters, in time.
fn found(view: ViewContext) -> Vec<Selection> {
    let all: Vec<Selection> = view.visible.with(|visible| {
        let tenures = visible.tenures.iter().map(|&ix| Selection::Tenure(ix));
        tenures
            .chain(visible.events.iter().map(|&ix| Selection::Event(ix)))
            .collect()
    });
    let day = |at: usize| all.get(at).map(|&record| day_of(record));
    let order = ordered(all.len(), false, &|one, other| day(one).cmp(&day(other)));
    order.into_iter().filter_map(|at| all.get(at).copied()).collect()
}

fn day_of(record: Selection) -> Day {
    let dataset = use_dataset();
    match record {
        Selection::Tenure(ix) => dataset.tenure(ix).start.date().earliest(),
        Selection::Event(ix) => dataset.event(ix).date.earliest(),
    }
}
