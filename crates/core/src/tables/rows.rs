//! The rows of a table, as the data files have them.

use serde_json::{Map, Value, json};

use super::{Column, Kind, SEPARATOR, Table};
use crate::load::DataFile;

/// The cells of a table, row by row in the order of the files, each in the order of the columns.
#[must_use]
pub fn rows(table: &Table, files: &[DataFile]) -> Vec<Vec<String>> {
    let of_file = |file: &DataFile| -> Vec<Value> {
        match serde_json::from_str(&file.text) {
            Ok(Value::Object(read)) => records(table.name, &file.path, &read),
            _ => Vec::new(),
        }
    };
    let records: Vec<Value> = files
        .iter()
        .filter(|file| is_of_record(&file.path))
        .flat_map(of_file)
        .collect();
    let cells = |record: &Value| table.columns.iter().map(|column| cell(record, column)).collect();
    records.iter().map(cells).collect()
}

/// Whether a file holds records, and is no copy of them in another form.
fn is_of_record(path: &str) -> bool {
    let is_other = path.starts_with("translations/") || path.starts_with("pages/") || path == crate::load::RELEASED;
    !is_other && !path.ends_with("/data.csv")
}

/// The records of a table in a file, as they stand there or with what they belong to.
fn records(table: &str, path: &str, file: &Map<String, Value>) -> Vec<Value> {
    match table {
        "tenures" => {
            let office = file.get("office").cloned().unwrap_or_default();
            list(file, table)
                .map(|tenure| with(tenure, "office", office.clone()))
                .collect()
        }
        "evidence" => ["tenures", "events"]
            .into_iter()
            .flat_map(|kind| list(file, kind).flat_map(move |record| evidence(kind, record)))
            .collect(),
        "former_titles" => list(file, "offices")
            .flat_map(|record| belonging(record, table, "office", &id(record)))
            .collect(),
        "disputes" => list(file, "tenures")
            .flat_map(|record| belonging(record, "disputes", "record", &place("tenures", record)))
            .collect(),
        "reported_offices" => list(file, "reports")
            .flat_map(|record| belonging(record, "offices", "report", &id(record)))
            .collect(),
        "series" if path.starts_with("series/") => vec![Value::Object(file.clone())],
        "origins" if path.starts_with("series/") => {
            let series = Value::Object(file.clone());
            belonging(&series, "origins", "series", &id(&series))
        }
        "series" | "origins" => Vec::new(),
        // A series names its sources by their ids, in a list of the same name.
        _ => list(file, table).filter(|record| record.is_object()).cloned().collect(),
    }
}

fn list<'a>(file: &'a Map<String, Value>, name: &str) -> impl Iterator<Item = &'a Value> {
    file.get(name).and_then(Value::as_array).into_iter().flatten()
}

fn with(record: &Value, name: &str, value: Value) -> Value {
    let mut record = record.clone();
    if let Value::Object(fields) = &mut record {
        fields.insert(name.to_owned(), value);
    }
    record
}

