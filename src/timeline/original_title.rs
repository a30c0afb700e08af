//! The title of a tenure as the sources give it, beside its translation.

use timeline_core::model::{Language, Tenure};

use crate::markup::{Markup, el};

/// The title in the language of the sources, in parentheses; `None` where the record is read in that language.
#[must_use]
pub fn original_title(tenure: &Tenure) -> Option<Markup> {
    let title = tenure.original_title.as_ref()?;
    let original = el("span").attr("lang", Language::FIRST.word()).text(title.to_string());
    Some(el("span").class("original").text(" (").child(original).text(")"))
}
