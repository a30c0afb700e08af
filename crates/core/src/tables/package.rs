//! The tables as a tabular data package, as Frictionless describes it.

use serde_json::{Map, Value, json};

use super::{Column, Kind, TABLES};
use crate::load::{DataFile, PACKAGE, schemas};

/// The text of `datapackage.json` beside the tables.
///
/// # Errors
/// When the files say nothing of the dataset as a whole, or a column is of no field that the schemas describe.
pub fn package(files: &[DataFile]) -> Result<String, String> {
    let own = files.iter().find(|file| file.path == PACKAGE);
    let own = own.ok_or_else(|| format!("{PACKAGE} is missing"))?;
    let own: Value = serde_json::from_str(&own.text).map_err(|error| format!("{PACKAGE}: {error}"))?;
    let said = |name: &str| own.get(name).and_then(Value::as_str).unwrap_or_default();
    let described = Described::read();
    let resources = TABLES
        .iter()
        .map(|table| {
            let fields = table.columns.iter().map(|column| field(column, &described));
            let fields: Vec<Value> = fields.collect::<Result<_, _>>()?;
            let mut schema = json!({ "fields": fields, "missingValues": [""] });
            if let (Value::Object(schema), false) = (&mut schema, table.key.is_empty()) {
                schema.insert("primaryKey".to_owned(), json!(table.key));
            }
            if let (Value::Object(schema), false) = (&mut schema, table.refers.is_empty()) {
                let keys = table.refers.iter().map(|(column, other)| {
                    let other = if *other == table.name { "" } else { other };
                    json!({ "fields": column, "reference": { "resource": other, "fields": "id" } })
                });
                schema.insert("foreignKeys".to_owned(), keys.collect());
            }
            Ok(json!({
                "name": table.name,
                "path": format!("{}.csv", table.name),
                "description": table.about,
                "profile": "tabular-data-resource",
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": schema,
            }))
        })
        .collect::<Result<Vec<_>, String>>()?;
    let package = json!({
        "name": format!("{}-tables", said("name")),
        "title": said("title"),
        "profile": "tabular-data-package",
        "version": said("version"),
        "created": format!("{}T00:00:00Z", said("as_of")),
        "licenses": own.get("licenses"),
        "resources": resources,
    });
    serde_json::to_string_pretty(&package)
        .map(|text| text + "\n")
        .map_err(|error| error.to_string())
}

fn field(column: &Column, described: &Described) -> Result<Value, String> {
    let kind = match column.kind {
        Kind::Number => "number",
        Kind::Integer => "integer",
        Kind::Flag => "boolean",
        Kind::Text | Kind::List | Kind::Pairs | Kind::Json => "string",
    };
    let form = match column.kind {
        Kind::List => " Joined by `;`.",
        Kind::Pairs => " As `name:value`, joined by `;`.",
        Kind::Json => " As JSON.",
        Kind::Text | Kind::Number | Kind::Integer | Kind::Flag => "",
    };
    let about = described.field(column.of)?;
    Ok(json!({ "name": column.name, "type": kind, "description": format!("{about}{form}") }))
}

/// What the schemas of the data files say of each type's fields.
struct Described(Map<String, Value>);

impl Described {
    fn read() -> Self {
        let mut types = Map::new();
        for (_, text) in schemas() {
            let Ok(Value::Object(mut schema)) = serde_json::from_str(&text) else {
                continue;
            };
            if let Some(Value::Object(inner)) = schema.remove("$defs") {
                types.extend(inner);
            }
            if let Some(name) = schema.get("title").and_then(Value::as_str) {
                types.insert(name.to_owned(), Value::Object(schema.clone()));
            }
        }
        Self(types)
    }

    fn field(&self, (of, name): (&str, &str)) -> Result<String, String> {
        let found = self
            .0
            .get(of)
            .and_then(|kind| kind.get("properties")?.get(name)?.get("description"));
        let text = found.and_then(Value::as_str);
        text.map(str::to_owned)
            .ok_or_else(|| format!("the schemas describe no field `{name}` of `{of}`"))
    }
}
