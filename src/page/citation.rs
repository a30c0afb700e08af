//! How to cite what a reader takes away.

use crate::{
    context::{use_dataset, use_locale},
    i18n::{day_text, fill},
};

/// A citation: what it says, where it stands, and the state of the record.
#[must_use]
pub fn citation(what: &str, address: &str) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    fill(
        t.citation,
        &[
            ("what", what),
            ("site", &dataset.site.title),
            ("version", &dataset.version),
            ("as_of", &day_text(t, dataset.as_of)),
            ("address", address),
        ],
    )
}
