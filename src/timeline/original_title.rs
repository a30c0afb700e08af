//! The title of a tenure as the sources give it, beside its translation.

use timeline_core::{
    model::{Language, Tenure},
    query::search::Query,
};

use crate::markup::{Markup, el};

/// The title in the language of the sources, in parentheses, with the words that a query finds; `None` where the record
/// is read in that language.
#[must_use]
pub fn original_title(tenure: &Tenure, query: &Query) -> Option<Markup> {
    let title = tenure.original_title.as_ref()?;
    let original = el("span").attr("lang", Language::FIRST.word()).marked(query, title);
    Some(el("span").class("original").text(" (").child(original).text(")"))
}

/// The title in the language of the page, with that of the sources in parentheses.
#[must_use]
pub fn both_titles(tenure: &Tenure) -> String {
    match &tenure.original_title {
        Some(original) => [&tenure.title, " (", original, ")"].concat(),
        None => tenure.title.to_string(),
    }
}
