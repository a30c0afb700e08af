use serde::{Deserialize, Serialize};

use super::{SourceIx, words::words};
use crate::date::{Day, PartialDate};

words! {
    /// The step of a series.
    Interval {
        /// One value a day.
        Day = "day",
        /// One value a week.
        Week = "week",
        /// One value a month.
        Month = "month",
        /// One value a year.
        Year = "year",
        /// Values on irregular days.
        Irregular = "irregular",
    }
}

words! {
    /// How much was done to the producer's figures.
    Processing {
        /// Copied or rounded.
        Minor = "minor",
        /// Computed or derived.
        Major = "major",
    }
}

/// Who produced the figures, and how to cite them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Origin {
    /// The producer.
    pub producer: Box<str>,
    /// The title of the data.
    pub title: Box<str>,
    /// The full citation.
    pub citation_full: Box<str>,
    /// Where the data are described.
    pub url_main: Box<str>,
    /// Where the data are.
    pub url_download: Option<Box<str>>,
    /// When they were published.
    pub date_published: Option<PartialDate>,
    /// Their licence.
    pub licence: Option<Box<str>>,
}

/// A place where a series is interrupted, partial or changes meaning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SeriesBreak {
    /// When.
    pub at: PartialDate,
    /// What.
    pub note: Box<str>,
}

/// One value of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The day itself; the first day of a week or a month, the last of a year.
    pub day: Day,
    /// The value in tenths of the series' unit.
    pub tenths: i32,
}

/// Figures over time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Permanent slug.
    pub id: Box<str>,
    /// Its title.
    pub title: Box<str>,
    /// The unit, in words.
    pub unit: Box<str>,
    /// The unit, short.
    pub short_unit: Box<str>,
    /// Its step.
    pub interval: Interval,
    /// What it measures.
    pub description: Box<str>,
    /// How much was done to the producer's figures.
    pub processing: Processing,
    /// What was done.
    pub description_processing: Box<str>,
    /// What a reader must know.
    pub caveats: Box<str>,
    /// What it was checked against.
    pub checks: Box<str>,
    /// Who produced it.
    pub origins: Vec<Origin>,
    /// Where it is interrupted.
    pub breaks: Vec<SeriesBreak>,
    /// What it rests on.
    pub sources: Vec<SourceIx>,
    /// Its values, by day.
    #[serde(with = "super::point_list")]
    pub points: Vec<Point>,
}
