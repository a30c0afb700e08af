//! The figures that a dataset has, and their names in addresses.

use super::state::View;
use crate::{model::Dataset, query::figures::last_confirmed};

/// The names of the figures that every dataset can have.
pub const BUILT_IN: [&str; 6] = [
    "tenure-lengths",
    "capacity-days",
    "days-since-confirmed",
    "changes-by-quarter",
    "tenure-survival",
    "office-reports",
];

/// A figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureId {
    /// How long each head lasted.
    TenureLengths,
    /// Days by capacity in each presidential term.
    CapacityDays,
    /// Days since the last confirmed head.
    DaysSinceConfirmed,
    /// Changes of holder a quarter.
    ChangesByQuarter,
    /// Series over time: the position in [`Dataset::figures`].
    Series(u8),
    /// How long tenures last.
    Survival,
    /// What was reported of many offices.
    OfficeReports,
}

impl FigureId {
    /// The figures that the dataset has something for, in order.
    #[must_use]
    pub fn all(dataset: &Dataset) -> Vec<Self> {
        let mut all = vec![Self::TenureLengths];
        if dataset.office(dataset.site.head_office).needs_confirmation {
            all.push(Self::CapacityDays);
        }
        if last_confirmed(dataset).is_some() {
            all.push(Self::DaysSinceConfirmed);
        }
        all.push(Self::ChangesByQuarter);
        all.extend((0_u8..).take(dataset.figures.len()).map(Self::Series));
        if !dataset.survival.is_empty() {
            all.push(Self::Survival);
        }
        if !dataset.reports.is_empty() {
            all.push(Self::OfficeReports);
        }
        all
    }

    /// The figure that a view shows when this one is asked for: a view of one chart always has one.
    #[must_use]
    pub fn of_view(dataset: &Dataset, view: View, asked: Option<Self>) -> Option<Self> {
        match view {
            View::Chart => asked.or_else(|| Self::all(dataset).into_iter().next()),
            View::Figures => asked,
            View::Timeline | View::Date | View::Map | View::Story | View::Table => None,
        }
    }

    /// Its permanent slug.
    #[must_use]
    pub fn id(self, dataset: &Dataset) -> &str {
        match self {
            Self::TenureLengths => "tenure-lengths",
            Self::CapacityDays => "capacity-days",
            Self::DaysSinceConfirmed => "days-since-confirmed",
            Self::ChangesByQuarter => "changes-by-quarter",
            Self::Series(position) => dataset
                .figures
                .get(usize::from(position))
                .map_or("", |figure| &*figure.id),
            Self::Survival => "tenure-survival",
            Self::OfficeReports => "office-reports",
        }
    }

    /// The figure with this slug.
    #[must_use]
    pub fn find(dataset: &Dataset, id: &str) -> Option<Self> {
        Self::all(dataset).into_iter().find(|figure| figure.id(dataset) == id)
    }
}
