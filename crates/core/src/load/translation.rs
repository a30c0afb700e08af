//! Translations: that each says all of the record, of the record as it is, and nothing else; and the texts that pages
//! of another language need.

use std::collections::BTreeMap;

use super::{
    DataFile, Problem, bundled, interface,
    parse::{Located, Parsed, parse_files},
    words::{Wording, worded},
};
use crate::{
    model::{Dataset, Language},
    translation::{Place, Texts, visit},
    wire::{TranslatedText, TranslationFile},
};

/// From how many words on a text is one that nobody leaves as it is in another language.
const SENTENCE_WORDS: usize = 5;

/// Checks every translation.
pub(super) fn check(dataset: &Dataset, parsed: &Parsed, problems: &mut Vec<Problem>) {
    for file in &parsed.translations {
        check_file(dataset, file, problems);
    }
}

fn check_file(dataset: &Dataset, file: &Located<TranslationFile>, problems: &mut Vec<Problem>) {
    let stem = file.file.trim_start_matches("translations/").trim_end_matches(".json");
    let language = &*file.record.language;
    if language != stem || !is_translated_into(language) {
        problems.push(Problem::error(
            "translation-language",
            &file.file,
            "",
            "language",
            format!("\"{language}\" is not the file's name, or no language that the site is translated into"),
            format!("write one of {}, and name the file after it", words()),
        ));
    }
    let mut missing_in = file.record.texts.clone();
    let mut of_record = dataset.clone();
    visit(&mut of_record, &mut |place, text| {
        if !text.is_empty() {
            let key = place.to_string();
            let translated = missing_in.remove(&key);
            problems.extend(fault(place, text, translated.as_ref()).map(|fault| fault.of(&file.file, &key)));
        }
    });
    for key in missing_in.keys() {
        problems.push(Problem::error(
            "translation-extra",
            &file.file,
            key,
            "",
            "the record has no such text",
            "remove it, or correct its place",
        ));
    }
}

fn is_translated_into(language: &str) -> bool {
    Language::from_word(language).is_some_and(|language| language != Language::FIRST)
}

fn words() -> String {
    let words: Vec<&str> = Language::ALL
        .iter()
        .filter(|language| **language != Language::FIRST)
        .map(|language| language.word())
        .collect();
    words.join(", ")
}

/// What is wrong with the translation of a text.
struct Fault {
    rule: &'static str,
    field: &'static str,
    message: String,
    fix: &'static str,
}

impl Fault {
    fn of(self, file: &str, key: &str) -> Problem {
        Problem::error(self.rule, file, key, self.field, self.message, self.fix)
    }
}

fn fault(place: Place, text: &str, translated: Option<&TranslatedText>) -> Option<Fault> {
    let told = |rule, field, message: String, fix| {
        Some(Fault {
            rule,
            field,
            message,
            fix,
        })
    };
    let Some(TranslatedText { of, says }) = translated else {
        return if place.is_name() {
            None
        } else {
            told(
                "translation-missing",
                "",
                format!("“{text}” is not translated"),
                "add it with `of` (the text of the record) and `says` (the translation)",
            )
        };
    };
    if of != text {
        return told(
            "translation-stale",
            "of",
            format!("the record now says “{text}”, and this is a translation of “{of}”"),
            "translate it anew, and put the text of the record into `of`",
        );
    }
    if says.trim().is_empty() || says.trim() != says {
        return told(
            "translation-form",
            "says",
            "it is empty, or begins or ends with a space".to_owned(),
            "write the translation",
        );
    }
    if interface::placeholders(of) != interface::placeholders(says) {
        return told(
            "translation-placeholder",
            "says",
            "it does not have the same {places} as the text of the record".to_owned(),
            "keep each {place} of the text as it is",
        );
    }
    let is_of_names = place.is_name() || (place.kind, place.field) == ("offices", "area");
    if of == says && !is_of_names && of.split_whitespace().count() >= SENTENCE_WORDS {
        return told(
            "translation-same",
            "says",
            format!("“{text}” is the text of the record itself"),
            "translate it",
        );
    }
    None
}

/// The file with the texts of a language for the pages of a site: those of the interface, and those of the dataset that
/// [`super::bundle`] embeds. `first` and `other` are the files with the texts of the interface, each with its name.
///
/// # Errors
/// Every error of the data files and of the texts.
pub fn texts(
    files: &[DataFile],
    language: Language,
    first: (&str, &str),
    other: (&str, &str),
) -> Result<String, Vec<Problem>> {
    let mut dataset = bundled(files)?;
    let interface = interface::read(
        &worded(files, Language::FIRST, Wording::Interface, first)?,
        other.0,
        &worded(files, language, Wording::Interface, other)?,
    )?;
    let translations = parse_files(files).translations;
    let of_language = |file: &&Located<TranslationFile>| file.record.language == language.word();
    let Some(file) = translations.iter().find(of_language) else {
        return Err(vec![Problem::error(
            "translation-language",
            &format!("translations/{}.json", language.word()),
            "",
            "",
            "the file is missing",
            "add it, or take the language out of `Language`",
        )]);
    };
    let record = in_order(&mut dataset, &file.record.texts);
    let texts = Texts {
        language,
        interface: interface.iter().map(AsRef::as_ref).collect(),
        record: record.iter().map(AsRef::as_ref).collect(),
    };
    Ok(texts.write())
}

/// The languages of the translations among some data files.
#[must_use]
pub fn translated(files: &[DataFile]) -> Vec<Language> {
    let of = |language: &Language| ["translations/", language.word(), ".json"].concat();
    let is_there = |language: &Language| files.iter().any(|file| file.path == of(language));
    Language::ALL.iter().copied().filter(is_there).collect()
}

/// The languages that the record can be read in, the first one first.
pub(super) fn languages(parsed: &Parsed) -> Vec<Language> {
    let has = |language: &Language| {
        let mut files = parsed.translations.iter();
        *language == Language::FIRST || files.any(|file| file.record.language == language.word())
    };
    Language::ALL.iter().copied().filter(has).collect()
}

fn in_order(dataset: &mut Dataset, texts: &BTreeMap<String, TranslatedText>) -> Vec<String> {
    let mut record = Vec::new();
    visit(dataset, &mut |place, text| {
        let translated = texts.get(&place.to_string()).filter(|_| !text.is_empty());
        let other = translated.filter(|translated| *translated.says != **text);
        record.push(other.map(|translated| translated.says.clone()).unwrap_or_default());
    });
    record
}
