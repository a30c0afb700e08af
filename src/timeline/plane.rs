//! The plane that the lanes share: its scale, and the position of days in it.
//!
//! Bars carry their days as custom properties; the range shown is two properties of the
//! section. So a pan changes two values, not hundreds of bars, and the page is in place
//! before any script.

use leptos::prelude::*;
use timeline_core::{
    date::{Day, DayRange},
    scale::time::TimeScale,
};

use crate::{context::ViewContext, markup::Slot};

/// The width of the lanes that the first rendering assumes, in pixels.
pub const FIRST_WIDTH_PX: f64 = 720.0;

/// The scale of the lanes: the range shown over their measured width.
#[derive(Clone, Copy)]
pub struct Plane {
    width_px: RwSignal<f64>,
    /// The section that holds the lanes.
    pub section: Slot,
    /// The range shown.
    pub range: Memo<DayRange>,
    /// The scale of the range over the width.
    pub scale: Memo<TimeScale>,
}

impl Plane {
    /// A plane of the first width.
    #[must_use]
    pub fn new(view: ViewContext) -> Self {
        let width_px = RwSignal::new(FIRST_WIDTH_PX);
        let range = Memo::new(move |_| view.with(|state| state.range));
        let scale = Memo::new(move |_| TimeScale::new(range.get(), width_px.get()));
        let section = Slot::new();
        Self {
            width_px,
            section,
            range,
            scale,
        }
    }

    /// Takes a measured width.
    pub fn measure(&self, width_px: f64) {
        self.width_px.set(width_px.round());
    }
}

/// The custom properties of a range: `--from` and `--span`, in days.
#[must_use]
pub fn range_style(range: DayRange) -> String {
    format!("--from:{};--span:{}", range.from.epoch_days(), range.len_days())
}

/// The custom properties of a span of days: `--a` and `--b`, in days since 1970-01-01.
#[must_use]
pub fn span_style(from: Day, to: Day) -> String {
    format!("--a:{};--b:{}", from.epoch_days(), to.epoch_days())
}
