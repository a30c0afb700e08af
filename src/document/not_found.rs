//! The answer to an address that leads nowhere: the ways back, in each language, since one page answers for all. Reads
//! without scripts.

use leptos::prelude::*;
use timeline_core::{model::Language, query::figures::head_figures};

use super::{
    frame::{frame, heading, link, list_part, paragraph, part},
    person_path,
    texts::texts,
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{Texts, fill, texts_of},
    markup::{Markup, el},
    place::from_root,
};

/// The page.
#[component]
#[expect(clippy::must_use_candidate, reason = "the macro makes the function")]
pub fn NotFoundPage() -> impl IntoView {
    not_found_page()
}

fn not_found_page() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let here = el("div")
        .class("document__part")
        .child(paragraph(t.not_found_text))
        .child(ways_of(Language::FIRST, t));
    let others = dataset
        .languages
        .iter()
        .filter(|language| **language != Language::FIRST);
    let others = others.filter_map(|&language| {
        let t = texts_of(language)?;
        let words = [paragraph(t.not_found_text), ways_of(language, t)];
        Some(part(language.word(), t.not_found_title, words).attr("lang", language.word()))
    });
    let mut heads: Vec<Markup> = Vec::new();
    let mut seen = Vec::new();
    for spell in &head_figures(dataset).spells {
        if !seen.contains(&spell.person) {
            seen.push(spell.person);
            let person = dataset.person(spell.person);
            heads.push(el("li").child(link(&person_path(&person.id), &person.name)));
        }
    }
    let title = fill(texts().not_found_heads, &[("agency", &dataset.site.agency_short)]);
    let heads = list_part("heads", &title, heads).map(|heads| heads.child(paragraph(texts().not_found_addresses)));
    let columns = el("div")
        .class("document__columns")
        .child(here)
        .children(others)
        .children(heads);
    frame("404", heading(t.not_found_title), Vec::new(), vec![columns])
}

/// The pages of a language that lead to all others.
fn ways_of(language: Language, t: &'static Texts) -> Markup {
    let ways = [
        ("", t.view_timeline),
        ("story/", t.view_story),
        ("record/", t.footer_record),
        ("days/", t.footer_days),
        ("figures/", t.footer_figures),
    ];
    let way = |(path, text): (&str, &'static str)| {
        let way = from_root(&[&*language.folder(), path].concat());
        el("li").child(el("a").attr("href", way).text(text))
    };
    el("ul").class("document__list").children(ways.into_iter().map(way))
}
