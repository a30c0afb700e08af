//! What the record holds and where it is thin: told, never a failure.

use std::fmt::Write as _;

use crate::{
    model::{Confidence, Dataset, End, OfficeKind, Start},
    query::succession::{GapKind, gaps},
};

/// Counts, and where the record is thin; several lines without a last line break.
#[must_use]
pub fn report(dataset: &Dataset) -> String {
    let count = |list: usize, what: &str| format!("{list} {what}");
    let field_offices = dataset
        .offices
        .iter()
        .filter(|office| office.kind == OfficeKind::FieldOffice)
        .count();
    let mut text = [
        count(dataset.people.len(), "people"),
        count(dataset.tenures.len(), "tenures"),
        count(dataset.events.len(), "events"),
        count(dataset.sources.len(), "sources"),
        count(dataset.series.len(), "series"),
        count(dataset.terms.len(), "terms"),
        count(dataset.claims.len(), "claims"),
        format!(
            "{} offices, {field_offices} of them field offices",
            dataset.offices.len()
        ),
        format!("{} ids moved", dataset.moved.len()),
    ]
    .join(", ");
    let _ = write!(text, "\nas of {}", dataset.as_of);
    let since = dataset
        .site
        .presets
        .first()
        .map_or(dataset.as_of, |preset| preset.range.from);
    let mut vacancies = Vec::new();
    for office in dataset.office_ixs() {
        for gap in gaps(dataset, office, since) {
            if gap.kind == GapKind::Vacant {
                vacancies.push(format!(
                    "{} {} to {}",
                    dataset.office(office).id,
                    gap.range.from,
                    gap.range.to
                ));
            }
        }
    }
    let tenures = &dataset.tenures;
    let ids = |list: Vec<&str>| {
        if list.is_empty() {
            "none".to_owned()
        } else {
            list.join(", ")
        }
    };
    let of = |keep: &dyn Fn(&crate::model::Tenure) -> bool| {
        ids(tenures.iter().filter(|row| keep(row)).map(|row| &*row.id).collect())
    };
    let unarchived = dataset
        .sources
        .iter()
        .filter(|source| source.archived_url.is_none())
        .count();
    let _ = write!(text, "\nvacancies ({}): {}", vacancies.len(), vacancies.join("; "));
    let _ = write!(
        text,
        "\ntenures with a single source: {}",
        of(&|row| row.sources.len() == 1)
    );
    let _ = write!(
        text,
        "\ntenures of low confidence: {}",
        of(&|row| row.confidence == Confidence::Low)
    );
    let _ = write!(text, "\ntenures with disputes: {}", of(&|row| !row.disputes.is_empty()));
    let first_seen = tenures
        .iter()
        .filter(|row| matches!(row.start, Start::InPostBy(_)))
        .count();
    let last_seen = tenures
        .iter()
        .filter(|row| matches!(row.end, End::UnknownAfter(_)))
        .count();
    let _ = write!(text, "\nstarts not found: {first_seen}; ends not found: {last_seen}");
    let _ = write!(text, "\nsources without an archived copy: {unarchived}");
    text
}
