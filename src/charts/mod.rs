//! Charts: drawn by plotters into a display list, shown as SVG elements, each with its table.
//!
//! The only place that names `plotters`.

mod backend;
pub mod chart;
mod display_list;
pub mod tenure_lengths;
