use serde::{Deserialize, Serialize};

use super::{EventIx, OfficeIx, SourceIx, words::words};
use crate::date::Day;

words! {
    /// How a figure draws its series.
    FigureForm {
        /// Lines over time.
        Lines = "lines",
        /// Bars, a group a period.
        Bars = "bars",
    }
}

/// A series of a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Position of the series in [`super::Dataset::series`].
    pub series: u8,
    /// Its name in the figure.
    pub label: Box<str>,
    /// What it counts, and how it differs from its neighbours.
    pub meaning: Box<str>,
    /// The values are divided by this: 7 for a week's sum as an average a day.
    pub divisor: u8,
    /// Where the series ends, and why.
    pub ends: Box<str>,
}

/// A value that somebody gave, as a line or a span of a figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reference {
    /// Permanent slug.
    pub id: Box<str>,
    /// The value in tenths of the figure's unit.
    pub tenths: i32,
    /// The first day that it speaks of; without one it is a line through all days.
    pub from: Option<Day>,
    /// The last day that it speaks of.
    pub to: Option<Day>,
    /// Its name in the figure.
    pub label: Box<str>,
    /// Who said so, and when.
    pub said: Box<str>,
    /// Who disagrees, or counts otherwise.
    pub differs: Option<Box<str>>,
    /// The event that records it, where there is one.
    pub event: Option<EventIx>,
    /// What it rests on.
    pub sources: Vec<SourceIx>,
}

/// A figure of series over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeriesFigure {
    /// Permanent slug.
    pub id: Box<str>,
    /// What one sees, with `{max.0}`, `{max_when.0}`, `{last.0}` and `{last_when.0}` for what is computed of a part.
    pub title: Box<str>,
    /// What is drawn.
    pub subtitle: Box<str>,
    /// The unit of its values.
    pub unit: Box<str>,
    /// How it is drawn.
    pub form: FigureForm,
    /// Its series, the most important first.
    pub parts: Vec<Part>,
    /// Values that others gave.
    pub references: Vec<Reference>,
    /// The offices whose changes of holder are marked.
    pub marked_offices: Vec<OfficeIx>,
    /// How to read it.
    pub how_to_read: Box<str>,
    /// What to keep in mind.
    pub caveats: Vec<Box<str>>,
}

/// Offices whose tenures are compared by how long they last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SurvivalGroup {
    /// Its name in the figure.
    pub label: Box<str>,
    /// The offices.
    pub offices: Vec<OfficeIx>,
}
