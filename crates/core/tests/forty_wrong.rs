//! Forty wrong datasets: each a small change of a sound one that breaks one rule, and no other.

#[cfg(test)]
mod common;
#[cfg(test)]
mod made;

use std::collections::BTreeSet;

use common::{put, replace};
use made::{CORRECTIONS, EVENTS, HEAD, PACKAGE, PEOPLE, corrected_twice};
use timeline_core::load::{DataFile, RELEASED, RULES, Severity, load, rule_table};

/// What happened to the record on a tired evening, the rule that refuses it, the file, what is replaced, and by what.
type Wrong = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// Changes of the small dataset.
const OF_RECORD: [Wrong; 32] = [
    (
        "two hold one seat",
        "overlap",
        HEAD,
        "\"start\": \"2023-03\"",
        "\"start\": \"2022-03\"",
    ),
    (
        "a gap that nothing tells of",
        "gap-untold",
        HEAD,
        r#", "note": "The day of the change is not known." },
    { "id": "dogan-head-2024", "person": "cem-dogan", "title": "Senior official performing the duties of the Head", "capacity": "performing-duties", "continues": "dogan-head-2023", "start": "2024-01-10""#,
        r#" },
    { "id": "dogan-head-2024", "person": "cem-dogan", "title": "Senior official performing the duties of the Head", "capacity": "performing-duties", "start": "2024-02-10""#,
    ),
    (
        "it ends before it begins",
        "date-order",
        HEAD,
        "\"on\": \"2023-03\"",
        "\"on\": \"2019-03\"",
    ),
    (
        "a source that there is not",
        "reference-unknown",
        HEAD,
        "[\"gazette-2020\", \"gazette-2023\"]",
        "[\"gazette-2020\", \"gazette-2033\"]",
    ),
    ("a source that nothing rests on", "source-unused", HEAD, "", ""),
    (
        "an id twice",
        "id-twice",
        "tenures/pier-east.json",
        "berg-east-2018",
        "berg-head-2020",
    ),
    (
        "no source",
        "sources-missing",
        HEAD,
        "[\"gazette-2024\"], \"confidence\": \"high\"",
        "[], \"confidence\": \"high\"",
    ),
    (
        "what is disputed rests on one report of unnamed people",
        "contested-single",
        HEAD,
        "\"sources\": [\"gazette-2024\"], \"confidence\": \"high\"",
        "\"sources\": [\"herald-2024\"], \"disputes\": [{ \"field\": \"start\", \"value\": \"2024-01-11\", \"sources\": [\"gazette-2024\"], \"why_not\": \"The Herald is later.\" }], \"confidence\": \"high\"",
    ),
    (
        "what was planned has passed, and nothing follows it up",
        "planned-past",
        EVENTS,
        "\"standing\": \"anonymous-sources\"",
        "\"standing\": \"planned\"",
    ),
    (
        "held from a day that is to come",
        "tenure-future",
        "tenures/pier-east.json",
        "{ \"in_post_by\": \"2018\" }, \"end\": { \"unknown_after\": \"2019-05\" }",
        "\"2024-09-01\", \"end\": { \"unknown_after\": \"2024-09-02\" }",
    ),
    (
        "29 February 2025",
        "date-form",
        HEAD,
        "\"start\": \"2020-01-15\"",
        "\"start\": \"2025-02-29\"",
    ),
    (
        "a script for an address",
        "address",
        "sources/2024.json",
        "https://example.org/gazette/2024",
        "javascript:alert(1)",
    ),
    (
        "a character that turns the text around",
        "form-characters",
        PEOPLE,
        "Ada M. Berg\", \"sort",
        "Ada\u{202e} Berg\", \"sort",
    ),
    (
        "an accent of its own",
        "form-nfc",
        PEOPLE,
        "Cem Doğan\", \"sort",
        "Cem Dog\u{306}an\", \"sort",
    ),
    (
        "a field that there is not",
        "form-field",
        "terms.json",
        "{ \"id\": \"mayor-1\"",
        "{ \"party\": \"A\", \"id\": \"mayor-1\"",
    ),
    (
        "a word that judges",
        "wording",
        EVENTS,
        "a change was considered",
        "a controversial change was considered",
    ),
    (
        "unnamed people, and nobody says so",
        "attribution",
        EVENTS,
        ", citing two unnamed officials,",
        "",
    ),
    (
        "as_of is older than the newest fact",
        "as-of",
        "sources/2024.json",
        "2024-01-20",
        "2024-07-20",
    ),
    (
        "a telephone number",
        "private",
        PEOPLE,
        "until 2023.\"",
        "until 2023; 202-555-0100.\"",
    ),
    (
        "a comma too many",
        "form-json",
        "terms.json",
        "\"terms\": [",
        "\"terms\": [,",
    ),
    ("a file where none belongs", "form-path", "", "", ""),
    (
        "confirmed where nobody is",
        "capacity-confirmed",
        "tenures/pier-east.json",
        "\"appointed\"",
        "\"confirmed\"",
    ),
    (
        "appointed where the Senate confirms",
        "capacity-appointed",
        HEAD,
        "\"acting\"",
        "\"appointed\"",
    ),
    (
        "holds another person's post",
        "same-person",
        HEAD,
        "\"continues\": \"dogan-head-2023\", ",
        "\"continues\": \"dogan-head-2023\", \"while_holding\": [\"berg-east-2018\"], ",
    ),
    (
        "two hold one seat, and no note says why",
        "overlap-note",
        HEAD,
        "\"continues\": \"dogan-head-2023\", ",
        "\"continues\": \"dogan-head-2023\", \"co_holder\": true, ",
    ),
    (
        "seen in office on a day that is to come",
        "ongoing-future",
        HEAD,
        "\"ongoing_as_of\": \"2024-06-01\"",
        "\"ongoing_as_of\": \"2024-07-01\"",
    ),
    (
        "a headline of two lines",
        "headline-length",
        EVENTS,
        "may change",
        "may change, as it has been considered for many months by many people of many offices",
    ),
    (
        "an event outside of the tenure that it names",
        "event-outside",
        EVENTS,
        "[\"dogan-head-2024\"]",
        "[\"berg-head-2020\"]",
    ),
    (
        "a source named twice",
        "reference-twice",
        HEAD,
        "[\"gazette-2020\", \"gazette-2023\"]",
        "[\"gazette-2020\", \"gazette-2023\", \"gazette-2023\"]",
    ),
    (
        "files of another shape",
        "schema-version",
        PACKAGE,
        "\"schema_version\": 1",
        "\"schema_version\": 2",
    ),
    ("an id that no address can have", "id-form", "reports.json", "", ""),
    (
        "a redirection to nothing",
        "moved",
        PACKAGE,
        "\"old-plan\": \"2024-05-01-plan\"",
        "\"old-plan\": \"2024-05-02-plan\"",
    ),
];

/// Changes of the small dataset after its release, and after a correction.
const OF_RELEASE: [Wrong; 8] = [
    (
        "a fact changed, and no entry tells of it",
        "fact-changed",
        HEAD,
        "\"start\": \"2020-01-15\"",
        "\"start\": \"2020-01-16\"",
    ),
    (
        "an id renamed, and no alias",
        "id-released",
        "",
        "berg-east-2018",
        "berg-pier-2018",
    ),
    (
        "facts changed under the same version",
        "version-same",
        PACKAGE,
        "\"version\": \"1.1.0\"",
        "\"version\": \"1.0.0\"",
    ),
    (
        "an old entry changed",
        "correction-chain",
        CORRECTIONS,
        "Misread.",
        "Misread in haste.",
    ),
    (
        "an entry without a reason",
        "correction-reason",
        CORRECTIONS,
        "Written otherwise by the Gazette.",
        " ",
    ),
    (
        "a fact corrected by nothing",
        "correction-sources",
        CORRECTIONS,
        "\"class\": \"C3\"",
        "\"class\": \"C2\"",
    ),
    (
        "an entry before the one before",
        "correction-order",
        CORRECTIONS,
        "\"date\": \"2024-06-30\"",
        "\"date\": \"2024-06-28\"",
    ),
    (
        "the release was written by hand",
        "released-digest",
        RELEASED,
        "\"sort_name\": \"Doğan, Cem\"",
        "\"sort_name\": \"Dogan, Cem\"",
    ),
];

/// What a wrong dataset is told, as text; fails when another rule than the one is told.
fn told(what: &str, rule: &str, files: &[DataFile]) -> String {
    let loaded = load(files);
    let rules: BTreeSet<&str> = loaded.problems.iter().map(|problem| problem.rule).collect();
    assert_eq!(rules, BTreeSet::from([rule]), "{what}: {:#?}", loaded.problems);
    assert!(!loaded.is_sound(), "{what}: it would be published");
    let mut text = format!("## {what}\n");
    for problem in &loaded.problems {
        assert_eq!(problem.severity, Severity::Error, "{what}");
        assert!(!problem.message.is_empty() && !problem.fix.is_empty(), "{what}");
        text.extend([&*problem.to_string(), "\n"]);
    }
    text
}

#[test]
fn forty_wrong_datasets_are_refused_each_by_its_rule() {
    let mut all = String::new();
    for (what, rule, path, from, to) in OF_RECORD {
        let mut files = common::small();
        match rule {
            "source-unused" => replace(
                &mut files,
                "sources/undated.json",
                "{ \"id\": \"herald",
                "{ \"id\": \"spare\", \"publisher\": \"Spare\", \"title\": \"Spare\", \"url\": \"https://example.org/spare\", \"kind\": \"news\", \"language\": \"en\" },\n    { \"id\": \"herald",
            ),
            "id-form" => {
                for file in &mut files {
                    file.text = file.text.replace("\"cem-dogan\"", "\"Cem_Dogan\"");
                }
            }
            "form-path" => put(&mut files, "notes/friday.json", "{}".to_owned()),
            _ => replace(&mut files, path, from, to),
        }
        all.push_str(&told(what, rule, &files));
    }
    for (what, rule, path, from, to) in OF_RELEASE {
        let mut files = corrected_twice();
        if path.is_empty() {
            for file in files.iter_mut().filter(|file| file.path != RELEASED) {
                file.text = file.text.replace(from, to);
            }
        } else {
            replace(&mut files, path, from, to);
        }
        all.push_str(&told(what, rule, &files));
    }
    assert_eq!(all.matches("## ").count(), 40);
    insta::assert_snapshot!(all);
}

#[test]
fn the_dictionary_lists_every_rule() {
    let dictionary = include_str!("../../../docs/data-dictionary.md");
    let table = rule_table();
    assert_eq!(table.lines().count(), RULES.len() + 2);
    assert!(
        dictionary.contains(&table),
        "write these rules into docs/data-dictionary.md:\n{table}"
    );
    for (_, rule, ..) in OF_RECORD.iter().chain(&OF_RELEASE) {
        assert!(RULES.iter().any(|(name, _)| name == rule), "{rule}");
    }
}
