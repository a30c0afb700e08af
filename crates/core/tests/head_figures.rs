//! What the first screen says of a head office that nobody was confirmed for since 2017.

#[cfg(test)]
mod common;
#[cfg(test)]
mod one_office;

use common::day;
use one_office::record;
use timeline_core::{
    model::{
        Capacity::{Acting, Confirmed, PerformingDuties},
        Dataset,
    },
    query::{
        figures::{HeadFigures, head_figures},
        lengths::Length,
    },
};

/// Acting heads for 30, 60 and 365 days, the first and the third the same person, and one who goes on;
/// the second changed the title after 20 days.
#[cfg(test)]
fn figures() -> (Dataset, HeadFigures) {
    let mut dataset = record(&[
        (0, Confirmed, "2015-01-01", "2017-01-01"),
        (1, Acting, "2017-01-01", "2017-01-31"),
        (2, Acting, "2017-01-31", "2017-02-20"),
        (2, PerformingDuties, "2017-02-20", "2017-04-01"),
        (1, Acting, "2017-04-01", "2018-04-01"),
        (3, Acting, "2018-04-01", "seen 2026-07-01"),
    ]);
    dataset.tenures[3].continues = dataset.find_tenure("t2");
    let figures = head_figures(&dataset);
    (dataset, figures)
}

#[test]
fn days_are_counted_since_the_last_confirmed_head_left() {
    let (dataset, figures) = figures();
    assert_eq!(figures.last_confirmed, dataset.find_tenure("t0"));
    assert_eq!(figures.since, day("2017-01-01"));
    // Nine years, of which 2020 and 2024 are longer, and 181 days from 1 January to 1 July 2026.
    assert_eq!(figures.days_since, 9 * 365 + 2 + 181);
    assert_eq!(figures.incumbent, dataset.find_tenure("t5"));
}

#[test]
fn who_came_back_is_one_person_who_led_more_than_once() {
    let (dataset, figures) = figures();
    assert_eq!((figures.spells.len(), figures.people_since), (4, 3));
    let again = dataset.tenure(dataset.find_tenure("t1").unwrap()).person;
    assert_eq!(figures.more_than_once, [again], "another title is not another time");
}

#[test]
fn the_median_is_of_the_times_that_have_ended() {
    let (_, figures) = figures();
    assert_eq!(figures.ended_spells, 3);
    let median = Length {
        min_days: 60,
        max_days: Some(60),
        ongoing: false,
    };
    assert_eq!(figures.median, median);
}
