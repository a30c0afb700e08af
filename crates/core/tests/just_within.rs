//! What is just within a rule is sound, and what is just beyond it is told.

#[cfg(test)]
mod common;
#[cfg(test)]
mod made;

use common::{put, replace};
use made::{CORRECTIONS, EVENTS, PACKAGE, corrected_twice};
use timeline_core::load::{DataFile, canonical, load};

#[cfg(test)]
fn told(files: &[DataFile]) -> Vec<(&'static str, String)> {
    let problems = load(files).problems;
    let of = |problem: timeline_core::load::Problem| (problem.rule, problem.file);
    problems.into_iter().map(of).collect()
}

#[test]
fn a_record_may_tell_of_its_last_day() {
    for (path, from, on, after) in [
        (
            "reports.json",
            "\"date\": \"2024-05-01\"",
            "\"date\": \"2024-06-30\"",
            "\"date\": \"2024-07-01\"",
        ),
        (
            "sources/2024.json",
            "\"published\": \"2024-01-20\"",
            "\"published\": \"2024-06-30\"",
            "\"published\": \"2024-07-01\"",
        ),
    ] {
        let mut files = common::small();
        replace(&mut files, path, from, on);
        assert_eq!(told(&files), []);
        replace(&mut files, path, on, after);
        assert_eq!(told(&files), [("as-of", path.to_owned())]);
    }
}

#[test]
fn a_post_may_exist_for_one_day() {
    let with = |from: &str, to: &str| {
        let mut files = common::small();
        let post = format!(
            "\"offices\": [{{ \"id\": \"pier-west\", \"title\": \"Director, West Pier\", \"short_title\": \"West Pier\", \"body\": \"Harbour Office\", \"kind\": \"field-office\", \"group\": \"piers\", \"seats\": 1, \"needs_confirmation\": false, \"exists\": {{ \"from\": \"{from}\", \"to\": \"{to}\" }}, \"sources\": [\"gazette-2020\"] }},"
        );
        replace(&mut files, "offices.json", "\"offices\": [", &post);
        told(&files)
    };
    assert_eq!(with("2020-05-01", "2020-05-01"), []);
    // It can have ended in the month in which it began.
    assert_eq!(with("2020-05-31", "2020-05"), []);
    assert_eq!(
        with("2020-05-02", "2020-05-01"),
        [("office-exists", "offices.json".to_owned())]
    );
}

#[test]
fn reports_stand_in_time() {
    let with = |date: &str| {
        let mut files = common::small();
        let earlier = format!(
            "\"reports\": [{{ \"id\": \"other-herald\", \"outlet\": \"The Herald\", \"date\": \"{date}\", \"event\": \"2024-05-01-plan\", \"says\": \"One director may change\", \"offices\": [], \"sources\": [\"herald-2024\"] }},"
        );
        replace(&mut files, "reports.json", "\"reports\": [", &earlier);
        told(&files)
    };
    assert_eq!(with("2024-04-30"), []);
    assert_eq!(with("2024-05-01"), []);
    assert_eq!(with("2024-05-02"), [("report-order", "reports.json".to_owned())]);
}

#[test]
fn a_series_has_values() {
    let mut files = common::small();
    put(&mut files, "series/calls/data.csv", "date,value\n".to_owned());
    assert!(told(&files).contains(&("series-empty", "series/calls/data.csv".to_owned())));
}

#[test]
fn a_row_has_a_number_with_one_decimal_at_most() {
    for (value, is_sound) in [
        ("15", true),
        ("15.5", true),
        ("0.5", true),
        ("15.55", false),
        ("15.", false),
        (".5", false),
        ("1e3", false),
        ("-5", false),
    ] {
        let mut files = common::small();
        replace(
            &mut files,
            "series/calls/data.csv",
            "2024-02-01,15.5",
            &format!("2024-02-01,{value}"),
        );
        let is_told = told(&files).iter().any(|(rule, _)| *rule == "series-row");
        assert_eq!(is_told, !is_sound, "{value}");
    }
}

#[test]
fn two_corrections_may_be_of_one_day() {
    let mut files = corrected_twice();
    let entries = files.iter().find(|file| file.path == CORRECTIONS).unwrap();
    assert!(entries.text.contains("\"date\": \"2024-06-29\""));
    // The chain is written anew for what was changed: what is looked at is the order alone.
    replace(
        &mut files,
        CORRECTIONS,
        "\"date\": \"2024-06-29\"",
        "\"date\": \"2024-06-30\"",
    );
    let is_ordered = |files: &[DataFile]| !told(files).iter().any(|(rule, _)| *rule == "correction-order");
    assert!(is_ordered(&files));
    replace(
        &mut files,
        CORRECTIONS,
        "\"date\": \"2024-06-30\"",
        "\"date\": \"2024-07-01\"",
    );
    assert!(!is_ordered(&files));
}

#[test]
fn a_folder_holds_files_of_its_kind_alone() {
    for path in [
        "tenures/pier-west.csv",
        "events/2025.csv",
        "sources/2025.csv",
        "translations/es.csv",
        "pages/en.csv",
        "words/en.csv",
    ] {
        let mut files = common::small();
        put(&mut files, path, String::new());
        assert_eq!(told(&files), [("form-path", path.to_owned())]);
    }
}

#[test]
fn control_and_direction_characters_are_told() {
    for (letter, is_sound) in [('\u{7}', false), ('\u{202e}', false), ('\u{200b}', false), ('ğ', true)] {
        let mut files = common::small();
        replace(&mut files, EVENTS, "East Pier may", &format!("East{letter} Pier may"));
        let is_told = told(&files).iter().any(|(rule, _)| *rule == "form-characters");
        assert_eq!(is_told, !is_sound, "{letter:?}");
    }
}

#[test]
fn a_key_that_stands_twice_is_told() {
    for (path, from, to) in [
        (EVENTS, "\"confidence\":", "\"confidence\": \"high\", \"confidence\":"),
        (
            PACKAGE,
            "\"old-plan\":",
            "\"old-plan\": \"gazette-2020\", \"old-plan\":",
        ),
    ] {
        let mut files = common::small();
        replace(&mut files, path, from, to);
        let problems = load(&files).problems;
        let twice = problems.iter().find(|problem| problem.message.contains("stands twice"));
        assert!(
            twice.is_some_and(|problem| problem.rule == "form-json" && problem.file == path),
            "{problems:?}"
        );
        let file = files.iter().find(|file| file.path == path).unwrap();
        assert!(canonical(path, &file.text).is_err(), "{path}: one of the two is lost");
    }
}

#[test]
fn a_package_that_cannot_be_read_is_not_said_to_be_missing() {
    let is_missing = |files: &[DataFile]| {
        let problems = load(files).problems;
        problems.iter().any(|problem| problem.message == "the file is missing")
    };
    let mut broken = common::small();
    put(&mut broken, PACKAGE, "{".to_owned());
    assert!(!is_missing(&broken));
    let mut gone = common::small();
    gone.retain(|file| file.path != PACKAGE);
    assert!(is_missing(&gone));
    assert!(!is_missing(&common::small()));
}
