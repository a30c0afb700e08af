//! The embed builder: what another page is to show, how it looks there, and the snippet for it. It
//! stands on a page of its own, and in a dialog over the page of the site.

use leptos::{ev, prelude::*};

use crate::{
    context::use_locale,
    markup::{Markup, Slot, button, el},
    page::{
        builder_draft::Draft, builder_form::form, builder_preview::preview, builder_snippets::snippets,
        parameter_table::parameter_table,
    },
    place::to_page,
    platform::{dialog, focus, input},
    react::react,
};

/// The id of the title of the dialog.
const TITLE_ID: &str = "builder-title";

/// The builder on a page of its own. Without scripts it gives the snippets of the timeline, and what an address can say.
#[must_use]
pub fn builder() -> Markup {
    let t = use_locale();
    el("div")
        .class("builder-page")
        .child(el("p").class("builder__intro").text(t.builder_intro))
        .child(parts("h2"))
        .child(parameter_table())
}

/// What opens the dialog; without the program it leads to the page.
#[must_use]
pub fn embed_button(open: RwSignal<bool>) -> Markup {
    el("a")
        .class("text-button")
        .attr("href", to_page("builder/index.html"))
        .attr("data-action", "embed")
        .attr("aria-haspopup", "dialog")
        .on(ev::click, move |event| {
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                open.set(true);
            }
        })
        .text(use_locale().builder_button)
}

/// The builder over the page, which begins with the view that the reader has. It is made when it is opened.
#[must_use]
pub fn embed_dialog(open: RwSignal<bool>) -> Markup {
    let t = use_locale();
    let frame = Slot::new();
    react(move |_| {
        if open.get() {
            dialog::show(frame, true);
            focus::focus_id(TITLE_ID);
        } else {
            dialog::close(frame);
        }
    });
    let content = el("div").each(
        move || {
            if open.get() { vec![String::new()] } else { Vec::new() }
        },
        move |_| {
            let title = el("h2")
                .attr("id", TITLE_ID)
                .attr("tabindex", "-1")
                .text(t.builder_button);
            el("div")
                .child(
                    button("builder-dialog__close")
                        .on(ev::click, move |_| open.set(false))
                        .text(t.detail_close),
                )
                .child(title)
                .child(el("p").class("builder__intro").text(t.builder_intro))
                .child(parts("h3"))
        },
    );
    el("dialog")
        .class("builder-dialog")
        .attr("aria-labelledby", TITLE_ID)
        .keep(frame)
        .on(ev::close, move |_| {
            if !dialog::is_shown(frame) {
                open.set(false);
            }
        })
        .child(content)
}

/// Form, preview and snippets, with headings of a level.
fn parts(level: &'static str) -> Markup {
    let draft = Draft::new();
    draft.begin();
    let choices = el("div").class("builder__choices").each(
        move || {
            if draft.place.with(String::is_empty) {
                Vec::new()
            } else {
                vec!["form".to_owned(), "preview".to_owned()]
            }
        },
        move |key| {
            if key == "form" {
                form(draft, level)
            } else {
                preview(draft, level)
            }
        },
    );
    el("div")
        .class("builder")
        .on(ev::change, move |event| {
            let (name, value) = (input::name_of(&event), input::value_of(&event));
            match &*name {
                "range" => draft.choose(&name, &input::take_value(&event)),
                "place" => draft.place.set(value),
                "" | "width" => {}
                _ => draft.choose(&name, &value),
            }
        })
        .child(choices)
        .child(snippets(draft, level))
}
