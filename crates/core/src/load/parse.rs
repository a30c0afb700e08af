//! From text to wire records, each with its place; a record that cannot be read is told and left out.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{DataFile, Problem, json};
use crate::wire;

/// What a file holds, by its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    Package,
    People,
    Offices,
    Tenures,
    Events,
    Sources,
    Terms,
    Claims,
    Figures,
    Reports,
    Story,
    Map,
    Series,
    Points,
    Translation,
    Pages,
    Words,
    Corrections,
    Released,
}

/// What a path holds; `None` for a path that the data folder does not have.
pub(super) fn kind_of(path: &str) -> Option<FileKind> {
    match path {
        "datapackage.json" => return Some(FileKind::Package),
        "people.json" => return Some(FileKind::People),
        "offices.json" => return Some(FileKind::Offices),
        "terms.json" => return Some(FileKind::Terms),
        "claims.json" => return Some(FileKind::Claims),
        "figures.json" => return Some(FileKind::Figures),
        "reports.json" => return Some(FileKind::Reports),
        "story.json" => return Some(FileKind::Story),
        "map.json" => return Some(FileKind::Map),
        "corrections.json" => return Some(FileKind::Corrections),
        "released.json" => return Some(FileKind::Released),
        _ => {}
    }
    let (folder, rest) = path.split_once('/')?;
    match (folder, rest.split_once('/')) {
        ("tenures", None) if rest.strip_suffix(".json").is_some() => Some(FileKind::Tenures),
        ("events", None) if rest.strip_suffix(".json").is_some() => Some(FileKind::Events),
        ("sources", None) if rest.strip_suffix(".json").is_some() => Some(FileKind::Sources),
        ("translations", None) if rest.strip_suffix(".json").is_some() => Some(FileKind::Translation),
        ("pages", None) if rest.strip_suffix(".json").is_some() => Some(FileKind::Pages),
        ("words", None) if rest.strip_suffix(".json").is_some() => Some(FileKind::Words),
        ("series", Some((_, "meta.json"))) => Some(FileKind::Series),
        ("series", Some((_, "data.csv"))) => Some(FileKind::Points),
        _ => None,
    }
}

pub(super) fn unexpected_path(path: &str) -> Problem {
    Problem::error(
        "form-path",
        path,
        "",
        "",
        "no file of this name belongs in the data folder",
        "use datapackage.json, people.json, offices.json, terms.json, claims.json, figures.json, reports.json, story.json, map.json, corrections.json, released.json, tenures/OFFICE.json, events/YEAR.json, sources/YEAR.json, translations/LANGUAGE.json, pages/LANGUAGE.json, words/LANGUAGE.json or series/ID/meta.json with data.csv",
    )
}

/// A record with the file that it is in.
#[derive(Clone, Debug)]
pub(super) struct Located<T> {
    pub(super) file: String,
    pub(super) record: T,
}

/// Every record of the data files.
#[derive(Clone, Debug, Default)]
pub(super) struct Parsed {
    pub(super) package: Option<wire::DataPackage>,
    pub(super) people: Vec<Located<wire::Person>>,
    pub(super) offices: Vec<Located<wire::Office>>,
    /// With the office that the file names.
    pub(super) tenures: Vec<Located<(String, wire::Tenure)>>,
    pub(super) events: Vec<Located<wire::Event>>,
    pub(super) sources: Vec<Located<wire::Source>>,
    pub(super) terms: Vec<Located<wire::Term>>,
    pub(super) claims: Vec<Located<wire::Claim>>,
    pub(super) figures: Vec<Located<wire::SeriesFigure>>,
    pub(super) survival: Vec<Located<wire::SurvivalGroup>>,
    pub(super) reports: Vec<Located<wire::Report>>,
    pub(super) story: Vec<Located<wire::StoryStep>>,
    pub(super) map: Option<wire::MapFile>,
    pub(super) series: Vec<Located<wire::Series>>,
    pub(super) translations: Vec<Located<wire::TranslationFile>>,
    pub(super) pages: Vec<Located<wire::PagesFile>>,
    pub(super) words: Vec<Located<wire::WordsFile>>,
    pub(super) corrections: Vec<Located<wire::Correction>>,
    pub(super) released: Option<wire::ReleasedFile>,
    /// The text of each `data.csv`.
    pub(super) points: Vec<Located<String>>,
}

