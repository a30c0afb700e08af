//! How to cite what a reader takes away.

use timeline_core::citation::{Cited, bibtex, csl};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{day_text, fill},
};

/// The styles of citations, by what they are called.
pub const STYLES: [(&str, Cite); 4] = [
    ("APA", apa),
    ("Chicago", chicago),
    ("BibTeX", bibtex),
    ("CSL-JSON", csl),
];

/// Writes what is cited in a style.
pub type Cite = fn(Cited<'_>) -> String;

/// A citation: what it says, where it stands, and the state of the record.
#[must_use]
pub fn citation(what: &str, address: &str) -> String {
    filled(use_locale().citation, cited("", what, address))
}

/// What is cited, as the record stands. `id` is a short name for programs.
#[must_use]
pub fn cited<'a>(id: &'a str, what: &'a str, address: &'a str) -> Cited<'a> {
    let (dataset, t) = (use_dataset(), use_locale());
    Cited {
        id,
        what,
        site: &dataset.site.title,
        version: &dataset.version,
        as_of: dataset.as_of,
        language: t.language,
        address,
    }
}

fn apa(cited: Cited<'_>) -> String {
    filled(use_locale().citation_apa, cited)
}

fn chicago(cited: Cited<'_>) -> String {
    filled(use_locale().citation_chicago, cited)
}

fn filled(text: &str, cited: Cited<'_>) -> String {
    let (year, _, _) = cited.as_of.ymd();
    fill(
        text,
        &[
            ("what", cited.what),
            ("site", cited.site),
            ("version", cited.version),
            ("as_of", &day_text(use_locale(), cited.as_of)),
            ("year", &year.to_string()),
            ("address", cited.address),
        ],
    )
}
