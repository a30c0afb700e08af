//! The detail of a record: its frame, its parts, its way back.

use leptos::{
    ev::{self, KeyboardEvent},
    prelude::*,
};
use timeline_core::{
    query::search::Query,
    view::{action::Action, state::Selection},
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    markup::{IntoText, Markup, Slot, button, el},
    place::is_embed,
    platform::{dialog, focus},
    react::react,
    timeline::{detail_event::event_detail, detail_tenure::tenure_detail},
};

/// The id of the detail's heading, which takes the focus when the detail opens.
pub const DETAIL_TITLE_ID: &str = "detail-title";

/// Where the detail has no room beside the timeline; the same width as in the styles.
const NARROW: &str = "(width < 64rem)";

/// Everything on record of the selected tenure or event: beside the timeline, or over it on a
/// narrow screen.
#[must_use]
pub fn detail() -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let (frame, is_narrow) = (Slot::new(), RwSignal::new(false));
    let selection = move || view.with(|state| state.selection);
    // A frame may be longer than the screen: what is laid over it could be anywhere.
    if !is_embed() {
        dialog::on_media(NARROW, move |narrow| is_narrow.set(narrow));
    }
    react(move |_| {
        if selection().is_some() {
            dialog::show(frame, is_narrow.get());
        } else {
            dialog::close(frame);
        }
    });
    react(move |before: Option<Option<Selection>>| {
        let now = selection();
        match (before, now) {
            (Some(before), Some(_)) if before != now => focus::focus_id(DETAIL_TITLE_ID),
            (Some(Some(closed)), None) => focus::focus_record(closed.id(dataset)),
            _ => {}
        }
        now
    });
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            view.dispatch(Action::Select(None));
        }
    };
    // What is searched for is marked in a detail where it is found: that detail belongs to one text.
    let key = move |selection: Selection| {
        let text = view.with(|state| state.filter.text.clone());
        let query = Query::new(&text);
        let is_found = match selection {
            Selection::Tenure(ix) => query.matches_tenure(dataset, ix),
            Selection::Event(ix) => query.matches_event(dataset, ix),
        };
        [selection.id(dataset), "?", if is_found { &text } else { "" }].concat()
    };
    let shown = move || selection().map(key).into_iter().collect();
    let body = el("div").class("detail__content").each(shown, move |key| {
        let (id, query) = key.split_once('?').unwrap_or((key, ""));
        let query = Query::new(query);
        match Selection::find(dataset, id) {
            Some(Selection::Tenure(ix)) => tenure_detail(ix, &query),
            Some(Selection::Event(ix)) => event_detail(ix, &query),
            None => el("div"),
        }
    });
    let close = button("detail__close")
        .on(ev::click, move |_| view.dispatch(Action::Select(None)))
        .text(t.detail_close);
    el("dialog")
        .class("detail")
        .attr("aria-labelledby", DETAIL_TITLE_ID)
        .keep(frame)
        .live_flag("hidden", move || selection().is_none())
        .on(ev::keydown, on_key)
        .on(ev::close, move |_| {
            if !dialog::is_shown(frame) {
                view.dispatch(Action::Select(None));
            }
        })
        .child(close)
        .child(body)
}

/// The heading of the detail, without its text.
#[must_use]
pub(super) fn title(class: &'static str) -> Markup {
    el("h2").class(class).attr("id", DETAIL_TITLE_ID).attr("tabindex", "-1")
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
