use serde::{Deserialize, Serialize};

use super::SourceIx;
use crate::date::Day;

/// How much a correction changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CorrectionClass {
    /// A wrong person, office or standing.
    Serious,
    /// A date, a title, a source.
    Factual,
    /// Wording that changes no fact.
    Minor,
}

/// A fact that was wrong, and what it says now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// Permanent slug.
    pub id: Box<str>,
    /// The day of the correction.
    pub date: Day,
    /// How much it changes.
    pub class: CorrectionClass,
    /// The record: its kind and its id, `tenures/some-tenure`.
    pub record: Box<str>,
    /// The field of the record.
    pub field: Box<str>,
    /// What it said; empty when it said nothing.
    pub old: Box<str>,
    /// What it says; empty when it says nothing.
    pub new: Box<str>,
    /// Why, in a sentence.
    pub reason: Box<str>,
    /// What the correction rests on.
    pub sources: Vec<SourceIx>,
    /// The version of the dataset that it is first in.
    pub dataset: Box<str>,
}
