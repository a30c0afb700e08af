use serde::{Deserialize, Serialize};

use super::SourceIx;
use crate::date::Day;

/// A president's term, drawn as shading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Permanent slug.
    pub id: Box<str>,
    /// The president's name.
    pub president: Box<str>,
    /// The name as the shading's label.
    pub label: Box<str>,
    /// The first day.
    pub start: Day,
    /// The last day; `None` for the present term.
    pub end: Option<Day>,
    /// What the record rests on.
    pub sources: Vec<SourceIx>,
}
