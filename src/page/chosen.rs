//! What of the filter is on, each with a way to take it off.

use leptos::ev;
use timeline_core::{
    query::filter::{Choice, Dimension},
    view::action::Action,
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    i18n::{capacity, confidence_short, fill, kind, standing},
    markup::{Markup, button, el},
    platform::focus,
};

/// A chip for each value that is chosen; pressed, it is no longer.
#[must_use]
pub fn chosen() -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let keys = move || {
        view.with(|state| {
            let key = |choice: &Choice| [choice.dimension().word(), "=", choice.word(dataset)].concat();
            state.filter.choices.iter().map(key).collect()
        })
    };
    el("ul")
        .class("chosen")
        .attr("aria-label", t.chosen_label)
        .live_flag("hidden", move || view.with(|state| state.filter.choices.is_empty()))
        .each(keys, chip)
}

fn chip(key: &str) -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let (dimension, word) = key.split_once('=').unwrap_or_default();
    let found = Dimension::from_word(dimension).and_then(|dimension| Choice::find(dataset, dimension, word));
    let Some(choice) = found else { return el("li") };
    let name = name(choice);
    el("li").child(
        button("chosen__chip")
            .attr("data-choice", key.to_owned())
            .attr("aria-label", fill(t.chosen_remove, &[("name", &name)]))
            .on(ev::click, move |_| {
                view.dispatch(Action::ToggleChoice(choice));
                focus::focus_id("search");
            })
            .text([&name, " ×"].concat()),
    )
}

/// A value in words.
fn name(choice: Choice) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    match choice {
        Choice::Office(ix) => dataset.office(ix).short_title.to_string(),
        Choice::Person(ix) => dataset.person(ix).name.to_string(),
        Choice::Capacity(word) => capacity(t, word).to_owned(),
        Choice::Kind(word) => kind(t, word).to_owned(),
        Choice::Standing(word) => standing(t, word).to_owned(),
        Choice::Confidence(word) => confidence_short(t, word).to_owned(),
        Choice::Term(at) => {
            let term = dataset.terms.get(usize::from(at));
            term.map(|term| term.label.to_string()).unwrap_or_default()
        }
    }
}
