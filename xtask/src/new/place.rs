//! Where a new record goes: its file, its place in it, and the entry of a file that was not there.

use std::cmp::Ordering;

use serde_json::{Map, Value, json};
use timeline_core::{
    date::PartialDate,
    load::{DataFile, canonical},
};

use crate::outcome::{Failure, Outcome};

/// The file that lists the others.
const PACKAGE: &str = "datapackage.json";

/// Puts a record of a list into the files, in canonical form. Gives the files that are written, that of the record first.
pub(super) fn placed(
    files: &[DataFile],
    list: &str,
    of_file: &Map<String, Value>,
    record: &Map<String, Value>,
) -> Outcome<Vec<DataFile>> {
    let path = path_of(list, of_file, record);
    let mut content = match text_of(files, &path) {
        Some(text) => object(&path, text)?,
        None => fresh(&path, list, of_file),
    };
    let rows = content
        .get_mut(list)
        .and_then(Value::as_array_mut)
        .ok_or_else(|| format!("{path} has no list \"{list}\"; run `cargo xtask data check`"))?;
    let record = Value::Object(record.clone());
    let position = rows
        .iter()
        .position(|row| in_order(list, &record, row) == Ordering::Less)
        .unwrap_or(rows.len());
    rows.insert(position, record);
    let mut written = vec![as_file(&path, content)?];
    let mut package = object(PACKAGE, text_of(files, PACKAGE).ok_or("datapackage.json is missing")?)?;
    if add_resource(&mut package, &path) {
        written.push(as_file(PACKAGE, package)?);
    }
    Ok(written)
}

/// The file of a record: by office, by year, or the one of its list.
fn path_of(list: &str, of_file: &Map<String, Value>, record: &Map<String, Value>) -> String {
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    let year = |field: &str| text(record.get(field)).and_then(|date| date.get(..4).map(str::to_owned));
    let name = match list {
        "tenures" => text(of_file.get("office")),
        "events" => year("date"),
        "sources" => year("published").or_else(|| Some("undated".to_owned())),
        _ => None,
    };
    match name {
        Some(name) => format!("{list}/{name}.json"),
        None => format!("{list}.json"),
    }
}

fn text_of<'a>(files: &'a [DataFile], path: &str) -> Option<&'a str> {
    files
        .iter()
        .find(|file| file.path == path)
        .map(|file| file.text.as_str())
}

fn object(path: &str, text: &str) -> Outcome<Map<String, Value>> {
    serde_json::from_str(text).map_err(|error| Failure::from(format!("{path}: {error}; run `cargo xtask data check`")))
}

fn as_file(path: &str, content: Map<String, Value>) -> Outcome<DataFile> {
    let text = Value::Object(content).to_string();
    Ok(DataFile {
        path: path.to_owned(),
        text: canonical(path, &text).map_err(|problem| problem.to_string())?,
    })
}

fn fresh(path: &str, list: &str, of_file: &Map<String, Value>) -> Map<String, Value> {
    let up = "../".repeat(path.matches('/').count());
    let mut content = Map::new();
    content.insert("$schema".to_owned(), json!(format!("{up}schema/{list}.schema.json")));
    content.extend(of_file.clone());
    content.insert(list.to_owned(), json!([]));
    content
}

/// How two records stand in their file: by day, or by id.
fn in_order(list: &str, one: &Value, other: &Value) -> Ordering {
    match list {
        "tenures" => day(one.get("start")).cmp(&day(other.get("start"))),
        "events" => day(one.get("date")).cmp(&day(other.get("date"))),
        _ => {
            let id = |row: &Value| row.get("id").and_then(Value::as_str).map(str::to_owned);
            id(one).cmp(&id(other))
        }
    }
}

/// The first day that a date can mean, whether it is one or a first sighting.
fn day(value: Option<&Value>) -> Option<timeline_core::date::Day> {
    let date = value?.as_str().or_else(|| value?.get("in_post_by")?.as_str())?;
    PartialDate::parse(date).map(PartialDate::earliest)
}

/// Lists a file among the resources, unless it is there; says whether it was added.
fn add_resource(package: &mut Map<String, Value>, path: &str) -> bool {
    let resources = package.entry("resources").or_insert_with(|| json!([]));
    let Some(rows) = resources.as_array_mut() else {
        return false;
    };
    let path_at = |row: &Value| row.get("path").and_then(Value::as_str).map(str::to_owned);
    let paths: Vec<String> = rows.iter().filter_map(path_at).collect();
    if paths.iter().any(|other| other == path) {
        return false;
    }
    let folder = path.split_once('/').map_or(path, |(folder, _)| folder);
    let is_beside = |other: &String| other.split_once('/').is_some_and(|(other, _)| other == folder);
    let before = paths
        .iter()
        .rposition(|other| is_beside(other) && other.as_str() < path);
    let first = paths.iter().position(is_beside);
    let position = before.map(|position| position + 1).or(first).unwrap_or(rows.len());
    let name = path.trim_end_matches(".json").replace('/', "-");
    rows.insert(position, json!({ "name": name, "path": path, "format": "json" }));
    true
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};
    use timeline_core::load::DataFile;

    use super::placed;

    fn file(path: &str, value: &Value) -> DataFile {
        DataFile {
            path: path.to_owned(),
            text: value.to_string(),
        }
    }

    fn object(value: &Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap_or_default()
    }

    fn package() -> DataFile {
        let resource = |path: &str| json!({ "name": path, "path": path, "format": "json" });
        file(
            "datapackage.json",
            &json!({
                "name": "a", "title": "A", "version": "1.0.0", "schema_version": 1, "as_of": "2024-06-30", "licenses": [],
                "resources": [resource("people.json"), resource("sources/2020.json"), resource("sources/undated.json")],
                "site": { "agency": "A", "agency_short": "A", "head_office": "a", "groups": [], "presets": [] }
            }),
        )
    }

    fn source(id: &str) -> Value {
        json!({ "id": id, "publisher": "P", "title": "T", "url": "https://example.org", "kind": "news", "language": "en" })
    }

    #[test]
    fn a_new_file_is_listed_beside_those_of_its_folder() {
        let mut record = object(&source("one"));
        record.insert("published".to_owned(), json!("2022-05~"));
        let written = placed(&[package()], "sources", &Map::new(), &record).unwrap();
        assert_eq!(written[0].path, "sources/2022.json");
        assert!(written[0].text.contains("\"../schema/sources.schema.json\""));
        let package: Value = serde_json::from_str(&written[1].text).unwrap();
        let paths: Vec<&str> = package["resources"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row["path"].as_str().unwrap())
            .collect();
        assert_eq!(
            paths,
            [
                "people.json",
                "sources/2020.json",
                "sources/2022.json",
                "sources/undated.json"
            ]
        );
    }

    #[test]
    fn a_record_stands_by_id_in_the_file_that_is_there() {
        let there = file(
            "sources/undated.json",
            &json!({ "sources": [source("a"), source("c")] }),
        );
        let record = object(&source("b"));
        let written = placed(&[package(), there], "sources", &Map::new(), &record).unwrap();
        assert_eq!(written.len(), 1, "the file is listed already");
        let content: Value = serde_json::from_str(&written[0].text).unwrap();
        let ids: Vec<&Value> = content["sources"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| &row["id"])
            .collect();
        assert_eq!(ids, ["a", "b", "c"]);
    }
}
