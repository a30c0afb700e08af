//! The ids of the records, and what may be wrong with them.

use std::collections::BTreeMap;

use crate::{
    load::{
        PACKAGE, Problem,
        parse::{Located, Parsed},
        slug::is_slug,
    },
    wire,
};

/// The ids of every kind of record, with their positions.
#[derive(Default)]
pub(super) struct Ids<'a> {
    pub(super) people: BTreeMap<&'a str, usize>,
    pub(super) offices: BTreeMap<&'a str, usize>,
    pub(super) tenures: BTreeMap<&'a str, usize>,
    pub(super) events: BTreeMap<&'a str, usize>,
    pub(super) sources: BTreeMap<&'a str, usize>,
    pub(super) series: BTreeMap<&'a str, usize>,
    pub(super) groups: BTreeMap<&'a str, usize>,
}

/// The ids of all records. Tells of those that are no slug or not unique, and of wrong redirections.
pub(super) fn collect<'a>(parsed: &'a Parsed, package: &'a wire::DataPackage, problems: &mut Vec<Problem>) -> Ids<'a> {
    let groups = package.site.groups.iter().map(|group| (PACKAGE, group.id.as_str()));
    let ids = Ids {
        people: table(places(&parsed.people, |row| &row.id), problems),
        offices: table(places(&parsed.offices, |row| &row.id), problems),
        tenures: table(places(&parsed.tenures, |row| &row.1.id), problems),
        events: table(places(&parsed.events, |row| &row.id), problems),
        sources: table(places(&parsed.sources, |row| &row.id), problems),
        series: table(places(&parsed.series, |row| &row.id), problems),
        groups: table(groups, problems),
    };
    // Figures, reports and references have addresses of their own too.
    let references = parsed.figures.iter().flat_map(|row| {
        let ids = row.record.references.iter().map(|reference| reference.id.as_str());
        ids.map(|id| (row.file.as_str(), id))
    });
    table(references, problems);
    table(places(&parsed.figures, |row| &row.id), problems);
    table(places(&parsed.reports, |row| &row.id), problems);
    table(places(&parsed.corrections, |row| &row.id), problems);
    for (from, to) in &package.moved {
        if ids.has_record(from) {
            problems.push(Problem::error(
                "moved",
                PACKAGE,
                from,
                "moved",
                "an id that is in use is named as moved",
                "remove it from moved, or rename the record",
            ));
        }
        if !ids.has_record(to) {
            problems.push(Problem::error(
                "moved",
                PACKAGE,
                from,
                "moved",
                format!("it leads to \"{to}\", which does not exist"),
                "name the id that the record has now",
            ));
        }
    }
    ids
}

impl Ids<'_> {
    fn has_record(&self, id: &str) -> bool {
        [&self.people, &self.offices, &self.tenures, &self.events, &self.sources]
            .iter()
            .any(|ids| ids.contains_key(id))
    }
}

/// File and id of every row.
fn places<'a, W>(rows: &'a [Located<W>], id: impl Fn(&'a W) -> &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    rows.iter().map(move |row| (row.file.as_str(), id(&row.record)))
}

/// The ids of one kind of record with their positions.
fn table<'a>(rows: impl Iterator<Item = (&'a str, &'a str)>, problems: &mut Vec<Problem>) -> BTreeMap<&'a str, usize> {
    let mut ids = BTreeMap::new();
    for (position, (file, id)) in rows.enumerate() {
        let mut tell = |rule, message, fix| problems.push(Problem::error(rule, file, id, "id", message, fix));
        if !is_slug(id) {
            tell(
                "id-form",
                "an id is a slug: small letters, digits and single hyphens",
                "write it so; it becomes an address",
            );
        }
        if ids.insert(id, position).is_some() {
            tell(
                "id-twice",
                "another record of this kind has the same id",
                "give one of them another id; if it was published, name it in datapackage.json > moved",
            );
        }
    }
    ids
}
