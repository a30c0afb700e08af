//! In what capacity an office was held on each day of a president's term.

use crate::{
    date::{Day, DayRange},
    model::{Capacity, Dataset, End, OfficeIx, TenureIx},
    order::sort_by_key,
    query::lengths::{end_span, start_span},
};

/// How an office was held on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// In this capacity, whoever held it.
    In(Capacity),
    /// In one of several, or by nobody: the days of a change are not known.
    Doubtful,
    /// By nobody on record.
    Vacant,
}

/// The days of a term, or of the part of it that is on record, by how the office was held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermDays {
    /// The position of the term.
    pub term: usize,
    /// The days: those of the term from the record's first day to `as_of`.
    pub range: DayRange,
    /// The days of each way, in order; those of none are left out. They add up to the range.
    pub days: Vec<(Held, i32)>,
}

/// The days of each term that the record covers.
#[must_use]
pub fn days_by_capacity(dataset: &Dataset, office: OfficeIx) -> Vec<TermDays> {
    let tenures: Vec<TenureIx> = dataset.tenures_of(office).collect();
    let mut terms = Vec::new();
    for (term, row) in dataset.terms.iter().enumerate() {
        let from = row.start.max(dataset.first_day());
        let to = row.end.unwrap_or(dataset.as_of).min(dataset.as_of);
        if from >= to {
            continue;
        }
        let range = DayRange::new(from, to);
        let mut days: Vec<(Held, i32)> = Vec::new();
        for step in 0..range.len_days() {
            let held = held_on(dataset, &tenures, from.plus(step));
            match days.iter_mut().find(|(other, _)| *other == held) {
                Some((_, count)) => *count += 1,
                None => days.push((held, 1)),
            }
        }
        sort_by_key(&mut days, |(held, _)| *held);
        terms.push(TermDays { term, range, days });
    }
    terms
}

/// How an office was held on a day: a day of change belongs to who takes up the post.
///
/// While the day of a change is not known, the day counts in the capacity that all who can have
/// held the office share, if nobody is certain to have.
fn held_on(dataset: &Dataset, tenures: &[TenureIx], day: Day) -> Held {
    let mut certain: Option<Capacity> = None;
    let mut possible: Option<Capacity> = None;
    let mut doubtful = false;
    for &ix in tenures {
        let tenure = dataset.tenure(ix);
        let (first_start, last_start) = start_span(tenure.start);
        let (first_end, _) = end_span(tenure.end, dataset.as_of);
        if last_start <= day && day < first_end {
            certain = Some(tenure.capacity);
        }
        let (has_begun, can_last) = (
            first_start.is_none_or(|from| from <= day),
            latest_end(dataset, tenures, ix).is_none_or(|to| day < to),
        );
        if has_begun && can_last {
            // Where nothing bounds a start or an end, somebody else may have held the office.
            let is_bounded = (first_start.is_some() || last_start <= day)
                && (!matches!(tenure.end, End::UnknownAfter(_)) || day < first_end);
            doubtful |= !is_bounded || possible.is_some_and(|other| other != tenure.capacity);
            possible = Some(tenure.capacity);
        }
    }
    match (certain, possible) {
        (Some(capacity), _) => Held::In(capacity),
        (None, Some(capacity)) if !doubtful => Held::In(capacity),
        (None, Some(_)) => Held::Doubtful,
        (None, None) => last_day_of(dataset, tenures, day).map_or(Held::Vacant, Held::In),
    }
}

/// The capacity of who left on a day before somebody took up the post on the next: nobody was missing.
fn last_day_of(dataset: &Dataset, tenures: &[TenureIx], day: Day) -> Option<Capacity> {
    let takes_over = |&ix: &TenureIx| start_span(dataset.tenure(ix).start).0 == Some(day.plus(1));
    let left = |&&ix: &&TenureIx| end_span(dataset.tenure(ix).end, dataset.as_of).1 == Some(day);
    let left = tenures.iter().find(left).map(|&ix| dataset.tenure(ix).capacity);
    left.filter(|_| tenures.iter().any(takes_over))
}

/// The last day on which a tenure can have ended: not after the one that continues it.
fn latest_end(dataset: &Dataset, tenures: &[TenureIx], ix: TenureIx) -> Option<Day> {
    let of = |ix| end_span(dataset.tenure(ix).end, dataset.as_of).1;
    let next = tenures
        .iter()
        .find(|&&other| dataset.tenure(other).continues == Some(ix))
        .and_then(|&other| of(other));
    match (of(ix), next) {
        (Some(own), Some(next)) => Some(own.min(next)),
        (own, _) => own,
    }
}
