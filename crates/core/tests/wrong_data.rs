//! Every rule has a dataset that breaks it; the texts that an editor sees are kept as a snapshot.

#[cfg(test)]
mod common;

use std::fmt::Write as _;

use timeline_core::load::{Severity, load};

/// A change of the small sound dataset: the rule that it breaks, the file, what is replaced, and by what.
const CHANGES: &[(&str, &str, &str, &str)] = &[
    ("form-json", "people.json", "\"people\": [", "\"people\": [,"),
    ("form-field", "people.json", "\"bio\": \"Head", "\"biography\": \"Head"),
    (
        "form-field",
        "tenures/harbour-head.json",
        "\"capacity\": \"acting\"",
        "\"capacity\": \"actor\"",
    ),
    (
        "form-field",
        "tenures/harbour-head.json",
        "{ \"ongoing_as_of\": \"2024-06-01\" }",
        "null",
    ),
    (
        "form-field",
        "events/2024.json",
        "\"standing\": \"anonymous-sources\", ",
        "",
    ),
    (
        "form-path",
        "tenures/pier-east.json",
        "\"office\": \"pier-east\"",
        "\"office\": \"pier-west\"",
    ),
    ("form-shape", "terms.json", "\"terms\": [", "\"term\": ["),
    (
        "date-form",
        "datapackage.json",
        "\"as_of\": \"2024-06-30\"",
        "\"as_of\": \"2024-06\"",
    ),
    (
        "reference-unknown",
        "tenures/harbour-head.json",
        "\"gazette-2024\"",
        "\"gazette-2025\"",
    ),
    (
        "reference-unknown",
        "tenures/harbour-head.json",
        "\"person\": \"ada-berg\"",
        "\"person\": \"ada-borg\"",
    ),
    (
        "reference-twice",
        "tenures/harbour-head.json",
        "[\"gazette-2020\", \"gazette-2023\"]",
        "[\"gazette-2020\", \"gazette-2020\"]",
    ),
    ("source-unused", "tenures/harbour-head.json", "x", "x"),
    (
        "id-form",
        "people.json",
        "\"id\": \"cem-dogan\"",
        "\"id\": \"Cem_Dogan\"",
    ),
    ("moved", "datapackage.json", "\"old-plan\"", "\"ada-berg\""),
    (
        "continues-adjoins",
        "tenures/harbour-head.json",
        "\"on\": \"2024-01-10\"",
        "\"on\": \"2023-11-10\"",
    ),
    (
        "same-person",
        "tenures/harbour-head.json",
        "\"continues\": \"dogan-head-2023\"",
        "\"continues\": \"berg-head-2020\"",
    ),
    (
        "continues-office",
        "tenures/harbour-head.json",
        "\"capacity\": \"confirmed\", ",
        "\"capacity\": \"confirmed\", \"continues\": \"berg-east-2018\", ",
    ),
    (
        "ongoing-stale",
        "tenures/harbour-head.json",
        "\"ongoing_as_of\": \"2024-06-01\"",
        "\"ongoing_as_of\": \"2023-12-01\"",
    ),
    ("sources-missing", "events/2024.json", "[\"herald-2024\"]", "[]"),
    (
        "wording",
        "events/2024.json",
        "The Herald reported",
        "Sources say, the Herald reported",
    ),
    (
        "event-future",
        "events/2024.json",
        "\"date\": \"2024-05-01\"",
        "\"date\": \"2024-08-01\"",
    ),
    ("series-header", "series/calls/data.csv", "date,value", "day,value"),
    ("series-row", "series/calls/data.csv", "15.5", "many"),
    ("series-order", "series/calls/data.csv", "2024-02-01", "2023-02-01"),
    (
        "form-path",
        "series/calls/meta.json",
        "\"id\": \"calls\"",
        "\"id\": \"visits\"",
    ),
    ("figure-title", "figures.json", "{max.0}", "{max.1}"),
    ("figure-title", "figures.json", "{max.0}", "{max.0"),
    ("figure-title", "figures.json", "{max_when.0}", "{mean.0}"),
    (
        "figure-parts",
        "figures.json",
        BARS,
        "\"form\": \"bars\", \"parts\": []",
    ),
    ("figure-divisor", "figures.json", "\"divisor\": 30", "\"divisor\": 0"),
    (
        "figure-reference",
        "figures.json",
        "\"to\": \"2024-02-29\"",
        "\"to\": \"2023-12-31\"",
    ),
    (
        "date-form",
        "figures.json",
        "\"to\": \"2024-02-29\"",
        "\"to\": \"2024-02-30\"",
    ),
    ("form-field", "figures.json", "\"form\": \"lines\"", "\"form\": \"pie\""),
    (
        "id-twice",
        "figures.json",
        "\"id\": \"calls-by-month\"",
        "\"id\": \"calls-a-day\"",
    ),
    (
        "reference-unknown",
        "figures.json",
        "\"series\": \"calls\"",
        "\"series\": \"visits\"",
    ),
    (
        "reference-unknown",
        "figures.json",
        "\"marked_offices\": [\n        \"harbour-head\"",
        "\"marked_offices\": [\n        \"harbour-chief\"",
    ),
    (
        "reference-unknown",
        "figures.json",
        "\"offices\": [\n        \"harbour-head\"",
        "\"offices\": [\n        \"pier-west\"",
    ),
    (
        "reference-unknown",
        "figures.json",
        "\"event\": \"2024-05-01-plan\"",
        "\"event\": \"2024-05-02-plan\"",
    ),
    (
        "reference-unknown",
        "figures.json",
        "\"herald-2024\"",
        "\"herald-2025\"",
    ),
    (
        "reference-unknown",
        "reports.json",
        "\"event\": \"2024-05-01-plan\"",
        "\"event\": \"2024-05-02-plan\"",
    ),
    (
        "reference-unknown",
        "reports.json",
        "\"office\": \"pier-east\"",
        "\"office\": \"pier-west\"",
    ),
    (
        "reference-unknown",
        "reports.json",
        "\"herald-2024\"",
        "\"herald-2025\"",
    ),
    (
        "form-field",
        "reports.json",
        "\"standing\": \"named\"",
        "\"standing\": \"certain\"",
    ),
    (
        "sources-missing",
        "reports.json",
        "\"sources\": [\n        \"herald-2024\"\n      ]",
        "\"sources\": []",
    ),
    (
        "sources-missing",
        "figures.json",
        "\"sources\": [\n            \"herald-2024\"\n          ]",
        "\"sources\": []",
    ),
    (
        "wording",
        "reports.json",
        "One director may",
        "One controversial director may",
    ),
    (
        "wording",
        "reports.json",
        "The Herald, citing two unnamed officials, named",
        "Sources say, the Herald named",
    ),
    (
        "wording",
        "figures.json",
        "two ships a day were",
        "two controversial ships a day were",
    ),
    (
        "office-exists",
        "offices.json",
        "\"seats\": 1, \"needs_confirmation\": false",
        "\"seats\": 1, \"exists\": { \"to\": \"2018-12-31\" }, \"needs_confirmation\": false",
    ),
    (
        "office-exists",
        "offices.json",
        "\"seats\": 1, \"needs_confirmation\": false",
        "\"seats\": 1, \"exists\": { \"from\": \"2030\" }, \"needs_confirmation\": false",
    ),
    (
        "office-exists",
        "offices.json",
        "\"seats\": 1, \"needs_confirmation\": false",
        "\"seats\": 1, \"exists\": { \"from\": \"2018\", \"to\": \"2017-12\" }, \"needs_confirmation\": false",
    ),
    (
        "office-seats",
        "offices.json",
        "\"seats\": 1, \"needs_confirmation\": false",
        "\"seats\": 0, \"needs_confirmation\": false",
    ),
    (
        "former-titles",
        "offices.json",
        "\"seats\": 1, \"needs_confirmation\": false",
        "\"seats\": 1, \"former_titles\": [{ \"title\": \"Keeper\", \"until\": \"2019-05-01\", \"sources\": [\"gazette-2020\"] }, { \"title\": \"Warden\", \"until\": \"2019-05-01\", \"sources\": [\"gazette-2020\"] }], \"needs_confirmation\": false",
    ),
    (
        "former-titles",
        "offices.json",
        "\"seats\": 1, \"needs_confirmation\": false",
        "\"seats\": 1, \"former_titles\": [{ \"title\": \"Keeper\", \"until\": \"2018\", \"sources\": [] }], \"needs_confirmation\": false",
    ),
    (
        "former-titles",
        "offices.json",
        "\"seats\": 1, \"needs_confirmation\": false",
        "\"seats\": 1, \"former_titles\": [{ \"title\": \"Keeper\", \"until\": \"2031\", \"sources\": [\"gazette-2020\"] }], \"needs_confirmation\": false",
    ),
    ("map-place", "offices.json", "\"lon\": -71.05", "\"lon\": 71.05"),
    ("map-point", "map.json", "-7100,4200", "-7100"),
    ("map-point", "map.json", "-7050,4300", "-13,5151"),
];

