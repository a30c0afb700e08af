//! What was released: its facts as a file, what differs from them, and the entry of a correction.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{
    DataFile, PACKAGE,
    corrections::{RELEASED, last_digest, latest_of, sha256},
    facts::{Change, changes, facts},
    form::written,
    parse::parse_files,
};
use crate::wire;

/// What differs between two states of a data folder: of facts, in order.
#[must_use]
pub fn difference(before: &[DataFile], after: &[DataFile]) -> Vec<Change> {
    changes(&facts(before), &facts(after), &moved(after))
}

/// What differs from the last release; `None` when nothing was released.
#[must_use]
pub fn since_release(files: &[DataFile]) -> Option<Vec<Change>> {
    let released = parse_files(files).released?;
    Some(changes(&released.facts, &facts(files), &moved(files)))
}

fn moved(files: &[DataFile]) -> BTreeMap<String, String> {
    parse_files(files)
        .package
        .map(|package| package.moved)
        .unwrap_or_default()
}

/// The files that make a release of the data files as they are: [`RELEASED`], and the package file with its digest.
/// `None` without a package file.
#[must_use]
pub fn release(files: &[DataFile]) -> Option<[DataFile; 2]> {
    let parsed = parse_files(files);
    let mut package = parsed.package?;
    let released = wire::ReleasedFile {
        schema: Some("schema/released.schema.json".to_owned()),
        version: package.version.clone(),
        as_of: package.as_of.clone(),
        corrections: parsed.corrections.len(),
        last_correction_sha256: last_digest(&parsed.corrections),
        facts: facts(files),
    };
    let file = |path: &str, text: String| DataFile {
        path: path.to_owned(),
        text,
    };
    let released = file(RELEASED, written(&released).ok()?);
    package.released_sha256 = Some(sha256(released.text.as_bytes()));
    let package = file(PACKAGE, written(&package).ok()?);
    Some([released, package])
}

/// What an editor says of a correction; the rest follows from the files.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The record: its kind and its id.
    pub record: String,
    /// The field.
    pub field: String,
    /// `C1`, `C2` or `C3`.
    pub class: String,
    /// Why, in a sentence.
    pub reason: String,
    /// Ids of sources.
    pub sources: Vec<String>,
    /// The day, as 2026-01-30.
    pub date: String,
}

/// The text of [`CORRECTIONS`] with one more entry, for a fact that differs from the last release.
///
/// # Errors
/// Why there is nothing to add, in words.
pub fn corrected(files: &[DataFile], said: &Said) -> Result<String, String> {
    let parsed = parse_files(files);
    let released = parsed
        .released
        .as_ref()
        .ok_or("nothing has been released yet: there is nothing to correct")?;
    let package = parsed.package.as_ref().ok_or("datapackage.json cannot be read")?;
    let found = changes(&released.facts, &facts(files), &package.moved);
    let is_of = |change: &&Change| change.record == said.record && change.field == said.field;
    let change = found.iter().find(is_of).ok_or_else(|| {
        let others: Vec<String> = found
            .iter()
            .filter(|change| !change.is_update() && !change.field.is_empty())
            .map(|change| [&change.record, " ", &*change.field].concat())
            .collect();
        let which = if others.is_empty() {
            "none".to_owned()
        } else {
            others.join(", ")
        };
        format!(
            "{} {} says what was released; change the file first. Facts that differ: {which}",
            said.record, said.field
        )
    })?;
    let class = serde_json::from_value(Value::from(said.class.as_str()))
        .map_err(|_| format!("\"{}\" is no class: write C1, C2 or C3", said.class))?;
    let later = parsed.corrections.get(released.corrections..).unwrap_or_default();
    let before = latest_of(later, change);
    let name = change.record.split_once('/').map_or(&*change.record, |(_, id)| id);
    let base = [&said.date, "-", name, "-", &change.field.replace('_', "-")].concat();
    let is_taken = |id: &str| parsed.corrections.iter().any(|entry| entry.record.id == id);
    let mut id = base.clone();
    let mut times = 1;
    while is_taken(&id) {
        times += 1;
        id = format!("{base}-{times}");
    }
    let entry = wire::Correction {
        id,
        date: said.date.clone(),
        class,
        record: change.record.clone(),
        field: change.field.clone(),
        old: before.map_or_else(|| change.old.clone(), |entry| entry.new.clone()),
        new: change.new.clone(),
        reason: said.reason.clone(),
        sources: said.sources.clone(),
        dataset: package.version.clone(),
        prev_sha256: last_digest(&parsed.corrections),
    };
    let corrections = parsed
        .corrections
        .into_iter()
        .map(|entry| entry.record)
        .chain([entry])
        .collect();
    let file = wire::CorrectionsFile {
        schema: Some("schema/corrections.schema.json".to_owned()),
        corrections,
    };
    written(&file).map_err(|error| error.to_string())
}
