//! The title and the sentence that answers the first question.

use timeline_core::query::figures::{HeadFigures, head_figures};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{capacity_word, day_text, fill, number, partial_date},
    markup::{Markup, el},
};

/// The title, and the one sentence that answers who leads the agency.
#[must_use]
pub fn header() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let figures = head_figures(dataset);
    let as_of = day_text(t, dataset.as_of);
    let begin = fill(
        t.lede_without_confirmed,
        &[("as_of", &as_of), ("agency", &dataset.site.agency_short)],
    );
    let since = fill(
        t.lede_since,
        &[
            ("since", &day_text(t, figures.since)),
            ("people", &figures.people_since.to_string()),
        ],
    );
    el("header")
        .class("masthead")
        .child(el("p").class("masthead__kicker").text(dataset.site.agency.to_string()))
        .child(el("h1").text(dataset.site.title.to_string()))
        .child(
            el("p")
                .class("lede")
                .text(begin)
                .child(el("strong").text(fill(t.lede_days, &[("n", &number(figures.days_since))])))
                .text(since)
                .child(incumbent(&figures)),
        )
}

/// The sentence on who leads the agency at `as_of`.
fn incumbent(figures: &HeadFigures) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let sentence = el("span").class("lede__incumbent");
    match figures.incumbent {
        Some(ix) => {
            let tenure = dataset.tenure(ix);
            let start = partial_date(t, tenure.start.date());
            let rest = fill(
                t.lede_incumbent,
                &[("capacity", capacity_word(t, tenure.capacity)), ("start", &start)],
            );
            sentence
                .child(el("strong").text(dataset.person(tenure.person).name.to_string()))
                .text(rest)
        }
        None => sentence.text(t.lede_no_incumbent),
    }
}
