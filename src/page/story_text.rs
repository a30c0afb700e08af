//! The texts of the guided reading, with what is computed in their places.

use timeline_core::query::figures::head_figures;

use crate::{
    context::use_dataset,
    i18n::{Texts, day_text, fill, number},
};

/// A text with the agency, the last day of the record, the days without a confirmed head and the number of heads.
#[must_use]
pub fn computed(text: &str, t: &'static Texts) -> String {
    let dataset = use_dataset();
    let figures = head_figures(dataset);
    fill(
        text,
        &[
            ("agency", &dataset.site.agency),
            ("agency_short", &dataset.site.agency_short),
            ("as_of", &day_text(t, dataset.as_of)),
            ("days", &number(figures.days_since)),
            ("people", &figures.people_since.to_string()),
        ],
    )
}
