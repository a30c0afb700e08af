//! The facts of the data files, field by field: what a correction can be of.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{
    DataFile,
    parse::{FileKind, ReadFile, read_files},
};

/// The facts of each record by its place, `events/2024-05-01-plan`: field and value. A field without a value is not there.
pub type Facts = BTreeMap<String, BTreeMap<String, Value>>;

/// A fact that is another than it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The record: its kind and its id, `tenures/lyons-ice-director-2025`.
    pub record: String,
    /// The field; empty when the whole record came or went.
    pub field: String,
    /// What it said; null when it said nothing.
    pub old: Value,
    /// What it says; null when it says nothing.
    pub new: Value,
    /// Whether the record says of what it said that it was so until a day: a title that an office had.
    pub is_kept: bool,
}

impl Change {
    /// Whether the record has only grown: what was open has ended, something is said where nothing was, or an office was
    /// given another title. That needs no correction.
    #[must_use]
    pub fn is_update(&self) -> bool {
        if self.old.is_null() || self.is_kept {
            return true;
        }
        match (&self.old, &self.new) {
            (Value::Object(old), Value::Object(new)) if self.field == "end" => is_later_end(old, new),
            (Value::Array(old), Value::Array(new)) => old.iter().all(|one| new.contains(one)),
            _ => false,
        }
    }
}

/// Whether an end that was open, or unknown, is known for longer now.
fn is_later_end(old: &Map<String, Value>, new: &Map<String, Value>) -> bool {
    let day_of = |end: &Map<String, Value>, words: &[&str]| {
        let found = words.iter().find_map(|word| end.get(*word))?;
        found
            .as_str()
            .map(|day| day.trim_end_matches(['~', '?', '%']).to_owned())
    };
    let before = day_of(old, &["ongoing_as_of", "unknown_after"]);
    let after = day_of(new, &["ongoing_as_of", "unknown_after", "on"]);
    before.zip(after).is_some_and(|(before, after)| {
        let common = before.len().min(after.len());
        after.get(..common) >= before.get(..common)
    })
}

/// The lists of records, and the fields of each that are facts.
const FIELDS: [(&str, &[&str]); 6] = [
    ("people", &["name", "sort_name"]),
    (
        "offices",
        &[
            "title",
            "short_title",
            "body",
            "parent",
            "kind",
            "seats",
            "needs_confirmation",
            "exists",
            "former_titles",
            "lat",
            "lon",
        ],
    ),
    (
        "tenures",
        &[
            "person",
            "title",
            "capacity",
            "while_holding",
            "continues",
            "start",
            "end",
            "co_holder",
        ],
    ),
    (
        "events",
        &[
            "date",
            "kind",
            "headline",
            "summary",
            "people",
            "offices",
            "tenures",
            "standing",
            "supersedes",
        ],
    ),
    ("sources", &["publisher", "title", "url", "published", "kind"]),
    ("reports", &["date", "says", "offices"]),
];

/// The facts of the files that can be read.
#[must_use]
pub fn facts(files: &[DataFile]) -> Facts {
    facts_of(&read_files(files, &mut Vec::new()))
}

pub(super) fn facts_of(files: &[ReadFile]) -> Facts {
    let mut facts = Facts::new();
    for ReadFile { file, kind, value } in files {
        if *kind == FileKind::Points {
            facts.extend(points(file));
        }
        let is_of_record = !matches!(kind, FileKind::Released | FileKind::Corrections);
        if let Some(Value::Object(read)) = value.as_ref().filter(|_| is_of_record) {
            facts.extend(FIELDS.iter().flat_map(|(kind, fields)| records(read, kind, fields)));
        }
    }
    facts
}

fn records(read: &Map<String, Value>, kind: &str, fields: &[&str]) -> Vec<(String, BTreeMap<String, Value>)> {
    let rows = read
        .get(kind)
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    rows.iter()
        .filter_map(|row| {
            let id = row.get("id")?.as_str()?;
            let said = fields
                .iter()
                .filter_map(|field| Some(((*field).to_owned(), said(field, row.get(*field)?)?)));
            let mut said: BTreeMap<String, Value> = said.collect();
            // A file of tenures names their office.
            if let Some(office) = read.get("office").filter(|_| kind == "tenures") {
                said.insert("office".to_owned(), office.clone());
            }
            Some(([kind, "/", id].concat(), said))
        })
        .collect()
}

