//! The texts of the interface in another language, against those of the first.

use std::collections::BTreeMap;

use super::{Problem, json};

/// The texts of a file by their keys.
///
/// # Errors
/// When it is no object of texts.
pub fn by_key(name: &str, text: &str) -> Result<BTreeMap<String, String>, Vec<Problem>> {
    json::read(text).and_then(serde_json::from_value).map_err(|error| {
        vec![Problem::error(
            "interface-json",
            name,
            "",
            "",
            format!("not an object of texts: {error}"),
            "mend the file at that line and column",
        )]
    })
}

/// The texts of the file `name`, by their keys in order, when it says all that the first language's says.
///
/// # Errors
/// Every key that is missing or too many, and every text that is empty or lost one of its `{places}`, of its `|`, or the
/// spaces that join it to others.
pub fn read(
    first: &BTreeMap<String, String>,
    name: &str,
    other: &BTreeMap<String, String>,
) -> Result<Vec<Box<str>>, Vec<Problem>> {
    let mut problems = Vec::new();
    for (key, text) in first {
        match other.get(key) {
            None => problems.push(problem("interface-missing", name, key, "the key is missing", "add it")),
            Some(says) => {
                if let Some((message, fix)) = fault(text, says) {
                    problems.push(problem("interface-text", name, key, message, fix));
                }
            }
        }
    }
    for key in other.keys().filter(|key| !first.contains_key(*key)) {
        problems.push(problem(
            "interface-extra",
            name,
            key,
            "the first language has no such key",
            "remove it",
        ));
    }
    if problems.is_empty() {
        Ok(other.values().map(|text| text.as_str().into()).collect())
    } else {
        Err(problems)
    }
}

fn problem(rule: &'static str, name: &str, key: &str, message: &str, fix: &str) -> Problem {
    Problem::error(rule, name, key, "", message, fix)
}

fn fault(text: &str, says: &str) -> Option<(&'static str, &'static str)> {
    if placeholders(text) != placeholders(says) {
        return Some(("it does not have the same {places}", "keep each {place} as it is"));
    }
    fault_of_form(text, says)
}

/// What is wrong with a text that a record has in the place of the site's: it may leave out a `{place}`.
pub(super) fn fault_of_words(text: &str, says: &str) -> Option<(&'static str, &'static str)> {
    let filled = placeholders(text);
    if !placeholders(says).iter().all(|place| filled.contains(place)) {
        return Some((
            "it has a {place} that the site does not fill there",
            "use the {places} of the site's own text",
        ));
    }
    fault_of_form(text, says)
}

fn fault_of_form(text: &str, says: &str) -> Option<(&'static str, &'static str)> {
    let ends = |text: &str| (text.starts_with(' '), text.ends_with(' '));
    let parts = |text: &str| text.matches('|').count();
    if says.trim().is_empty() != text.trim().is_empty() {
        return Some(("it is empty", "write the text"));
    }
    if ends(text) != ends(says) {
        return Some((
            "it is joined to others by spaces at its ends, and has others than the first language's",
            "begin and end it as that does",
        ));
    }
    if parts(text) != parts(says) {
        return Some(("it has another number of parts between `|`", "keep every `|`"));
    }
    None
}

/// The `{places}` of a text, in order of their names.
pub(super) fn placeholders(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = text
        .split('{')
        .skip(1)
        .filter_map(|after| after.split_once('}'))
        .map(|(name, _)| name)
        .collect();
    found.sort_unstable();
    found
}

#[cfg(test)]
mod tests {
    use super::{by_key, read};
    use crate::load::Problem;

    const FIRST: &str = r#"{"a": "{n} of {all}", "b": " joined", "c": "one|two"}"#;

    fn texts(other: &str) -> Result<Vec<Box<str>>, Vec<Problem>> {
        read(&by_key("en.json", FIRST)?, "xx.json", &by_key("xx.json", other)?)
    }

    fn told(other: &str) -> Vec<String> {
        let problems = texts(other).unwrap_err();
        problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_whole_translation_gives_its_texts_by_their_keys_in_order() {
        let texts = texts(r#"{"c": "un|deux", "a": "de {all}, {n}", "b": " joint"}"#).unwrap();
        assert_eq!(texts, ["de {all}, {n}", " joint", "un|deux"].map(Box::from));
    }

    #[test]
    fn each_fault_is_told_with_its_key() {
        let told = told(r#"{"a": "{n} de todos", "b": "unido", "d": "x"}"#);
        assert_eq!(told.len(), 4, "{told:#?}");
        for (line, (key, message)) in told.iter().zip([
            ("a", "the same {places}"),
            ("b", "spaces at its ends"),
            ("c", "is missing"),
            ("d", "no such key"),
        ]) {
            assert!(
                line.contains(&format!("xx.json > {key}")) && line.contains(message),
                "{line}"
            );
        }
    }
}
