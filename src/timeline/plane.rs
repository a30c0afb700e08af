//! The plane that the lanes share: its scale, and the position of days in it.
//!
//! Bars have a fixed place, in percent, in a layer that spans the whole record. Panning moves
//! the layers, zooming makes them wider or narrower: no bar is styled anew. What is drawn at
//! all, and with which label, is chosen when a movement rests or has led far. And the page is
//! in place before any script.

use leptos::prelude::*;
use timeline_core::{
    date::{Day, DayRange},
    layout::level_of_detail::WHOLE_TENURES,
    scale::time::TimeScale,
    view::state::limits,
};

use crate::{
    context::{ViewContext, use_dataset},
    derived::derived,
    markup::{Markup, Slot},
    platform::focus::Lanes,
    timeline::hover_card::Pointed,
};

/// The width of the lanes that the first rendering assumes, in pixels.
pub const FIRST_WIDTH_PX: f64 = 720.0;

/// The width of the lanes' names where they stand beside the lanes, in pixels.
pub const NAME_PX: f64 = 184.0;

/// So much of the lanes' height is taken to be near the screen before that can be asked, in pixels.
const FIRST_HEIGHT_PX: f64 = 700.0;

/// About the height of a row of a lane, in pixels.
const ROW_PX: f64 = 32.0;

/// The range shown is drawn with a third of it beyond each of its ends.
const OVERSCAN: i32 = 3;

/// A width of the lanes that is known before the first rendering, in pixels: given as a
/// context by a page that is not pre-rendered, whose lanes can wait until they are near.
#[derive(Clone, Copy)]
pub struct KnownWidth(pub f64);

/// The scale of the lanes: the range shown over their measured width.
#[derive(Clone, Copy)]
pub struct Plane {
    width_px: RwSignal<f64>,
    /// The section that holds the lanes.
    pub section: Slot,
    /// What is pointed at or has the focus.
    pub pointed: RwSignal<Option<Pointed>>,
    /// Whether the list of keys is shown.
    pub shows_keys: RwSignal<bool>,
    /// The range shown.
    pub range: Memo<DayRange>,
    /// The range that what is drawn was chosen for. A signal of its own: what only moves
    /// with the layers is not asked at each step of a movement.
    drawn: RwSignal<DayRange>,
    /// The scale of the range that what is drawn was chosen for.
    pub scale: Memo<TimeScale>,
    /// The scale of the range shown over the width.
    pub ruler_scale: Memo<TimeScale>,
    /// Told whenever lanes have been drawn anew.
    pub settled: RwSignal<u32>,
    /// The width and the place of the layers, as a style.
    pub layer_style: Memo<String>,
    /// Of each lane of a large record, the range that what is drawn of it was chosen for.
    lanes: StoredValue<Vec<RwSignal<DayRange>>>,
    /// The height of the lanes so far, in pixels.
    height_px: StoredValue<f64>,
    /// Whether lanes hold only what is near what is on the screen.
    pub is_windowed: bool,
}

impl Plane {
    /// A plane of the first width.
    #[must_use]
    pub fn new(view: ViewContext) -> Self {
        let known = use_context::<KnownWidth>();
        let width_px = RwSignal::new(known.map_or(FIRST_WIDTH_PX, |KnownWidth(width)| width));
        let range = derived(move |_| view.with(|state| state.range));
        let drawn = RwSignal::new(range.get_untracked());
        let layer_style = derived(move |_| layer_style(range.get()));
        let scale = derived(move |_| TimeScale::new(drawn.get(), width_px.get()));
        let ruler_scale = derived(move |_| TimeScale::new(range.get(), width_px.get()));
        Self {
            width_px,
            section: Slot::new(),
            pointed: RwSignal::new(None),
            shows_keys: RwSignal::new(false),
            range,
            drawn,
            scale,
            ruler_scale,
            settled: RwSignal::new(0),
            layer_style,
            lanes: StoredValue::new(Vec::new()),
            height_px: StoredValue::new(0.0),
            is_windowed: known.is_some() || use_dataset().tenures.len() > WHOLE_TENURES,
        }
    }

    /// What the focus moves in.
    #[must_use]
    pub fn focus_lanes(&self) -> Lanes {
        Lanes {
            root: self.section,
            range: self.range,
        }
    }

    /// Takes a measured width.
    pub fn measure(&self, width_px: f64) {
        self.width_px.set(width_px.round());
    }

