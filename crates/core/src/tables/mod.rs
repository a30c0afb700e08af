//! The data files as tables: one a kind of record, with columns that stay, as CSV and as a tabular data package.
//!
//! A cell is what the record's file says: lists are joined by `;`, what the file leaves out is empty.

mod columns;
#[cfg(feature = "schema")]
mod csv;
#[cfg(feature = "schema")]
mod package;
#[cfg(feature = "schema")]
mod rows;

pub use columns::{Column, Kind, TABLES, Table};
#[cfg(feature = "schema")]
pub use csv::csv;
#[cfg(feature = "schema")]
pub use package::package;
#[cfg(feature = "schema")]
pub use rows::rows;

/// Between the parts of a list.
pub const SEPARATOR: &str = ";";

#[cfg(all(test, feature = "schema"))]
mod tests {
    use serde_json::{Value, json};

    use super::{TABLES, package};
    use crate::load::{DataFile, schemas};

    #[test]
    fn every_column_is_described_and_every_reference_leads_to_a_table() {
        let own = DataFile {
            path: "datapackage.json".to_owned(),
            text: r#"{"name": "a-record", "title": "A record", "version": "1.2.0", "as_of": "2026-01-30", "licenses": []}"#
                .to_owned(),
        };
        let package: Value = serde_json::from_str(&package(&[own]).unwrap()).unwrap();
        assert_eq!(package["name"], "a-record-tables");
        let resources = package["resources"].as_array().unwrap();
        assert_eq!(resources.len(), TABLES.len());
        for (resource, table) in resources.iter().zip(&TABLES) {
            let fields = resource["schema"]["fields"].as_array().unwrap();
            assert_eq!(fields.len(), table.columns.len(), "{}", table.name);
            assert!(
                fields
                    .iter()
                    .all(|field| field["description"].as_str().is_some_and(|text| !text.is_empty()))
            );
            for (column, other) in table.refers {
                assert!(
                    table.columns.iter().any(|own| own.name == *column),
                    "{}.{column}",
                    table.name
                );
                assert!(TABLES.iter().any(|known| known.name == *other), "{other}");
            }
        }
    }

    #[test]
    fn columns_stay() {
        let headings = TABLES.map(|table| {
            let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
            [table.name, ": ", &names.join(",")].concat()
        });
        insta::assert_snapshot!(headings.join("\n"));
    }

    /// The description of a table.
    fn described(name: &str) -> Option<Value> {
        let own = DataFile {
            path: "datapackage.json".to_owned(),
            text: "{}".to_owned(),
        };
        let package: Value = serde_json::from_str(&package(&[own]).ok()?).ok()?;
        let mut resources = package.get("resources")?.as_array()?.iter();
        resources.find(|table| table["name"] == name).cloned()
    }

    #[test]
    fn a_column_names_another_table_or_none_for_its_own() {
        let offices = &described("offices").unwrap()["schema"]["foreignKeys"];
        let of_parent = json!([{ "fields": "parent", "reference": { "resource": "", "fields": "id" } }]);
        assert_eq!(offices, &of_parent);
        let reported = &described("reported_offices").unwrap()["schema"]["foreignKeys"];
        let of_both = json!([
            { "fields": "report", "reference": { "resource": "reports", "fields": "id" } },
            { "fields": "office", "reference": { "resource": "offices", "fields": "id" } }
        ]);
        assert_eq!(reported, &of_both);
    }

    #[test]
    fn a_column_is_described_as_the_field_of_the_files_is() {
        let schemas = schemas();
        let (_, people) = schemas.iter().find(|(name, _)| name.contains("people")).unwrap();
        let people: Value = serde_json::from_str(people).unwrap();
        let said = |field: &str| people["$defs"]["Person"]["properties"][field]["description"].clone();
        let fields = &described("people").unwrap()["schema"]["fields"];
        assert_eq!(
            (&fields[2]["name"], &fields[2]["description"]),
            (&json!("sort_name"), &said("sort_name"))
        );
        let sources = [said("sources").as_str().unwrap(), " Joined by `;`."].concat();
        assert_eq!(
            (&fields[5]["name"], &fields[5]["description"]),
            (&json!("sources"), &json!(sources))
        );
    }
}
