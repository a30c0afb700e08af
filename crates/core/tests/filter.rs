//! Which tenures and events a reader's choice leaves, of the small dataset with a second mayor and two more events.

#[cfg(test)]
mod common;

use common::day;
use timeline_core::{
    date::PartialDate,
    model::{Confidence, Dataset, EventKind, Standing},
    query::filter::{Filter, Visible, visible},
    view::url::from_query,
};

#[cfg(test)]
const EVERYTHING: [&str; 7] = [
    "berg-head-2020",
    "dogan-head-2023",
    "dogan-head-2024",
    "berg-east-2018",
    "2023-03-20-handover",
    "2024-02-01-rules",
    "2024-05-01-plan",
];

/// Berg hands over to Doğan in March 2023; in February 2024 there are rules that are about no post.
#[cfg(test)]
fn data() -> Dataset {
    let mut dataset = timeline_core::load::load(&common::small()).dataset.unwrap();
    let mut handover = dataset.events[0].clone();
    handover.id = "2023-03-20-handover".into();
    handover.date = PartialDate::from_day(day("2023-03-20"));
    handover.kind = EventKind::Appointment;
    handover.headline = "A new head".into();
    handover.summary = "The Gazette names a new head.".into();
    handover.people = dataset.person_ixs().collect();
    handover.offices = vec![dataset.site.head_office];
    handover.tenures = vec![dataset.find_tenure("dogan-head-2023").unwrap()];
    handover.standing = Standing::Official;
    handover.confidence = Confidence::High;
    handover.sources = vec![dataset.find_source("gazette-2023").unwrap()];
    let mut rules = handover.clone();
    rules.id = "2024-02-01-rules".into();
    rules.date = PartialDate::from_day(day("2024-02-01"));
    rules.kind = EventKind::Policy;
    rules.headline = "Moorings are numbered".into();
    rules.summary = "Every mooring gets a number.".into();
    (rules.people, rules.offices, rules.tenures) = (Vec::new(), Vec::new(), Vec::new());
    dataset.events.splice(0..0, [handover, rules]);
    let mut second = dataset.terms[0].clone();
    dataset.terms[0].end = Some(day("2023-01-01"));
    second.id = "mayor-2".into();
    second.start = day("2023-01-01");
    dataset.terms.push(second);
    dataset
}

/// What an address asks for.
#[cfg(test)]
fn asked(query: &str, dataset: &Dataset) -> Filter {
    let (state, notices) = from_query(query, dataset);
    assert_eq!(notices, [], "{query}");
    state.filter
}

#[cfg(test)]
fn ids<'a>(found: &Visible, dataset: &'a Dataset) -> Vec<&'a str> {
    let tenures = found.tenures.iter().map(|&ix| &*dataset.tenure(ix).id);
    tenures
        .chain(found.events.iter().map(|&ix| &*dataset.event(ix).id))
        .collect()
}

#[cfg(test)]
fn assert_shown(cases: &[(&str, &[&str])]) {
    let dataset = data();
    for (query, shown) in cases {
        let found = visible(&dataset, &asked(query, &dataset));
        assert_eq!(ids(&found, &dataset), *shown, "{query}");
    }
}

#[test]
fn nothing_is_left_out_until_something_is_chosen() {
    let dataset = data();
    for query in ["", "q=++"] {
        let filter = asked(query, &dataset);
        assert!(filter.is_empty(), "{query}");
        assert_eq!(ids(&visible(&dataset, &filter), &dataset), EVERYTHING, "{query}");
    }
    for query in ["group=piers", "office=pier-east", "q=ada"] {
        assert!(!asked(query, &dataset).is_empty(), "{query}");
    }
}

#[test]
fn a_group_has_its_posts_in_their_order() {
    let dataset = data();
    let of = |group| {
        let offices = dataset.offices_of(group);
        offices.map(|ix| &*dataset.office(ix).id).collect::<Vec<_>>()
    };
    assert_eq!([of(0), of(1)], [["harbour-head"], ["pier-east"]]);
}

#[test]
fn a_group_leaves_its_posts_and_the_events_that_are_about_them() {
    assert_shown(&[
        ("group=piers", &["berg-east-2018", "2024-05-01-plan"]),
        (
            "group=head",
            &[
                "berg-head-2020",
                "dogan-head-2023",
                "dogan-head-2024",
                "2023-03-20-handover",
            ],
        ),
    ]);
}

#[test]
fn a_post_or_a_person_leaves_what_is_about_them() {
    assert_shown(&[
        ("office=pier-east", &["berg-east-2018", "2024-05-01-plan"]),
        (
            "person=ada-berg",
            &["berg-head-2020", "berg-east-2018", "2023-03-20-handover"],
        ),
    ]);
}

#[test]
fn a_capacity_leaves_the_tenures_in_it_and_the_events_about_such() {
    assert_shown(&[
        ("capacity=acting", &["dogan-head-2023", "2023-03-20-handover"]),
        ("capacity=performing-duties", &["dogan-head-2024", "2024-05-01-plan"]),
        ("capacity=appointed", &["berg-east-2018"]),
    ]);
}

