//! Quiet notices about values of the address that could not be used.

use leptos::{ev, prelude::*};
use timeline_core::view::url::Notice;

use crate::{
    context::use_locale,
    i18n::fill,
    markup::{Markup, button, el},
    platform::focus,
};

/// What of the address could not be used, said once and quietly.
#[must_use]
pub fn notices(notices: RwSignal<Vec<Notice>>) -> Markup {
    let t = use_locale();
    let line = move |notice: &Notice| {
        if notice.key.is_empty() {
            t.notice_too_long.to_owned()
        } else {
            fill(t.notice_bad_value, &[("key", &notice.key), ("value", &notice.value)])
        }
    };
    let lines = move || {
        notices
            .with(|notices| notices.iter().map(line).collect::<Vec<String>>().join(" "))
            .into()
    };
    el("div")
        .class("notice-bar")
        .live_flag("hidden", move || notices.with(Vec::is_empty))
        .child(el("p").class("notice").attr("role", "status").live_text(lines))
        .child(
            button("notice__dismiss")
                .on(ev::click, move |_| {
                    notices.set(Vec::new());
                    focus::focus_id("main");
                })
                .text(t.notice_dismiss),
        )
}
