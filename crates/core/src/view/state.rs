//! The state of the view.

use super::figure_id::FigureId;
use crate::{
    date::{Day, DayRange},
    model::{Dataset, EventIx, OfficeIx, TenureIx, words::words},
    query::{filter::Filter, lengths::end_span},
    scale::time::bounded,
};

words! {
    /// A view of the record. Each but a single chart has its own tab.
    View {
        /// Lanes of bars.
        Timeline = "timeline",
        /// Who held each post on a day.
        Date = "date",
        /// Charts.
        Figures = "figures",
        /// One chart alone.
        Chart = "chart",
        /// The offices that have a place.
        Map = "map",
        /// The guided reading.
        Story = "story",
        /// Rows of text.
        Table = "table",
    }
}

impl View {
    /// Whether a dataset has what it shows.
    #[must_use]
    pub fn has_something(self, dataset: &Dataset) -> bool {
        match self {
            Self::Map => dataset.map.is_some() && !dataset.reports.is_empty(),
            Self::Story => !dataset.story.is_empty(),
            Self::Timeline | Self::Date | Self::Figures | Self::Chart | Self::Table => true,
        }
    }
}

words! {
    /// What the table is sorted by.
    SortKey {
        /// The day on which it began.
        Start = "start",
        /// The number of days.
        Days = "days",
        /// The person's surname, or the event's headline.
        Name = "name",
        /// The office.
        Office = "office",
    }
}

words! {
    /// A column of the tables that can be hidden.
    Column {
        /// The post.
        Office = "office",
        /// The title used.
        Title = "title",
        /// The capacity.
        Capacity = "capacity",
        /// The first day, or the day of an event.
        Start = "start",
        /// The last day, and how it ended.
        End = "end",
        /// The number of days.
        Length = "length",
        /// The kind of an event.
        Kind = "kind",
        /// How an event is known.
        Standing = "standing",
        /// The number of sources.
        Sources = "sources",
    }
}

/// The order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub key: SortKey,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// The record whose detail is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Selection {
    /// A tenure.
    Tenure(TenureIx),
    /// An event.
    Event(EventIx),
}

impl Selection {
    /// The permanent id of the record.
    #[must_use]
    pub fn id(self, dataset: &Dataset) -> &str {
        match self {
            Self::Tenure(ix) => &dataset.tenure(ix).id,
            Self::Event(ix) => &dataset.event(ix).id,
        }
    }

    /// The days of the record: of a date that is not exact all that it can mean.
    #[must_use]
    pub fn range(self, dataset: &Dataset) -> DayRange {
        match self {
            Self::Tenure(ix) => {
                let tenure = dataset.tenure(ix);
                let (first_end, last_end) = end_span(tenure.end, dataset.as_of);
                DayRange::new(tenure.start.date().earliest(), last_end.unwrap_or(first_end))
            }
            Self::Event(ix) => {
                let date = dataset.event(ix).date;
                DayRange::new(date.earliest(), date.latest().plus(1))
            }
        }
    }

    /// The record with this id; renamed ids are followed.
    #[must_use]
    pub fn find(dataset: &Dataset, id: &str) -> Option<Self> {
        let id = dataset.current_id(id);
        dataset
            .find_tenure(id)
            .map(Self::Tenure)
            .or_else(|| dataset.find_event(id).map(Self::Event))
    }
}

/// What a reader sees. Everything on the screen derives from it.
#[derive(Clone, Debug, PartialEq)]
pub struct ViewState {
    /// The tab.
    pub view: View,
    /// The days shown, within [`limits`].
    pub range: DayRange,
    /// Groups (positions in the site's list) that are not as they are at first: opened or closed.
    pub toggled: Vec<u8>,
    /// What is shown of the record.
    pub filter: Filter,
    /// The open detail.
    pub selection: Option<Selection>,
    /// The order of the table.
    pub sort: Sort,
    /// Columns of the tables that are not shown, in order, each once.
    pub hidden: Vec<Column>,
    /// The day of the view of a day, within [`limits`] and not after `as_of`.
    pub day: Day,
    /// Another day, which it is compared with.
    pub compared: Option<Day>,
    /// The figure that was asked for.
    pub figure: Option<FigureId>,
    /// Whether the figures and the map show the range of the timeline.
    pub linked: bool,
    /// The last report that the map takes into account, by its position; all without one.
    pub report: Option<u8>,
    /// The step of the guided reading, by its position.
    pub step: u8,
}

impl ViewState {
    /// The view before a reader has changed anything.
    #[must_use]
    pub fn initial(dataset: &Dataset) -> Self {
        Self {
            view: View::Timeline,
            range: default_range(dataset),
            toggled: Vec::new(),
            filter: Filter::default(),
            selection: None,
            sort: Sort {
                key: SortKey::Start,
                descending: false,
            },
            hidden: Vec::new(),
            day: dataset.as_of,
            compared: None,
            figure: None,
            linked: true,
            report: None,
            step: 0,
        }
    }

    /// Whether a group shows its lanes.
    #[must_use]
    pub fn is_open(&self, dataset: &Dataset, group: u8) -> bool {
        let collapsed = dataset
            .site
            .groups
            .get(usize::from(group))
            .is_some_and(|row| row.collapsed);
        collapsed == self.toggled.contains(&group)
    }

    /// Whether an office's lane is on the screen.
    #[must_use]
    pub fn shows_lane(&self, dataset: &Dataset, office: OfficeIx) -> bool {
        self.filter.shows_office(dataset, office) && self.is_open(dataset, dataset.office(office).group)
    }
}

/// The range that the site opens with: its first preset, or the whole record.
#[must_use]
pub fn default_range(dataset: &Dataset) -> DayRange {
    dataset
        .site
        .presets
        .first()
        .map_or_else(|| limits(dataset), |preset| padded(preset.range, dataset))
}

/// The days that a preset shows, by its position.
#[must_use]
pub fn preset_range(dataset: &Dataset, position: usize) -> Option<DayRange> {
    let preset = dataset.site.presets.get(position)?;
    let range = padded(preset.range, dataset);
    Some(bounded(range.from, range.to, limits(dataset)))
}

/// The days that can be shown: from the record's first day to two months after `as_of`.
#[must_use]
pub fn limits(dataset: &Dataset) -> DayRange {
    DayRange::new(dataset.first_day(), end_with_margin(dataset.as_of))
}

/// A day of the record: from the first that can be shown to `as_of`.
#[must_use]
pub fn bounded_day(day: Day, dataset: &Dataset) -> Day {
    day.max(limits(dataset).from).min(dataset.as_of)
}

/// A range whose end is `as_of` gets room for what goes on.
#[must_use]
pub fn padded(range: DayRange, dataset: &Dataset) -> DayRange {
    if range.to >= dataset.as_of {
        let margin = (range.len_days() / 60).clamp(3, 45);
        DayRange::new(
            range.from,
            dataset.as_of.plus(margin).min(end_with_margin(dataset.as_of)),
        )
    } else {
        range
    }
}

fn end_with_margin(as_of: Day) -> Day {
    as_of.plus(60)
}
