//! Which tenures and events a reader has asked to see.

use crate::{
    date::DayRange,
    model::{Capacity, Confidence, Dataset, EventIx, EventKind, OfficeIx, PersonIx, Standing, TenureIx, words::words},
    query::{lengths::end_span, search::Query},
};

words! {
    /// What a choice is about.
    Dimension {
        /// The post.
        Office = "office",
        /// The person.
        Person = "person",
        /// In what capacity a post is held.
        Capacity = "capacity",
        /// What kind of event it is.
        Kind = "kind",
        /// How an event is known.
        Standing = "standing",
        /// How sure the record is.
        Confidence = "confidence",
        /// The presidential term.
        Term = "term",
    }
}

/// One value that a reader has chosen. Of one dimension any chosen value will do; each dimension
/// with a choice must be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// A post.
    Office(OfficeIx),
    /// A person.
    Person(PersonIx),
    /// A capacity: of tenures, and of the tenures that events are about.
    Capacity(Capacity),
    /// A kind of event; tenures have none, and stay.
    Kind(EventKind),
    /// A standing of events; tenures have none, and stay.
    Standing(Standing),
    /// A confidence.
    Confidence(Confidence),
    /// A presidential term, by its position.
    Term(u8),
}

impl Choice {
    /// What it is about.
    #[must_use]
    pub fn dimension(self) -> Dimension {
        match self {
            Self::Office(_) => Dimension::Office,
            Self::Person(_) => Dimension::Person,
            Self::Capacity(_) => Dimension::Capacity,
            Self::Kind(_) => Dimension::Kind,
            Self::Standing(_) => Dimension::Standing,
            Self::Confidence(_) => Dimension::Confidence,
            Self::Term(_) => Dimension::Term,
        }
    }

    /// The word or the id that an address writes for it.
    #[must_use]
    pub fn word(self, dataset: &Dataset) -> &str {
        match self {
            Self::Office(ix) => &dataset.office(ix).id,
            Self::Person(ix) => &dataset.person(ix).id,
            Self::Capacity(word) => word.word(),
            Self::Kind(word) => word.word(),
            Self::Standing(word) => word.word(),
            Self::Confidence(word) => word.word(),
            Self::Term(at) => dataset.terms.get(usize::from(at)).map_or("", |term| &term.id),
        }
    }

    /// The choice of a word or an id; renamed ids are followed.
    #[must_use]
    pub fn find(dataset: &Dataset, dimension: Dimension, word: &str) -> Option<Self> {
        let id = dataset.current_id(word);
        match dimension {
            Dimension::Office => dataset.find_office(id).map(Self::Office),
            Dimension::Person => dataset.find_person(id).map(Self::Person),
            Dimension::Capacity => Capacity::from_word(word).map(Self::Capacity),
            Dimension::Kind => EventKind::from_word(word).map(Self::Kind),
            Dimension::Standing => Standing::from_word(word).map(Self::Standing),
            Dimension::Confidence => Confidence::from_word(word).map(Self::Confidence),
            Dimension::Term => {
                let at = dataset.terms.iter().position(|term| &*term.id == id)?;
                u8::try_from(at).ok().map(Self::Term)
            }
        }
    }
}

/// A reader's choice; an empty list is no restriction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Positions of groups in the site's list.
    pub groups: Vec<u8>,
    /// Values of any dimension, in order, each once.
    pub choices: Vec<Choice>,
    /// Text to search for.
    pub text: String,
}

