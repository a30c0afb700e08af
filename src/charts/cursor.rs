//! Reading a chart: by the pointer, which finds the nearest value, and by the keys, which walk from
//! one to the next. What is read is shown beside it, spoken, and lights up elsewhere.

use leptos::{
    ev::{self, KeyboardEvent},
    prelude::*,
};
use timeline_core::view::{action::Action, state::Selection};

use crate::{
    charts::{
        chart::{Held, Shown},
        display_list::{DisplayList, Spot},
    },
    context::{ViewContext, use_dataset, use_locale, use_view},
    i18n::fill,
    markup::{Markup, Slot, el},
    platform::{
        gesture::{self, whole},
        links,
    },
};

/// A value further than this from the pointer is not meant, in pixels.
const NEAR_PX: f64 = 48.0;

/// A chart has no more lanes.
const MAX_LANES: u8 = 64;

/// Nothing is read.
const NOTHING: u32 = u32::MAX;

/// What is read of a chart.
#[derive(Clone, Copy)]
struct Cursor {
    frame: Slot,
    held: Held,
    view: ViewContext,
    /// The position among the places of the drawing, or [`NOTHING`].
    at: RwSignal<u32>,
    /// What was shown then: what is drawn anew has its values elsewhere.
    read_of: StoredValue<Shown>,
}

impl Cursor {
    /// Reads what is drawn now.
    fn drawn<T>(self, read: impl FnOnce(&DisplayList) -> T) -> T {
        self.held.figure.with_value(|figure| read(&figure.drawn))
    }

    /// The place of what is read.
    fn spot(self) -> Option<Spot> {
        let at = usize::try_from(self.at.get()).ok()?;
        let is_current = self.held.shown.get() == self.read_of.get_value();
        self.drawn(|list| list.spots.get(at).copied().filter(|_| is_current))
    }

    /// Reads a place; its records light up wherever they are.
    fn read(self, at: u32) {
        let before = self.at.get_untracked();
        self.read_of.set_value(self.held.shown.get_untracked());
        self.at.set(at);
        if at != before {
            self.view.lit.set(untrack(|| self.records()));
        }
    }

    /// The value nearest to a pixel of the window.
    fn find(self, event: &ev::MouseEvent) -> u32 {
        // What is pointed at itself is meant, however far the end of its bar is.
        if let Some(row) = links::closest(event, "data-row").and_then(|row| row.parse::<u16>().ok()) {
            let at = self.drawn(|list| list.spots.iter().position(|spot| spot.row == row));
            if let Some(at) = at {
                return u32::try_from(at).unwrap_or(NOTHING);
            }
        }
        let (x, y) = gesture::point_in(self.frame, event.client_x(), event.client_y());
        let frame_px = gesture::width_px(self.frame);
        let (mut found, mut least) = (NOTHING, NEAR_PX * NEAR_PX * 4.0);
        self.drawn(|list| {
            let scale = (f64::from(list.width_px) / frame_px).max(1.0);
            for (position, spot) in (0_u32..).zip(&list.spots) {
                // Sideways counts more: a reader goes along a line.
                let (dx, dy) = (f64::from(spot.at.0) - x * scale, f64::from(spot.at.1) - y * scale);
                let far = dx * dx * 4.0 + dy * dy;
                if far < least {
                    (found, least) = (position, far);
                }
            }
        });
        found
    }

    /// Goes to another value; at the end it stays.
    fn walk(self, step: Walk) {
        let now = self.at.get_untracked();
        let Some(spot) = untrack(|| self.spot()) else {
            let last = self.drawn(|list| list.spots.len()).saturating_sub(1);
            let is_last = matches!(step, Walk::Last | Walk::Previous);
            self.read(if is_last { u32::try_from(last).unwrap_or(0) } else { 0 });
            return;
        };
        let next = self.drawn(|list| {
            let lane = |lane: u8| (0_u32..).zip(&list.spots).filter(move |(_, spot)| spot.lane == lane);
            let near = |lane: u8| {
                let (mut found, mut least) = (None, i32::MAX);
                for (position, other) in (0_u32..).zip(&list.spots).filter(|(_, other)| other.lane == lane) {
                    let far = (other.at.0 - spot.at.0).abs();
                    if far < least {
                        (found, least) = (Some(position), far);
                    }
                }
                found
            };
            let position = |(position, _): (u32, &Spot)| position;
            match step {
                Walk::Next => lane(spot.lane).map(position).find(|&other| other > now),
                Walk::Previous => lane(spot.lane).map(position).take_while(|&other| other < now).last(),
                Walk::First => lane(spot.lane).map(position).next(),
                Walk::Last => lane(spot.lane).map(position).last(),
                Walk::LaneBefore => (0..spot.lane).rev().find_map(near),
                Walk::LaneAfter => (spot.lane + 1..=MAX_LANES).find_map(near),
            }
        });
        self.read(next.unwrap_or(now));
    }

    /// The ids of the records of what is read; empty when there are none.
    fn records(self) -> String {
        let row = self.spot().map(|spot| usize::from(spot.row));
        self.drawn(|list| row.and_then(|row| list.records.get(row)).cloned().unwrap_or_default())
    }

    /// What is read, in words.
    fn said(self) -> String {
        let row = self.spot().map(|spot| usize::from(spot.row));
        self.held
            .figure
            .with_value(|figure| row.map(|row| figure.spoken(row)).unwrap_or_default())
    }
}

#[derive(Clone, Copy)]
enum Walk {
    Next,
    Previous,
    First,
    Last,
    LaneBefore,
    LaneAfter,
}

