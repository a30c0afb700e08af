//! What an address of the small dataset may say, and what it may not.

#[cfg(test)]
mod common;

use common::day;
use timeline_core::{
    date::DayRange,
    model::Dataset,
    view::{
        figure_id::FigureId,
        state::{SortKey, View, ViewState},
        url::{MAX_QUERY_BYTES, figure_query, from_query, from_query_on},
    },
};

#[cfg(test)]
fn data() -> Dataset {
    timeline_core::load::load(&common::small()).dataset.unwrap()
}

#[test]
fn the_address_of_a_figure_says_what_it_shows_and_nothing_of_the_rest() {
    let dataset = data();
    let mut state = ViewState::initial(&dataset);
    state.range = DayRange::new(day("2021-01-01"), day("2022-01-01"));
    state.sort.key = SortKey::Name;
    state.filter.text = "berg".to_owned();
    let days = "from=2021-01-01&to=2022-01-01";
    assert_eq!(
        figure_query(&state, Some(FigureId::Survival), &dataset),
        format!("view=figures&{days}&figure=tenure-survival")
    );
    assert_eq!(figure_query(&state, None, &dataset), format!("view=map&{days}"));
    state.linked = false;
    assert_eq!(
        figure_query(&state, None, &dataset),
        format!("view=map&{days}&linked=no")
    );
    state.report = Some(0);
    assert_eq!(
        figure_query(&state, None, &dataset),
        format!("view=map&{days}&linked=no&report=2024-05-01-herald")
    );
}

#[test]
fn an_address_is_read_up_to_its_longest_and_not_beyond() {
    let dataset = data();
    let of_len = |len: usize| {
        let query = "view=table&x=";
        [query, &"a".repeat(len - query.len())].concat()
    };
    let (state, notices) = from_query(&of_len(MAX_QUERY_BYTES), &dataset);
    assert_eq!((state.view, notices.len()), (View::Table, 0));
    let (state, notices) = from_query(&of_len(MAX_QUERY_BYTES + 1), &dataset);
    assert_eq!(state, ViewState::initial(&dataset));
    let [notice] = &notices[..] else { panic!("{notices:?}") };
    assert!(notice.key.is_empty(), "it is the whole that could not be used");
}

#[test]
fn a_range_of_no_days_is_not_shown_and_told() {
    let dataset = data();
    let (state, notices) = from_query("from=2022-01-01&to=2022-01-01", &dataset);
    assert_eq!(state, ViewState::initial(&dataset));
    let told: Vec<(&str, &str)> = notices.iter().map(|notice| (&*notice.key, &*notice.value)).collect();
    assert_eq!(told, [("to", "2022-01-01")]);
}

#[test]
fn figures_that_a_page_begins_with_unlinked_can_be_linked_by_its_address() {
    let dataset = data();
    let (home, _) = from_query("view=figures&linked=no", &dataset);
    assert!(!home.linked);
    let (state, notices) = from_query_on(home, "linked=yes", &dataset);
    assert!(state.linked);
    assert_eq!(notices, []);
}

#[test]
fn what_stands_twice_in_an_address_is_chosen_once() {
    let dataset = data();
    let (twice, notices) = from_query("group=piers,head,piers&office=pier-east,pier-east", &dataset);
    assert_eq!(notices, []);
    assert_eq!(twice.filter.groups, [0, 1]);
    assert_eq!(twice.filter.choices.len(), 1);
}
