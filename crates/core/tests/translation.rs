//! A record in another language: each fault of a translation is told with its place and its fix, and a sound one says all
//! that the record says.

#[cfg(test)]
mod common;

use std::fmt::Write as _;

use timeline_core::{
    bundle::Unreadable,
    load::{DataFile, Problem, bundle, load, texts, translated},
    model::{Dataset, Language},
    translation::{Texts, visit},
};

const FILE: &str = "translations/es.json";
const INTERFACE: (&str, &str) = (
    r#"{"a": "Days: {n}", "b": "Title"}"#,
    r#"{"b": "Título", "a": "Días: {n}"}"#,
);

/// The small dataset with its translation, of which `from` is replaced by `to`.
fn small(from: &str, to: &str) -> Vec<DataFile> {
    let text = include_str!("fixtures/small-in-spanish.json");
    assert!(text.contains(from), "{from}");
    let mut files = common::small();
    files.push(DataFile {
        path: FILE.to_owned(),
        text: text.replacen(from, to, 1),
    });
    files
}

/// A change of a sound translation, and the rule that it breaks.
const CHANGES: &[(&str, &str, &str)] = &[
    ("translation-language", "\"language\": \"es\"", "\"language\": \"de\""),
    ("translation-language", "\"language\": \"es\"", "\"language\": \"en\""),
    (
        "translation-extra",
        "\"claims/claim-1/origin\"",
        "\"claims/claim-1/begin\"",
    ),
    ("translation-stale", "\"of\": \"Nobody else\"", "\"of\": \"Nobody\""),
    ("translation-form", "\"says\": \"Es: Nobody else\"", "\"says\": \"\""),
    (
        "translation-form",
        "\"says\": \"Es: Nobody else\"",
        "\"says\": \" Nadie más\"",
    ),
    (
        "translation-same",
        "\"says\": \"Es: Steps are averages over a month.\"",
        "\"says\": \"Steps are averages over a month.\"",
    ),
    (
        "translation-placeholder",
        "\"says\": \"Es: Nobody else\"",
        "\"says\": \"Nadie {más}\"",
    ),
    ("form-field", "\"says\": \"Es: Nobody else\"", "\"say\": \"Nadie más\""),
];

#[test]
fn each_fault_is_told_with_its_place_and_its_fix() {
    assert_eq!(load(&small("", "")).problems, []);
    let mut told = String::new();
    for (rule, from, to) in CHANGES {
        let loaded = load(&small(from, to));
        assert!(
            loaded.problems.iter().any(|problem| problem.rule == *rule),
            "{rule}: {:?}",
            loaded.problems
        );
        assert!(!loaded.is_sound(), "{rule}");
        writeln!(told, "## {rule}").unwrap();
        for problem in &loaded.problems {
            writeln!(told, "{problem}").unwrap();
        }
        told.push('\n');
    }
    insta::assert_snapshot!(told);
}

#[test]
fn a_text_of_the_record_that_changes_makes_its_translation_stale() {
    let mut files = small("", "");
    for file in &mut files {
        if file.path != FILE {
            file.text = file.text.replace("Nobody else", "Nobody but the Herald");
        }
    }
    let problems = load(&files).problems;
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(lines.len(), 1, "{lines:#?}");
    assert!(
        lines[0].contains("claims/claim-1/agreement > of: the record now says “Nobody but the Herald”"),
        "{lines:#?}"
    );
}

#[test]
fn a_translation_is_named_after_its_language_and_is_not_of_the_first() {
    for (path, language) in [("translations/de.json", "es"), ("translations/en.json", "en")] {
        let mut files = small("\"language\": \"es\"", &format!("\"language\": \"{language}\""));
        for file in files.iter_mut().filter(|file| file.path == FILE) {
            path.clone_into(&mut file.path);
        }
        let problems = load(&files).problems;
        let told: Vec<_> = problems.iter().map(|problem| (problem.rule, &*problem.file)).collect();
        assert_eq!(told, [("translation-language", path)]);
    }
}

fn spanish(files: &[DataFile]) -> Result<String, Vec<Problem>> {
    texts(
        files,
        Language::Spanish,
        ("en.json", INTERFACE.0),
        ("es.json", INTERFACE.1),
    )
}

fn all_texts(dataset: &mut Dataset) -> Vec<(String, String)> {
    let mut all = Vec::new();
    visit(dataset, &mut |place, text| {
        all.push((place.to_string(), text.to_string()));
    });
    all
}

#[test]
fn what_is_written_is_read_again_and_says_all_of_the_record() {
    let files = small("", "");
    assert_eq!(translated(&files), [Language::Spanish]);
    let file = spanish(&files).unwrap();
    let read = Texts::read(&file, 2).unwrap();
    let texts = read.interface.len() + read.record.len();
    assert_eq!(Texts::read(&file, texts).map(|read| read.record.len()), Ok(0));
    assert_eq!(Texts::read(&file, texts + 1).err(), Some(Unreadable::Damaged));
    assert_eq!(
        (read.language, &*read.interface),
        (Language::Spanish, &["Días: {n}", "Título"][..])
    );
    let english = timeline_core::bundle::read(&bundle(&files).unwrap()).unwrap();
    assert_eq!(english.languages, [Language::English, Language::Spanish]);
    let mut other = english.clone();
    read.apply(&mut other).unwrap();
    let pairs = all_texts(&mut english.clone()).into_iter().zip(all_texts(&mut other));
    let mut count = 0;
    for ((place, of), (_, says)) in pairs.filter(|((_, of), _)| !of.is_empty()) {
        let is_name = ["publisher", "outlet", "agency-short", "short-title"]
            .iter()
            .any(|field| place.ends_with(field));
        assert!(
            says == format!("Es: {of}") || (is_name && says == of),
            "{place}: {says}"
        );
        count += 1;
    }
    assert!(count > 50, "{count}");
    for (tenure, original) in other.tenures.iter().zip(&english.tenures) {
        assert_eq!(tenure.original_title.as_ref(), Some(&original.title));
        assert_eq!((&tenure.id, tenure.start), (&original.id, original.start));
    }
}

#[test]
fn texts_of_another_program_or_dataset_are_refused() {
    let files = small("", "");
    let file = spanish(&files).unwrap();
    assert!(Texts::read("<!doctype html>", 2).is_err());
    assert!(Texts::read(&file.replace("1 es", "1 xx"), 2).is_err());
    let mut dataset = load(&files).dataset.unwrap();
    assert!(Texts::read(&file, 3).unwrap().apply(&mut dataset.clone()).is_err());
    dataset.people.pop();
    assert!(Texts::read(&file, 2).unwrap().apply(&mut dataset).is_err());
}

#[test]
fn the_real_record_is_translated_whole() {
    let files = common::folder("data");
    let locales = |name: &str| {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../locales")
            .join(name);
        std::fs::read_to_string(path).unwrap()
    };
    for language in translated(&files) {
        let name = format!("{}.json", language.word());
        texts(
            &files,
            language,
            ("en.json", &locales("en.json")),
            (&name, &locales(&name)),
        )
        .unwrap();
    }
    assert_eq!(translated(&files), [Language::Spanish]);
}