/// The frame of a drawing: what is read in it, by pointer and by keys.
pub(super) fn cursor(held: Held, frame: Slot) -> Markup {
    let (t, view) = (use_locale(), use_view());
    let cursor = Cursor {
        frame,
        held,
        view,
        at: RwSignal::new(NOTHING),
        read_of: StoredValue::new(held.shown.get_untracked()),
    };
    let title = held.figure.with_value(|figure| figure.caption.title.clone());
    let pressed = StoredValue::new(0);
    let count = move || {
        held.shown.track();
        cursor.drawn(|list| list.spots.len()).to_string()
    };
    let place = move || {
        let is_read = cursor.spot().is_some();
        let at = if is_read { cursor.at.get() + 1 } else { 0 };
        at.to_string()
    };
    let said = move || {
        let said = cursor.said();
        if said.is_empty() {
            t.chart_read_none.into()
        } else {
            said.into()
        }
    };
    el("div")
        .class("chart__frame")
        .keep(frame)
        .attr("tabindex", "0")
        .attr("role", "slider")
        .attr("aria-label", fill(t.chart_read, &[("title", &title)]))
        .attr("aria-valuemin", "0")
        .live_attr("aria-valuemax", move || count().into())
        .live_attr("aria-valuenow", move || place().into())
        .live_attr("aria-valuetext", said)
        .on(ev::keydown, move |event| on_key(&event, view, cursor))
        .on(ev::pointermove, move |event| {
            if event.buttons() == 0 && gesture::has_moved(&event) {
                cursor.read(cursor.find(&event));
            }
        })
        .on(ev::pointerleave, move |event| {
            if event.pointer_type() == "mouse" && gesture::has_moved(&event) {
                cursor.read(NOTHING);
            }
        })
        .on(ev::focusout, move |_| cursor.read(NOTHING))
        .on(ev::click, move |event| {
            // A drag ends in a click too.
            let from = pressed.get_value();
            if (event.client_x() - from).abs() <= 3 {
                cursor.read(cursor.find(&event));
                open(view, cursor);
            }
        })
        .on(ev::pointerdown, move |event| {
            pressed.set_value(event.client_x());
            drag(&event, view, cursor);
        })
        .on(ev::wheel, move |event| zoom(&event, view, cursor))
        .child(mark(cursor))
}

/// Zooms the days that all show, as in the timeline.
fn zoom(event: &ev::WheelEvent, view: ViewContext, cursor: Cursor) {
    let wanted = (event.ctrl_key() || event.meta_key()) && view.peek(|state| state.linked);
    let Some((left, right)) = cursor.drawn(|list| list.days_px).filter(|_| wanted) else {
        return;
    };
    event.prevent_default();
    let (x, _) = gesture::point_in(cursor.frame, event.client_x(), event.client_y());
    let share = (x - f64::from(left)) / f64::from((right - left).max(1));
    let range = view.peek(|state| state.range);
    let anchor = range
        .from
        .plus(whole(f64::from(range.len_days()) * gesture::bounded(share)));
    view.dispatch(Action::ZoomAt(anchor, gesture::wheel_factor(event)));
}

/// Moves the days that all show.
fn drag(event: &ev::PointerEvent, view: ViewContext, cursor: Cursor) {
    let wanted = event.pointer_type() == "mouse" && view.peek(|state| state.linked);
    let Some((left, right)) = cursor.drawn(|list| list.days_px).filter(|_| wanted) else {
        return;
    };
    let begin = view.peek(|state| state.range);
    let days_a_px = f64::from(begin.len_days()) / f64::from((right - left).max(1));
    gesture::follow_drag(event, move |by| {
        view.dispatch(Action::PanDays(begin, whole(-by * days_a_px)));
    });
}

fn on_key(event: &KeyboardEvent, view: ViewContext, cursor: Cursor) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let step = match event.key().as_str() {
        "ArrowRight" => Some(Walk::Next),
        "ArrowLeft" => Some(Walk::Previous),
        "ArrowUp" => Some(Walk::LaneBefore),
        "ArrowDown" => Some(Walk::LaneAfter),
        "Home" => Some(Walk::First),
        "End" => Some(Walk::Last),
        "Enter" | " " => None,
        "Escape" => {
            cursor.read(NOTHING);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    match step {
        Some(step) => cursor.walk(step),
        None => open(view, cursor),
    }
}

/// Opens the first record of what is read, that there is a detail of.
fn open(view: ViewContext, cursor: Cursor) {
    let records = untrack(|| cursor.records());
    let found = records.split(' ').find_map(|id| Selection::find(use_dataset(), id));
    if found.is_some() {
        view.dispatch(Action::Select(found));
    }
}

/// The ring around what is read, and its card.
fn mark(cursor: Cursor) -> Markup {
    let spot = move || cursor.spot();
    let style = move || {
        let (x, y) = spot().map_or((0, 0), |spot| spot.at);
        let (width, height) = cursor.drawn(|list| (list.width_px, list.height_px));
        let share = |px: i32, of: u32| (px * 10_000 / i32::try_from(of.max(1)).unwrap_or(1)).to_string();
        ["--x:", &share(x, width), ";--y:", &share(y, height)].concat()
    };
    el("div")
        .class("chart__over")
        .attr("aria-hidden", "true")
        .live_attr("style", move || style().into())
        .live_flag("hidden", move || spot().is_none())
        .live_attr("data-side", move || {
            let x = spot().map_or(0, |spot| spot.at.0);
            let width = cursor.drawn(|list| list.width_px);
            let is_left = u32::try_from(x * 2).unwrap_or(0) < width;
            if is_left { "left".into() } else { "right".into() }
        })
        .child(el("span").class("chart__ring"))
        .child(el("p").class("chart__tip").live_text(move || cursor.said().into()))
}
