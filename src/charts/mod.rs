//! The figures: each gives a display list for a width and a range, and the same numbers as a table.

mod axis;
mod backend;
mod capacity_days;
mod changes;
pub mod chart;
mod cursor;
mod days_since;
pub mod display_list;
pub mod figures;
pub mod office_map;
pub(crate) mod office_reports;
mod plot;
mod records;
mod references;
mod series_figure;
mod series_values;
mod survival;
mod table_twin;
mod take_away;
mod tenure_lengths;

pub use office_reports::{count_text, reported_text};