impl Filter {
    /// Whether nothing is restricted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.choices.is_empty() && self.text.trim().is_empty()
    }

    /// Whether time that nobody is on record for is shown: not where tenures may only be filtered out.
    #[must_use]
    pub fn shows_gaps(&self) -> bool {
        self.choices.is_empty() && self.text.trim().is_empty()
    }

    /// Whether an office's group is shown.
    #[must_use]
    pub fn shows_group(&self, group: u8) -> bool {
        self.groups.is_empty() || self.groups.contains(&group)
    }

    /// Whether a post has a lane: its group is shown, and it is chosen if any post is.
    #[must_use]
    pub fn shows_office(&self, dataset: &Dataset, office: OfficeIx) -> bool {
        let chosen = |choice: &Choice| choice.dimension() == Dimension::Office;
        self.shows_group(dataset.office(office).group)
            && (!self.choices.iter().any(chosen) || self.choices.contains(&Choice::Office(office)))
    }

    /// Whether each dimension with a choice is met.
    fn passes(&self, meets: &dyn Fn(Choice) -> bool) -> bool {
        let bit = |choice: &Choice| 1_u8 << (choice.dimension() as u8);
        let asked = self.choices.iter().fold(0, |bits, choice| bits | bit(choice));
        let met = self.choices.iter().filter(|&&choice| meets(choice));
        asked == met.fold(0, |bits, choice| bits | bit(choice))
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

/// Applies a filter. An event passes a choice of groups or posts when it is about one of them.
#[must_use]
pub fn visible(dataset: &Dataset, filter: &Filter) -> Visible {
    if filter.is_empty() {
        return Visible {
            tenures: dataset.tenure_ixs().collect(),
            events: dataset.event_ixs().collect(),
        };
    }
    let query = Query::new(&filter.text);
    Visible {
        tenures: dataset
            .tenure_ixs()
            .filter(|&ix| filter.shows_group(dataset.office(dataset.tenure(ix).office).group))
            .filter(|&ix| filter.passes(&|choice| tenure_meets(dataset, ix, choice)))
            .filter(|&ix| query.matches_tenure(dataset, ix))
            .collect(),
        events: dataset
            .event_ixs()
            .filter(|&ix| {
                let mut offices = dataset.event(ix).offices.iter();
                filter.groups.is_empty() || offices.any(|&office| filter.shows_group(dataset.office(office).group))
            })
            .filter(|&ix| filter.passes(&|choice| event_meets(dataset, ix, choice)))
            .filter(|&ix| query.matches_event(dataset, ix))
            .collect(),
    }
}

fn tenure_meets(dataset: &Dataset, ix: TenureIx, choice: Choice) -> bool {
    let tenure = dataset.tenure(ix);
    match choice {
        Choice::Office(office) => tenure.office == office,
        Choice::Person(person) => tenure.person == person,
        Choice::Capacity(capacity) => tenure.capacity == capacity,
        Choice::Kind(_) | Choice::Standing(_) => true,
        Choice::Confidence(confidence) => tenure.confidence == confidence,
        Choice::Term(at) => {
            let (first_end, last_end) = end_span(tenure.end, dataset.as_of);
            let range = DayRange::new(tenure.start.date().earliest(), last_end.unwrap_or(first_end));
            term_range(dataset, at).is_some_and(|term| term.overlaps(range))
        }
    }
}

fn event_meets(dataset: &Dataset, ix: EventIx, choice: Choice) -> bool {
    let event = dataset.event(ix);
    match choice {
        Choice::Office(office) => event.offices.contains(&office),
        Choice::Person(person) => event.people.contains(&person),
        Choice::Capacity(capacity) => event
            .tenures
            .iter()
            .any(|&tenure| dataset.tenure(tenure).capacity == capacity),
        Choice::Kind(kind) => event.kind == kind,
        Choice::Standing(standing) => event.standing == standing,
        Choice::Confidence(confidence) => event.confidence == confidence,
        Choice::Term(at) => term_range(dataset, at).is_some_and(|term| term.contains(event.date.earliest())),
    }
}

/// The days of a presidential term; the present one runs to `as_of`.
#[must_use]
pub fn term_range(dataset: &Dataset, at: u8) -> Option<DayRange> {
    let term = dataset.terms.get(usize::from(at))?;
    Some(DayRange::new(term.start, term.end.unwrap_or(dataset.as_of)))
}
