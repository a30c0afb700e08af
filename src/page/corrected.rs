//! Corrections where they are read: on every page, and at their record.

use timeline_core::{
    model::Correction,
    query::corrections::{banner, marks},
};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{day_text, fill},
    markup::{Markup, el},
    place::to_page,
};

/// The serious corrections of the last days; empty when there is none.
#[must_use]
pub fn correction_banner() -> Markup {
    let items: Vec<Markup> = banner(use_dataset()).map(told).collect();
    el("aside")
        .class("correction-banner")
        .attr("aria-label", use_locale().correction_label)
        .flag("hidden", items.is_empty())
        .children(items)
}

/// The corrections of a record that are recent, each with a way to the log.
#[must_use]
pub fn correction_marks(kind: &'static str, id: &str) -> Vec<Markup> {
    let marks = marks(use_dataset(), kind, id);
    marks.map(|row| told(row).class("correction-mark")).collect()
}

fn told(row: &Correction) -> Markup {
    let t = use_locale();
    let text = fill(
        t.correction_told,
        &[("date", &day_text(t, row.date)), ("reason", &row.reason)],
    );
    let way = ["corrections/index.html#", &*row.id].concat();
    el("p")
        .text([&text, " "].concat())
        .child(el("a").attr("href", to_page(&way)).text(t.correction_more))
}
