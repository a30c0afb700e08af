//! From wire records to the model: dates are read, ids become indices, what refers to nothing is told.

mod correction;
mod figure;
mod ids;
mod map;
mod place;
mod projection;
mod record;
mod series;
mod site;
mod story;

use std::collections::BTreeSet;

use super::{
    PACKAGE, Problem,
    parse::{Located, Parsed},
    translation,
};
use crate::{date::Day, model::Dataset};
use ids::collect;
use place::{At, pairs};
use series::series_with_points;

/// Builds the dataset; `None` when the package file is missing or broken, or does not say `as_of`, and without offices.
pub(super) fn resolve(parsed: &Parsed, problems: &mut Vec<Problem>) -> Option<Dataset> {
    let package = parsed.package.as_ref()?;
    let ids = collect(parsed, package, problems);
    let mut used = BTreeSet::new();
    let mut at = At {
        file: PACKAGE,
        id: "",
        problems: &mut *problems,
        used: &mut used,
    };
    let as_of = at.day("as_of", &package.as_of);
    let site = site::site(&mut at, &ids, package);
    if package.schema_version != 1 {
        at.problem(
            "schema-version",
            "schema_version",
            format!("{} is not a version that this program reads", package.schema_version),
            "write 1, or use the program of that version",
        );
    }
    let mut read = Rows {
        problems: &mut *problems,
        used: &mut used,
    };
    let dataset = Dataset {
        version: package.version.as_str().into(),
        as_of,
        site,
        people: read.each(&parsed.people, |row| &row.id, |at, row| record::person(at, &ids, row)),
        offices: read.each(&parsed.offices, |row| &row.id, |at, row| record::office(at, &ids, row)),
        tenures: read.each(
            &parsed.tenures,
            |row| &row.1.id,
            |at, row| record::tenure(at, &ids, &row.0, &row.1),
        ),
        events: read.each(&parsed.events, |row| &row.id, |at, row| record::event(at, &ids, row)),
        sources: read.each(&parsed.sources, |row| &row.id, record::source),
        terms: read.each(&parsed.terms, |row| &row.id, |at, row| record::term(at, &ids, row)),
        claims: read.each(&parsed.claims, |row| &row.id, |at, row| record::claim(at, &ids, row)),
        series: read.each(
            &parsed.series,
            |row| &row.id,
            |at, row| series_with_points(at, &ids, row, &parsed.points),
        ),
        figures: read.each(&parsed.figures, |row| &row.id, |at, row| figure::figure(at, &ids, row)),
        survival: read.each(
            &parsed.survival,
            |row| &row.label,
            |at, row| figure::survival_group(at, &ids, row),
        ),
        reports: read.each(&parsed.reports, |row| &row.id, |at, row| figure::report(at, &ids, row)),
        story: read.each(&parsed.story, |row| &row.id, |at, row| story::step(at, &ids, row)),
        corrections: read.each(
            &parsed.corrections,
            |row| &row.id,
            |at, row| correction::correction(at, &ids, row),
        ),
        map: map::map(parsed, read.problems),
        languages: translation::languages(parsed),
        moved: pairs(&package.moved),
    };
    for (position, row) in parsed.sources.iter().enumerate() {
        if !used.contains(&position) {
            problems.push(Problem::error(
                "source-unused",
                &row.file,
                &row.record.id,
                "",
                "no record names this source",
                "name it where it supports a fact, or remove it",
            ));
        }
    }
    // Against a wrong day nearly every rule would be broken, and without offices there is nothing that a rule could be of.
    Day::parse(&package.as_of)?;
    (!dataset.offices.is_empty()).then_some(dataset)
}

/// Reads the rows of every kind of record.
struct Rows<'a> {
    problems: &'a mut Vec<Problem>,
    used: &'a mut BTreeSet<usize>,
}

impl Rows<'_> {
    fn each<W, M>(
        &mut self,
        rows: &[Located<W>],
        id: impl Fn(&W) -> &str,
        mut make: impl FnMut(&mut At<'_>, &W) -> M,
    ) -> Vec<M> {
        let read = |row: &Located<W>| {
            let id = id(&row.record);
            make(
                &mut At {
                    file: &row.file,
                    id,
                    problems: &mut *self.problems,
                    used: &mut *self.used,
                },
                &row.record,
            )
        };
        rows.iter().map(read).collect()
    }
}
