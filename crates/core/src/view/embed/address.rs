//! The address of an embed, read: its view, and what of it could not be used.

use super::{
    super::{
        action::clean,
        state::ViewState,
        url::{self, MAX_QUERY_BYTES, Notice, decode},
    },
    parameters::{EmbedParameters, read},
    query::MAX_IDS,
};
use crate::model::Dataset;

/// Keys whose ids are counted.
const COUNTED: [&str; 3] = ["office", "group", "person"];

/// The state of the query of an embed that begins with a state, and what of the query could not be used: of the view,
/// and of the frame.
#[must_use]
pub fn from_query_on(start: ViewState, query: &str, dataset: &Dataset) -> (ViewState, Vec<Notice>) {
    let query = query.strip_prefix('?').unwrap_or(query);
    if query.len() > MAX_QUERY_BYTES {
        return url::from_query_on(start, query, dataset);
    }
    let (_, mut notices) = read(query);
    let mut of_view: Vec<&str> = Vec::new();
    for pair in query.split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (key, value) = (decode(key), decode(value));
        if EmbedParameters::default().take(&key, &value).is_some() {
            continue;
        }
        if COUNTED.contains(&&*key) && value.split(',').count() > MAX_IDS {
            notices.push(Notice {
                value: clean(&value),
                key,
            });
        } else {
            of_view.push(pair);
        }
    }
    let (state, found) = url::from_query_on(start, &of_view.join("&"), dataset);
    notices.extend(found);
    (state, notices)
}
