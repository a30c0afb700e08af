//! What a reader takes away of a record: its address, and how to cite it.

use leptos::{ev, prelude::*};
use timeline_core::view::{action::Action, state::Selection};

use crate::{
    context::{use_dataset, use_locale, use_view},
    i18n::{fill, partial_date, span},
    markup::{Markup, button, el},
    page::citation::citation,
    platform::clipboard,
};

/// Buttons that copy the address of a record and its citation, and one that shows its days.
#[must_use]
pub(super) fn take_away(selection: Selection) -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let said = RwSignal::new(String::new());
    let query = ["select=", selection.id(dataset)].concat();
    let copier = move |name: &'static str, label: &'static str, text: Box<dyn Fn() -> String + Send + Sync>| {
        button("text-button")
            .attr("data-copy", name)
            .on(ev::click, move |_| {
                let text = text();
                let shown = text.clone();
                clipboard::copy(&text, move |done| {
                    said.set(if done {
                        t.copied.to_owned()
                    } else {
                        fill(t.copy_by_hand, &[("text", &shown)])
                    });
                });
            })
            .text(label)
    };
    let link = {
        let query = query.clone();
        Box::new(move || clipboard::address(&query))
    };
    let cite = Box::new(move || citation(&cited_words(selection), &clipboard::address(&query)));
    let fit = button("text-button")
        .attr("data-fit", "selection")
        .on(ev::click, move |_| {
            view.dispatch(Action::FitSelection);
        })
        .text(t.show_days);
    el("div")
        .class("take-away")
        .child(copier("link", t.copy_link, link))
        .child(copier("cite", t.copy_citation, cite))
        .child(fit)
        .child(
            el("p")
                .class("take-away__said")
                .attr("role", "status")
                .live_text(move || said.get().into()),
        )
}

/// A record in the words of a citation.
#[must_use]
pub fn cited_words(selection: Selection) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    match selection {
        Selection::Tenure(ix) => {
            let tenure = dataset.tenure(ix);
            [
                &dataset.person(tenure.person).name,
                ", ",
                &dataset.office(tenure.office).title,
                ", ",
                &span(t, tenure),
            ]
            .concat()
        }
        Selection::Event(ix) => {
            let event = dataset.event(ix);
            [&event.headline, " (", &partial_date(t, event.date), ")"].concat()
        }
    }
}
