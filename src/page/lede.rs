//! The sentence that answers who leads the agency.

use timeline_core::{
    model::TenureIx,
    query::{figures::head_figures, incumbents::last_seen},
};

use crate::{
    context::use_dataset,
    i18n::{Texts, capacity_word, date_after_since, day_text, fill, number},
};

/// The sentence, in runs; those to stress are marked.
#[must_use]
pub fn lede(t: &'static Texts) -> Vec<(String, bool)> {
    let dataset = use_dataset();
    let figures = head_figures(dataset);
    let (as_of, since) = (day_text(t, dataset.as_of), day_text(t, figures.since));
    let agency = ("agency", &*dataset.site.agency_short);
    let people = figures.people_since.to_string();
    let runs_of_head = || match figures.incumbent {
        Some(ix) => vec![
            (dataset.person(dataset.tenure(ix).person).name.to_string(), true),
            (incumbent(t, ix), false),
        ],
        None => vec![(t.lede_no_incumbent.to_owned(), false)],
    };
    if figures.last_confirmed.is_none() {
        let day = figures
            .incumbent
            .map(|_| (fill(t.lede_as_of, &[("as_of", &as_of)]), false));
        let people = fill(t.lede_people, &[agency, ("since", &since), ("people", &people)]);
        return day.into_iter().chain(runs_of_head()).chain([(people, false)]).collect();
    }
    let mut runs = vec![
        (fill(t.lede_without_confirmed, &[("as_of", &as_of), agency]), false),
        (fill(t.lede_days, &[("n", &number(figures.days_since))]), true),
        (fill(t.lede_since, &[("since", &since), ("people", &people)]), false),
    ];
    runs.extend(runs_of_head());
    runs
}

/// In what capacity somebody holds the post since when, and until when that is on record.
fn incumbent(t: &'static Texts, ix: TenureIx) -> String {
    let tenure = use_dataset().tenure(ix);
    let start = date_after_since(t, tenure.start.date());
    let (capacity, start) = (("capacity", capacity_word(t, tenure.capacity)), ("start", &*start));
    match last_seen(use_dataset(), ix) {
        Some(day) => fill(
            t.lede_incumbent_last_seen,
            &[capacity, start, ("day", &day_text(t, day))],
        ),
        None => fill(t.lede_incumbent, &[capacity, start]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{context::install, embedded, i18n::EN};

    #[test]
    fn the_sentence_says_to_which_day_it_is_known() {
        install(embedded::dataset().unwrap());
        let text: String = lede(&EN).into_iter().map(|(text, _)| text).collect();
        let agency = &*use_dataset().site.agency_short;
        let begin = [
            "As of 18 September 2026, ",
            agency,
            " has had no Senate-confirmed director for ",
        ]
        .concat();
        assert!(text.starts_with(&begin), "{text}");
        assert!(
            text.ends_with("; last on record in office on 18 August 2026."),
            "{text}"
        );
    }
}
