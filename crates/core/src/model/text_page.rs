use serde::{Deserialize, Serialize};

/// A page of text around the record: its method, its sources, what it is. Not part of the dataset that a browser reads.
///
/// Its texts may hold `{agency}`, `{agency_short}`, `{as_of}`, `{days}` and `{people}`, for what is computed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TextPage {
    /// Permanent slug, used in addresses.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence or two.
    pub intro: String,
    /// Its parts.
    pub sections: Vec<TextSection>,
}

/// A part of a page of text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TextSection {
    /// Permanent slug, used in addresses.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// Its paragraphs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub text: Vec<String>,
    /// Words that it explains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<ExplainedTerm>,
    /// Ids of the sources that it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// A word, and what it means on these pages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExplainedTerm {
    /// The word.
    pub term: String,
    /// What it means.
    pub meaning: String,
    /// Ids of the sources that say so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// What a text page may ask to be computed.
pub const COMPUTED: [&str; 5] = ["agency", "agency_short", "as_of", "days", "people"];
