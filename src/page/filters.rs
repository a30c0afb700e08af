//! Search, groups and every other choice. The choice by capacity is in the timeline's key.

use leptos::ev;
use timeline_core::{
    model::{Confidence, EventKind, Standing},
    order::sort_by_key,
    query::filter::{Choice, Dimension},
    view::{
        action::{Action, MAX_SEARCH_CHARS},
        state::View,
    },
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    i18n::{confidence_short, kind, standing},
    markup::{Markup, button, el},
    page::matches::matches,
    platform::input,
};

/// Search and the choices.
#[must_use]
pub fn filters() -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let groups = dataset
        .site
        .groups
        .iter()
        .zip(0_u8..)
        .map(|(group, position)| group_chip(Some(position), group.title.to_string()));
    let search = el("input")
        .attr("id", "search")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .attr("placeholder", t.search_label)
        .attr("maxlength", MAX_SEARCH_CHARS.to_string())
        .live_attr("value", move || view.with(|state| state.filter.text.clone()).into())
        .on(ev::input, move |event| {
            view.dispatch(Action::Search(input::value_of(&event)));
        });
    el("search")
        .class("filters")
        .live_flag("hidden", move || {
            view.with(|state| matches!(state.view, View::Date | View::Story))
        })
        .child(
            el("div")
                .class("filters__search")
                .child(
                    el("label")
                        .class("visually-hidden")
                        .attr("for", "search")
                        .text(t.search_label),
                )
                .child(search),
        )
        .in_turn(matches)
        .child(
            el("fieldset")
                .class("chips")
                .child(el("legend").class("visually-hidden").text(t.filter_groups))
                .child(group_chip(None, t.filter_all.to_owned()))
                .children(groups),
        )
        .in_turn(more)
}

/// The choices that are needed less often, behind a button.
fn more() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let offices = dataset.office_ixs().map(|ix| {
        let office = dataset.office(ix);
        (Choice::Office(ix), office.title.to_string())
    });
    let mut people: Vec<_> = dataset
        .person_ixs()
        .map(|ix| (Choice::Person(ix), dataset.person(ix).sort_name.to_string()))
        .collect();
    sort_by_key(&mut people, |(_, name)| name.clone());
    let terms = dataset
        .terms
        .iter()
        .zip(0_u8..)
        .map(|(term, at)| (Choice::Term(at), term.label.to_string()));
    let kinds = EventKind::ALL
        .iter()
        .map(|&word| (Choice::Kind(word), kind(t, word).to_owned()));
    let standings = Standing::ALL
        .iter()
        .map(|&word| (Choice::Standing(word), standing(t, word).to_owned()));
    let confidences = Confidence::ALL
        .iter()
        .map(|&word| (Choice::Confidence(word), confidence_short(t, word).to_owned()));
    el("details")
        .class("filters__more")
        .child(el("summary").text(t.filter_more))
        .child(
            el("div")
                .class("filters__choices")
                .child(menu(Dimension::Office, t.filter_office, offices))
                .child(menu(Dimension::Person, t.filter_person, people))
                .child(menu(Dimension::Term, t.filter_term, terms))
                .child(menu(Dimension::Kind, t.filter_kind, kinds))
                .child(menu(Dimension::Standing, t.filter_standing, standings))
                .child(menu(Dimension::Confidence, t.filter_confidence, confidences)),
        )
}

/// A menu that adds a value to those chosen; what is chosen stands among the chips.
fn menu(dimension: Dimension, label: &'static str, values: impl IntoIterator<Item = (Choice, String)>) -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let id = ["filter-", dimension.word()].concat();
    let options = values
        .into_iter()
        .map(|(choice, text)| el("option").attr("value", choice.word(dataset).to_owned()).text(text));
    el("div")
        .class("filters__choice")
        .child(el("label").attr("for", id.clone()).text(label))
        .child(
            el("select")
                .attr("id", id)
                .on(ev::change, move |event| {
                    let chosen = Choice::find(dataset, dimension, &input::take_value(&event));
                    let is_new = |choice: &Choice| view.peek(|state| !state.filter.choices.contains(choice));
                    if let Some(choice) = chosen.filter(is_new) {
                        view.dispatch(Action::ToggleChoice(choice));
                    }
                })
                .child(el("option").attr("value", "").text(t.filter_any))
                .children(options),
        )
}

/// A button that shows one group of lanes, or all.
fn group_chip(group: Option<u8>, label: String) -> Markup {
    let view = use_view();
    button("chip")
        .live_bool("aria-pressed", move || {
            view.with(|state| match group {
                Some(group) => state.filter.groups == [group],
                None => state.filter.groups.is_empty(),
            })
        })
        .on(ev::click, move |_| view.dispatch(Action::FilterGroup(group)))
        .text(label)
}
