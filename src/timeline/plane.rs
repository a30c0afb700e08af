//! The plane that the lanes share: its scale, and the position of days in it.
//!
//! Bars carry their days as custom properties and have a fixed place in a layer that spans
//! the whole record. Panning moves the layers, zooming makes them wider or narrower: no bar is
//! styled anew. What is drawn at all, and with which label, is chosen when a movement rests
//! or has led far. And the page is in place before any script.

use leptos::prelude::*;
use timeline_core::{
    date::{Day, DayRange},
    layout::level_of_detail::WHOLE_TENURES,
    scale::time::TimeScale,
    view::state::limits,
};

use crate::{
    context::{ViewContext, use_dataset},
    markup::Slot,
    timeline::hover_card::Pointed,
};

/// The width of the lanes that the first rendering assumes, in pixels.
pub const FIRST_WIDTH_PX: f64 = 720.0;

/// The width of the lanes' names where they stand beside the lanes, in pixels.
pub const NAME_PX: f64 = 184.0;

/// The range shown is drawn with a third of it beyond each of its ends.
const OVERSCAN: i32 = 3;

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
    /// What is pointed at or has the focus.
    pub pointed: RwSignal<Option<Pointed>>,
    /// Whether the list of keys is shown.
    pub shows_keys: RwSignal<bool>,
    /// The range shown.
    pub range: Memo<DayRange>,
    /// The range that what is drawn was chosen for.
    pub drawn: Memo<DayRange>,
    /// The scale of the range that what is drawn was chosen for.
    pub scale: Memo<TimeScale>,
    /// The scale of the range shown over the width.
    pub ruler_scale: Memo<TimeScale>,
    /// Of each lane of a large record, the range that what is drawn of it was chosen for.
    lanes: StoredValue<Vec<RwSignal<DayRange>>>,
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
        let chosen = Memo::new(move |before: Option<&(DayRange, u32)>| {
            let (range, rest) = (range.get(), rests.get());
            match before {
                Some(&(drawn, at)) if at == rest && is_alike(drawn, range) => (drawn, at),
                _ => (range, rest),
            }
        });
        let drawn = Memo::new(move |_| chosen.get().0);
        let scale = Memo::new(move |_| TimeScale::new(drawn.get(), width_px.get()));
        let ruler_scale = Memo::new(move |_| TimeScale::new(range.get(), width_px.get()));
        Self {
            width_px,
            rests,
            section: Slot::new(),
            pointed: RwSignal::new(None),
            shows_keys: RwSignal::new(false),
            range,
            drawn,
            scale,
            ruler_scale,
            lanes: StoredValue::new(Vec::new()),
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

    /// The scale of a lane. In a large record the lanes take turns: see [`Self::take_turn`].
    #[must_use]
    pub fn lane_scale(&self) -> Memo<TimeScale> {
        if !self.is_windowed {
            return self.scale;
        }
        let (range, width_px) = (RwSignal::new(self.drawn.get_untracked()), self.width_px);
        self.lanes.update_value(|lanes| lanes.push(range));
        Memo::new(move |_| TimeScale::new(range.get(), width_px.get()))
    }

    /// Lets the next lane choose what is drawn of it anew; `false` when every one has.
    #[must_use]
    pub fn take_turn(&self) -> bool {
        let drawn = self.drawn.get_untracked();
        let next = self.lanes.with_value(|lanes| {
            let is_late = |lane: &&RwSignal<DayRange>| lane.get_untracked() != drawn;
            lanes.iter().find(is_late).copied()
        });
        if let Some(lane) = next {
            lane.set(drawn);
        }
        next.is_some()
    }

    /// The width and the place of a layer that spans [`limits`], as a style.
    #[must_use]
    pub fn layer_style(&self) -> String {
        let (range, all) = (self.range.get(), limits(use_dataset()));
        let width = percent(all.len_days(), range.len_days());
        let place = percent(range.from.days_until(all.from), all.len_days());
        ["inline-size:", &width, ";translate:", &place, " 0"].concat()
    }
}

/// A part of a whole as a percentage with seven decimals: a layer may be a million pixels wide.
fn percent(part: i32, whole: i32) -> String {
    let units = i64::from(part) * 1_000_000_000 / i64::from(whole.max(1));
    let sign = if units < 0 { "-" } else { "" };
    let (whole, rest) = (units.abs() / 10_000_000, units.abs() % 10_000_000);
    format!("{sign}{whole}.{rest:07}%")
}

/// Whether what was chosen for a range serves another one for a moment: it is not much longer
/// or shorter, and within what is laid out.
fn is_alike(drawn: DayRange, range: DayRange) -> bool {
    let window = with_overscan(drawn);
    let (one, other) = (drawn.len_days(), range.len_days());
    one < other * 4 && other < one * 2 && window.from <= range.from && range.to <= window.to
}

/// A range, and some days beyond its ends that are drawn too.
pub(super) fn with_overscan(range: DayRange) -> DayRange {
    let more = range.len_days() / OVERSCAN;
    DayRange::new(range.from.plus(-more), range.to.plus(more))
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
