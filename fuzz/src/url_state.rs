//! Any address gives a view of the record, and that view has an address.

use timeline_core::{
    query::filter::visible,
    view::{
        embed,
        state::ViewState,
        url::{from_query, from_query_on},
    },
};

use super::{address::check, record::RECORD};

/// Any address gives a view of the record, and that view has an address.
///
/// # Panics
/// When it does not.
pub fn url_state(bytes: &[u8]) {
    let query = String::from_utf8_lossy(bytes);
    let (state, notices) = from_query(&query, &RECORD);
    check(&state, &RECORD);
    assert!(notices.len() <= query.split('&').count() + 1);
    // What is told can be shown: it turns no text around.
    assert!(notices.iter().all(|notice| !notice.value.contains(char::is_control)));
    let (with_mark, _) = from_query(&["?", &query].concat(), &RECORD);
    if !query.starts_with('?') {
        assert_eq!(with_mark, state);
    }
    let shown = visible(&RECORD, &state.filter);
    assert!(shown.tenures.is_sorted() && shown.events.is_sorted());

    // A page that begins with this view keeps it, and an embed shows what its own query says.
    assert_eq!(from_query_on(state.clone(), "", &RECORD), (state, Vec::new()));
    let (of_embed, _) = embed::from_query_on(ViewState::initial(&RECORD), &query, &RECORD);
    check(&of_embed, &RECORD);
    let (parameters, _) = embed::read(&query);
    assert!(
        parameters
            .id
            .is_none_or(|id| (1..=32).contains(&id.len()) && id.is_ascii())
    );
}
