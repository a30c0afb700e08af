//! Laws of the view: what actions and addresses do to it.

#[cfg(test)]
mod common;

use std::sync::LazyLock;

use proptest::prelude::*;
use timeline_core::{
    date::{Day, DayRange},
    model::{Capacity, Dataset, EventKind},
    query::filter::{Choice, Dimension},
    scale::time::bounded,
    view::{
        action::{Action, MAX_SEARCH_CHARS},
        embed::set_on,
        figure_id::FigureId,
        state::{Column, Selection, SortKey, View, ViewState, limits},
        url::{from_query, to_query},
    },
};

#[cfg(test)]
static DATASET: LazyLock<Dataset> = LazyLock::new(common::real);

#[cfg(test)]
fn any_day() -> impl Strategy<Value = Day> {
    (15_000_i32..22_000).prop_map(Day::from_epoch_days)
}

#[cfg(test)]
fn any_choice() -> impl Strategy<Value = Choice> {
    let offices: Vec<Choice> = DATASET.office_ixs().map(Choice::Office).collect();
    let people: Vec<Choice> = DATASET.person_ixs().take(9).map(Choice::Person).collect();
    prop_oneof![
        prop::sample::select(offices),
        prop::sample::select(people),
        prop::sample::select(Capacity::ALL).prop_map(Choice::Capacity),
        prop::sample::select(EventKind::ALL).prop_map(Choice::Kind),
    ]
}

#[cfg(test)]
fn any_action() -> impl Strategy<Value = Action> {
    let selections: Vec<Selection> = (DATASET.tenure_ixs().map(Selection::Tenure).take(30))
        .chain(DATASET.event_ixs().map(Selection::Event).take(30))
        .collect();
    let ranges = || (any_day(), any_day()).prop_map(|(from, to)| DayRange::new(from, to));
    let of_range = prop_oneof![
        (any_day(), any::<f64>()).prop_map(|(day, factor)| Action::ZoomAt(day, factor)),
        (0.1..9.0_f64).prop_map(Action::Zoom),
        any::<f64>().prop_map(Action::Pan),
        (ranges(), any::<i32>()).prop_map(|(range, days)| {
            // What is dragged was shown before.
            Action::PanDays(bounded(range.from, range.to, limits(&DATASET)), days)
        }),
        ranges().prop_map(Action::SetRange),
        ranges().prop_map(Action::ZoomTo),
        (0_usize..9).prop_map(Action::Preset),
        Just(Action::Fit),
        Just(Action::FitSelection),
        Just(Action::Latest),
    ];
    let of_filter = prop_oneof![
        (0_u8..4).prop_map(Action::ToggleGroup),
        prop::option::of(0_u8..4).prop_map(Action::FilterGroup),
        any_choice().prop_map(Action::ToggleChoice),
        (prop::sample::select(Dimension::ALL), prop::option::of(any_choice()))
            .prop_map(|(dimension, choice)| Action::Choose(dimension, choice)),
        "\\PC{0,80}".prop_map(Action::Search),
        Just(Action::ClearFilters),
    ];
    let of_page = prop_oneof![
        prop::sample::select(View::ALL).prop_map(Action::Show),
        prop::option::of(prop::sample::select(selections)).prop_map(Action::Select),
        prop::sample::select(SortKey::ALL).prop_map(Action::SortBy),
        any_day().prop_map(Action::SetDay),
        prop::option::of(any_day()).prop_map(Action::Compare),
        prop::sample::select(Column::ALL).prop_map(Action::ToggleColumn),
        prop::sample::select(FigureId::all(&DATASET)).prop_map(Action::ShowFigure),
        any::<bool>().prop_map(Action::Link),
        prop::option::of(any::<u8>()).prop_map(Action::ShowReport),
        any::<u8>().prop_map(Action::GoToStep),
    ];
    prop_oneof![of_range, of_filter, of_page]
}

