//! Where the record is thin, reason by reason.

use crate::{
    date::DayRange,
    model::{Confidence, Dataset, End, Event, EventIx, OfficeIx, SourceIx, Standing, Start, Tenure, TenureIx},
    query::succession::{GapKind, gaps},
};

/// After this many days without a sighting, whether a holder is still in the post is not known.
pub const STALE_DAYS: i32 = 180;

/// Why a record is thin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thin {
    /// Nobody held a post.
    Vacant,
    /// Who held a post was not found.
    Unfound,
    /// A tenure rests on one source.
    SingleSource,
    /// A tenure has little support.
    LowConfidence,
    /// Sources differ on a tenure.
    Disputed,
    /// When a tenure began was not found.
    StartUnknown,
    /// When a tenure ended was not found.
    EndUnknown,
    /// A holder was last seen long before the last day.
    Stale,
    /// What was planned has passed, and no event follows it up.
    PlannedPast,
    /// A source has no archived copy.
    Unarchived,
}

impl Thin {
    /// Every reason, those of offices first.
    pub const ALL: [Self; 10] = [
        Self::Vacant,
        Self::Unfound,
        Self::SingleSource,
        Self::LowConfidence,
        Self::Disputed,
        Self::StartUnknown,
        Self::EndUnknown,
        Self::Stale,
        Self::PlannedPast,
        Self::Unarchived,
    ];

    /// The reason as a word for programs.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Vacant => "vacant",
            Self::Unfound => "unfound",
            Self::SingleSource => "single-source",
            Self::LowConfidence => "low-confidence",
            Self::Disputed => "disputed",
            Self::StartUnknown => "start-unknown",
            Self::EndUnknown => "end-unknown",
            Self::Stale => "stale",
            Self::PlannedPast => "planned-past",
            Self::Unarchived => "unarchived",
        }
    }
}

/// Where the record is thin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spot {
    /// An office, on days on which nobody is on record.
    Unheld(OfficeIx, DayRange),
    /// A tenure.
    Tenure(TenureIx),
    /// An event.
    Event(EventIx),
    /// A source.
    Source(SourceIx),
}

/// Where the record is thin for a reason, in the record's order.
#[must_use]
pub fn spots(dataset: &Dataset, thin: Thin) -> Vec<Spot> {
    let which = |is_thin: &dyn Fn(&Tenure) -> bool| {
        let found = dataset.tenure_ixs().filter(|&ix| is_thin(dataset.tenure(ix)));
        found.map(Spot::Tenure).collect()
    };
    match thin {
        Thin::Vacant => unheld(dataset, GapKind::Vacant),
        Thin::Unfound => unheld(dataset, GapKind::Unknown),
        Thin::SingleSource => which(&|tenure| tenure.sources.len() == 1),
        Thin::LowConfidence => which(&|tenure| tenure.confidence == Confidence::Low),
        Thin::Disputed => which(&|tenure| !tenure.disputes.is_empty()),
        Thin::StartUnknown => which(&|tenure| matches!(tenure.start, Start::InPostBy(_))),
        Thin::EndUnknown => which(&|tenure| matches!(tenure.end, End::UnknownAfter(_))),
        Thin::Stale => which(&|tenure| is_stale(dataset, tenure)),
        Thin::PlannedPast => {
            let found = dataset.event_ixs();
            let found = found.filter(|&ix| is_left_open(dataset, dataset.event(ix)));
            found.map(Spot::Event).collect()
        }
        Thin::Unarchived => {
            let found = dataset.source_ixs();
            let found = found.filter(|&ix| dataset.source(ix).archived_url.is_none());
            found.map(Spot::Source).collect()
        }
    }
}

fn unheld(dataset: &Dataset, kind: GapKind) -> Vec<Spot> {
    let all = dataset.office_ixs().flat_map(|office| {
        let found = gaps(dataset, office, dataset.first_day()).into_iter();
        found.map(move |gap| (office, gap))
    });
    all.filter(|(_, gap)| gap.kind == kind)
        .map(|(office, gap)| Spot::Unheld(office, gap.range))
        .collect()
}

/// Whether the holder of a tenure that goes on was last seen long before the last day.
#[must_use]
pub fn is_stale(dataset: &Dataset, tenure: &Tenure) -> bool {
    matches!(tenure.end, End::OngoingAsOf(seen) if seen.days_until(dataset.as_of) > STALE_DAYS)
}

/// Whether an event was planned, its day has passed, and no event follows it up.
#[must_use]
pub fn is_left_open(dataset: &Dataset, event: &Event) -> bool {
    let is_past = event.standing == Standing::Planned && event.date.earliest() <= dataset.as_of;
    let mut others = dataset.events.iter();
    let follows = |other: &Event| other.supersedes.is_some_and(|ix| dataset.event(ix).id == event.id);
    is_past && !others.any(follows)
}