fn id(record: &Value) -> String {
    record.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// A record's kind and id, as corrections name it.
fn place(kind: &str, record: &Value) -> String {
    [kind, "/", &id(record)].concat()
}

/// The parts of a record, each with what it belongs to.
fn belonging(record: &Value, parts: &str, name: &str, owner: &str) -> Vec<Value> {
    let found = record.get(parts).and_then(Value::as_array).into_iter().flatten();
    found.map(|part| with(part, name, Value::from(owner))).collect()
}

/// The sources of a record's fields.
fn evidence(kind: &str, record: &Value) -> Vec<Value> {
    let place = place(kind, record);
    let fields = record.get("evidence").and_then(Value::as_object).into_iter().flatten();
    let of_field = |(field, rows): (&String, &Value)| {
        let rows = rows.as_array().cloned().unwrap_or_default();
        let own = json!({ "record": place, "field": field });
        rows.into_iter().map(move |row| {
            let mut all = own.clone();
            if let (Value::Object(all), Value::Object(row)) = (&mut all, row) {
                all.extend(row);
            }
            all
        })
    };
    fields.flat_map(of_field).collect()
}

/// What a column says of a record.
fn cell(record: &Value, column: &Column) -> String {
    let found = column.at.iter().try_fold(record, |value, name| value.get(name));
    match (column.kind, found) {
        (Kind::Flag, None) => "false".to_owned(),
        (Kind::Json, Some(value)) => value.to_string(),
        (Kind::List, Some(Value::Array(parts))) => joined(parts.iter().map(text)),
        (Kind::Pairs, Some(Value::Object(pairs))) => {
            joined(pairs.iter().map(|(name, value)| [name, ":", &text(value)].concat()))
        }
        (_, Some(Value::Object(_) | Value::Array(_)) | None) => String::new(),
        (_, Some(value)) => text(value),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(SEPARATOR)
}

fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::rows;
    use crate::{load::DataFile, tables::TABLES};

    /// The rows of a table, without cells that are empty.
    fn filled(name: &str, files: &[(&str, &str)]) -> Vec<Vec<String>> {
        let table = TABLES.iter().find(|table| table.name == name).unwrap();
        let files: Vec<DataFile> = files
            .iter()
            .map(|&(path, text)| DataFile {
                path: path.to_owned(),
                text: text.to_owned(),
            })
            .collect();
        let mut rows = rows(table, &files);
        for row in &mut rows {
            row.retain(|cell| !cell.is_empty());
        }
        rows
    }

    const CLAIM: (&str, &str) = ("claims.json", r#"{"claims": [{"id": "a"}]}"#);

    #[test]
    fn a_record_is_not_read_again_from_its_copies() {
        let text = r#"{"claims": [{"id": "copy"}]}"#;
        for path in ["translations/es.json", "pages/en.json", crate::load::RELEASED] {
            assert_eq!(filled("claims", &[CLAIM, (path, text)]), [["a"]], "{path}");
        }
        assert_eq!(filled("claims", &[CLAIM, ("more.json", text)]), [["a"], ["copy"]]);
    }

    #[test]
    fn a_dispute_names_the_tenure_that_it_is_about() {
        let file = (
            "tenures/post.json",
            r#"{"office": "post", "tenures": [
                {"id": "t", "disputes": [
                    {"field": "start", "value": "2018", "sources": ["s", "u"], "why_not": "Later."},
                    {"field": "end", "value": "2020", "sources": ["s"]}]},
                {"id": "undisputed"}]}"#,
        );
        assert_eq!(
            filled("disputes", &[file]),
            [
                vec!["tenures/t", "start", "2018", "s;u", "Later."],
                vec!["tenures/t", "end", "2020", "s"]
            ]
        );
    }

    #[test]
    fn an_office_that_was_reported_names_the_report() {
        let file = (
            "reports.json",
            r#"{"reports": [
                {"id": "r", "offices": [{"office": "east", "standing": "named", "text": "Named."}]},
                {"id": "none", "offices": []}]}"#,
        );
        assert_eq!(filled("reported_offices", &[file]), [["r", "east", "named", "Named."]]);
    }

    #[test]
    fn a_series_and_its_origins_are_of_a_file_of_its_own() {
        let files = [
            (
                "people.json",
                r#"{"id": "no-series", "origins": [{"producer": "Nobody"}]}"#,
            ),
            (
                "figures.json",
                r#"{"series": [{"id": "of-a-figure"}], "origins": [{"producer": "Nobody"}]}"#,
            ),
            (
                "series/calls/meta.json",
                r#"{"id": "calls", "unit": "ships", "origins": [{"producer": "Port"}, {"producer": "Gazette"}]}"#,
            ),
        ];
        assert_eq!(filled("series", &files), [["calls", "ships"]]);
        assert_eq!(filled("origins", &files), [["calls", "Port"], ["calls", "Gazette"]]);
    }
}