/// What a reader makes of the first view.
#[cfg(test)]
fn any_state() -> impl Strategy<Value = ViewState> {
    prop::collection::vec(any_action(), 0..24).prop_map(|actions| {
        let initial = ViewState::initial(&DATASET);
        actions
            .into_iter()
            .fold(initial, |state, action| state.apply(action, &DATASET))
    })
}

/// A query of keys that are known with values that may be.
#[cfg(test)]
fn any_query() -> impl Strategy<Value = String> {
    let key = "(view|from|to|group|office|capacity|kind|q|toggle|sort|hide|day|compare|figure|linked|report|step|select|tenure|on|x)";
    let value = prop_oneof![
        "(timeline|date|figures|chart|map|story|table)",
        "20[12][0-9]-[01][0-9]-[0-3][0-9]",
        "(acting|confirmed|units|head-office|ice-director|ice-ero|days|-name|no|yes|tenure-lengths)",
        "[ -~é]{0,12}",
    ];
    prop::collection::vec(
        (key, value).prop_map(|(key, value)| [key, "=".to_owned(), value].concat()),
        0..9,
    )
    .prop_map(|pairs| pairs.join("&"))
}

proptest! {
    #[test]
    fn no_action_leaves_the_record(state in any_state()) {
        let limits = limits(&DATASET);
        prop_assert!(limits.from <= state.range.from && state.range.to <= limits.to);
        prop_assert!(state.range.from < state.range.to);
        prop_assert!(limits.from <= state.day && state.day <= DATASET.as_of);
        prop_assert!(state.compared.is_none_or(|day| limits.from <= day && day <= DATASET.as_of));
        prop_assert!(state.filter.text.chars().count() <= MAX_SEARCH_CHARS);
        prop_assert!(state.filter.choices.is_sorted() && state.hidden.is_sorted() && state.toggled.is_sorted());
        prop_assert!(usize::from(state.step) < DATASET.story.len());
    }

    #[test]
    fn what_a_reader_has_made_has_an_address_that_restores_it(state in any_state()) {
        let (restored, notices) = from_query(&to_query(&state, &DATASET), &DATASET);
        prop_assert_eq!(notices, []);
        prop_assert_eq!(restored, state);
    }

    #[test]
    fn an_address_that_is_read_and_written_is_read_as_the_same(query in any_query()) {
        let (state, _) = from_query(&query, &DATASET);
        let written = to_query(&state, &DATASET);
        let (again, notices) = from_query(&written, &DATASET);
        prop_assert_eq!(notices, [], "{}", written);
        prop_assert_eq!(to_query(&again, &DATASET), written);
        prop_assert_eq!(again, state);
    }

    #[test]
    fn the_order_of_the_keys_does_not_matter(state in any_state(), turn in 0_usize..12) {
        let query = to_query(&state, &DATASET);
        let mut pairs: Vec<&str> = query.split('&').collect();
        let at = turn % pairs.len();
        pairs.rotate_left(at);
        prop_assert_eq!(from_query(&pairs.join("&"), &DATASET), (state, Vec::new()));
    }

    #[test]
    fn a_key_that_is_not_known_changes_nothing(query in any_query(), key in "[a-z]{2,8}_[a-z]{1,4}", value in "[ -~]{0,20}") {
        let more = [&key, "=", &value.replace('&', ""), "&", &query].concat();
        prop_assert_eq!(from_query(&more, &DATASET), from_query(&query, &DATASET));
    }

    #[test]
    fn what_is_set_twice_is_set(shown in any_state(), query in any_query()) {
        // One end of a range is read with the other end that is shown.
        let is_named = |key: &str| query.split('&').any(|pair| pair.split('=').next() == Some(key));
        prop_assume!(is_named("from") == is_named("to"));
        let home = ViewState::initial(&DATASET);
        let (once, notices) = set_on(home.clone(), &shown, &query, &DATASET);
        prop_assert_eq!(set_on(home, &once, &query, &DATASET), (once, notices));
    }

    #[test]
    fn nothing_set_changes_nothing(shown in any_state()) {
        let home = ViewState::initial(&DATASET);
        prop_assert_eq!(set_on(home, &shown, "", &DATASET), (shown, Vec::new()));
    }
}