#[test]
fn a_confidence_leaves_what_is_as_sure() {
    assert_shown(&[
        ("confidence=low", &["berg-east-2018"]),
        ("confidence=medium", &["dogan-head-2023", "2024-05-01-plan"]),
    ]);
}

#[test]
fn what_only_events_have_leaves_every_tenure() {
    let with = |event| {
        [
            "berg-head-2020",
            "dogan-head-2023",
            "dogan-head-2024",
            "berg-east-2018",
            event,
        ]
    };
    assert_shown(&[
        ("kind=policy", &with("2024-02-01-rules")),
        ("kind=report", &with("2024-05-01-plan")),
        ("standing=anonymous-sources", &with("2024-05-01-plan")),
    ]);
}

#[test]
fn a_term_leaves_who_held_a_post_in_it_and_what_happened_in_it() {
    assert_shown(&[
        // Berg was at the East Pier in May 2019, and head to March 2023: in both terms.
        ("term=mayor-1", &["berg-head-2020", "berg-east-2018"]),
        (
            "term=mayor-2",
            &[
                "berg-head-2020",
                "dogan-head-2023",
                "dogan-head-2024",
                "2023-03-20-handover",
                "2024-02-01-rules",
                "2024-05-01-plan",
            ],
        ),
    ]);
}

#[test]
fn of_one_dimension_any_choice_will_do_and_of_several_each_must_be_met() {
    assert_shown(&[
        (
            "capacity=acting,confirmed",
            &["berg-head-2020", "dogan-head-2023", "2023-03-20-handover"],
        ),
        (
            "person=ada-berg&office=harbour-head",
            &["berg-head-2020", "2023-03-20-handover"],
        ),
        ("capacity=acting&confidence=high", &["2023-03-20-handover"]),
        ("person=ada-berg&group=piers", &["berg-east-2018"]),
        ("person=cem-dogan&q=senior", &["dogan-head-2024"]),
    ]);
}

#[test]
fn a_search_finds_names_titles_posts_texts_and_publishers() {
    assert_shown(&[
        ("q=berg", &["berg-head-2020", "berg-east-2018", "2023-03-20-handover"]),
        ("q=senior+official", &["dogan-head-2024"]),
        ("q=director+east", &["berg-east-2018", "2024-05-01-plan"]),
        ("q=numbered", &["2024-02-01-rules"]),
        ("q=unnamed", &["2024-05-01-plan"]),
        ("q=harbour+gazette", &EVERYTHING[..6]),
        ("q=nobody", &[]),
    ]);
}

#[test]
fn what_is_shown_can_be_asked_of_each_record() {
    let dataset = data();
    let shown = visible(&dataset, &asked("group=piers", &dataset));
    let of_east = |id: &str| id == "berg-east-2018" || id == "2024-05-01-plan";
    for ix in dataset.tenure_ixs() {
        let id = &dataset.tenure(ix).id;
        assert_eq!(shown.has_tenure(ix), of_east(id), "{id}");
    }
    for ix in dataset.event_ixs() {
        let id = &dataset.event(ix).id;
        assert_eq!(shown.has_event(ix), of_east(id), "{id}");
    }
}

#[test]
fn a_tenure_or_an_event_is_enough_not_to_be_empty() {
    let dataset = data();
    for (query, is_empty) in [
        ("confidence=low", false),
        ("q=unnamed", false),
        ("group=piers", false),
        ("q=nobody", true),
    ] {
        assert_eq!(
            visible(&dataset, &asked(query, &dataset)).is_empty(),
            is_empty,
            "{query}"
        );
    }
}

#[test]
fn gaps_are_shown_where_no_tenure_can_be_left_out_of_a_lane() {
    let dataset = data();
    for (query, shows) in [
        ("", true),
        ("group=piers", true),
        ("q=+", true),
        ("capacity=acting", false),
        ("q=berg", false),
    ] {
        assert_eq!(asked(query, &dataset).shows_gaps(), shows, "{query}");
    }
}

#[test]
fn a_post_has_a_lane_unless_its_group_or_other_posts_are_chosen() {
    let dataset = data();
    for (query, lanes) in [
        ("", &["harbour-head", "pier-east"][..]),
        ("person=ada-berg", &["harbour-head", "pier-east"]),
        ("group=piers", &["pier-east"]),
        ("office=harbour-head", &["harbour-head"]),
        ("office=harbour-head&group=piers", &[]),
    ] {
        let filter = asked(query, &dataset);
        let has_lane = |&ix: &_| filter.shows_office(&dataset, ix);
        let shown: Vec<&str> = dataset
            .office_ixs()
            .filter(has_lane)
            .map(|ix| &*dataset.office(ix).id)
            .collect();
        assert_eq!(shown, lanes, "{query}");
    }
}
