//! The rules of events.

use super::{Rules, end_text};
use crate::{
    load::wording,
    model::{Event, EventKind, Standing, Start},
    query::{lengths::end_span, thin::is_left_open},
};

/// The longest headline, in characters.
const MAX_HEADLINE_CHARS: usize = 90;

impl Rules<'_> {
    pub(super) fn event(&mut self, event: &Event) {
        let dataset = self.dataset;
        let id = &*event.id;
        let chars = event.headline.chars().count();
        if chars == 0 || chars > MAX_HEADLINE_CHARS {
            self.error(
                "headline-length",
                id,
                "headline",
                format!("{chars} characters"),
                "write 1 to 90 characters",
            );
        }
        self.wording(id, "headline", &event.headline);
        self.wording(id, "summary", &event.summary);
        if event.sources.is_empty() {
            self.error(
                "sources-missing",
                id,
                "sources",
                "the record has no source".to_owned(),
                "name what it rests on",
            );
        }
        if event.standing == Standing::AnonymousSources {
            let text = format!("{} {}", event.headline, event.summary);
            if !wording::tells_of_unnamed(&text) {
                self.error(
                    "attribution",
                    id,
                    "summary",
                    "a report that rests on unnamed people does not say so".to_owned(),
                    "write '[outlet] reported, citing unnamed [description], that ...'",
                );
            }
        }
        self.event_dates(event);
        for &ix in &event.tenures {
            let tenure = dataset.tenure(ix);
            let from = match tenure.start {
                Start::On(date) => Some(date.earliest()),
                Start::InPostBy(_) => None,
            };
            let to = end_span(tenure.end, dataset.as_of).1;
            if from.is_some_and(|from| event.date.latest() < from) || to.is_some_and(|to| event.date.earliest() > to) {
                self.error(
                    "event-outside",
                    id,
                    "tenures",
                    format!("{} is not within {} to {}", event.date, tenure.id, end_text(tenure)),
                    "name the tenure that the event is in, or none",
                );
            }
        }
    }

    fn event_dates(&mut self, event: &Event) {
        let dataset = self.dataset;
        let ahead = event.date.earliest() > dataset.as_of;
        let planned = event.standing == Standing::Planned;
        if ahead && !planned {
            self.error(
                "event-future",
                &event.id,
                "date",
                format!("{} is after as_of {}", event.date, dataset.as_of),
                "what is to come has the standing planned",
            );
        }
        if event.note.is_none() && is_left_open(dataset, event) {
            self.error(
                "planned-past",
                &event.id,
                "standing",
                "its day has passed, and no event follows it up".to_owned(),
                "add what became of it with \"supersedes\", or a note that nothing was found",
            );
        }
        if event.kind == EventKind::PlannedChange && event.standing == Standing::Official && event.summary.is_empty() {
            self.error(
                "summary-missing",
                &event.id,
                "summary",
                "the summary is empty".to_owned(),
                "say who announced what",
            );
        }
    }
}
