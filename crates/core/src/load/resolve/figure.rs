//! Figures that draw series, and reports on many offices.

use super::{
    ids::Ids,
    place::{At, boxed},
};
use crate::{
    model::{EventIx, OfficeIx, Part, Reference, Report, ReportedOffice, SeriesFigure, SurvivalGroup},
    view::figure_id::BUILT_IN,
    wire,
};

/// A reference can have no greater value.
const MAX_VALUE: u32 = 100_000_000;

/// What a title may ask of a part, before the part's number.
const COMPUTED: [&str; 4] = ["max.", "max_when.", "last.", "last_when."];

pub(super) fn figure(at: &mut At<'_>, ids: &Ids, row: &wire::SeriesFigure) -> SeriesFigure {
    let parts: Vec<Part> = row
        .parts
        .iter()
        .map(|part| {
            if part.divisor == 0 {
                at.problem(
                    "figure-divisor",
                    "parts.divisor",
                    "nothing can be divided by 0".to_owned(),
                    "leave it out, or write how many days a value is the sum of",
                );
            }
            Part {
                series: at
                    .position(&ids.series, "parts.series", "series", &part.series)
                    .and_then(|position| u8::try_from(position).ok())
                    .unwrap_or(0),
                label: part.label.as_str().into(),
                meaning: part.meaning.as_str().into(),
                divisor: part.divisor.max(1),
                ends: part.ends.as_str().into(),
            }
        })
        .collect();
    check_figure(at, row);
    SeriesFigure {
        id: row.id.as_str().into(),
        title: row.title.as_str().into(),
        subtitle: row.subtitle.as_str().into(),
        unit: row.unit.as_str().into(),
        form: row.form,
        parts,
        references: row
            .references
            .iter()
            .map(|reference| Reference {
                id: reference.id.as_str().into(),
                tenths: i32::try_from(reference.value).unwrap_or(0).saturating_mul(10),
                from: reference.from.as_ref().map(|day| at.day("references.from", day)),
                to: reference.to.as_ref().map(|day| at.day("references.to", day)),
                label: reference.label.as_str().into(),
                said: reference.said.as_str().into(),
                differs: boxed(reference.differs.as_ref()),
                event: reference
                    .event
                    .as_ref()
                    .map(|id| event(at, ids, "references.event", id)),
                sources: at.sources(ids, "references.sources", &reference.sources),
            })
            .collect(),
        marked_offices: offices(at, ids, "marked_offices", &row.marked_offices),
        how_to_read: row.how_to_read.as_str().into(),
        caveats: row.caveats.iter().map(|text| text.as_str().into()).collect(),
    }
}

/// A figure has a name of its own and a part at least, and its title asks only what is computed of a part that it has.
fn check_figure(at: &mut At<'_>, row: &wire::SeriesFigure) {
    if BUILT_IN.contains(&row.id.as_str()) {
        at.problem(
            "figure-id",
            "id",
            format!("\"{}\" is a figure of every dataset", row.id),
            "give it another id; it becomes an address",
        );
    }
    if row.title.matches('{').count() != row.title.matches('}').count() {
        at.problem(
            "figure-title",
            "title",
            "a { without its } or a } without its {".to_owned(),
            "close each place, such as {max.0}",
        );
    }
    if row.parts.is_empty() || row.parts.len() > 4 {
        at.problem(
            "figure-parts",
            "parts",
            format!("{} series: a figure draws one to four", row.parts.len()),
            "name one to four series",
        );
    }
    for asked in row
        .title
        .split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(asked, _)| asked)
    {
        let number = COMPUTED
            .iter()
            .find_map(|word| asked.strip_prefix(word))
            .and_then(|number| number.parse::<usize>().ok());
        if number.is_none_or(|number| number >= row.parts.len()) {
            at.problem(
                "figure-title",
                "title",
                format!("{{{asked}}} is not computed"),
                "write {max.0}, {max_when.0}, {last.0} or {last_when.0} with the number of a part, from 0",
            );
        }
    }
    for reference in &row.references {
        if reference.value > MAX_VALUE {
            at.problem(
                "figure-reference",
                "references.value",
                format!("{}: {} is more than {MAX_VALUE}", reference.id, reference.value),
                "write the value in the figure's unit",
            );
        }
        if reference.from > reference.to && reference.to.is_some() {
            at.problem(
                "figure-reference",
                "references.to",
                format!("{}: it ends before it begins", reference.id),
                "correct from or to",
            );
        }
    }
}

pub(super) fn survival_group(at: &mut At<'_>, ids: &Ids, row: &wire::SurvivalGroup) -> SurvivalGroup {
    SurvivalGroup {
        label: row.label.as_str().into(),
        offices: offices(at, ids, "survival.offices", &row.offices),
    }
}

pub(super) fn report(at: &mut At<'_>, ids: &Ids, row: &wire::Report) -> Report {
    let named: Vec<String> = row.offices.iter().map(|one| one.office.clone()).collect();
    let offices = at.positions(&ids.offices, "offices.office", "office", &named);
    let is_known = offices.len() == named.len();
    Report {
        id: row.id.as_str().into(),
        outlet: row.outlet.as_str().into(),
        date: at.date("date", &row.date),
        event: event(at, ids, "event", &row.event),
        says: row.says.as_str().into(),
        count: row.count.as_ref().map(|count| (count.bound, count.number)),
        // With an office that does not exist the dataset is not used.
        offices: row
            .offices
            .iter()
            .zip(offices)
            .filter(|_| is_known)
            .map(|(one, office)| ReportedOffice {
                office: OfficeIx::at(office),
                standing: one.standing,
                text: one.text.as_str().into(),
            })
            .collect(),
        sources: at.sources(ids, "sources", &row.sources),
    }
}

fn event(at: &mut At<'_>, ids: &Ids, field: &str, id: &str) -> EventIx {
    EventIx::at(at.position(&ids.events, field, "event", id).unwrap_or(0))
}

fn offices(at: &mut At<'_>, ids: &Ids, field: &str, list: &[String]) -> Vec<OfficeIx> {
    at.positions(&ids.offices, field, "office", list)
        .into_iter()
        .map(OfficeIx::at)
        .collect()
}
