use timeline_core::query::search::Query;

use super::{Markup, el};

impl Markup {
    /// Adds a text; the words of it that a query finds as marks.
    #[must_use]
    pub fn marked(self, query: &Query, text: &str) -> Self {
        let parts = query.parts(text);
        if parts.iter().all(|(_, is_found)| !is_found) {
            return self.text(text.to_owned());
        }
        parts.into_iter().fold(self, |into, (part, is_found)| {
            if is_found {
                into.child(el("mark").text(part.to_owned()))
            } else {
                into.text(part.to_owned())
            }
        })
    }
}
