//! Who followed whom in an office: spells, predecessors and successors, and the time that nobody is on record for.

use crate::{
    date::{Day, DayRange, PartialDate},
    model::{Dataset, End, OfficeIx, PersonIx, Start, TenureIx},
    query::lengths::{Length, end_span, span_length},
};

/// One person's unbroken time in an office: tenures joined by `continues`.
#[derive(Clone, Debug, PartialEq)]
pub struct Spell {
    /// Who.
    pub person: PersonIx,
    /// The tenures, in time; at least one.
    pub tenures: Vec<TenureIx>,
    /// When the first began.
    pub start: Start,
    /// How the last ended.
    pub end: End,
}

impl Spell {
    /// How long the spell lasted.
    #[must_use]
    pub fn length(&self, as_of: Day) -> Length {
        span_length(self.start, self.end, as_of)
    }
}

/// The spells in an office, in time.
#[must_use]
pub fn spells(dataset: &Dataset, office: OfficeIx) -> Vec<Spell> {
    let mut spells: Vec<Spell> = Vec::new();
    for ix in dataset.tenures_of(office) {
        let tenure = dataset.tenure(ix);
        let joined = tenure
            .continues
            .and_then(|before| spells.iter_mut().find(|spell| spell.tenures.last() == Some(&before)));
        if let Some(spell) = joined {
            spell.tenures.push(ix);
            spell.end = tenure.end;
        } else {
            spells.push(Spell {
                person: tenure.person,
                tenures: vec![ix],
                start: tenure.start,
                end: tenure.end,
            });
        }
    }
    spells
}

/// Why nobody is on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapKind {
    /// The holder before left and the next began later, both on known dates: nobody is on record.
    Vacant,
    /// A start, an end or a successor was not found: somebody may have held the office.
    Unknown,
}

/// Time in which nobody is on record in an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Why.
    pub kind: GapKind,
    /// The days.
    pub range: DayRange,
}

/// The gaps of an office from `since` to `as_of`, as far as the office existed, in time.
///
/// A month or a year counts as wholly held, so that an uncertain day never makes a gap; nor does one on which the office
/// may not have existed.
#[must_use]
pub fn gaps(dataset: &Dataset, office: OfficeIx, since: Day) -> Vec<Gap> {
    let row = dataset.office(office);
    let to = row
        .exists_to
        .map_or(dataset.as_of, |date| date.earliest().min(dataset.as_of));
    let mut gaps = Vec::new();
    let mut held_to = row.exists_from.map_or(since, |date| date.latest().max(since));
    let mut known = false;
    for ix in dataset.tenures_of(office) {
        let tenure = dataset.tenure(ix);
        let from = tenure.start.date().earliest().min(to);
        if held_to.days_until(from) > 1 {
            let sure = known && matches!(tenure.start, Start::On(date) if !is_doubtful(date));
            gaps.push(Gap {
                kind: if sure { GapKind::Vacant } else { GapKind::Unknown },
                range: DayRange::new(held_to, from),
            });
        }
        let (first_end, last_end) = end_span(tenure.end, dataset.as_of);
        let latest = last_end.unwrap_or_else(|| match tenure.end {
            End::UnknownAfter(date) => date.latest(),
            End::On(..) | End::OngoingAsOf(_) => first_end,
        });
        if latest >= held_to {
            held_to = latest;
            known = matches!(tenure.end, End::On(date, _) if !is_doubtful(date));
        }
    }
    if held_to.days_until(to) > 1 {
        gaps.push(Gap {
            kind: GapKind::Unknown,
            range: DayRange::new(held_to, to),
        });
    }
    gaps
}

fn is_doubtful(date: PartialDate) -> bool {
    date.is_approximate() || date.is_uncertain()
}

/// The tenures that come before and after one in its office, by start; `None` at the ends of the record.
#[must_use]
pub fn neighbours(dataset: &Dataset, tenure: TenureIx) -> (Option<TenureIx>, Option<TenureIx>) {
    let office = dataset.tenure(tenure).office;
    let all: Vec<TenureIx> = dataset.tenures_of(office).collect();
    let at = all.iter().position(|&ix| ix == tenure);
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| all.get(at));
    let after = at.and_then(|at| all.get(at + 1));
    (before.copied(), after.copied())
}

/// Other tenures of the same office that share days with this one, leaving out those that touch on a single day or uncertain span.
#[must_use]
pub fn overlapping(dataset: &Dataset, tenure: TenureIx) -> Vec<TenureIx> {
    let sure = |ix| {
        let row = dataset.tenure(ix);
        let from = row.start.date().latest();
        DayRange::new(from, end_span(row.end, dataset.as_of).0)
    };
    let own = sure(tenure);
    dataset
        .tenures_of(dataset.tenure(tenure).office)
        .filter(|&other| other != tenure && sure(other).overlaps(own))
        .collect()
}
