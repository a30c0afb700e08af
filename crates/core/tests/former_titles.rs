//! A post keeps its address when its title changes, and tells what it was called.

#[cfg(test)]
mod common;

use common::replace;
use timeline_core::{
    date::Day,
    load::{DataFile, Problem, facts, load},
    query::search::Query,
    tables::{TABLES, rows},
    translation,
};

/// The small record, whose pier was called otherwise twice.
#[cfg(test)]
fn renamed(second_until: &str) -> Vec<DataFile> {
    let mut files = common::small();
    replace(
        &mut files,
        "offices.json",
        "\"needs_confirmation\": false, \"lat\"",
        &format!(
            "\"needs_confirmation\": false, \"former_titles\": [{{ \"title\": \"Keeper of the Slip\", \"until\": \"2018-05-01\", \"sources\": [\"gazette-2020\"] }}, {{ \"title\": \"Wharfinger\", \"until\": \"{second_until}\", \"sources\": [\"gazette-2023\"] }}], \"lat\""
        ),
    );
    files
}

#[test]
fn a_post_has_the_title_of_the_day_and_the_present_one_where_it_may_be_of_either() {
    let dataset = load(&renamed("2019-05")).dataset.unwrap();
    let office = dataset.office(dataset.find_office("pier-east").unwrap());
    for ((year, month, day), title) in [
        ((2018, 4, 30), "Keeper of the Slip"),
        ((2018, 5, 1), "Wharfinger"),
        ((2019, 4, 30), "Wharfinger"),
        ((2019, 5, 1), "Director, East Pier"),
        ((2024, 1, 1), "Director, East Pier"),
    ] {
        let day = Day::new(year, month, day).unwrap();
        assert_eq!(office.title_on(day), title, "{day}");
    }
    let sources: Vec<&str> = office.all_sources().iter().map(|&ix| &*dataset.source(ix).id).collect();
    assert_eq!(sources, ["gazette-2020", "gazette-2023"]);
}

#[test]
fn a_former_title_is_found_translated_and_delivered() {
    let files = renamed("2019");
    let mut dataset = load(&files).dataset.unwrap();
    let pier = dataset.find_office("pier-east").unwrap();
    let found: Vec<_> = dataset
        .tenure_ixs()
        .filter(|&ix| Query::new("wharf").matches_tenure(&dataset, ix))
        .collect();
    assert!(!found.is_empty());
    assert_eq!(found, dataset.tenures_of(pier).collect::<Vec<_>>());

    let mut places = Vec::new();
    translation::visit(&mut dataset, &mut |place, text| {
        if place.field == "former-title" {
            places.push((place.to_string(), text.to_string()));
        }
    });
    let expected = [("1", "Keeper of the Slip"), ("2", "Wharfinger")];
    let expected = expected.map(|(at, title)| (["offices/pier-east/former-title/", at].concat(), title.to_owned()));
    assert_eq!(places, expected);

    let table = TABLES.iter().find(|table| table.name == "former_titles").unwrap();
    assert_eq!(
        rows(table, &files),
        [
            ["pier-east", "Keeper of the Slip", "2018-05-01", "gazette-2020"],
            ["pier-east", "Wharfinger", "2019", "gazette-2023"],
        ]
    );
}

#[test]
fn a_former_title_is_a_fact_and_its_day_a_date() {
    let of = |files: &[DataFile]| facts(files)["offices/pier-east"].get("former_titles").cloned();
    assert_eq!(of(&common::small()), None);
    assert_ne!(of(&renamed("2019")), of(&renamed("2020")));

    let told = |files: &[DataFile]| -> Vec<(&str, String)> {
        let problems = load(files).problems.into_iter();
        problems.map(|Problem { rule, field, .. }| (rule, field)).collect()
    };
    assert_eq!(told(&renamed("2019")), []);
    assert_eq!(told(&renamed("2018-05-02")), []);
    let wrong_day = [("former-titles", "former_titles.until".to_owned())];
    assert_eq!(told(&renamed("2018-05-01")), wrong_day);
    assert_eq!(told(&renamed("2018-04-30")), wrong_day);
    assert_eq!(told(&renamed("2024-06-30")), [], "the last day of the record");
    assert_eq!(told(&renamed("2024-07-01")), wrong_day);
    let abolished = |to: &str| {
        let mut files = renamed("2024-05-01");
        let exists = format!("\"exists\": {{ \"to\": \"{to}\" }}, \"former_titles\"");
        replace(&mut files, "offices.json", "\"former_titles\"", &exists);
        told(&files)
    };
    assert_eq!(abolished("2024-05-02"), []);
    assert_eq!(abolished("2024-05-01"), [], "it had its last title on its last day");
    assert_eq!(abolished("2024-04-30"), wrong_day);
    let unreadable = ("date-form", "former_titles.until".to_owned());
    assert_eq!(told(&renamed("soon")).first(), Some(&unreadable));
    let mut unknown = renamed("2019");
    replace(&mut unknown, "offices.json", "gazette-2023", "gazette-1999");
    assert!(told(&unknown).iter().any(|(rule, _)| *rule == "reference-unknown"));
}
