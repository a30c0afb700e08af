//! Texts with the words that a search has found.

use timeline_core::query::search::Query;

use crate::markup::{Markup, el};

/// Puts a text into an element; the words of it that a query finds as marks.
#[must_use]
pub fn marked(into: Markup, query: &Query, text: &str) -> Markup {
    let parts = query.parts(text);
    if parts.iter().all(|(_, is_found)| !is_found) {
        return into.text(text.to_owned());
    }
    parts.into_iter().fold(into, |into, (part, is_found)| {
        if is_found {
            into.child(el("mark").text(part.to_owned()))
        } else {
            into.text(part.to_owned())
        }
    })
}
