//! Laws of the data files: their one form, their facts, and the chain of corrections.

#[cfg(test)]
mod common;
#[cfg(test)]
mod made;

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Map, Value};
use timeline_core::load::{DataFile, canonical, difference, facts, load, release};

#[cfg(test)]
static SMALL: LazyLock<Vec<DataFile>> = LazyLock::new(common::small);

#[cfg(test)]
static CORRECTED: LazyLock<Vec<DataFile>> = LazyLock::new(made::corrected_twice);

/// A record file of the small dataset, with its path.
#[cfg(test)]
fn any_file() -> impl Strategy<Value = DataFile> {
    let files: Vec<DataFile> = SMALL
        .iter()
        .filter(|file| !file.path.ends_with("/data.csv"))
        .cloned()
        .collect();
    prop::sample::select(files)
}

/// The value with the fields of each object in another order.
#[cfg(test)]
fn turned(value: &Value, by: usize) -> Value {
    match value {
        Value::Array(rows) => rows.iter().map(|row| turned(row, by)).collect(),
        Value::Object(fields) => {
            let mut pairs: Vec<(String, Value)> = fields
                .iter()
                .map(|(key, value)| (key.clone(), turned(value, by)))
                .collect();
            let at = by % pairs.len().max(1);
            pairs.rotate_left(at);
            Value::Object(Map::from_iter(pairs))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value.clone(),
    }
}

#[cfg(test)]
fn with_bio(text: &str) -> String {
    let people = SMALL.iter().find(|file| file.path == made::PEOPLE).unwrap();
    let mut value: Value = serde_json::from_str(&people.text).unwrap();
    value["people"][0]["bio"] = text.into();
    value.to_string()
}

/// The small dataset with another name, day of the end and title.
#[cfg(test)]
fn any_state() -> impl Strategy<Value = Vec<DataFile>> {
    let names = prop::sample::select(vec!["Ada M. Berg", "Ada Berg", "A. Berg"]);
    let ends = prop::sample::select(vec!["2023-03", "2023-03-01", "2023"]);
    let titles = prop::sample::select(vec!["Acting Head", "Deputy"]);
    (names, ends, titles).prop_map(|(name, end, title)| {
        let mut files = SMALL.clone();
        common::replace(
            &mut files,
            made::PEOPLE,
            "\"name\": \"Ada M. Berg\"",
            &format!("\"name\": \"{name}\""),
        );
        common::replace(
            &mut files,
            made::HEAD,
            "\"on\": \"2023-03\"",
            &format!("\"on\": \"{end}\""),
        );
        common::replace(
            &mut files,
            made::HEAD,
            "\"title\": \"Acting Head\"",
            &format!("\"title\": \"{title}\""),
        );
        files
    })
}

proptest! {
    #[test]
    fn the_one_form_of_a_file_is_its_own(file in any_file(), by in 0_usize..9) {
        let once = canonical(&file.path, &file.text).unwrap();
        prop_assert_eq!(canonical(&file.path, &once), Ok(once.clone()));
        let value: Value = serde_json::from_str(&file.text).unwrap();
        prop_assert_eq!(canonical(&file.path, &turned(&value, by).to_string()), Ok(once));
    }

    #[test]
    fn every_text_survives_the_one_form(text in "\\PC{0,40}|[\"\\\\/\\u{0}-\\u{1f}\\u{2028}<>&']{0,12}") {
        let written = canonical(made::PEOPLE, &with_bio(&text)).unwrap();
        let again = canonical(made::PEOPLE, &written).unwrap();
        prop_assert_eq!(&again, &written);
        let value: Value = serde_json::from_str(&written).unwrap();
        let said = value["people"][0]["bio"].as_str().unwrap();
        if text.is_ascii() {
            prop_assert_eq!(said, text);
        }
    }

    #[test]
    fn the_one_form_of_a_file_has_its_facts(file in any_file()) {
        // Degrees have the form of the number that is kept of them.
        prop_assume!(file.path != "offices.json");
        let mut files = SMALL.clone();
        common::put(&mut files, &file.path, canonical(&file.path, &file.text).unwrap());
        prop_assert_eq!(facts(&files), facts(&SMALL));
    }

    #[test]
    fn the_order_of_the_files_changes_no_fact(files in Just(SMALL.clone()).prop_shuffle()) {
        prop_assert_eq!(facts(&files), facts(&SMALL));
        prop_assert_eq!(release(&files), release(&SMALL));
        prop_assert_eq!(difference(&files, &SMALL), []);
    }

    #[test]
    fn the_order_of_the_files_changes_no_problem(files in Just(CORRECTED.clone()).prop_shuffle(), by in 0_usize..3) {
        let mut broken = files;
        let (path, from, to) = [
            (made::HEAD, "\"person\": \"ada-berg\"", "\"person\": \"nobody\""),
            (made::EVENTS, "\"date\": \"2024-05-01\"", "\"date\": \"2025-05-01\""),
            (made::PEOPLE, "\"bio\": \"Head", "\"bio\": \"Notorious"),
        ][by];
        let mut wanted = CORRECTED.clone();
        common::replace(&mut broken, path, from, to);
        common::replace(&mut wanted, path, from, to);
        let problems = load(&broken).problems;
        prop_assert!(!problems.is_empty());
        prop_assert!(problems.is_sorted());
        prop_assert_eq!(problems, load(&wanted).problems);
    }

    #[test]
    fn what_differs_there_differs_back(before in any_state(), after in any_state()) {
        let there = difference(&before, &after);
        let mut back = difference(&after, &before);
        for change in &mut back {
            std::mem::swap(&mut change.old, &mut change.new);
        }
        prop_assert_eq!(&there, &back);
        prop_assert_eq!(there.is_empty(), facts(&before) == facts(&after));
    }

    #[test]
    fn no_entry_of_the_corrections_changes_unseen(field in prop::sample::select(vec!["id", "date", "class", "record", "field", "old", "new", "reason", "sources", "dataset", "prev_sha256"]), entry in 0_usize..2) {
        let mut files = CORRECTED.clone();
        // The entries have been released: the last one is held by the release too.
        for written in release(&files).unwrap() {
            common::put(&mut files, &written.path, written.text);
        }
        prop_assert!(load(&files).is_sound());
        let file = files.iter_mut().find(|file| file.path == made::CORRECTIONS).unwrap();
        let mut value: Value = serde_json::from_str(&file.text).unwrap();
        let said = &mut value["corrections"][entry][field];
        *said = match field {
            "date" => "2024-06-28".into(),
            "class" => "C1".into(),
            "sources" => vec!["gazette-2024"].into(),
            "prev_sha256" => "1".repeat(64).into(),
            _ => [said.as_str().unwrap_or_default(), "x"].concat().into(),
        };
        file.text = value.to_string();
        let loaded = load(&files);
        prop_assert!(!loaded.is_sound());
        prop_assert!(loaded.problems.iter().any(|problem| problem.rule == "correction-chain"), "{field}: {:?}", loaded.problems);
    }

    #[test]
    fn an_entry_that_is_left_out_or_moved_is_seen(remove in any::<bool>()) {
        let mut files = CORRECTED.clone();
        let file = files.iter_mut().find(|file| file.path == made::CORRECTIONS).unwrap();
        let mut value: Value = serde_json::from_str(&file.text).unwrap();
        let rows = value["corrections"].as_array_mut().unwrap();
        if remove { rows.remove(0); } else { rows.swap(0, 1); }
        file.text = value.to_string();
        prop_assert!(load(&files).problems.iter().any(|problem| problem.rule == "correction-chain"));
    }

    #[test]
    fn files_of_any_text_are_told_of_and_never_break_the_reading(path in any_file().prop_map(|file| file.path), text in "\\PC{0,60}|[\\[\\]{}\":,0-9a-z ]{0,60}") {
        let mut files = SMALL.clone();
        common::put(&mut files, &path, text);
        let loaded = load(&files);
        prop_assert!(!loaded.problems.is_empty());
        prop_assert!(loaded.problems.iter().all(|problem| !problem.message.is_empty() && !problem.fix.is_empty()));
    }
}
