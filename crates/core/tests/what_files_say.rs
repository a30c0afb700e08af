//! What the data files say is in the record that readers see, and in the files after they were put in order.

#[cfg(test)]
mod common;

use common::replace;
use timeline_core::{
    load::{DataFile, canonical, load},
    model::{Dataset, EvidenceField},
};

const OFFICES: &str = "offices.json";

#[cfg(test)]
fn sound(files: &[DataFile]) -> Dataset {
    let loaded = load(files);
    assert_eq!(loaded.problems, []);
    loaded.dataset.unwrap()
}

#[test]
fn the_map_is_drawn_as_steps_from_place_to_place() {
    let mut files = common::small();
    // Boston, Chicago and twice Atlanta: at 894.68, 156.21; 628.39, 214.28 and 703.93, 390.56.
    replace(
        &mut files,
        "map.json",
        "\"-7100,4200 -7000,4200 -7000,4300 -7100,4300\"",
        "\"-7106,4236 -8763,4188 -8439,3375 -8439,3375\"",
    );
    replace(&mut files, "map.json", "-7050,4200 -7050,4300", "-8763,4188 -7106,4236");
    replace(&mut files, OFFICES, "\"lon\": -71.05", "\"lon\": -71.06");
    let dataset = sound(&files);
    let map = dataset.map.as_ref().unwrap();
    assert_eq!(map.land, [[(895, 156), (-267, 58), (76, 177)]]);
    assert_eq!(map.borders, [[(628, 214), (267, -58)]]);
    assert_eq!(map.places, [(dataset.find_office("pier-east").unwrap(), (895, 156))]);
}

#[test]
fn which_source_supports_which_field_is_kept_with_its_page() {
    let mut files = common::small();
    replace(
        &mut files,
        "tenures/harbour-head.json",
        "\"sources\": [\"gazette-2020\", \"gazette-2023\"]",
        "\"sources\": [\"gazette-2020\"], \"evidence\": { \"start\": [{ \"source\": \"gazette-2020\", \"locator\": \"p. 4\" }], \"end\": [{ \"source\": \"gazette-2023\" }] }",
    );
    let dataset = sound(&files);
    let tenure = dataset.tenure(dataset.find_tenure("berg-head-2020").unwrap());
    let mut evidence: Vec<(EvidenceField, &str, Option<&str>)> = tenure
        .evidence
        .iter()
        .map(|row| (row.field, &*dataset.source(row.source).id, row.locator.as_deref()))
        .collect();
    evidence.sort_by_key(|(_, source, _)| *source);
    assert_eq!(
        evidence,
        [
            (EvidenceField::Start, "gazette-2020", Some("p. 4")),
            (EvidenceField::End, "gazette-2023", None),
        ]
    );
}

#[test]
fn a_record_is_found_by_its_old_id_and_under_its_names_elsewhere() {
    let mut files = common::small();
    replace(
        &mut files,
        "people.json",
        "\"sources\": [\"gazette-2020\"]",
        "\"same_as\": { \"wikidata\": \"Q1\", \"isni\": \"0000\" }, \"sources\": [\"gazette-2020\"]",
    );
    let dataset = sound(&files);
    assert_eq!(dataset.current_id("old-plan"), "2024-05-01-plan");
    assert_eq!(dataset.current_id("2024-05-01-plan"), "2024-05-01-plan");
    let person = dataset.person(dataset.find_person("ada-berg").unwrap());
    let mut names: Vec<(&str, &str)> = person.same_as.iter().map(|(scheme, id)| (&**scheme, &**id)).collect();
    names.sort_unstable();
    assert_eq!(names, [("isni", "0000"), ("wikidata", "Q1")]);
}

#[test]
fn an_office_keeps_the_time_of_its_existence_when_its_file_is_put_in_order() {
    let files = common::small();
    let offices = &files.iter().find(|file| file.path == OFFICES).unwrap().text;
    let ordered = |exists: &str| {
        let more = ["\"needs_confirmation\": false, ", exists].concat();
        canonical(OFFICES, &offices.replacen("\"needs_confirmation\": false, ", &more, 1)).unwrap()
    };
    let plain = ordered("");
    assert!(!plain.contains("\"exists\""), "{plain}");
    assert_eq!(ordered("\"exists\": {}, "), plain);
    for (exists, dates) in [
        (
            "\"exists\": { \"from\": \"2018\" }, ",
            ["\"from\": \"2018\""].as_slice(),
        ),
        ("\"exists\": { \"to\": \"2030\" }, ", &["\"to\": \"2030\""]),
        (
            "\"exists\": { \"from\": \"2018\", \"to\": \"2030\" }, ",
            &["\"from\": \"2018\"", "\"to\": \"2030\""],
        ),
    ] {
        let written = ordered(exists);
        let is_written = dates.iter().all(|date| written.contains(date));
        assert!(is_written && written.contains("\"exists\""), "{exists}: {written}");
    }
}