/// A data file, and what it says as JSON: `None` when it says nothing, or is no JSON.
#[derive(Clone, Debug)]
pub(super) struct ReadFile<'a> {
    pub(super) file: &'a DataFile,
    pub(super) kind: FileKind,
    pub(super) value: Option<Value>,
}

/// Reads each file as JSON, once; a file of another name, or that is no JSON, is told.
pub(super) fn read_files<'a>(files: &'a [DataFile], problems: &mut Vec<Problem>) -> Vec<ReadFile<'a>> {
    let mut read = Vec::new();
    for file in files {
        let Some(kind) = kind_of(&file.path) else {
            problems.push(unexpected_path(&file.path));
            continue;
        };
        let value = if kind == FileKind::Points {
            None
        } else {
            json_of(file, problems)
        };
        read.push(ReadFile { file, kind, value });
    }
    read
}

fn json_of(file: &DataFile, problems: &mut Vec<Problem>) -> Option<Value> {
    json::read(&file.text)
        .map_err(|error| {
            problems.push(Problem::error(
                "form-json",
                &file.path,
                "",
                "",
                format!("not JSON: {error}"),
                "mend the file at that line and column",
            ));
        })
        .ok()
}

/// What can be read of the files.
pub(super) fn parse_files(files: &[DataFile]) -> Parsed {
    let mut problems = Vec::new();
    parse(&read_files(files, &mut problems), &mut problems)
}

pub(super) fn parse(files: &[ReadFile], problems: &mut Vec<Problem>) -> Parsed {
    let mut parsed = Parsed::default();
    for ReadFile { file, kind, value } in files {
        match value {
            Some(value) => read_file(*kind, &file.path, value, &mut parsed, problems),
            None if *kind == FileKind::Points => parsed.points.push(Located {
                file: file.path.clone(),
                record: file.text.clone(),
            }),
            None => {}
        }
    }
    if parsed.package.is_none() && !files.iter().any(|read| read.kind == FileKind::Package) {
        problems.push(Problem::error(
            "form-path",
            "datapackage.json",
            "",
            "",
            "the file is missing",
            "add it: it names the dataset, its version, its as_of day and what the site is about",
        ));
    }
    // The dataset's order: by office, and then as the files have them.
    let Parsed { offices, tenures, .. } = &mut parsed;
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, office) in offices.iter().enumerate() {
        places.entry(&office.record.id).or_insert(place);
    }
    tenures.sort_by_cached_key(|row| places.get(&*row.record.0).copied());
    parsed
}

fn read_file(kind: FileKind, file: &str, value: &Value, parsed: &mut Parsed, problems: &mut Vec<Problem>) {
    match kind {
        FileKind::Package => parsed.package = read(file, "", value, problems),
        FileKind::Series => {
            let id = id_of(value);
            parsed
                .series
                .extend(read(file, &id, value, problems).map(|record| located(file, record)));
        }
        FileKind::Tenures => {
            let office = value
                .get("office")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned();
            let stem = file.trim_start_matches("tenures/").trim_end_matches(".json");
            if office != stem {
                problems.push(Problem::error(
                    "form-path",
                    file,
                    "",
                    "office",
                    format!("\"{office}\" is not the file's name"),
                    format!("write \"{stem}\", or rename the file"),
                ));
            }
            let rows = records(file, value, "tenures", &["$schema", "office"], problems);
            parsed
                .tenures
                .extend(rows.into_iter().map(|row| located(file, (office.clone(), row))));
        }
        FileKind::People => parsed.people.extend(plain(file, value, "people", problems)),
        FileKind::Offices => parsed.offices.extend(plain(file, value, "offices", problems)),
        FileKind::Events => parsed.events.extend(plain(file, value, "events", problems)),
        FileKind::Sources => parsed.sources.extend(plain(file, value, "sources", problems)),
        FileKind::Terms => parsed.terms.extend(plain(file, value, "terms", problems)),
        FileKind::Claims => parsed.claims.extend(plain(file, value, "claims", problems)),
        FileKind::Reports => parsed.reports.extend(plain(file, value, "reports", problems)),
        FileKind::Story => parsed.story.extend(plain(file, value, "steps", problems)),
        FileKind::Corrections => parsed.corrections.extend(plain(file, value, "corrections", problems)),
        FileKind::Released => parsed.released = read(file, "", value, problems),
        FileKind::Map => parsed.map = read(file, "", value, problems),
        FileKind::Translation => {
            let read = read::<wire::TranslationFile>(file, "", value, problems);
            parsed.translations.extend(read.map(|record| located(file, record)));
        }
        FileKind::Pages => {
            let read = read::<wire::PagesFile>(file, "", value, problems);
            parsed.pages.extend(read.map(|record| located(file, record)));
        }
        FileKind::Words => {
            let read = read::<wire::WordsFile>(file, "", value, problems);
            parsed.words.extend(read.map(|record| located(file, record)));
        }
        FileKind::Figures => {
            if let Some(read) = read::<wire::FiguresFile>(file, "", value, problems) {
                let wire::FiguresFile { figures, survival, .. } = read;
                parsed
                    .figures
                    .extend(figures.into_iter().map(|record| located(file, record)));
                parsed
                    .survival
                    .extend(survival.into_iter().map(|record| located(file, record)));
            }
        }
        FileKind::Points => {}
    }
}

