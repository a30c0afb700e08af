//! Rules of the guided reading.

use super::Rules;
use crate::{model::StoryStep, view::url::from_query};

impl Rules<'_> {
    pub(super) fn step(&mut self, step: &StoryStep) {
        self.wording(&step.id, "title", &step.title);
        for text in &step.text {
            self.wording(&step.id, "text", text);
        }
        self.needs_sources(&step.id, &step.sources);
        let (_, notices) = from_query(&step.view, self.dataset);
        for notice in notices {
            self.error(
                "story-view",
                &step.id,
                "view",
                format!("the view has no {} \"{}\"", notice.key, notice.value),
                "copy the query of the address when the page shows what belongs to the step",
            );
        }
    }
}
