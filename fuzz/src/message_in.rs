//! Whatever the page around an embed sets, the view stays one of the record, and what it may not name stays as it is.

use timeline_core::view::{
    embed::{Embed, embed_query, set_on},
    state::ViewState,
    url::{MAX_QUERY_BYTES, from_query},
};

use super::{address::check, record::RECORD};

/// What a message sets changes only what it may name. The first line is the query of what is shown, the rest what is set.
///
/// # Panics
/// When it changes more, or gives no view of the record.
pub fn message_in(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let (shown, set) = text.split_once('\n').unwrap_or(("", &text));
    let home = ViewState::initial(&RECORD);
    let (shown, _) = from_query(shown, &RECORD);
    let (state, notices) = set_on(home.clone(), &shown, set, &RECORD);
    check(&state, &RECORD);
    assert!(notices.len() <= set.split('&').count() + 2);
    let kept = |state: &ViewState| {
        let hidden = state.hidden.clone();
        (
            state.selection,
            state.toggled.clone(),
            hidden,
            state.compared,
            state.linked,
            state.report,
        )
    };
    assert_eq!(kept(&state), kept(&shown));
    assert_eq!(set_on(home, &shown, "", &RECORD), (shown, Vec::new()));
    let query = embed_query(&Embed::of(state), &RECORD);
    assert!(query.len() <= MAX_QUERY_BYTES && query.is_ascii());
}
