//! JSON Schema of each kind of file, from the wire types.

use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};

use super::form::written;
use crate::wire;

/// The schemas: file name and text.
#[must_use]
pub fn schemas() -> Vec<(String, String)> {
    vec![
        schema::<wire::DataPackage>("datapackage"),
        schema::<wire::PeopleFile>("people"),
        schema::<wire::OfficesFile>("offices"),
        schema::<wire::TenuresFile>("tenures"),
        schema::<wire::EventsFile>("events"),
        schema::<wire::SourcesFile>("sources"),
        schema::<wire::TermsFile>("terms"),
        schema::<wire::ClaimsFile>("claims"),
        schema::<wire::Series>("series"),
        schema::<wire::FiguresFile>("figures"),
        schema::<wire::ReportsFile>("reports"),
        schema::<wire::StoryFile>("story"),
        schema::<wire::MapFile>("map"),
        schema::<wire::TranslationFile>("translations"),
        schema::<wire::PagesFile>("pages"),
        schema::<wire::WordsFile>("words"),
        schema::<wire::CorrectionsFile>("corrections"),
        schema::<wire::ReleasedFile>("released"),
    ]
}

fn schema<T: JsonSchema>(name: &str) -> (String, String) {
    let schema = SchemaGenerator::new(SchemaSettings::draft2020_12()).into_root_schema_for::<T>();
    (format!("{name}.schema.json"), written(&schema).unwrap_or_default())
}