/// What a field says; none where its form leaves it out: an empty list, a flag that is not set, parts that say nothing.
fn said(field: &str, value: &Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Bool(is_set) => (*is_set || field != "co_holder").then(|| value.clone()),
        Value::Array(parts) if parts.is_empty() => None,
        Value::Array(parts) => Some(parts.iter().map(|part| said("", part).unwrap_or_default()).collect()),
        Value::Object(parts) => {
            let parts = parts
                .iter()
                .filter_map(|(name, part)| Some((name.clone(), said(name, part)?)));
            let parts: Map<String, Value> = parts.collect();
            (!parts.is_empty()).then_some(Value::Object(parts))
        }
        Value::Number(_) | Value::String(_) => Some(value.clone()),
    }
}

/// The rows of a series: a fact each.
fn points(file: &DataFile) -> Option<(String, BTreeMap<String, Value>)> {
    let id = file.path.strip_prefix("series/")?.strip_suffix("/data.csv")?;
    let rows = file.text.lines().skip(1).filter_map(|line| {
        let (date, value) = line.split_once(',')?;
        Some((date.to_owned(), Value::from(value)))
    });
    Some((["series/", id].concat(), rows.collect()))
}

/// What differs between two states of the facts. A record that was renamed is compared with itself under its new id; `moved` tells
/// the new id of an old one.
pub(super) fn changes(before: &Facts, after: &Facts, moved: &BTreeMap<String, String>) -> Vec<Change> {
    let mut found = Vec::new();
    let mut renamed = Vec::new();
    for (place, old) in before {
        let now = place_now(place, after, moved);
        if now != *place {
            renamed.push(now.clone());
        }
        let Some(new) = after.get(&now) else {
            found.push(Change {
                record: place.clone(),
                field: String::new(),
                old: Value::Bool(true),
                new: Value::Null,
                is_kept: false,
            });
            continue;
        };
        // Two records that were merged: the one that stayed is compared.
        if now != *place && before.contains_key(&now) {
            continue;
        }
        let fields: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        let is_renamed = is_renamed(old, new);
        for field in fields {
            let (old, new) = (value_of(old, field), value_of(new, field));
            if old != new {
                found.push(Change {
                    record: now.clone(),
                    field: field.clone(),
                    old,
                    new,
                    is_kept: is_renamed && matches!(&**field, "title" | "short_title"),
                });
            }
        }
    }
    let is_new = |place: &&String| !before.contains_key(*place) && !renamed.contains(place);
    found.extend(after.keys().filter(is_new).map(|place| Change {
        record: place.clone(),
        field: String::new(),
        old: Value::Null,
        new: Value::Bool(true),
        is_kept: false,
    }));
    found
}

/// What a record says in a field; null when it says nothing.
pub(super) fn value_of(record: &BTreeMap<String, Value>, field: &str) -> Value {
    let value = record.get(field).and_then(|value| said(field, value));
    value.unwrap_or_default()
}

/// Whether an office has another title, and the one before is among those that it had.
fn is_renamed(old: &BTreeMap<String, Value>, new: &BTreeMap<String, Value>) -> bool {
    let before = old.get("title");
    let former = new.get("former_titles").and_then(Value::as_array);
    let mut former = former.into_iter().flatten().map(|former| former.get("title"));
    before != new.get("title") && before.is_some() && former.any(|title| title == before)
}

/// Where a record is now: where it was, or under the id that its id moved to.
fn place_now(place: &str, after: &Facts, moved: &BTreeMap<String, String>) -> String {
    if after.contains_key(place) {
        return place.to_owned();
    }
    let to = place.split_once('/').and_then(|(kind, id)| {
        let to = moved.get(id)?;
        Some([kind, "/", to].concat())
    });
    to.unwrap_or_else(|| place.to_owned())
}
