//! Reading the fields of one record: what is wrong is told with the record's place.

use std::collections::{BTreeMap, BTreeSet};

use super::ids::Ids;
use crate::{
    date::{Day, PartialDate},
    load::{Problem, slug::nearest},
    model::{Evidence, EvidenceField, SourceIx},
    wire,
};

/// Where a record is, and where its problems go.
pub(super) struct At<'a> {
    pub(super) file: &'a str,
    pub(super) id: &'a str,
    pub(super) problems: &'a mut Vec<Problem>,
    pub(super) used: &'a mut BTreeSet<usize>,
}

impl At<'_> {
    pub(super) fn problem(&mut self, rule: &'static str, field: &str, message: String, fix: &str) {
        self.problems
            .push(Problem::error(rule, self.file, self.id, field, message, fix));
    }

    pub(super) fn date(&mut self, field: &str, text: &str) -> PartialDate {
        PartialDate::parse(text).unwrap_or_else(|| {
            self.problem(
                "date-form",
                field,
                format!("\"{text}\" is not a date of the calendar"),
                "write only the digits that the source gives: 2017, 2017-01 or 2017-01-30, each perhaps with ~, ? or %",
            );
            PartialDate::from_day(Day::from_epoch_days(0))
        })
    }

    pub(super) fn optional_date(&mut self, field: &str, text: Option<&String>) -> Option<PartialDate> {
        text.map(|text| self.date(field, text))
    }

    pub(super) fn day(&mut self, field: &str, text: &str) -> Day {
        Day::parse(text).unwrap_or_else(|| {
            self.problem(
                "date-form",
                field,
                format!("\"{text}\" is not a day of the calendar"),
                "write it as 2017-01-30",
            );
            Day::from_epoch_days(0)
        })
    }

    pub(super) fn position(&mut self, ids: &BTreeMap<&str, usize>, field: &str, what: &str, id: &str) -> Option<usize> {
        let found = ids.get(id).copied();
        if found.is_none() {
            let near = nearest(ids.keys().copied(), id);
            let near = near
                .first()
                .map_or_else(String::new, |near| format!("; the nearest id is \"{near}\""));
            self.problem(
                "reference-unknown",
                field,
                format!("there is no {what} \"{id}\"{near}"),
                "correct the id, or add the record",
            );
        }
        found
    }

    pub(super) fn positions(
        &mut self,
        ids: &BTreeMap<&str, usize>,
        field: &str,
        what: &str,
        list: &[String],
    ) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        for id in list {
            if !seen.insert(id) {
                self.problem(
                    "reference-twice",
                    field,
                    format!("\"{id}\" is named twice"),
                    "name it once",
                );
            }
        }
        list.iter()
            .filter_map(|id| self.position(ids, field, what, id))
            .collect()
    }

    pub(super) fn sources(&mut self, ids: &Ids, field: &str, list: &[String]) -> Vec<SourceIx> {
        let positions = self.positions(&ids.sources, field, "source", list);
        self.used.extend(&positions);
        positions.into_iter().map(SourceIx::at).collect()
    }

    pub(super) fn evidence(&mut self, ids: &Ids, map: &BTreeMap<EvidenceField, Vec<wire::Evidence>>) -> Vec<Evidence> {
        let mut rows = Vec::new();
        for (&field, list) in map {
            for row in list {
                let place = format!("evidence.{}", field.word());
                let source = self.sources(ids, &place, std::slice::from_ref(&row.source));
                rows.extend(source.into_iter().map(|source| Evidence {
                    field,
                    source,
                    locator: boxed(row.locator.as_ref()),
                }));
            }
        }
        rows
    }
}

pub(super) fn boxed(text: Option<&String>) -> Option<Box<str>> {
    text.map(|text| text.as_str().into())
}

pub(super) fn pairs(map: &BTreeMap<String, String>) -> Vec<(Box<str>, Box<str>)> {
    map.iter()
        .map(|(key, value)| (key.as_str().into(), value.as_str().into()))
        .collect()
}
