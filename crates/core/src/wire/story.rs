//! The guided reading.

use serde::{Deserialize, Serialize};

use super::record::record;

record!(
    /// A step of the guided reading.
    StoryStep {
        /// Permanent slug, used in addresses.
        id: String,
        /// Its heading. It and the text may hold `{agency}`, `{as_of}`, `{days}` and `{people}`, for what is computed.
        title: String,
        /// Its paragraphs, in our own words, with who says so.
        text: Vec<String>,
        /// The view that it sets, as the query of an address: `from=2025-01-01&group=units`.
        view: String,
        /// Ids of the events that it tells of.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        events: Vec<String>,
        /// Ids of the sources that it rests on.
        sources: Vec<String>,
    }
);
