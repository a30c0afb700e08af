//! The words of a record's own: texts of the interface that it says in another way than the site does by itself.

use std::collections::BTreeMap;

use super::{
    DataFile, Problem, interface,
    parse::{Located, Parsed, parse_files},
    wording,
};
use crate::{
    model::{Dataset, Language},
    wire::WordsFile,
};

/// Which texts of the site are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// Those of the interface, which the browser program holds.
    Interface,
    /// Those of the pages without scripts alone.
    Documents,
}

/// The texts of the site in a language, by their keys, with the words of the record's own in their places. `text` is the
/// file `name` with the texts that the site has by itself.
///
/// # Errors
/// When that file is no object of texts; every word of the record that stands for no text of the site, or that is empty,
/// names a `{place}` that the text does not fill, or lost one of its `|` or the spaces that join it to others.
pub fn worded(
    files: &[DataFile],
    language: Language,
    wording: Wording,
    (name, text): (&str, &str),
) -> Result<BTreeMap<String, String>, Vec<Problem>> {
    let mut texts = interface::by_key(name, text)?;
    let path = path_of(language);
    let parsed = parse_files(files);
    let Some(file) = parsed.words.iter().find(|file| file.file == path) else {
        return Ok(texts);
    };
    let mut problems = Vec::new();
    for (key, says) in words_of(&file.record, wording) {
        let told = |rule, message: &str, fix: &str| Problem::error(rule, &path, key, "", message, fix);
        match texts.get_mut(key) {
            None => problems.push(told(
                "words-key",
                "the site has no text of this key",
                "correct the key, or remove it",
            )),
            Some(text) => match interface::fault_of_words(text, says) {
                Some((message, fix)) => problems.push(told("words-text", message, fix)),
                None => text.clone_from(says),
            },
        }
    }
    if problems.is_empty() { Ok(texts) } else { Err(problems) }
}

/// Checks that each file is named after a language, that no word judges, and that each language that the record can be
/// read in has its own word for all that the first one has.
pub(super) fn check(dataset: &Dataset, parsed: &Parsed, problems: &mut Vec<Problem>) {
    for file in &parsed.words {
        let told =
            |rule, key: &str, message: String, fix: &str| Problem::error(rule, &file.file, key, "", message, fix);
        let language = language_of(file);
        if language.is_none() {
            problems.push(told(
                "words-language",
                "",
                "the file is named after no language".to_owned(),
                "name it after a language of the site: en.json",
            ));
        }
        if language == Some(Language::FIRST) {
            for (key, says) in all_of(&file.record) {
                if let Some((word, instead)) = wording::judging_word(says) {
                    problems.push(told("wording", key, format!("\"{word}\" judges"), instead));
                }
            }
        }
    }
    let of = |language| parsed.words.iter().find(|file| language_of(file) == Some(language));
    let Some(first) = of(Language::FIRST) else {
        return;
    };
    let others = dataset
        .languages
        .iter()
        .filter(|language| **language != Language::FIRST);
    for &language in others {
        for (key, _) in all_of(&first.record) {
            if !of(language).is_some_and(|file| all_of(&file.record).any(|(other, _)| other == key)) {
                problems.push(Problem::error(
                    "words-missing",
                    &path_of(language),
                    key,
                    "",
                    format!("{} says this in its own way", first.file),
                    "say it in this language too: the record can be read in it",
                ));
            }
        }
    }
}

fn path_of(language: Language) -> String {
    ["words/", language.word(), ".json"].concat()
}

fn language_of(file: &Located<WordsFile>) -> Option<Language> {
    Language::from_word(file.file.trim_start_matches("words/").trim_end_matches(".json"))
}

fn words_of(file: &WordsFile, wording: Wording) -> &BTreeMap<String, String> {
    match wording {
        Wording::Interface => &file.interface,
        Wording::Documents => &file.documents,
    }
}

fn all_of(file: &WordsFile) -> impl Iterator<Item = (&String, &String)> {
    file.interface.iter().chain(&file.documents)
}
