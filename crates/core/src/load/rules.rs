//! The rules of the domain: what a record may not say, whatever its shape.

use std::collections::BTreeMap;

use super::{Problem, parse::Parsed, wording};
use crate::{
    date::{Day, PartialDate},
    model::{Capacity, Dataset, End, Event, EventKind, Standing, Tenure, TenureIx},
    query::lengths::{end_span, start_span},
};

/// The longest headline, in characters.
const MAX_HEADLINE_CHARS: usize = 90;
/// After this many days without a sighting an open tenure is told.
const STALE_DAYS: i32 = 180;

struct Rules<'a> {
    dataset: &'a Dataset,
    files: BTreeMap<&'a str, &'a str>,
    problems: &'a mut Vec<Problem>,
}

/// Checks every rule.
pub(super) fn check(dataset: &Dataset, parsed: &Parsed, problems: &mut Vec<Problem>) {
    let files = parsed
        .people
        .iter()
        .map(|row| (row.record.id.as_str(), row.file.as_str()))
        .chain(
            parsed
                .offices
                .iter()
                .map(|row| (row.record.id.as_str(), row.file.as_str())),
        )
        .chain(
            parsed
                .tenures
                .iter()
                .map(|row| (row.record.1.id.as_str(), row.file.as_str())),
        )
        .chain(
            parsed
                .events
                .iter()
                .map(|row| (row.record.id.as_str(), row.file.as_str())),
        )
        .chain(
            parsed
                .sources
                .iter()
                .map(|row| (row.record.id.as_str(), row.file.as_str())),
        )
        .collect();
    let mut rules = Rules {
        dataset,
        files,
        problems,
    };
    for ix in dataset.tenure_ixs() {
        rules.tenure(ix);
    }
    rules.one_incumbent_a_seat();
    for event in &dataset.events {
        rules.event(event);
    }
    for source in &dataset.sources {
        for (field, url) in [
            ("url", Some(&source.url)),
            ("archived_url", source.archived_url.as_ref()),
        ] {
            let Some(url) = url else { continue };
            if !(url.starts_with("https://") || url.starts_with("http://")) || url.contains([' ', '"', '<', '>']) {
                rules.error(
                    "address",
                    &source.id,
                    field,
                    format!("\"{url}\" is not a web address"),
                    "write an address that begins with https:// (http:// only for an original without it)",
                );
            }
        }
    }
    for person in &dataset.people {
        rules.wording(&person.id, "bio", &person.bio);
        if person.sources.is_empty() {
            rules.error(
                "sources-missing",
                &person.id,
                "sources",
                "the record has no source".to_owned(),
                "name what it rests on",
            );
        }
    }
    rules.newest_fact();
}

