//! How an office stood on a day, and on which days it changed.

use super::{
    incumbents::{Certainty, incumbents_on},
    succession::{GapKind, gaps},
};
use crate::{
    date::{Day, DayRange},
    model::{Dataset, End, OfficeIx, TenureIx},
};

/// How an office stood on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Held, as far as the dates tell, by one or more; at least one.
    Held(Vec<(TenureIx, Certainty)>),
    /// Nobody held it, from and to known days.
    Vacant(DayRange),
    /// Who held it was not found; the days of which that is so, where they are known.
    Unknown(Option<DayRange>),
    /// There was no such office: it began later, or had ended.
    Absent,
}

/// How an office stood on a day of the record.
#[must_use]
pub fn standing_on(dataset: &Dataset, office: OfficeIx, day: Day) -> Standing {
    let holders = incumbents_on(dataset, office, day);
    let row = dataset.office(office);
    let is_later = row.exists_from.is_some_and(|date| day < date.earliest());
    // As of a tenure, the last day is no longer its own.
    let is_over = row.exists_to.is_some_and(|date| date.latest() <= day);
    let is_held = holders.iter().any(|(_, certainty)| *certainty == Certainty::Certain);
    if (is_later || is_over) && !is_held {
        return Standing::Absent;
    }
    if !holders.is_empty() {
        return Standing::Held(holders);
    }
    let gap = gaps(dataset, office, dataset.first_day().min(day))
        .into_iter()
        .find(|gap| gap.range.from <= day && day < gap.range.to);
    match gap {
        Some(gap) if gap.kind == GapKind::Vacant => Standing::Vacant(gap.range),
        Some(gap) => Standing::Unknown(Some(gap.range)),
        None => Standing::Unknown(None),
    }
}

/// The days within a range on which an office changed, in order: each first day of a tenure, and
/// each last day that is known. Of a date that is not exact, the first day that it can mean.
#[must_use]
pub fn change_days(dataset: &Dataset, office: OfficeIx, within: DayRange) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for ix in dataset.tenures_of(office) {
        let tenure = dataset.tenure(ix);
        let end = match tenure.end {
            End::On(date, _) => Some(date.earliest()),
            End::OngoingAsOf(_) | End::UnknownAfter(_) => None,
        };
        for day in [Some(tenure.start.date().earliest()), end].into_iter().flatten() {
            let at = days.partition_point(|other| *other < day);
            if within.contains(day) && days.get(at) != Some(&day) {
                days.insert(at, day);
            }
        }
    }
    days
}