fn located<T>(file: &str, record: T) -> Located<T> {
    Located {
        file: file.to_owned(),
        record,
    }
}

fn plain<T: DeserializeOwned>(file: &str, value: &Value, key: &str, problems: &mut Vec<Problem>) -> Vec<Located<T>> {
    records(file, value, key, &["$schema"], problems)
        .into_iter()
        .map(|record| located(file, record))
        .collect()
}

/// The records under `key`; other fields than `also` are told.
fn records<T: DeserializeOwned>(
    file: &str,
    value: &Value,
    key: &str,
    also: &[&str],
    problems: &mut Vec<Problem>,
) -> Vec<T> {
    let Value::Object(fields) = value else {
        problems.push(Problem::error(
            "form-shape",
            file,
            "",
            "",
            "the file is not an object",
            format!("write {{\"{key}\": [...]}}"),
        ));
        return Vec::new();
    };
    let is_unknown = |field: &&String| *field != key && !also.contains(&field.as_str());
    for field in fields.keys().filter(is_unknown) {
        problems.push(Problem::error(
            "form-field",
            file,
            "",
            field,
            "unknown field",
            format!("remove it, or put it into a record of \"{key}\""),
        ));
    }
    let Some(Value::Array(rows)) = fields.get(key) else {
        problems.push(Problem::error(
            "form-shape",
            file,
            "",
            key,
            "the list of records is missing",
            format!("write {{\"{key}\": [...]}}"),
        ));
        return Vec::new();
    };
    rows.iter()
        .enumerate()
        .filter_map(|(position, row)| {
            let mut id = id_of(row);
            if id.is_empty() {
                id = format!("{key}[{position}]");
            }
            read(file, &id, row, problems)
        })
        .collect()
}

fn id_of(value: &Value) -> String {
    value.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn read<T: DeserializeOwned>(file: &str, id: &str, value: &Value, problems: &mut Vec<Problem>) -> Option<T> {
    match serde_path_to_error::deserialize(value) {
        Ok(record) => Some(record),
        Err(error) => {
            let path = error.path().to_string();
            let message = error.inner().to_string();
            let field = if path == "." { String::new() } else { path };
            problems.push(Problem::error(
                "form-field",
                file,
                id,
                &field,
                &message,
                fix_of(&field, &message),
            ));
            None
        }
    }
}

/// How to mend a record that does not have the shape of its type.
fn fix_of(field: &str, message: &str) -> String {
    if field == "end" {
        return "write exactly one of {\"on\": DATE, \"reason\": WORD}, {\"ongoing_as_of\": DAY}, {\"unknown_after\": DATE}; never null".to_owned();
    }
    if field == "start" {
        return "write a date such as \"2017-01-30\", \"2017-01\" or \"2017\", or {\"in_post_by\": DATE} for a first sighting".to_owned();
    }
    if message.starts_with("unknown field") {
        return "remove the field, or correct its spelling; the record's fields are listed in the message and in schema/".to_owned();
    }
    if message.starts_with("missing field") {
        return "add the field; templates/ has an example of every record".to_owned();
    }
    if message.starts_with("unknown variant") {
        return "use one of the words that the message lists".to_owned();
    }
    "give the field the type that schema/ says".to_owned()
}
