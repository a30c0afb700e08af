//! The steps of the guided reading.

use super::{ids::Ids, place::At};
use crate::{
    load::interface::placeholders,
    model::{EventIx, StoryStep},
    wire,
};

/// What a step may ask to be computed.
const COMPUTED: [&str; 4] = ["agency", "as_of", "days", "people"];

pub(super) fn step(at: &mut At<'_>, ids: &Ids, row: &wire::StoryStep) -> StoryStep {
    if row.text.is_empty() {
        at.problem(
            "story-text",
            "text",
            "the step says nothing".to_owned(),
            "write a paragraph, or remove the step",
        );
    }
    let texts = [("title", &row.title)]
        .into_iter()
        .chain(row.text.iter().map(|text| ("text", text)));
    for (field, text) in texts {
        if let Some(other) = placeholders(text).into_iter().find(|name| !COMPUTED.contains(name)) {
            at.problem(
                "story-computed",
                field,
                format!("nothing computes {{{other}}}"),
                "use {agency}, {as_of}, {days} or {people}",
            );
        }
    }
    StoryStep {
        id: row.id.as_str().into(),
        title: row.title.as_str().into(),
        text: row.text.iter().map(|text| text.as_str().into()).collect(),
        view: row.view.as_str().into(),
        events: at
            .positions(&ids.events, "events", "event", &row.events)
            .into_iter()
            .map(EventIx::at)
            .collect(),
        sources: at.sources(ids, "sources", &row.sources),
    }
}
