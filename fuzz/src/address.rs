//! What holds for every state that an address or a message has given.

use timeline_core::{
    model::Dataset,
    view::{
        action::{MAX_SEARCH_CHARS, clean},
        figure_id::FigureId,
        state::{View, ViewState, limits},
        url::{MAX_QUERY_BYTES, from_query, to_query},
    },
};

/// Checks that a state is one of the record, and that its address restores it.
pub(crate) fn check(state: &ViewState, dataset: &Dataset) {
    let limits = limits(dataset);
    assert!(limits.from <= state.range.from && state.range.from < state.range.to && state.range.to <= limits.to);
    assert!(limits.from <= state.day && state.day <= dataset.as_of);
    assert!(
        state
            .compared
            .is_none_or(|day| limits.from <= day && day <= dataset.as_of)
    );
    let text = &state.filter.text;
    assert_eq!(clean(text), *text);
    assert!(text.chars().count() <= MAX_SEARCH_CHARS);
    let figures = FigureId::all(dataset);
    assert!(state.figure.is_none_or(|figure| figures.contains(&figure)));
    assert!(state.figure.is_some() || state.view != View::Chart);
    for list in [&state.filter.groups, &state.toggled] {
        assert!(list.is_sorted() && list.iter().all(|&group| usize::from(group) < dataset.site.groups.len()));
    }
    assert!(state.filter.choices.is_sorted() && state.hidden.is_sorted());
    assert!(dataset.story.is_empty() || usize::from(state.step) < dataset.story.len());
    let query = to_query(state, dataset);
    if query.len() <= MAX_QUERY_BYTES {
        assert_eq!(from_query(&query, dataset), (state.clone(), Vec::new()), "{query}");
    }
}
