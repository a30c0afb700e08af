//! The detail beside the timeline: its frame, its parts, its way back.

use leptos::{
    ev::{self, KeyboardEvent},
    prelude::*,
};
use timeline_core::view::{action::Action, state::Selection};

use crate::{
    context::{use_dataset, use_locale, use_view},
    markup::{IntoText, Markup, button, el},
    platform::focus,
    timeline::{detail_event::event_detail, detail_tenure::tenure_detail},
};

/// The id of the detail's heading, which takes the focus when the detail opens.
pub const DETAIL_TITLE_ID: &str = "detail-title";

/// Everything on record of the selected tenure or event, beside the timeline or below it.
#[must_use]
pub fn detail() -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let selection = move || view.with(|state| state.selection);
    Effect::new(move |before: Option<Option<Selection>>| {
        let now = selection();
        match (before, now) {
            (Some(before), Some(_)) if before != now => focus::focus_id(DETAIL_TITLE_ID),
            (Some(Some(closed)), None) => focus::focus_record(closed.id(dataset)),
            _ => {}
        }
        now
    });
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            view.dispatch(Action::Select(None));
        }
    };
    let shown = move || {
        selection()
            .map(|selection| selection.id(dataset).to_owned())
            .into_iter()
            .collect()
    };
    let body = el("div")
        .class("detail__content")
        .each(shown, move |id| match Selection::find(dataset, id) {
            Some(Selection::Tenure(ix)) => tenure_detail(ix),
            Some(Selection::Event(ix)) => event_detail(ix),
            None => el("div"),
        });
    let close = button("detail__close")
        .on(ev::click, move |_| view.dispatch(Action::Select(None)))
        .text(t.detail_close);
    el("aside")
        .class("detail")
        .attr("aria-labelledby", DETAIL_TITLE_ID)
        .live_flag("hidden", move || selection().is_none())
        .on(ev::keydown, key)
        .child(close)
        .child(body)
}

/// A part of the detail with its heading.
#[must_use]
pub(super) fn part(title: &'static str, content: impl IntoIterator<Item = Markup>) -> Markup {
    el("section")
        .class("detail__part")
        .child(el("h3").class("detail__heading").text(title))
        .children(content)
}

/// A part with a list; none when the list is empty.
#[must_use]
pub(super) fn list_part(title: &'static str, items: impl IntoIterator<Item = Markup>) -> Option<Markup> {
    let mut items = items.into_iter().peekable();
    items
        .peek()
        .is_some()
        .then(|| part(title, [el("ul").class("detail__list").children(items)]))
}

/// A paragraph.
#[must_use]
pub(super) fn paragraph(text: impl IntoText) -> Markup {
    el("p").text(text)
}
