//! What the record holds and where it is thin: told, never a failure.

use std::fmt::Write as _;

use super::{DataFile, Problem, load, parse::parse_files};
use crate::{
    model::{Dataset, End, Tenure},
    query::thin::{Spot, Thin, spots},
};

/// Counts, and where the record is thin; several lines without a last line break.
#[must_use]
pub fn report(dataset: &Dataset) -> String {
    let count = |list: usize, what: &str| format!("{list} {what}");
    let mut text = [
        count(dataset.people.len(), "people"),
        count(dataset.tenures.len(), "tenures"),
        count(dataset.events.len(), "events"),
        count(dataset.sources.len(), "sources"),
        count(dataset.series.len(), "series"),
        count(dataset.terms.len(), "terms"),
        count(dataset.claims.len(), "claims"),
        count(dataset.offices.len(), "offices"),
        format!("{} ids moved", dataset.moved.len()),
    ]
    .join(", ");
    let _ = write!(text, "\nas of {}", dataset.as_of);
    for thin in Thin::ALL {
        let _ = write!(text, "\n{}: {}", title(thin), spots(dataset, thin).len());
    }
    text.push_str("\n`cargo xtask data report` lists each with its file");
    text
}

/// A part of the report: why its records are thin, and which they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportPart {
    /// Why, as a word for programs.
    pub word: &'static str,
    /// Why, in words.
    pub title: &'static str,
    /// The records.
    pub rows: Vec<ReportRow>,
}

/// A record that is thin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRow {
    /// Its file, from the data folder.
    pub file: String,
    /// Its id.
    pub record: String,
    /// What there is to know of it.
    pub says: String,
}

/// Every part of the report, each record with its file.
///
/// # Errors
/// Every problem of files that are not sound.
pub fn report_parts(files: &[DataFile]) -> Result<Vec<ReportPart>, Vec<Problem>> {
    let loaded = load(files);
    let Some(dataset) = loaded.dataset else {
        return Err(loaded.problems);
    };
    let parsed = parse_files(files);
    let file_of = |spot: Spot| match spot {
        Spot::Unheld(ix, _) => parsed.offices.get(ix.position()).map(|row| &row.file),
        Spot::Tenure(ix) => parsed.tenures.get(ix.position()).map(|row| &row.file),
        Spot::Event(ix) => parsed.events.get(ix.position()).map(|row| &row.file),
        Spot::Source(ix) => parsed.sources.get(ix.position()).map(|row| &row.file),
    };
    let row = |thin: Thin, spot: Spot| ReportRow {
        file: file_of(spot).cloned().unwrap_or_default(),
        record: id_of(&dataset, spot).to_owned(),
        says: says(&dataset, thin, spot),
    };
    let parts = Thin::ALL.into_iter().map(|thin| ReportPart {
        word: thin.word(),
        title: title(thin),
        rows: spots(&dataset, thin).into_iter().map(|spot| row(thin, spot)).collect(),
    });
    Ok(parts.collect())
}

fn title(thin: Thin) -> &'static str {
    match thin {
        Thin::Vacant => "vacancies: nobody held the post",
        Thin::Unfound => "who held the post was not found",
        Thin::SingleSource => "tenures with a single source",
        Thin::LowConfidence => "tenures of low confidence",
        Thin::Disputed => "tenures with disputes",
        Thin::StartUnknown => "tenures whose start was not found",
        Thin::EndUnknown => "tenures whose end was not found",
        Thin::Stale => "holders not seen in office for long",
        Thin::PlannedPast => "planned, its day has passed, and nothing follows it up",
        Thin::Unarchived => "sources without an archived copy",
    }
}

fn id_of(dataset: &Dataset, spot: Spot) -> &str {
    match spot {
        Spot::Unheld(ix, _) => &dataset.office(ix).id,
        Spot::Tenure(ix) => &dataset.tenure(ix).id,
        Spot::Event(ix) => &dataset.event(ix).id,
        Spot::Source(ix) => &dataset.source(ix).id,
    }
}

fn says(dataset: &Dataset, thin: Thin, spot: Spot) -> String {
    match spot {
        Spot::Unheld(_, range) => format!("{} to {}, {} days", range.from, range.to, range.len_days()),
        Spot::Tenure(ix) => of_tenure(dataset, thin, dataset.tenure(ix)),
        Spot::Event(ix) => {
            let event = dataset.event(ix);
            format!("{}: {}", event.date, event.headline)
        }
        Spot::Source(ix) => dataset.source(ix).url.to_string(),
    }
}

fn of_tenure(dataset: &Dataset, thin: Thin, tenure: &Tenure) -> String {
    let name = &dataset.person(tenure.person).name;
    let about = match (thin, tenure.end) {
        (Thin::Stale, End::OngoingAsOf(seen)) => {
            format!("last seen {seen}, {} days before as_of", seen.days_until(dataset.as_of))
        }
        (Thin::EndUnknown, End::UnknownAfter(seen)) => format!("last seen {seen}"),
        (Thin::StartUnknown, _) => format!("first seen {}", tenure.start.date()),
        (Thin::Disputed, _) => {
            let also = tenure.disputes.iter();
            let also = also.map(|dispute| format!("{} is also said to be {}", dispute.field.word(), dispute.value));
            also.collect::<Vec<_>>().join("; ")
        }
        _ => {
            let ids = tenure.sources.iter().map(|&ix| &*dataset.source(ix).id);
            format!("rests on {}", ids.collect::<Vec<_>>().join(", "))
        }
    };
    format!("{name}: {about}")
}
