//! The texts of the pages without scripts: none of them is in the browser program.

use timeline_core::model::Language;

use crate::place::place;

include!(concat!(env!("OUT_DIR"), "/document_texts.rs"));

/// The texts in the language of the page.
pub(crate) fn texts() -> &'static DocumentTexts {
    let language = place().language;
    let found = ALL.iter().find(|(one, _)| *one == language);
    found.map_or(&EN, |(_, texts)| texts)
}
