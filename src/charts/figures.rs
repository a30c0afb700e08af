//! The figures by their names.

use timeline_core::view::figure_id::FigureId;

use super::{
    capacity_days::capacity_days, changes::changes, chart::Chart, days_since::days_since,
    office_reports::office_reports, series_figure::series_figure, survival::survival, tenure_lengths::tenure_lengths,
};

/// A figure; `None` for one that the dataset has nothing for.
#[must_use]
pub fn figure(id: FigureId) -> Option<Chart> {
    match id {
        FigureId::TenureLengths => Some(tenure_lengths()),
        FigureId::CapacityDays => Some(capacity_days()),
        FigureId::DaysSinceConfirmed => Some(days_since()),
        FigureId::ChangesByQuarter => Some(changes()),
        FigureId::Series(position) => series_figure(position),
        FigureId::Survival => Some(survival()),
        FigureId::OfficeReports => Some(office_reports()),
    }
}
