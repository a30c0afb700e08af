//! Corrections, and what was released.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How much a correction changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) enum CorrectionClass {
    /// Serious: a wrong person, office or standing.
    C1,
    /// Factual: a date, a title, a source.
    C2,
    /// Minor: wording that changes no fact.
    C3,
}

/// A fact that was wrong, and what it says now. Entries are never changed or removed.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Correction {
    /// Permanent slug.
    pub(crate) id: String,
    /// The day of the correction.
    pub(crate) date: String,
    /// How much it changes.
    pub(crate) class: CorrectionClass,
    /// The record: its kind and its id, `tenures/some-tenure`.
    pub(crate) record: String,
    /// The field of the record.
    pub(crate) field: String,
    /// What it said, as in the file; null when it said nothing.
    pub(crate) old: Value,
    /// What it says, as in the file; null when it says nothing.
    pub(crate) new: Value,
    /// Why, in a sentence for readers.
    pub(crate) reason: String,
    /// Ids of the sources that the correction rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) sources: Vec<String>,
    /// The version of the dataset that it is first in.
    pub(crate) dataset: String,
    /// The SHA-256 of the entry before, as compact JSON; 64 zeros for the first.
    pub(crate) prev_sha256: String,
}

/// The facts of the dataset that was last released. Written by `cargo xtask data release`, never by hand.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct ReleasedFile {
    /// The schema of the file, for editors.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub(crate) schema: Option<String>,
    /// The version that was released.
    pub(crate) version: String,
    /// The day to which it was complete.
    pub(crate) as_of: String,
    /// How many corrections there were.
    pub(crate) corrections: usize,
    /// The SHA-256 of the last of them; 64 zeros when there was none.
    pub(crate) last_correction_sha256: String,
    /// The facts, by record and field.
    pub(crate) facts: BTreeMap<String, BTreeMap<String, Value>>,
}
