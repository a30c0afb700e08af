//! A fact of the record that can change without breaking another rule.

use std::path::Path;

use serde_json::{Map, Value, json};
use timeline_core::{
    date::Day,
    load::{DataFile, Problem, canonical, load},
};

use crate::{
    files::{read_text, write},
    outcome::{Failure, Outcome},
};

const PACKAGE: &str = "datapackage.json";

/// A fact, and its file with another one in its place.
pub(super) struct Fact {
    pub(super) record: String,
    pub(super) field: &'static str,
    pub(super) file: String,
    /// The text of the file after the change.
    pub(super) changed: String,
    pub(super) old: String,
    pub(super) new: String,
    /// A source of the record.
    pub(super) source: String,
    /// The day of its correction: that to which the record is complete, or of the last entry.
    pub(super) date: String,
}

/// The first tenure but `not` that ended on a known day, with an end a day earlier or later of which nothing is told but that it changed.
pub(super) fn find(files: &[DataFile], not: &str) -> Outcome<Fact> {
    let date = date_of_correction(files)?;
    for file in files.iter().filter(|file| file.path.starts_with("tenures/")) {
        let content = object(&file.path, &file.text)?;
        let rows = content.get("tenures").and_then(Value::as_array).map_or(0, Vec::len);
        for (row, days) in (0..rows).flat_map(|row| [(row, -1), (row, 1)]) {
            let fact = moved(file, &content, row, days, &date).filter(|fact| fact.record != not);
            if let Some(fact) = fact.filter(|fact| is_all_that_is_told(files, fact)) {
                return Ok(fact);
            }
        }
    }
    Err("no tenure ends on a day that could be another: there is nothing to show".into())
}

/// The end of a tenure, some days later.
fn moved(file: &DataFile, content: &Map<String, Value>, row: usize, days: i32, date: &str) -> Option<Fact> {
    let mut content = Value::Object(content.clone());
    let tenure = content.get_mut("tenures")?.get_mut(row)?;
    let id = tenure.get("id")?.as_str()?.to_owned();
    let source = tenure.get("sources")?.get(0)?.as_str()?.to_owned();
    let end = tenure.get_mut("end")?.get_mut("on")?;
    let old = end.as_str()?.to_owned();
    let new = Day::parse(&old)?.plus(days).to_string();
    *end = json!(new);
    Some(Fact {
        record: format!("tenures/{id}"),
        field: "end",
        file: file.path.clone(),
        changed: canonical(&file.path, &content.to_string()).ok()?,
        old,
        new,
        source,
        date: date.to_owned(),
    })
}

/// Whether the check tells of the change alone, and of facts that differ under the same version.
fn is_all_that_is_told(files: &[DataFile], fact: &Fact) -> bool {
    let with_change = files.iter().map(|file| {
        let mut file = file.clone();
        if file.path == fact.file {
            file.text.clone_from(&fact.changed);
        }
        file
    });
    let problems = load(&with_change.collect::<Vec<_>>()).problems;
    let mut rules: Vec<&str> = problems.iter().map(|problem| problem.rule).collect();
    rules.retain(|rule| *rule != "version-same");
    rules == ["fact-changed"]
}

fn date_of_correction(files: &[DataFile]) -> Outcome<String> {
    let text = |path: &str| {
        files
            .iter()
            .find(|file| file.path == path)
            .map(|file| file.text.as_str())
    };
    let package = object(PACKAGE, text(PACKAGE).unwrap_or_default())?;
    let as_of = package.get("as_of").and_then(Value::as_str).unwrap_or_default();
    let log = object("corrections.json", text("corrections.json").unwrap_or("{}"))?;
    let entries = log.get("corrections").and_then(Value::as_array).into_iter().flatten();
    let dates = entries.filter_map(|entry| entry.get("date")?.as_str());
    Ok(dates.chain([as_of]).max().unwrap_or_default().to_owned())
}

fn object(path: &str, text: &str) -> Outcome<Map<String, Value>> {
    serde_json::from_str(text).map_err(|error| Failure::from(format!("{path}: {error}")))
}

/// Raises the last number of the dataset's version, and gives the new one.
pub(super) fn raise_version(folder: &Path) -> Outcome<String> {
    let path = folder.join(PACKAGE);
    let mut package = object(PACKAGE, &read_text(&path)?)?;
    let version = raised(package.get("version").and_then(Value::as_str).unwrap_or_default());
    package.insert("version".to_owned(), json!(version));
    let text = canonical(PACKAGE, &Value::Object(package).to_string()).map_err(|problem| problem.to_string())?;
    write(&path, text)?;
    Ok(version)
}

/// Translates a text of the record in the file that a problem names, as a stand-in for who reads the language.
pub(super) fn translate(folder: &Path, problem: &Problem, text: &str) -> Outcome<String> {
    let path = folder.join(&problem.file);
    let mut content = object(&problem.file, &read_text(&path)?)?;
    let texts = content.get_mut("texts").and_then(Value::as_object_mut);
    let texts = texts.ok_or_else(|| format!("{} has no texts", problem.file))?;
    texts.insert(
        problem.record.clone(),
        json!({ "of": text, "says": format!("[translated] {text}") }),
    );
    let written = canonical(&problem.file, &Value::Object(content).to_string());
    write(&path, written.map_err(|problem| problem.to_string())?)?;
    Ok(format!("{} has a translation of {}", problem.file, problem.record))
}

fn raised(version: &str) -> String {
    let (before, last) = version.rsplit_once('.').unwrap_or((version, ""));
    match last.parse::<u32>() {
        Ok(number) => format!("{before}.{}", number + 1),
        Err(_) => format!("{version}.1"),
    }
}

#[cfg(test)]
mod tests {
    use super::raised;

    #[test]
    fn the_last_number_of_a_version_is_raised() {
        for (version, wanted) in [("1.0.0", "1.0.1"), ("1.9", "1.10"), ("2", "2.1"), ("1.0-a", "1.0-a.1")] {
            assert_eq!(raised(version), wanted);
        }
    }
}
