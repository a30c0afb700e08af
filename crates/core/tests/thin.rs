//! Where the small record is thin, and where a changed one is.

#[cfg(test)]
mod common;

use common::replace;
use timeline_core::load::{DataFile, load, report, report_parts};

const HEAD: &str = "tenures/harbour-head.json";
const EVENTS: &str = "events/2024.json";

/// File, id and words of each record of a part.
fn rows(files: &[DataFile], word: &str) -> Vec<String> {
    let parts = report_parts(files);
    let part = parts.iter().flatten().find(|part| part.word == word);
    assert!(part.is_some(), "{word}: {parts:?}");
    let rows = part.into_iter().flat_map(|part| &part.rows);
    rows.map(|row| format!("{} > {}: {}", row.file, row.record, row.says))
        .collect()
}

#[test]
fn each_thin_record_is_told_with_its_file_and_why() {
    let mut files = common::small();
    replace(
        &mut files,
        HEAD,
        "\"ongoing_as_of\": \"2024-06-01\"",
        "\"ongoing_as_of\": \"2024-01-11\"",
    );
    replace(
        &mut files,
        HEAD,
        "\"confidence\": \"high\" },",
        "\"confidence\": \"high\", \"disputes\": [{ \"field\": \"start\", \"value\": \"2020-01-16\", \"sources\": [\"herald-2024\"] }] },",
    );
    for (word, wanted) in [
        ("vacant", &[][..]),
        (
            "single-source",
            &[
                "tenures/harbour-head.json > dogan-head-2023: Cem Doğan: rests on gazette-2023",
                "tenures/harbour-head.json > dogan-head-2024: Cem Doğan: rests on gazette-2024",
                "tenures/pier-east.json > berg-east-2018: Ada M. Berg: rests on gazette-2020",
            ],
        ),
        (
            "low-confidence",
            &["tenures/pier-east.json > berg-east-2018: Ada M. Berg: rests on gazette-2020"],
        ),
        (
            "disputed",
            &["tenures/harbour-head.json > berg-head-2020: Ada M. Berg: start is also said to be 2020-01-16"],
        ),
        (
            "start-unknown",
            &["tenures/pier-east.json > berg-east-2018: Ada M. Berg: first seen 2018"],
        ),
        (
            "end-unknown",
            &["tenures/pier-east.json > berg-east-2018: Ada M. Berg: last seen 2019-05"],
        ),
        ("stale", &[]),
        ("planned-past", &[]),
    ] {
        assert_eq!(rows(&files, word), wanted, "{word}");
    }
    assert_eq!(rows(&files, "unarchived").len(), 4);
    assert_eq!(
        rows(&files, "unfound"),
        [
            "offices.json > harbour-head: 2020-01-01 to 2020-01-15, 14 days",
            "offices.json > pier-east: 2020-01-01 to 2024-06-30, 1642 days",
        ]
    );
}

#[test]
fn a_post_that_stood_empty_and_a_holder_who_was_not_seen_again_are_told() {
    let mut files = common::small();
    replace(
        &mut files,
        HEAD,
        "\"ongoing_as_of\": \"2024-06-01\"",
        "\"ongoing_as_of\": \"2023-12-31\"",
    );
    replace(
        &mut files,
        HEAD,
        "\"start\": \"2024-01-10\"",
        "\"start\": \"2023-12-20\"",
    );
    replace(&mut files, HEAD, "\"on\": \"2024-01-10\"", "\"on\": \"2023-12-01\"");
    replace(&mut files, HEAD, "\"continues\": \"dogan-head-2023\", ", "");
    replace(&mut files, EVENTS, "[\"dogan-head-2024\"]", "[]");
    assert_eq!(
        rows(&files, "vacant"),
        ["offices.json > harbour-head: 2023-12-01 to 2023-12-20, 19 days"]
    );
    assert_eq!(
        rows(&files, "stale"),
        ["tenures/harbour-head.json > dogan-head-2024: Cem Doğan: last seen 2023-12-31, 182 days before as_of"]
    );
}

#[test]
fn what_was_planned_and_only_noted_is_told_until_an_event_follows_it_up() {
    let mut files = common::small();
    replace(
        &mut files,
        EVENTS,
        "\"standing\": \"anonymous-sources\"",
        "\"standing\": \"planned\"",
    );
    assert!(report_parts(&files).is_err(), "nothing says what became of it");
    replace(
        &mut files,
        EVENTS,
        "\"confidence\": \"medium\"",
        "\"confidence\": \"medium\", \"note\": \"Nothing was found.\"",
    );
    assert_eq!(
        rows(&files, "planned-past"),
        [
            "events/2024.json > 2024-05-01-plan: 2024-05-01: Herald reports that the director of the East Pier may change"
        ]
    );
}

#[test]
fn an_event_follows_up_what_it_names_and_no_other_plan() {
    let mut files = common::small();
    let text = &files.iter().find(|file| file.path == EVENTS).unwrap().text;
    let plan = text
        .lines()
        .find(|line| line.contains("2024-05-01-plan"))
        .unwrap()
        .to_owned();
    let noted = plan.replace("\"anonymous-sources\"", "\"planned\"").replace(
        "\"confidence\": \"medium\"",
        "\"confidence\": \"medium\", \"note\": \"Nothing was found.\"",
    );
    let other = noted.replace("2024-05-01", "2024-05-02");
    let after = plan.replace("2024-05-01", "2024-05-10").replace(
        "\"confidence\": \"medium\"",
        "\"confidence\": \"medium\", \"supersedes\": \"2024-05-01-plan\"",
    );
    replace(&mut files, EVENTS, &plan, &[noted, other, after].join(",\n"));
    assert_eq!(
        rows(&files, "planned-past"),
        [
            "events/2024.json > 2024-05-02-plan: 2024-05-02: Herald reports that the director of the East Pier may change"
        ]
    );
}

#[test]
fn the_check_counts_what_the_report_lists() {
    let files = common::small();
    let text = report(&load(&files).dataset.unwrap());
    for part in report_parts(&files).unwrap() {
        let line = format!("\n{}: {}\n", part.title, part.rows.len());
        assert!(text.contains(&line), "{line} is not in {text}");
    }
}
