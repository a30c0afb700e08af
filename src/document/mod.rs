//! The pages that read without scripts: one for each person, office, event, source and figure, and those around the
//! record. On the host only; each is rendered once and links into the interactive view.

mod corrections;
pub mod data;
mod event;
pub mod feeds;
mod figure;
mod frame;
mod gaps;
pub mod not_found;
mod office;
mod person;
pub mod record;
mod source;
mod source_index;
mod still_timeline;
mod story;
pub mod structured;
mod tenure;
mod text;
mod texts;

use timeline_core::{
    model::{EventIx, OfficeIx, PersonIx, SourceIx},
    view::{figure_id::FigureId, state::View},
};

use crate::page::story_text::computed;
use crate::{
    charts::{figures::figure as chart_of, office_map::office_map},
    context::{use_dataset, use_locale},
    i18n::{Texts, fill, number, partial_date},
    markup::Markup,
    share::words::in_a_page,
};
use texts::texts;

/// The figure of the map, as it is named in addresses.
pub const MAP: &str = "office-map";

/// The pages of text that every site has, by their ids.
pub const TEXT_PAGES: [&str; 7] = [
    "method",
    "sources",
    "corrections",
    "data",
    "about",
    "accessibility",
    "privacy",
];

/// A page that reads without scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// Someone on record.
    Person(PersonIx),
    /// A post, with all who are on record in it.
    Office(OfficeIx),
    /// Something that happened, was said or was planned.
    Event(EventIx),
    /// A document that was read, with what rests on it.
    Source(SourceIx),
    /// A figure, drawn over all its days.
    Figure(FigureId),
    /// The map and its list.
    Map,
    /// The guided reading, as an article.
    Story,
    /// A page of text, by its position in [`TEXT_PAGES`].
    Text(usize),
}

impl Document {
    /// All that a dataset has something for.
    #[must_use]
    pub fn all() -> Vec<Self> {
        let dataset = use_dataset();
        let mut all: Vec<Self> = (0..TEXT_PAGES.len()).map(Self::Text).collect();
        if View::Story.has_something(dataset) {
            all.push(Self::Story);
        }
        all.extend(FigureId::all(dataset).into_iter().map(Self::Figure));
        if View::Map.has_something(dataset) {
            all.push(Self::Map);
        }
        all.extend(dataset.person_ixs().map(Self::Person));
        all.extend(dataset.office_ixs().map(Self::Office));
        all.extend(dataset.event_ixs().map(Self::Event));
        all.extend(dataset.source_ixs().map(Self::Source));
        all
    }

    /// Its path, from where the pages of a language begin; ends in `/`.
    #[must_use]
    pub fn path(self) -> String {
        let dataset = use_dataset();
        match self {
            Self::Person(ix) => person_path(&dataset.person(ix).id),
            Self::Office(ix) => office_path(&dataset.office(ix).id),
            Self::Event(ix) => event_path(&dataset.event(ix).id),
            Self::Source(ix) => source_path(&dataset.source(ix).id),
            Self::Figure(figure) => figure_path(figure.id(dataset)),
            Self::Map => figure_path(MAP),
            Self::Story => "story/".to_owned(),
            Self::Text(position) => [text_id(position), "/"].concat(),
        }
    }

    /// What it is of: no two pages have the same.
    #[must_use]
    pub fn title(self) -> String {
        let (dataset, t) = (use_dataset(), use_locale());
        match self {
            Self::Person(ix) => dataset.person(ix).name.to_string(),
            Self::Office(ix) => {
                let office = dataset.office(ix);
                fill(
                    texts().office_title,
                    &[("office", &office.title), ("body", &office.body)],
                )
            }
            Self::Event(ix) => {
                let event = dataset.event(ix);
                fill(
                    texts().event_title,
                    &[("event", &event.headline), ("date", &partial_date(t, event.date))],
                )
            }
            Self::Source(ix) => {
                let source = dataset.source(ix);
                fill(
                    texts().source_title,
                    &[
                        ("title", &source.title),
                        ("publisher", &source.publisher),
                        ("date", &source::published(source, t)),
                    ],
                )
            }
            Self::Figure(_) | Self::Map => caption(self, |title, _| fill(texts().figure_title, &[("title", &title)])),
            Self::Story => fill(texts().story_page_title, &[("site", &dataset.site.title)]),
            Self::Text(position) => text::page(position).map_or_else(String::new, |page| computed(&page.title, t)),
        }
    }

