//! The pages of text, with what the site adds to them from the record.

use std::sync::OnceLock;

use timeline_core::{
    model::{ExplainedTerm, SourceIx, TextPage, TextSection},
    query::search::Query,
};

use super::{
    corrections::log,
    data::downloads,
    frame::{frame, heading, paragraph},
    gaps::gaps,
    source_index::source_index,
    text_id, text_label,
};
use crate::{
    context::{use_dataset, use_locale},
    embedded,
    markup::{Markup, el},
    page::{source_list::source_list, story_text::computed},
    place::place,
};

/// The page of text at a position of [`TEXT_PAGES`]; none where the data have no such page.
pub(super) fn page(position: usize) -> Option<&'static TextPage> {
    static PAGES: OnceLock<Vec<TextPage>> = OnceLock::new();
    let pages = PAGES.get_or_init(|| embedded::text_pages(place().language));
    pages.iter().find(|page| page.id == text_id(position))
}

/// A page of text.
pub(super) fn text(position: usize) -> Markup {
    let t = use_locale();
    let Some(page) = page(position) else {
        return frame("", heading(text_label(t, text_id(position))), Vec::new(), Vec::new());
    };
    let mut content: Vec<Markup> = page.sections.iter().map(section).collect();
    match text_id(position) {
        "method" => content.extend(gaps()),
        "sources" => content.push(source_index()),
        "corrections" => content.extend(log()),
        "data" => content.extend(downloads()),
        _ => {}
    }
    frame(
        text_label(t, text_id(position)),
        heading(&computed(&page.title, t)),
        vec![el("p").class("lede").text(computed(&page.intro, t))],
        content,
    )
}

fn section(section: &TextSection) -> Markup {
    let t = use_locale();
    let paragraphs = section.text.iter().map(|text| paragraph(&computed(text, t)));
    let terms = (!section.terms.is_empty()).then(|| {
        el("dl")
            .class("document__terms")
            .children(section.terms.iter().flat_map(term))
    });
    el("section")
        .class("document__part document__part--text")
        .attr("aria-labelledby", section.id.clone())
        .child(
            el("h2")
                .attr("id", section.id.clone())
                .text(computed(&section.heading, t)),
        )
        .children(paragraphs)
        .children(terms)
        .children(named(&section.sources))
}

fn term(term: &ExplainedTerm) -> [Markup; 2] {
    let t = use_locale();
    [
        el("dt").text(computed(&term.term, t)),
        el("dd")
            .child(paragraph(&computed(&term.meaning, t)))
            .children(named(&term.sources)),
    ]
}

/// The sources of a text.
fn named(ids: &[String]) -> Option<Markup> {
    let dataset = use_dataset();
    let sources: Vec<SourceIx> = ids.iter().filter_map(|id| dataset.find_source(id)).collect();
    (!sources.is_empty()).then(|| source_list(&sources, &[], &Query::default()))
}
