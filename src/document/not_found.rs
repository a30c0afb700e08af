//! The answer to an address that leads nowhere: the ways back, in each language, since one page answers for all. Reads
//! without scripts.

use leptos::prelude::*;
use timeline_core::{model::Language, query::figures::head_figures};

use super::{frame::link, person_path, texts::texts};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{Texts, fill, texts_of},
    markup::{Markup, el},
    page::footer::site_pages,
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
    let others = dataset
        .languages
        .iter()
        .filter(|language| **language != Language::FIRST);
    let others = others.filter_map(|&language| {
        let t = texts_of(language)?;
        let section = el("section").attr("lang", language.word());
        Some(
            section
                .child(el("h2").text(t.not_found_title))
                .child(el("p").text(t.not_found_text))
                .child(ways_of(language, t)),
        )
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
    el("main")
        .class("record-page")
        .child(el("h1").text(t.not_found_title))
        .child(el("p").text(t.not_found_text))
        .child(ways_of(Language::FIRST, t))
        .children(others)
        .child(el("h2").text(title))
        .child(el("ul").class("document__list").children(heads))
        .child(el("p").text(texts().not_found_addresses))
        .child(site_pages())
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
