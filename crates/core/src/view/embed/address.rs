//! The address of an embed, read: its view, and what of it could not be used. What its grammar does not have is ignored.

use super::{
    super::{
        action::clean,
        state::ViewState,
        url::{self, MAX_QUERY_BYTES, Notice, decode, to_query_on},
    },
    parameters::read,
    query::{KEYS, can_say},
};
use crate::model::Dataset;

/// What a query says of the view, by the grammar of embeds.
#[derive(Default)]
struct Asked<'a> {
    /// The keys that it names, as the grammar has them.
    keys: Vec<&'static str>,
    /// What it says of them.
    pairs: Vec<&'a str>,
    /// What of it the grammar does not have.
    notices: Vec<Notice>,
}

/// What a query says of the view; the first of equal keys counts.
fn asked(query: &str) -> Asked<'_> {
    let mut asked = Asked::default();
    for pair in query.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let name = decode(name);
        let known = ["view"]
            .into_iter()
            .chain(KEYS.map(|(key, _)| key))
            .find(|key| *key == name);
        let Some(key) = known.filter(|key| !asked.keys.contains(key)) else {
            continue;
        };
        asked.keys.push(key);
        let value = decode(value);
        if can_say(key, &value) {
            asked.pairs.push(pair);
        } else {
            asked.notices.push(Notice {
                key: name,
                value: clean(&value),
            });
        }
    }
    asked
}

/// The state of the query of an embed that begins with a state, and what of the query could not be used: of the frame,
/// and of the view.
#[must_use]
pub fn from_query_on(start: ViewState, query: &str, dataset: &Dataset) -> (ViewState, Vec<Notice>) {
    let query = query.strip_prefix('?').unwrap_or(query);
    if query.len() > MAX_QUERY_BYTES {
        return url::from_query_on(start, query, dataset);
    }
    let (_, mut notices) = read(query);
    let asked = asked(query);
    let (state, found) = url::from_query_on(start, &asked.pairs.join("&"), dataset);
    notices.extend(asked.notices);
    notices.extend(found);
    (state, notices)
}

/// The state that the page around an embed asks for, in a query: what that names takes the place of what is shown, and
/// what it names without a value is as the page begins. What could not be used is told.
#[must_use]
pub fn set_on(home: ViewState, shown: &ViewState, query: &str, dataset: &Dataset) -> (ViewState, Vec<Notice>) {
    let Asked {
        keys,
        pairs,
        mut notices,
    } = asked(query);
    let now = to_query_on(&home, shown, dataset);
    let is_named = |pair: &&str| {
        let name = pair.split('=').next().unwrap_or_default();
        let key = KEYS
            .iter()
            .find(|(_, other)| *other == name)
            .map_or(name, |(key, _)| *key);
        keys.contains(&key)
    };
    let kept = now.split('&').filter(|pair| !is_named(pair));
    let set = pairs
        .into_iter()
        .filter(|pair| pair.split_once('=').is_some_and(|(_, value)| !value.is_empty()));
    let next: Vec<&str> = kept.chain(set).filter(|pair| !pair.is_empty()).collect();
    let next = next.join("&");
    let start = if next.len() > MAX_QUERY_BYTES {
        shown.clone()
    } else {
        home
    };
    let (state, found) = url::from_query_on(start, &next, dataset);
    notices.extend(found);
    (state, notices)
}