const DICTIONARY: &str = include_str!("../../../docs/data-dictionary.md");

/// The figure of bars with its only series.
const BARS: &str = r#""form": "bars",
      "parts": [
        {
          "series": "calls",
          "label": "Ships",
          "meaning": "Ships that moored, by month.",
          "ends": "To February 2024, the last month that the Gazette gives."
        }
      ]"#;

#[test]
fn the_small_dataset_is_sound() {
    let loaded = load(&common::small());
    assert_eq!(loaded.problems, []);
    assert!(loaded.is_sound());
}

#[test]
fn every_rule_is_told_with_place_and_fix() {
    let mut told = String::new();
    for (rule, path, from, to) in CHANGES {
        let mut files = common::small();
        if *rule == "source-unused" {
            let extra = "{ \"id\": \"spare\", \"publisher\": \"Spare\", \"title\": \"Spare\", \"url\": \"https://example.org/spare\", \"kind\": \"news\", \"language\": \"en\" },\n    { \"id\": \"herald";
            let undated = files
                .iter_mut()
                .find(|file| file.path == "sources/undated.json")
                .unwrap();
            undated.text = undated.text.replace("{ \"id\": \"herald", extra);
        } else {
            let file = files.iter_mut().find(|file| file.path == *path).unwrap();
            assert!(file.text.contains(from), "{path} holds no {from}");
            file.text = file.text.replacen(from, to, 1);
        }
        let loaded = load(&files);
        let found = loaded.problems.iter().any(|problem| problem.rule == *rule);
        assert!(found, "{rule} was not told of {from} -> {to}: {:#?}", loaded.problems);
        let has_error = loaded
            .problems
            .iter()
            .any(|problem| problem.severity == Severity::Error);
        assert_eq!(loaded.is_sound(), !has_error, "{rule}");
        assert!(
            DICTIONARY.contains(&format!("| `{rule}` |")),
            "docs/data-dictionary.md does not list {rule}"
        );
        writeln!(told, "## {rule}: {path}").unwrap();
        for problem in &loaded.problems {
            writeln!(told, "{problem}").unwrap();
        }
        told.push('\n');
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_file_that_does_not_belong_is_told() {
    let mut files = common::small();
    files[0].path = "tenure/harbour-head.json".to_owned();
    let loaded = load(&files);
    assert!(
        loaded
            .problems
            .iter()
            .any(|problem| problem.rule == "form-path" && problem.file == "tenure/harbour-head.json")
    );
}

#[test]
fn offices_that_cannot_be_read_are_told_and_stop_no_check_of_the_rest() {
    let mut files = common::small();
    let offices = files.iter_mut().find(|file| file.path == "offices.json").unwrap();
    offices.text.clear();
    let problems = load(&files).problems;
    let told = |rule: &str, file: &str| {
        problems
            .iter()
            .any(|problem| problem.rule == rule && problem.file == file)
    };
    assert!(told("form-json", "offices.json"), "{problems:?}");
    assert!(told("reference-unknown", "tenures/harbour-head.json"), "{problems:?}");
}
