//! Form: text that is normal, and the canonical bytes of a file.

use std::borrow::Cow;

use serde::{Serialize, de::DeserializeOwned};
use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{
    DataFile, Problem, json,
    parse::{FileKind, kind_of},
};
use crate::wire;

/// Checks every file's text: NFC, no control or direction characters.
pub(super) fn check(files: &[DataFile], problems: &mut Vec<Problem>) {
    for file in files {
        if !file.text.is_ascii() && !is_nfc(&file.text) {
            problems.push(Problem::error(
                "form-nfc",
                &file.path,
                "",
                "",
                "the text is not in Unicode normal form C",
                "run `cargo xtask data fmt`",
            ));
        }
        for (row, line) in file.text.lines().enumerate() {
            if let Some(letter) = line.chars().find(|&letter| is_forbidden(letter)) {
                problems.push(Problem::error(
                    "form-characters",
                    &file.path,
                    "",
                    "",
                    format!(
                        "line {} holds the invisible character U+{:04X}",
                        row + 1,
                        u32::from(letter)
                    ),
                    "delete it: control and direction characters can make text read as what it is not",
                ));
            }
        }
        // Without a backslash there is nothing to look for.
        let lower = if file.text.contains('\\') {
            file.text.to_lowercase()
        } else {
            String::new()
        };
        for escape in ["\\u202", "\\u206", "\\u200", "\\u000", "\\u001"] {
            if lower.contains(escape) {
                problems.push(Problem::error(
                    "form-characters",
                    &file.path,
                    "",
                    "",
                    format!("an escaped invisible character (`{escape}…`)"),
                    "delete it",
                ));
            }
        }
    }
}

fn is_forbidden(letter: char) -> bool {
    (letter.is_control() && letter != '\t')
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The canonical text of a JSON data file: the fields in the order of the record, two spaces,
/// Unicode in normal form C, nothing empty.
///
/// # Errors
/// When the file cannot be read as what its path says.
pub fn canonical(path: &str, text: &str) -> Result<String, Problem> {
    let text: Cow<str> = if text.is_ascii() {
        text.into()
    } else {
        text.nfc().collect()
    };
    let Some(kind) = kind_of(path) else {
        return Err(super::parse::unexpected_path(path));
    };
    match kind {
        FileKind::Package => rewrite::<wire::DataPackage>(path, &text),
        FileKind::People => rewrite::<wire::PeopleFile>(path, &text),
        FileKind::Offices => rewrite::<wire::OfficesFile>(path, &text),
        FileKind::Tenures => rewrite::<wire::TenuresFile>(path, &text),
        FileKind::Events => rewrite::<wire::EventsFile>(path, &text),
        FileKind::Sources => rewrite::<wire::SourcesFile>(path, &text),
        FileKind::Terms => rewrite::<wire::TermsFile>(path, &text),
        FileKind::Claims => rewrite::<wire::ClaimsFile>(path, &text),
        FileKind::Figures => rewrite::<wire::FiguresFile>(path, &text),
        FileKind::Reports => rewrite::<wire::ReportsFile>(path, &text),
        FileKind::Story => rewrite::<wire::StoryFile>(path, &text),
        FileKind::Map => rewrite::<wire::MapFile>(path, &text),
        FileKind::Series => rewrite::<wire::Series>(path, &text),
        FileKind::Translation => rewrite::<wire::TranslationFile>(path, &text),
        FileKind::Pages => rewrite::<wire::PagesFile>(path, &text),
        FileKind::Words => rewrite::<wire::WordsFile>(path, &text),
        FileKind::Corrections => rewrite::<wire::CorrectionsFile>(path, &text),
        FileKind::Released => rewrite::<wire::ReleasedFile>(path, &text),
        FileKind::Points => Ok(text.into_owned()),
    }
}

fn rewrite<T: Serialize + DeserializeOwned>(path: &str, text: &str) -> Result<String, Problem> {
    let broken = |error: serde_json::Error| {
        Problem::error(
            "form-json",
            path,
            "",
            "",
            error.to_string(),
            "mend the file; `cargo xtask data check` tells every place",
        )
    };
    json::read(text).map_err(broken)?;
    let value: T = serde_json::from_str(text).map_err(broken)?;
    written(&value).map_err(broken)
}

/// A value as the text of a file.
pub(super) fn written(value: &impl Serialize) -> serde_json::Result<String> {
    Ok(serde_json::to_string_pretty(value)? + "\n")
}
