//! The plane that the lanes share: its scale, and the position of days in it.
//!
//! Bars carry their days as custom properties and are laid out against a frame of days,
//! two properties of the section. Panning moves the lanes' layers within the frame; only a
//! zoom, or the end of a pan, lays them out anew. And the page is in place before any script.

use leptos::prelude::*;
use timeline_core::{
    date::{Day, DayRange},
    layout::level_of_detail::WHOLE_TENURES,
    scale::time::TimeScale,
};

use crate::{
    context::{ViewContext, use_dataset},
    markup::Slot,
};

/// The width of the lanes that the first rendering assumes, in pixels.
pub const FIRST_WIDTH_PX: f64 = 720.0;

/// The width of the lanes' names where they stand beside the lanes, in pixels.
pub const NAME_PX: f64 = 184.0;

/// Which share of the range shown is laid out beyond each of its ends.
const OVERSCAN: i32 = 4;

/// A width of the lanes that is known before the first rendering, in pixels: given as a
/// context by a page that is not pre-rendered.
#[derive(Clone, Copy)]
pub struct KnownWidth(pub f64);

/// The scale of the lanes: the range shown over their measured width.
#[derive(Clone, Copy)]
pub struct Plane {
    width_px: RwSignal<f64>,
    rests: RwSignal<u32>,
    /// The section that holds the lanes.
    pub section: Slot,
    /// The range shown.
    pub range: Memo<DayRange>,
    /// The range that the lanes are laid out against: as long as the range shown, and not far from it.
    pub frame: Memo<DayRange>,
    /// The scale of the frame over the width.
    pub scale: Memo<TimeScale>,
    /// The scale of the range shown over the width.
    pub ruler_scale: Memo<TimeScale>,
    /// Whether lanes hold only what is near what is on the screen.
    pub is_windowed: bool,
}

impl Plane {
    /// A plane of the first width.
    #[must_use]
    pub fn new(view: ViewContext) -> Self {
        let width_px = RwSignal::new(use_context().map_or(FIRST_WIDTH_PX, |KnownWidth(width)| width));
        let rests = RwSignal::new(0);
        let range = Memo::new(move |_| view.with(|state| state.range));
        let laid_out = Memo::new(move |before: Option<&(DayRange, u32)>| {
            let (range, rest) = (range.get(), rests.get());
            match before {
                Some(&(frame, at)) if at == rest && is_near(frame, range) => (frame, at),
                _ => (range, rest),
            }
        });
        let frame = Memo::new(move |_| laid_out.get().0);
        let scale = Memo::new(move |_| TimeScale::new(frame.get(), width_px.get()));
        let ruler_scale = Memo::new(move |_| TimeScale::new(range.get(), width_px.get()));
        Self {
            width_px,
            rests,
            section: Slot::new(),
            range,
            frame,
            scale,
            ruler_scale,
            is_windowed: use_dataset().tenures.len() > WHOLE_TENURES,
        }
    }

    /// Takes a measured width.
    pub fn measure(&self, width_px: f64) {
        self.width_px.set(width_px.round());
    }

    /// Lays the lanes out against the range shown, once a movement has come to rest.
    pub fn rest(&self) {
        self.rests.update(|rests| *rests += 1);
    }

    /// The days that are laid out: the frame, and some more beyond its ends.
    #[must_use]
    pub fn window(&self) -> DayRange {
        let frame = self.frame.get();
        let more = frame.len_days() / OVERSCAN;
        DayRange::new(frame.from.plus(-more), frame.to.plus(more))
    }

    /// How far the layer of a lane is moved against its frame, as a style.
    #[must_use]
    pub fn layer_style(&self) -> String {
        let (frame, range) = (self.frame.get(), self.range.get());
        let by = i64::from(range.from.days_until(frame.from));
        let thousandths = by * 100_000 / i64::from(frame.len_days().max(1));
        let sign = if thousandths < 0 { "-" } else { "" };
        let (whole, rest) = (thousandths.abs() / 1000, thousandths.abs() % 1000);
        if thousandths == 0 {
            String::new()
        } else {
            format!("translate:{sign}{whole}.{rest:03}% 0")
        }
    }
}

/// Whether a range can be shown by moving what is laid out for a frame.
fn is_near(frame: DayRange, range: DayRange) -> bool {
    frame.len_days() == range.len_days() && frame.from.days_until(range.from).abs() <= frame.len_days() / OVERSCAN
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