impl Rules<'_> {
    fn error(&mut self, rule: &'static str, id: &str, field: &str, message: String, fix: &str) {
        let file = self.files.get(id).copied().unwrap_or("datapackage.json");
        self.problems.push(Problem::error(rule, file, id, field, message, fix));
    }

    fn warning(&mut self, rule: &'static str, id: &str, field: &str, message: String, fix: &str) {
        let file = self.files.get(id).copied().unwrap_or("datapackage.json");
        self.problems
            .push(Problem::error(rule, file, id, field, message, fix).as_warning());
    }

    fn wording(&mut self, id: &str, field: &str, text: &str) {
        if let Some((word, instead)) = wording::judging_word(text) {
            self.error("wording", id, field, format!("\"{word}\" judges"), instead);
        }
        if wording::says_sources_say(text) {
            self.error(
                "wording",
                id,
                field,
                "it attributes to nobody in particular".to_owned(),
                "write '[outlet] reported, citing unnamed [description], that ...'",
            );
        }
    }

    fn tenure(&mut self, ix: TenureIx) {
        let dataset = self.dataset;
        let tenure = dataset.tenure(ix);
        let office = dataset.office(tenure.office);
        let id = &*tenure.id;
        let (start, end) = (tenure.start.date(), end_span(tenure.end, dataset.as_of));
        if end.1.unwrap_or(match tenure.end {
            End::UnknownAfter(date) => date.latest(),
            End::On(..) | End::OngoingAsOf(_) => end.0,
        }) < start.earliest()
        {
            self.error(
                "date-order",
                id,
                "end",
                format!("{} is before the start {start}", end_text(tenure)),
                "correct the one that is wrong",
            );
        }
        if tenure.capacity == Capacity::Confirmed && !office.needs_confirmation {
            self.error(
                "capacity-confirmed",
                id,
                "capacity",
                format!("{} needs no confirmation", office.id),
                "write appointed, or say in offices.json that the post needs confirmation",
            );
        }
        if tenure.capacity == Capacity::Appointed && office.needs_confirmation {
            self.error(
                "capacity-appointed",
                id,
                "capacity",
                format!("{} needs the Senate's confirmation", office.id),
                "write confirmed, acting or performing-duties, as the sources say",
            );
        }
        if tenure.sources.is_empty() && tenure.confidence != crate::model::Confidence::Low {
            self.error(
                "sources-missing",
                id,
                "sources",
                "the record has no source and is not of low confidence".to_owned(),
                "name what it rests on",
            );
        }
        if let End::OngoingAsOf(seen) = tenure.end {
            if seen > dataset.as_of {
                self.error(
                    "ongoing-future",
                    id,
                    "end",
                    format!("{seen} is after as_of {}", dataset.as_of),
                    "write the last day on which a source shows the holder in office",
                );
            } else if seen.days_until(dataset.as_of) > STALE_DAYS {
                self.warning(
                    "ongoing-stale",
                    id,
                    "end",
                    format!("the last sighting {seen} is more than {STALE_DAYS} days before as_of"),
                    "look for a newer source, or write unknown_after",
                );
            }
        } else if start.earliest() > dataset.as_of {
            self.error(
                "tenure-future",
                id,
                "start",
                format!("{start} is after as_of {}", dataset.as_of),
                "what is planned is an event, not a tenure",
            );
        }
        self.links(tenure);
        let note = tenure.note.as_deref().unwrap_or_default();
        self.wording(id, "note", note);
    }

    fn links(&mut self, tenure: &Tenure) {
        let dataset = self.dataset;
        for (field, other) in tenure
            .continues
            .map(|ix| ("continues", ix))
            .into_iter()
            .chain(tenure.while_holding.iter().map(|&ix| ("while_holding", ix)))
        {
            let other = dataset.tenure(other);
            if other.person != tenure.person {
                self.error(
                    "same-person",
                    &tenure.id,
                    field,
                    format!("{} is a tenure of another person", other.id),
                    "name a tenure of the same person",
                );
            }
            if field == "continues" {
                if other.office != tenure.office {
                    self.error(
                        "continues-office",
                        &tenure.id,
                        field,
                        format!("{} is in another office", other.id),
                        "name the tenure before in the same office",
                    );
                }
                let before = end_span(other.end, dataset.as_of);
                let (first, last) = start_span(tenure.start);
                let apart = before
                    .1
                    .is_some_and(|end| first.is_some_and(|start| end.days_until(start) > 1))
                    || last < before.0;
                if apart {
                    self.error(
                        "continues-adjoins",
                        &tenure.id,
                        field,
                        format!("{} does not end where this one begins", other.id),
                        "correct the dates, or remove continues",
                    );
                }
            }
        }
    }

    fn one_incumbent_a_seat(&mut self) {
        let dataset = self.dataset;
        for office in dataset.office_ixs() {
            let tenures: Vec<TenureIx> = dataset.tenures_of(office).collect();
            for (position, &one) in tenures.iter().enumerate() {
                for &other in tenures.get(position + 1..).unwrap_or_default() {
                    self.overlap(dataset.tenure(one), dataset.tenure(other));
                }
            }
        }
    }

    fn overlap(&mut self, one: &Tenure, other: &Tenure) {
        let sure = |tenure: &Tenure| (tenure.start.date().latest(), end_span(tenure.end, self.dataset.as_of).0);
        let ((from, to), (other_from, other_to)) = (sure(one), sure(other));
        let explained = one.co_holder || other.co_holder;
        if from < other_to && other_from < to && from < to && other_from < other_to && !explained {
            self.error(
                "overlap",
                &other.id,
                "start",
                format!("{} holds the same seat at the same time", one.id),
                "correct the dates, or write \"co_holder\": true with a note that says what the sources say",
            );
        }
        if explained && other.co_holder && other.note.is_none() {
            self.error(
                "overlap-note",
                &other.id,
                "note",
                "a co-holder without a note".to_owned(),
                "say why two holders are on record",
            );
        }
    }

    fn event(&mut self, event: &Event) {
        let dataset = self.dataset;
        let id = &*event.id;
        let chars = event.headline.chars().count();
        if chars == 0 || chars > MAX_HEADLINE_CHARS {
            self.error(
                "headline-length",
                id,
                "headline",
                format!("{chars} characters"),
                "write 1 to 90 characters",
            );
        }
        self.wording(id, "headline", &event.headline);
        self.wording(id, "summary", &event.summary);
        if event.sources.is_empty() {
            self.error(
                "sources-missing",
                id,
                "sources",
                "the record has no source".to_owned(),
                "name what it rests on",
            );
        }
        if event.standing == Standing::AnonymousSources {
            let text = format!("{} {}", event.headline, event.summary);
            if !wording::tells_of_unnamed(&text) {
                self.error(
                    "attribution",
                    id,
                    "summary",
                    "a report that rests on unnamed people does not say so".to_owned(),
                    "write '[outlet] reported, citing unnamed [description], that ...'",
                );
            }
        }
        self.event_dates(event);
        for &ix in &event.tenures {
            let tenure = dataset.tenure(ix);
            let from = match tenure.start {
                crate::model::Start::On(date) => Some(date.earliest()),
                crate::model::Start::InPostBy(_) => None,
            };
            let to = end_span(tenure.end, dataset.as_of).1;
            if from.is_some_and(|from| event.date.latest() < from) || to.is_some_and(|to| event.date.earliest() > to) {
                self.error(
                    "event-outside",
                    id,
                    "tenures",
                    format!("{} is not within {} to {}", event.date, tenure.id, end_text(tenure)),
                    "name the tenure that the event is in, or none",
                );
            }
        }
    }

    fn event_dates(&mut self, event: &Event) {
        let dataset = self.dataset;
        let ahead = event.date.earliest() > dataset.as_of;
        let planned = event.standing == Standing::Planned;
        if ahead && !planned {
            self.error(
                "event-future",
                &event.id,
                "date",
                format!("{} is after as_of {}", event.date, dataset.as_of),
                "what is to come has the standing planned",
            );
        }
        if planned && !ahead && event.note.is_none() {
            let followed = dataset
                .events
                .iter()
                .any(|other| other.supersedes.is_some_and(|ix| dataset.event(ix).id == event.id));
            if !followed {
                self.warning(
                    "planned-past",
                    &event.id,
                    "standing",
                    "its day has passed, and no event follows it up".to_owned(),
                    "add what became of it with \"supersedes\", or a note that nothing was found",
                );
            }
        }
        if event.kind == EventKind::PlannedChange && event.standing == Standing::Official && event.summary.is_empty() {
            self.error(
                "summary-missing",
                &event.id,
                "summary",
                "the summary is empty".to_owned(),
                "say who announced what",
            );
        }
    }

    fn newest_fact(&mut self) {
        let dataset = self.dataset;
        let newest = |dates: &mut dyn Iterator<Item = (PartialDate, &str)>| {
            dates
                .max_by_key(|(date, _)| date.earliest())
                .map(|(date, id)| (date, id.to_owned()))
        };
        let sources = newest(
            &mut dataset
                .sources
                .iter()
                .filter_map(|row| row.published.map(|date| (date, &*row.id))),
        );
        let events = newest(
            &mut dataset
                .events
                .iter()
                .filter(|row| row.standing != Standing::Planned)
                .map(|row| (row.date, &*row.id)),
        );
        for (date, id) in sources.into_iter().chain(events) {
            let day: Day = date.earliest();
            if day > dataset.as_of {
                self.error(
                    "as-of",
                    &id,
                    "",
                    format!("{date} is newer than as_of {}", dataset.as_of),
                    "move as_of in datapackage.json to the day that the record is complete to",
                );
            }
        }
    }
}

fn end_text(tenure: &Tenure) -> String {
    match tenure.end {
        End::On(date, _) | End::UnknownAfter(date) => date.to_string(),
        End::OngoingAsOf(day) => day.to_string(),
    }
}
