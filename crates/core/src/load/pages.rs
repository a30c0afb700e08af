//! The pages of text: one file a language, all of the same shape.

use super::{
    DataFile, Problem,
    interface::placeholders,
    parse::{Located, Parsed, parse_files},
    wording,
};
use crate::{
    model::{COMPUTED, Dataset, Language, TextPage, TextSection},
    wire::PagesFile,
};

/// The pages of text of each language, the first one first.
#[must_use]
pub fn pages(files: &[DataFile]) -> Vec<(Language, Vec<TextPage>)> {
    let parsed = parse_files(files);
    let of = |language: Language| {
        let file = parsed.pages.iter().find(|file| language_of(file) == Some(language))?;
        Some((language, file.record.pages.clone()))
    };
    Language::ALL.iter().copied().filter_map(of).collect()
}

/// The language that a file is named after.
fn language_of(file: &Located<PagesFile>) -> Option<Language> {
    let stem = file.file.trim_start_matches("pages/").trim_end_matches(".json");
    Language::from_word(stem)
}

/// Checks every page, and that each language that the record can be read in has the same ones.
pub(super) fn check(dataset: &Dataset, parsed: &Parsed, problems: &mut Vec<Problem>) {
    for file in &parsed.pages {
        let mut told = |rule, place: &str, message: String, fix: &str| {
            problems.push(Problem::error(rule, &file.file, place, "", message, fix));
        };
        let language = language_of(file);
        if language.is_none() {
            told(
                "page-language",
                "",
                "the file is named after no language".to_owned(),
                "name it after a language of the site: en.json",
            );
        }
        for (place, text) in texts(&file.record.pages) {
            if let Some(other) = placeholders(text).into_iter().find(|name| !COMPUTED.contains(name)) {
                told(
                    "page-computed",
                    &place,
                    format!("nothing computes {{{other}}}"),
                    "use {agency}, {agency_short}, {as_of}, {days} or {people}",
                );
            }
            if let Some((word, instead)) = wording::judging_word(text)
                && language == Some(Language::FIRST)
            {
                told("wording", &place, format!("\"{word}\" judges"), instead);
            }
        }
        for (place, source) in sources(&file.record.pages) {
            if dataset.find_source(source).is_none() {
                told(
                    "reference-unknown",
                    &place,
                    format!("no source has the id \"{source}\""),
                    "correct the id, or add the source",
                );
            }
        }
    }
    same_shape(dataset, parsed, problems);
}

fn same_shape(dataset: &Dataset, parsed: &Parsed, problems: &mut Vec<Problem>) {
    let of = |language| parsed.pages.iter().find(|file| language_of(file) == Some(language));
    let Some(first) = of(Language::FIRST) else {
        return;
    };
    for language in dataset
        .languages
        .iter()
        .filter(|language| **language != Language::FIRST)
    {
        let name = ["pages/", language.word(), ".json"].concat();
        let Some(other) = of(*language) else {
            problems.push(Problem::error(
                "page-language",
                &name,
                "",
                "",
                "the file is missing",
                "translate pages/en.json: the record can be read in this language",
            ));
            continue;
        };
        let (wanted, found) = (shape(&first.record.pages), shape(&other.record.pages));
        let part = |list: &[String], at: usize| list.get(at).map_or("nothing", String::as_str).to_owned();
        let count = wanted.len().max(found.len());
        if let Some(at) = (0..count).find(|&at| wanted.get(at) != found.get(at)) {
            problems.push(Problem::error(
                "page-shape",
                &name,
                "",
                "",
                format!(
                    "where {} has {}, it has {}",
                    first.file,
                    part(&wanted, at),
                    part(&found, at)
                ),
                "give every language the same pages, sections, paragraphs, terms and sources",
            ));
        }
    }
}

/// What must be the same in all languages, part by part.
fn shape(pages: &[TextPage]) -> Vec<String> {
    let of_section = |page: &TextPage, section: &TextSection| {
        let terms = section.terms.iter().map(|term| term.sources.join("+"));
        format!(
            "{}/{} of {} paragraphs, terms [{}], sources [{}]",
            page.id,
            section.id,
            section.text.len(),
            terms.collect::<Vec<_>>().join(";"),
            section.sources.join("+")
        )
    };
    pages
        .iter()
        .flat_map(|page| page.sections.iter().map(move |section| of_section(page, section)))
        .collect()
}

/// Every text with its place.
fn texts(pages: &[TextPage]) -> impl Iterator<Item = (String, &String)> {
    pages.iter().flat_map(|page| {
        let own = [&page.title, &page.intro].map(|text| (page.id.clone(), text));
        let parts = page.sections.iter().flat_map(move |section| {
            let terms = section.terms.iter().flat_map(|term| [&term.term, &term.meaning]);
            let all = [&section.heading].into_iter().chain(&section.text).chain(terms);
            all.map(move |text| ([&*page.id, "/", &section.id].concat(), text))
        });
        own.into_iter().chain(parts)
    })
}

/// Every id of a source with its place.
fn sources(pages: &[TextPage]) -> impl Iterator<Item = (String, &String)> {
    pages.iter().flat_map(|page| {
        page.sections.iter().flat_map(move |section| {
            let terms = section.terms.iter().flat_map(|term| &term.sources);
            let all = section.sources.iter().chain(terms);
            all.map(move |source| ([&*page.id, "/", &section.id].concat(), source))
        })
    })
}