    /// Chooses anew what is drawn, once a movement has come to rest.
    pub fn rest(&self) {
        self.draw_unless(|drawn, range| drawn == range);
    }

    /// Chooses anew what is drawn, when a movement has led so far that what is drawn will not do.
    pub fn follow(&self) {
        self.draw_unless(is_alike);
    }

    /// Both may be asked when the timeline is no longer on the page.
    fn draw_unless(&self, will_do: impl Fn(DayRange, DayRange) -> bool) {
        let (drawn, range) = (self.drawn.try_get_untracked(), self.range.try_get_untracked());
        if let (Some(drawn), Some(range)) = (drawn, range)
            && !will_do(drawn, range)
        {
            self.drawn.set(range);
        }
    }

    /// Whether the next lane, with so many rows, is taken to be near the screen at first.
    #[must_use]
    pub fn is_first_near(&self, rows: u8) -> bool {
        let above = self.height_px.get_value();
        self.height_px.set_value(above + f64::from(rows) * ROW_PX);
        above < FIRST_HEIGHT_PX
    }

    /// The scale of a lane. In a large record the lanes take turns: see [`Self::take_turn`].
    #[must_use]
    pub fn lane_scale(&self) -> Memo<TimeScale> {
        if !self.is_windowed {
            return self.scale;
        }
        let (range, width_px) = (RwSignal::new(self.drawn.get_untracked()), self.width_px);
        self.lanes.update_value(|lanes| lanes.push(range));
        derived(move |_| TimeScale::new(range.get(), width_px.get()))
    }

    /// Tells that lanes have been drawn anew, if the timeline is still on the page.
    pub fn settle(&self) {
        let _gone = self.settled.try_update(|times| *times += 1);
    }

    /// Lets the next lane choose what is drawn of it anew; `false` when every one has.
    #[must_use]
    pub fn take_turn(&self) -> bool {
        let Some(drawn) = self.drawn.try_get_untracked() else {
            return false;
        };
        // A lane of a group that was closed is gone.
        let is_late = |lane: &&RwSignal<DayRange>| lane.try_get_untracked().is_some_and(|range| range != drawn);
        let next = self.lanes.with_value(|lanes| lanes.iter().find(is_late).copied());
        match next {
            Some(lane) => lane.set(drawn),
            None => self.settle(),
        }
        next.is_some()
    }
}

/// The width and the place of a layer that spans [`limits`], as a style.
fn layer_style(range: DayRange) -> String {
    let all = limits(use_dataset());
    let width = percent(all.len_days(), range.len_days());
    let place = percent(range.from.days_until(all.from), all.len_days());
    ["inline-size:", &width, ";translate:", &place, " 0"].concat()
}

/// A part of a whole as a percentage with five decimals: a tenth of a pixel of a layer that is a
/// million pixels wide.
fn percent(part: i32, whole: i32) -> String {
    let units = i64::from(part) * 10_000_000 / i64::from(whole.max(1));
    let sign = if units < 0 { "-" } else { "" };
    let (whole, rest) = (units.abs() / 100_000, units.abs() % 100_000);
    format!("{sign}{whole}.{rest:05}%")
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

/// Where a span of days is in a layer, as a style: its left edge and its width, in percent.
#[must_use]
pub fn span_style(from: Day, to: Day) -> String {
    let all = limits(use_dataset()).len_days();
    [&place_style(from), ";inline-size:", &percent(from.days_until(to), all)].concat()
}

/// Where a span of days is in a row of a lane, as a style.
#[must_use]
pub(super) fn row_style(from: Day, to: Day, row: u8) -> String {
    let mut style = span_style(from, to);
    if row > 0 {
        style.extend([";--row-no:", &row.to_string()]);
    }
    style
}

/// Where something that lasts begins and ends, for the focus: see `platform::focus`.
#[must_use]
pub(super) fn lasts(item: Markup, range: DayRange) -> Markup {
    let days = |day: Day| day.epoch_days().to_string();
    item.attr("data-since", days(range.from))
        .attr("data-until", days(range.to))
}

/// Where a day is in a layer, as a style: its left edge, in percent.
#[must_use]
pub fn place_style(day: Day) -> String {
    let all = limits(use_dataset());
    [
        "inset-inline-start:",
        &percent(all.from.days_until(day), all.len_days()),
    ]
    .concat()
}
