//! From the data files to the model: every problem is collected, none stops the others.
//!
//! The caller reads the files; this module knows no file system.

mod archives;
mod corrections;
mod facts;
mod form;
mod interface;
mod json;
mod kept;
mod pages;
mod parse;
mod private;
mod problem;
mod release;
mod report;
mod resolve;
mod rule_names;
mod rules;
#[cfg(feature = "schema")]
mod schema;
mod series;
mod slug;
mod translation;
mod wording;
mod words;

pub use archives::{Archive, DIGESTS, RELEASES, archives};
pub use corrections::{CORRECTIONS, RELEASED, sha256};
pub use facts::{Change, Facts, facts};
pub use form::canonical;
pub use interface::{by_key, read as interface};
pub use pages::pages;
pub use problem::{Problem, Severity};
pub use release::{Said, corrected, difference, release, since_release};
pub use report::{ReportPart, ReportRow, report, report_parts};
pub use rule_names::{RULES, rule_table};
#[cfg(feature = "schema")]
pub use schema::schemas;
pub use slug::{is_slug, nearest};
pub use translation::{texts, translated};
pub use words::{Wording, worded};

use crate::{bundle, model::Dataset};

/// The file that says what the dataset is about.
pub const PACKAGE: &str = "datapackage.json";

/// A data file: its path from the data folder, with `/`, and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// For example `tenures/some-office.json`.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// What came of loading.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The dataset; `None` when an error stands in its way.
    pub dataset: Option<Dataset>,
    /// Every problem, errors first, by place.
    pub problems: Vec<Problem>,
}

impl Loaded {
    /// Whether there is no error (warnings may be).
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.dataset.is_some()
    }
}

/// Reads and checks a folder of data files.
#[must_use]
pub fn load(files: &[DataFile]) -> Loaded {
    let mut problems = Vec::new();
    form::check(files, &mut problems);
    let read = parse::read_files(files, &mut problems);
    let parsed = parse::parse(&read, &mut problems);
    let mut dataset = resolve::resolve(&parsed, &mut problems);
    if let Some(dataset) = &mut dataset {
        rules::check(dataset, &parsed, &mut problems);
        translation::check(dataset, &parsed, &mut problems);
        pages::check(dataset, &parsed, &mut problems);
        words::check(dataset, &parsed, &mut problems);
        corrections::check(files, &read, &parsed, &mut problems);
    }
    problems.sort();
    problems.dedup();
    let broken = problems.iter().any(|problem| problem.severity == Severity::Error);
    Loaded {
        dataset: dataset.filter(|_| !broken),
        problems,
    }
}

/// The bytes to embed in the browser program: the dataset without what its page does not draw.
///
/// # Errors
/// Every error of the files.
pub fn bundle(files: &[DataFile]) -> Result<Vec<u8>, Vec<Problem>> {
    bundle::write(&bundled(files)?).map_err(|error| {
        vec![Problem::error(
            "bundle",
            "datapackage.json",
            "",
            "",
            error.to_string(),
            "report this as a fault of the program",
        )]
    })
}

/// The dataset without what the page does not draw.
fn bundled(files: &[DataFile]) -> Result<Dataset, Vec<Problem>> {
    let loaded = load(files);
    let Some(mut dataset) = loaded.dataset else {
        return Err(loaded.problems);
    };
    let drawn: Vec<u8> = dataset
        .figures
        .iter()
        .flat_map(|figure| figure.parts.iter().map(|part| part.series))
        .collect();
    for (position, series) in (0_u8..).zip(&mut dataset.series) {
        if !drawn.contains(&position) {
            series.points.clear();
        }
        series.origins.clear();
        series.checks = Box::default();
        series.description_processing = Box::default();
    }
    Ok(dataset)
}
