//! The rules of tenures.

use super::{Rules, end_text};
use crate::{
    model::{Capacity, Confidence, End, Event, Standing, Tenure, TenureIx},
    query::{
        lengths::{end_span, start_span},
        succession::{GapKind, gaps},
        thin::{STALE_DAYS, is_stale},
    },
    view::state::limits,
};

impl Rules<'_> {
    pub(super) fn tenure(&mut self, ix: TenureIx) {
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
        let (first, last) = (start.latest(), end_span(tenure.end, dataset.as_of).0);
        let is_too_early = office.exists_from.is_some_and(|from| first < from.earliest());
        let is_too_late = office.exists_to.is_some_and(|to| to.latest() < last);
        if is_too_early || is_too_late {
            self.error(
                "office-exists",
                id,
                if is_too_early { "start" } else { "end" },
                format!("offices.json says that {} did not exist then", office.id),
                "correct the day, or `exists` of the office",
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
        if matches!(tenure.capacity, Capacity::Appointed | Capacity::Elected) && office.needs_confirmation {
            self.error(
                "capacity-appointed",
                id,
                "capacity",
                format!("{} needs the Senate's confirmation", office.id),
                "write confirmed, acting or performing-duties, as the sources say",
            );
        }
        if tenure.sources.is_empty() && tenure.confidence != Confidence::Low {
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
            } else if is_stale(dataset, tenure) {
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
        self.contested(tenure);
        self.links(tenure);
        let note = tenure.note.as_deref().unwrap_or_default();
        self.wording(id, "note", note);
    }

    /// What is disputed rests on more than one report of unnamed people.
    fn contested(&mut self, tenure: &Tenure) {
        let [only] = *tenure.sources.as_slice() else { return };
        let mut events = self.dataset.events.iter();
        let is_anonymous =
            |event: &Event| event.standing == Standing::AnonymousSources && event.sources.contains(&only);
        if !tenure.disputes.is_empty() && events.any(is_anonymous) {
            self.error(
                "contested-single",
                &tenure.id,
                "sources",
                "a disputed tenure rests on one report of unnamed people".to_owned(),
                "name a second, independent source, or make it an event that says who reported it",
            );
        }
    }

    /// Days of a post that nobody held, as far as the sources say, are told of.
    pub(super) fn gaps(&mut self) {
        let dataset = self.dataset;
        for office in dataset.office_ixs() {
            let tenures: Vec<&Tenure> = dataset.tenures_of(office).map(|ix| dataset.tenure(ix)).collect();
            let vacancies = gaps(dataset, office, limits(dataset).from);
            for gap in vacancies.iter().filter(|gap| gap.kind == GapKind::Vacant) {
                let (from, to) = (gap.range.from, gap.range.to);
                let is_edge = |tenure: &&&Tenure| {
                    tenure.start.date().earliest() == to || end_span(tenure.end, dataset.as_of).0 == from
                };
                let has_note = tenures.iter().filter(is_edge).any(|tenure| tenure.note.is_some());
                let has_event = dataset.events.iter().any(|event| {
                    event.offices.contains(&office) && event.date.earliest() <= to && from <= event.date.latest()
                });
                let next = tenures.iter().find(|tenure| tenure.start.date().earliest() == to);
                if let Some(next) = next.filter(|_| !has_note && !has_event) {
                    self.error(
                        "gap-untold",
                        &next.id,
                        "start",
                        format!(
                            "nobody holds {} from {from} to {to}, and nothing says so",
                            dataset.office(office).id
                        ),
                        "correct the days, or say in a note what the sources have, or add the event",
                    );
                }
            }
        }
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

    pub(super) fn one_incumbent_a_seat(&mut self) {
        let dataset = self.dataset;
        for office in dataset.office_ixs() {
            let seats = usize::from(dataset.office(office).seats);
            let tenures: Vec<&Tenure> = dataset.tenures_of(office).map(|ix| dataset.tenure(ix)).collect();
            for position in 0..tenures.len() {
                self.seat(&tenures, position, seats);
            }
        }
    }

    /// Checks that a tenure finds a free seat on its first sure day. Who is meant to be on record beside others takes none.
    fn seat(&mut self, all: &[&Tenure], position: usize, seats: usize) {
        let Some(tenure) = all.get(position) else { return };
        if tenure.co_holder {
            if tenure.note.is_none() {
                self.error(
                    "overlap-note",
                    &tenure.id,
                    "note",
                    "a co-holder without a note".to_owned(),
                    "say why two holders are on record",
                );
            }
            return;
        }
        let as_of = self.dataset.as_of;
        let sure = |tenure: &Tenure| (tenure.start.date().latest(), end_span(tenure.end, as_of).0);
        let (from, to) = sure(tenure);
        let sits_there = |&(at, other): &(usize, &&Tenure)| {
            let (other_from, other_to) = sure(other);
            let came_before = other_from < from || (other_from == from && at < position);
            !other.co_holder && came_before && from < other_to
        };
        let mut others = all.iter().enumerate().filter(sits_there);
        if from < to
            && let Some((_, other)) = others.nth(seats.saturating_sub(1))
        {
            let message = if seats == 1 {
                format!("{} holds the same seat at the same time", other.id)
            } else {
                format!(
                    "{seats} others hold the {seats} seats at that time, {} among them",
                    other.id
                )
            };
            self.error(
                "overlap",
                &tenure.id,
                "start",
                message,
                "correct the dates, or write \"co_holder\": true with a note that says what the sources say",
            );
        }
    }
}
