//! The guided reading as an article: its steps with what belongs to each drawn once, events and sources.

use leptos::prelude::{Owner, on_cleanup, provide_context};
use timeline_core::{
    model::{OfficeIx, StoryStep},
    query::search::Query,
    view::{
        action::Action,
        state::View,
        url::{from_query, to_query},
    },
};

use super::{
    frame::{frame, heading},
    still_timeline::still_timeline,
    tenure::event_items,
    texts::texts,
};
use crate::page::story_text::computed;
use crate::{
    charts::{
        chart::{Still, chart},
        figures::figure,
        office_map::office_map,
    },
    context::{ViewContext, use_dataset, use_locale},
    i18n::fill,
    markup::{Markup, el},
    page::source_list::source_list,
    place::to_page,
};

/// The article.
pub(super) fn story() -> Markup {
    let dataset = use_dataset();
    let steps = dataset.story.iter().map(step);
    let way = el("a")
        .class("document__show")
        .attr("href", to_page("index.html?view=story"))
        .text(texts().story_show);
    let intro = fill(
        texts().story_description,
        &[
            ("n", &dataset.story.len().to_string()),
            ("agency", &dataset.site.agency),
        ],
    );
    frame(
        texts().story_label,
        heading(&super::Document::Story.title()),
        vec![el("p").class("lede").text(intro), el("p").child(way)],
        vec![el("ol").class("article").children(steps)],
    )
}

fn step(step: &StoryStep) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let paragraphs = step.text.iter().map(|text| el("p").text(computed(text, t)));
    let sources = step.sources.len().to_string();
    let (state, _) = from_query(&step.view, dataset);
    let query = to_query(&state, dataset);
    let show = el("a")
        .attr("href", to_page(&["index.html?", &query].concat()))
        .text(texts().story_show_step);
    let more = el("details")
        .class("article__more")
        .child(el("summary").text(fill(t.chart_sources, &[("n", &sources)])))
        .child(source_list(&step.sources, &[], &Query::default()));
    let events = event_items(step.events.iter().copied());
    let events = (!events.is_empty()).then(|| {
        el("div")
            .class("article__events")
            .child(el("h3").text(t.detail_events))
            .child(el("ul").class("document__list").children(events))
    });
    el("li")
        .class("article__step")
        .attr("id", step.id.to_string())
        .child(el("h2").text(computed(&step.title, t)))
        .children(paragraphs)
        .children(drawing(step))
        .child(el("p").child(show))
        .children(events)
        .child(more)
}

/// Whether an office is in the group of the agency's head, or in the one after it: the others are not what a step is about.
fn of_agency(office: OfficeIx) -> bool {
    let dataset = use_dataset();
    let head = dataset.office(dataset.site.head_office).group;
    let group = dataset.office(office).group;
    group == head || group == head + 1
}

/// The view of a step, drawn once.
fn drawing(step: &StoryStep) -> Option<Markup> {
    let dataset = use_dataset();
    let query = &*step.view;
    let (state, _) = from_query(query, dataset);
    let owner = Owner::new();
    let drawn = owner.with(|| {
        let view = ViewContext::new();
        view.dispatch(Action::Replace(Box::new(state.clone())));
        view.dispatch(Action::Link(state.linked && query.contains("from=")));
        provide_context(view);
        provide_context(Still::Drawing);
        let drawn = match state.view {
            View::Chart | View::Figures => state.figure.and_then(figure),
            View::Map => office_map(),
            View::Timeline | View::Date | View::Story | View::Table => {
                let offices: Vec<OfficeIx> = dataset
                    .office_ixs()
                    .filter(|&office| state.shows_lane(dataset, office) && of_agency(office))
                    .collect();
                let still = still_timeline(&offices, &step.events, state.range);
                return Some(el("div").class("document__figure").child(still));
            }
        };
        drawn
            .map(|mut drawn| {
                // A figure may stand at several steps.
                drawn.id = [&*step.id, "-", &*drawn.id].concat();
                drawn
            })
            .map(|drawn| el("div").class("document__figure").child(chart(drawn)))
    });
    // What it is drawn from lives as long as the page.
    on_cleanup(move || drop(owner));
    drawn
}
