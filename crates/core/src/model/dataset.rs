use serde::{Deserialize, Serialize};

use super::{
    Capacity, Claim, Correction, Event, EventIx, Language, Map, Office, OfficeIx, Person, PersonIx, Report, Series,
    SeriesFigure, Site, Source, SourceIx, StoryStep, SurvivalGroup, Tenure, TenureIx, Term,
};
use crate::date::Day;

/// The whole record. Immutable after loading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dataset {
    /// The dataset's version.
    pub version: Box<str>,
    /// The day to which the record is complete: "today" for every computation.
    pub as_of: Day,
    /// What the dataset is about.
    pub site: Site,
    /// People, by id.
    pub people: Vec<Person>,
    /// Offices, in display order.
    pub offices: Vec<Office>,
    /// Tenures, by office and then in time.
    pub tenures: Vec<Tenure>,
    /// Events, in time.
    pub events: Vec<Event>,
    /// Sources, by id within the year of publication.
    pub sources: Vec<Source>,
    /// Presidential terms, in time.
    pub terms: Vec<Term>,
    /// Claims and their origins.
    pub claims: Vec<Claim>,
    /// Figures over time. The embedded bundle holds what the page draws of them.
    pub series: Vec<Series>,
    /// Which figures draw the series, and how.
    pub figures: Vec<SeriesFigure>,
    /// Offices whose tenures are compared by how long they last.
    pub survival: Vec<SurvivalGroup>,
    /// What outlets reported of many offices at once, in time.
    pub reports: Vec<Report>,
    /// The guided reading, step by step.
    pub story: Vec<StoryStep>,
    /// What was published and corrected, in the order in which it was.
    pub corrections: Vec<Correction>,
    /// The outline of the country.
    pub map: Option<Map>,
    /// The languages that the record can be read in, the first one first.
    pub languages: Vec<Language>,
    /// Ids that were renamed: from, to.
    pub moved: Vec<(Box<str>, Box<str>)>,
}

macro_rules! table {
    ($one:ident, $all:ident, $find:ident, $ixs:ident, $row:ty, $ix:ty, $what:literal) => {
        #[doc = concat!("The ", $what, " of an index.")]
        #[must_use]
        #[expect(
            clippy::indexing_slicing,
            reason = "indices are only made by load, from these tables"
        )]
        pub fn $one(&self, ix: $ix) -> &$row {
            &self.$all[ix.position()]
        }

        #[doc = concat!("The index of the ", $what, " with this id; `None` when there is none.")]
        #[must_use]
        pub fn $find(&self, id: &str) -> Option<$ix> {
            self.$all.iter().position(|row| &*row.id == id).map(<$ix>::at)
        }

        #[doc = concat!("Every index, in the table's order: ", $what, ".")]
        pub fn $ixs(&self) -> impl DoubleEndedIterator<Item = $ix> + use<> {
            (0..self.$all.len()).map(<$ix>::at)
        }
    };
}

impl Dataset {
    table!(person, people, find_person, person_ixs, Person, PersonIx, "person");
    table!(office, offices, find_office, office_ixs, Office, OfficeIx, "office");
    table!(tenure, tenures, find_tenure, tenure_ixs, Tenure, TenureIx, "tenure");
    table!(event, events, find_event, event_ixs, Event, EventIx, "event");
    table!(source, sources, find_source, source_ixs, Source, SourceIx, "source");

    /// The tenures of an office, in time.
    pub fn tenures_of(&self, office: OfficeIx) -> impl DoubleEndedIterator<Item = TenureIx> + use<> {
        let from = self.tenures.partition_point(|tenure| tenure.office < office);
        let to = self.tenures.partition_point(|tenure| tenure.office <= office);
        (from..to).map(TenureIx::at)
    }

    /// The first day that the record is about: of the presets, or else of the tenures. What was
    /// before it was not looked for.
    #[must_use]
    pub fn first_day(&self) -> Day {
        let presets = self.site.presets.iter().map(|preset| preset.range.from);
        let tenures = self.tenures.iter().map(|tenure| tenure.start.date().earliest());
        presets.min().or_else(|| tenures.min()).unwrap_or(self.as_of)
    }

    /// The capacities in which anybody on record held an office, in the order of the list.
    #[must_use]
    pub fn capacities(&self) -> Vec<Capacity> {
        let is_held = |word: &Capacity| self.tenures.iter().any(|tenure| tenure.capacity == *word);
        Capacity::ALL.iter().copied().filter(is_held).collect()
    }

    /// The offices of a group, in display order.
    pub fn offices_of(&self, group: u8) -> impl Iterator<Item = OfficeIx> + '_ {
        self.office_ixs().filter(move |&ix| self.office(ix).group == group)
    }

    /// The id that a renamed id has now; the id itself otherwise.
    #[must_use]
    pub fn current_id<'a>(&'a self, id: &'a str) -> &'a str {
        self.moved
            .iter()
            .find(|(from, _)| &**from == id)
            .map_or(id, |(_, to)| to)
    }
}
