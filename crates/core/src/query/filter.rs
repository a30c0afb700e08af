//! Which tenures and events a reader has asked to see.

use crate::{
    model::{Capacity, Dataset, EventIx, OfficeIx, TenureIx},
    query::search::Query,
};

/// A reader's choice; an empty list is no restriction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Positions of groups in the site's list.
    pub groups: Vec<u8>,
    /// Capacities of tenures.
    pub capacities: Vec<Capacity>,
    /// Text to search for.
    pub text: String,
}

impl Filter {
    /// Whether nothing is restricted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.capacities.is_empty() && self.text.trim().is_empty()
    }

    /// Whether time that nobody is on record for is shown: not where tenures may only be filtered out.
    #[must_use]
    pub fn shows_gaps(&self) -> bool {
        self.capacities.is_empty() && self.text.trim().is_empty()
    }

    /// Whether an office's group is shown.
    #[must_use]
    pub fn shows_group(&self, group: u8) -> bool {
        self.groups.is_empty() || self.groups.contains(&group)
    }
}

/// The tenures and events that pass a filter, in the dataset's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visible {
    /// Tenures.
    pub tenures: Vec<TenureIx>,
    /// Events.
    pub events: Vec<EventIx>,
}

impl Visible {
    /// Whether nothing passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tenures.is_empty() && self.events.is_empty()
    }

    /// Whether a tenure passes.
    #[must_use]
    pub fn has_tenure(&self, ix: TenureIx) -> bool {
        self.tenures.binary_search(&ix).is_ok()
    }

    /// Whether an event passes.
    #[must_use]
    pub fn has_event(&self, ix: EventIx) -> bool {
        self.events.binary_search(&ix).is_ok()
    }
}

/// Applies a filter. An event passes a choice of groups when it is about an
/// office of one of them, and a choice of capacities when it is about a tenure
/// in one of them.
#[must_use]
pub fn visible(dataset: &Dataset, filter: &Filter) -> Visible {
    let query = Query::new(&filter.text);
    let shows = |office: OfficeIx| filter.shows_group(dataset.office(office).group);
    let held_as =
        |ix: TenureIx| filter.capacities.is_empty() || filter.capacities.contains(&dataset.tenure(ix).capacity);
    Visible {
        tenures: dataset
            .tenure_ixs()
            .filter(|&ix| shows(dataset.tenure(ix).office) && held_as(ix))
            .filter(|&ix| query.matches_tenure(dataset, ix))
            .collect(),
        events: dataset
            .event_ixs()
            .filter(|&ix| {
                let event = dataset.event(ix);
                filter.groups.is_empty() || event.offices.iter().any(|&office| shows(office))
            })
            .filter(|&ix| {
                filter.capacities.is_empty() || dataset.event(ix).tenures.iter().any(|&tenure| held_as(tenure))
            })
            .filter(|&ix| query.matches_event(dataset, ix))
            .collect(),
    }
}
