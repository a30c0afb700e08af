//! What is just within a rule of events, or of the values that figures compare with, is sound; what is just beyond it is told.

#[cfg(test)]
mod common;

use common::{put, replace};
use timeline_core::load::{DataFile, load};

const EVENTS: &str = "events/2024.json";

#[cfg(test)]
fn rules(files: &[DataFile]) -> Vec<&'static str> {
    load(files).problems.iter().map(|problem| problem.rule).collect()
}

#[test]
fn a_headline_has_ninety_letters_at_most() {
    let with = |headline: &str| {
        let mut files = common::small();
        replace(
            &mut files,
            EVENTS,
            "Herald reports that the director of the East Pier may change",
            headline,
        );
        rules(&files)
    };
    assert_eq!(with(&"ğ".repeat(90)), [""; 0]);
    assert_eq!(with(&"ğ".repeat(91)), ["headline-length"]);
    assert_eq!(with("E"), [""; 0]);
    assert_eq!(with(""), ["headline-length"]);
}

#[test]
fn what_is_of_the_last_day_has_happened() {
    let on = |day: &str| {
        let mut files = common::small();
        let date = ["\"date\": \"", day, "\""].concat();
        replace(&mut files, EVENTS, "\"date\": \"2024-05-01\"", &date);
        rules(&files)
    };
    assert_eq!(on("2024-06-30"), [""; 0]);
    // A month that has begun can have been meant to its last day.
    assert_eq!(on("2024-06"), [""; 0]);
    assert!(on("2024-07-01").contains(&"event-future"));
}

#[test]
fn who_announced_a_change_officially_is_said_in_the_summary() {
    let with = |kind: &str, standing: &str, summary: &str| {
        let mut files = common::small();
        let text = format!(
            "{{ \"events\": [{{ \"id\": \"pier-change\", \"date\": \"2021-04-01\", \"kind\": \"{kind}\", \"headline\": \"The pier gets another director\", \"summary\": \"{summary}\", \"offices\": [\"pier-east\"], \"standing\": \"{standing}\", \"sources\": [\"gazette-2020\"], \"confidence\": \"high\" }}] }}"
        );
        put(&mut files, "events/2021.json", text);
        rules(&files)
    };
    assert_eq!(with("planned-change", "official", ""), ["summary-missing"]);
    assert_eq!(
        with("planned-change", "official", "The Harbour Office announced it."),
        [""; 0]
    );
    assert_eq!(with("planned-change", "on-record", ""), [""; 0]);
    assert_eq!(with("statement", "official", ""), [""; 0]);
}

#[test]
fn a_value_to_compare_with_has_a_limit_and_can_be_of_one_day() {
    for (from, to, is_sound) in [
        ("\"value\": 2,", "\"value\": 100000000,", true),
        ("\"value\": 2,", "\"value\": 100000001,", false),
        ("\"to\": \"2024-02-29\",", "\"to\": \"2024-01-01\",", true),
        ("\"to\": \"2024-02-29\",", "\"to\": \"2023-12-31\",", false),
        ("\"to\": \"2024-02-29\",", "", true),
        ("\"from\": \"2024-01-01\",", "", true),
    ] {
        let mut files = common::small();
        replace(&mut files, "figures.json", from, to);
        let wanted: &[&str] = if is_sound { &[] } else { &["figure-reference"] };
        assert_eq!(rules(&files), wanted, "{to}");
    }
}