    /// What it says, in a sentence or two.
    #[must_use]
    pub fn description(self) -> String {
        let (dataset, t) = (use_dataset(), use_locale());
        let count = |number_of: usize| number(i32::try_from(number_of).unwrap_or(i32::MAX));
        match self {
            Self::Person(ix) => {
                let person = dataset.person(ix);
                let posts = tenure::of_person(ix).len();
                let text = fill(
                    texts().person_description,
                    &[
                        ("person", &person.name),
                        ("posts", &count(posts)),
                        ("site", &dataset.site.title),
                    ],
                );
                [&*person.bio, " ", &text].concat()
            }
            Self::Office(ix) => {
                let office = dataset.office(ix);
                fill(
                    texts().office_description,
                    &[
                        ("office", &office.title),
                        ("body", &office.body),
                        ("tenures", &count(dataset.tenures_of(ix).count())),
                        ("site", &dataset.site.title),
                    ],
                )
            }
            Self::Event(ix) => dataset.event(ix).summary.to_string(),
            Self::Source(ix) => {
                let source = dataset.source(ix);
                fill(
                    texts().source_description,
                    &[
                        ("title", &source.title),
                        ("publisher", &source.publisher),
                        ("n", &count(source::resting(ix))),
                        ("site", &dataset.site.title),
                        ("date", &source::published(source, t)),
                    ],
                )
            }
            Self::Figure(_) | Self::Map => caption(self, |title, subtitle| [&title, ". ", &*subtitle, "."].concat()),
            Self::Story => fill(
                texts().story_description,
                &[("n", &count(dataset.story.len())), ("agency", &dataset.site.agency)],
            ),
            Self::Text(position) => text::page(position).map_or_else(String::new, |page| computed(&page.intro, t)),
        }
    }

    /// The page itself.
    #[must_use]
    pub fn markup(self) -> Markup {
        frame::with_source_pages();
        match self {
            Self::Person(ix) => person::person(ix),
            Self::Office(ix) => office::office(ix),
            Self::Event(ix) => event::event(ix),
            Self::Source(ix) => source::source(ix),
            Self::Figure(_) | Self::Map => figure::figure(self),
            Self::Story => story::story(),
            Self::Text(position) => text::text(position),
        }
    }
}

/// The title and the subtitle of a figure, made into a text.
fn caption(of: Document, text: impl FnOnce(String, String) -> String) -> String {
    in_a_page(|| {
        let chart = if let Document::Figure(id) = of {
            chart_of(id)
        } else {
            office_map()
        };
        chart.map_or_else(String::new, |chart| text(chart.caption.title, chart.caption.subtitle))
    })
}

fn text_id(position: usize) -> &'static str {
    TEXT_PAGES.get(position).copied().unwrap_or_default()
}

/// The path of a person's page.
#[must_use]
pub fn person_path(id: &str) -> String {
    ["person/", id, "/"].concat()
}

/// The path of an office's page.
#[must_use]
pub fn office_path(id: &str) -> String {
    ["office/", id, "/"].concat()
}

/// The path of an event's page.
#[must_use]
pub fn event_path(id: &str) -> String {
    ["event/", id, "/"].concat()
}

/// The path of a source's page.
#[must_use]
pub fn source_path(id: &str) -> String {
    ["source/", id, "/"].concat()
}

/// The path of a figure's page without scripts.
#[must_use]
pub fn figure_path(id: &str) -> String {
    ["figure/", id, "/"].concat()
}

/// The short name of a page of text, for links to it.
#[must_use]
pub fn text_label(t: &'static Texts, id: &str) -> &'static str {
    match id {
        "method" => t.page_method,
        "sources" => t.page_sources,
        "corrections" => t.page_corrections,
        "data" => t.page_data,
        "about" => t.page_about,
        "accessibility" => t.page_accessibility,
        _ => t.page_privacy,
    }
}

/// What the view of the story is called where it is shared.
#[must_use]
pub fn story_title() -> String {
    fill(texts().story_view_title, &[("site", &use_dataset().site.title)])
}

/// What that view shows.
#[must_use]
pub fn story_about() -> String {
    [&*Document::Story.description(), " ", texts().story_view_about].concat()
}

/// What a page says that leads on to another.
#[must_use]
pub fn moved_text() -> &'static str {
    texts().page_moved
}
