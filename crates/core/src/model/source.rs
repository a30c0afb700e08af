use serde::{Deserialize, Serialize};

use super::words::words;
use crate::date::PartialDate;

words! {
    /// What kind of source it is.
    SourceKind {
        /// An agency's or department's own publication.
        Official = "official",
        /// A news organisation, or a copy of its report.
        News = "news",
        /// An encyclopaedia or other work of reference.
        Reference = "reference",
        /// Data.
        Dataset = "dataset",
        /// A court's record.
        Court = "court",
        /// Congress's record.
        Congress = "congress",
    }
}

/// A document that was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Permanent slug.
    pub id: Box<str>,
    /// Who published it, and as what copy it was read.
    pub publisher: Box<str>,
    /// Its title.
    pub title: Box<str>,
    /// Its address.
    pub url: Box<str>,
    /// The address of an archived copy.
    pub archived_url: Option<Box<str>>,
    /// When it was published; `None` when undated.
    pub published: Option<PartialDate>,
    /// When it was read.
    pub accessed: Option<PartialDate>,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// BCP 47 language tag.
    pub language: Box<str>,
}
