//! The texts of each language that a record is translated into, checked against those of the first.

use std::path::Path;

use timeline_core::{
    load::{DataFile, Problem, Wording, interface, texts, translated, worded},
    model::Language,
};

use crate::{
    arguments::Arguments,
    data::read_files,
    files::{below, read_text},
    outcome::{Failure, Outcome},
    tools::Project,
};

/// The folder with the texts of the interface.
const LOCALES: &str = "locales";
/// The folder in it with the texts of the pages without scripts, which no browser program holds.
const DOCUMENTS: &str = "documents/";

/// `cargo xtask i18n`.
pub(crate) fn task(project: &Project, words: Vec<String>) -> Outcome {
    let arguments = Arguments::read(words, &["--data"], &[], 1)?;
    let folder = arguments.path("--data")?.unwrap_or_else(|| project.path("data"));
    match arguments.word() {
        Some("check") => check(project, &folder),
        _ => Err("say what to do: `cargo xtask i18n check`".into()),
    }
}

/// Prints every problem of every language; fails when there is one.
pub(crate) fn check(project: &Project, folder: &Path) -> Outcome {
    let found = texts_of(project, folder)?;
    for language in Language::ALL.iter().filter(|language| **language != Language::FIRST) {
        if !found.iter().any(|(one, _)| one == language) {
            println!(
                "{}: the record has no translations/{}.json",
                language.word(),
                language.word()
            );
        }
    }
    for (language, texts) in found {
        let count = texts.split('\u{1f}').skip(1).filter(|text| !text.is_empty()).count();
        println!("{}: {count} texts of the interface and of the record", language.word());
    }
    Ok(())
}

/// The languages of a data folder, and the file with the texts of each.
pub(crate) fn texts_of(project: &Project, folder: &Path) -> Outcome<Vec<(Language, String)>> {
    let files = read_files(folder)?;
    let first = (name_of(Language::FIRST), locale(project, Language::FIRST)?);
    let mut found = Vec::new();
    let mut problems: Vec<Problem> = Vec::new();
    for language in translated(&files) {
        let name = name_of(language);
        match texts(
            &files,
            language,
            (&first.0, &first.1),
            (&name, &locale(project, language)?),
        ) {
            Ok(texts) => found.push((language, texts)),
            Err(more) => problems.extend(more),
        }
        problems.extend(of_documents(project, &files, language)?);
    }
    let of_record = worded(&files, Language::FIRST, Wording::Interface, (&first.0, &first.1));
    problems.extend(of_record.err().unwrap_or_default());
    problems.extend(of_documents(project, &files, Language::FIRST)?);
    problems.sort();
    problems.dedup();
    for file in below(&project.path(LOCALES))? {
        let word = file.trim_start_matches(DOCUMENTS).trim_end_matches(".json");
        if Language::from_word(word).is_none() {
            return Err(format!("{LOCALES}/{file}: no language of this name; add a variant to `Language`").into());
        }
    }
    for problem in &problems {
        println!("{problem}");
    }
    if problems.is_empty() {
        Ok(found)
    } else {
        Err(Failure::Told)
    }
}

/// What is wrong with the texts of the pages without scripts.
fn of_documents(project: &Project, files: &[DataFile], language: Language) -> Outcome<Vec<Problem>> {
    let name = |language: Language| format!("{LOCALES}/{DOCUMENTS}{}.json", language.word());
    let texts = |language| -> Outcome<_> {
        let text = read_text(&project.path(&name(language)))?;
        Ok(worded(files, language, Wording::Documents, (&name(language), &text)))
    };
    Ok(match (texts(Language::FIRST)?, texts(language)?) {
        (Ok(first), Ok(other)) => interface(&first, &name(language), &other).err().unwrap_or_default(),
        (_, Err(problems)) | (Err(problems), Ok(_)) => problems,
    })
}

fn name_of(language: Language) -> String {
    format!("{LOCALES}/{}.json", language.word())
}

fn locale(project: &Project, language: Language) -> Outcome<String> {
    read_text(&project.path(&name_of(language)))
}
