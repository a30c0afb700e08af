use serde::{Deserialize, Serialize};

use super::{EventIx, SourceIx};

/// A step of the guided reading: a part of the story, and the view of the record that belongs to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryStep {
    /// Permanent slug, used in addresses.
    pub id: Box<str>,
    /// Its heading. It and the text may hold `{agency}`, `{as_of}`, `{days}` and `{people}`, for what is computed.
    pub title: Box<str>,
    /// Its paragraphs, in our own words, with who says so.
    pub text: Vec<Box<str>>,
    /// The view that it sets, as the query of an address.
    pub view: Box<str>,
    /// The events that it tells of.
    pub events: Vec<EventIx>,
    /// What it rests on.
    pub sources: Vec<SourceIx>,
}
