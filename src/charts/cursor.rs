//! Reading a chart: by the pointer, which finds the nearest value, and by the keys, which walk from
//! one to the next. What is read is shown beside it, spoken, and lights up elsewhere.

use leptos::{
    ev::{self, KeyboardEvent},
    prelude::*,
};
use timeline_core::view::{action::Action, state::Selection};

use crate::{
    charts::{
        chart::{Figure, Shown},
        display_list::{DisplayList, Spot},
    },
    context::{ViewContext, use_dataset, use_locale, use_view},
    i18n::fill,
    markup::{Markup, Slot, el},
    platform::gesture::{self, whole},
};

/// A value further than this from the pointer is not meant, in pixels.
const NEAR_PX: f64 = 48.0;

/// How much a step of the wheel zooms.
const WHEEL_ZOOM: f64 = 1.2;

/// What is read of a chart.
#[derive(Clone, Copy)]
pub(super) struct Cursor {
    frame: Slot,
    drawn: Memo<DisplayList>,
    at: RwSignal<Option<Spot>>,
}

impl Cursor {
    /// Nothing is read yet.
    pub(super) fn new(frame: Slot, drawn: Memo<DisplayList>) -> Self {
        let at = RwSignal::new(None);
        // What is drawn anew has its values elsewhere.
        Effect::new(move |_| {
            drawn.track();
            at.set(None);
        });
        Self { frame, drawn, at }
    }

    /// The value nearest to a pixel of the window.
    fn find(self, client_x: i32, client_y: i32) -> Option<Spot> {
        let (x, y) = gesture::point_in(self.frame, client_x, client_y);
        self.drawn.with_untracked(|list| {
            let scale = f64::from(list.width_px) / gesture::width_px(self.frame).min(f64::from(list.width_px));
            // Sideways counts more: a reader goes along a line.
            let far = |spot: &Spot| {
                let (dx, dy) = (f64::from(spot.at.0) - x * scale, f64::from(spot.at.1) - y * scale);
                dx * dx * 4.0 + dy * dy
            };
            let nearest = list.spots.iter().min_by(|one, other| far(one).total_cmp(&far(other)))?;
            (far(nearest) < NEAR_PX * NEAR_PX * 4.0).then_some(*nearest)
        })
    }

    /// Goes to another value; at the end it stays.
    fn walk(self, step: Walk) {
        let next = self.drawn.with_untracked(|list| {
            let lane = |lane: u8| list.spots.iter().filter(move |spot| spot.lane == lane);
            let Some(now) = self.at.get_untracked() else {
                return match step {
                    Walk::Last | Walk::Previous => list.spots.last().copied(),
                    Walk::First | Walk::Next | Walk::LaneBefore | Walk::LaneAfter => list.spots.first().copied(),
                };
            };
            let nearest_of = |wanted: u8| lane(wanted).min_by_key(|spot| (spot.at.0 - now.at.0).abs()).copied();
            let found = match step {
                Walk::Next => lane(now.lane).find(|spot| spot.row > now.row).copied(),
                Walk::Previous => lane(now.lane).rfind(|spot| spot.row < now.row).copied(),
                Walk::First => lane(now.lane).next().copied(),
                Walk::Last => lane(now.lane).next_back().copied(),
                Walk::LaneBefore => (0..now.lane).rev().find_map(nearest_of),
                Walk::LaneAfter => (now.lane + 1..=u8::MAX).find_map(nearest_of),
            };
            found.or(Some(now))
        });
        self.at.set(next);
    }

    /// The ids of the records of what is read.
    fn records(self) -> Option<String> {
        let row = self.at.get()?.row;
        self.drawn.with_untracked(|list| {
            let records = list.records.get(usize::from(row))?;
            (!records.is_empty()).then(|| records.clone())
        })
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
pub(super) fn cursor(figure: &Figure, cursor: Cursor) -> Markup {
    let (t, view, table) = (use_locale(), use_view(), figure.table);
    let title = figure.caption.with_value(|caption| caption.title.clone());
    let said = Memo::new(move |_| {
        let row = cursor.at.get().map(|spot| usize::from(spot.row));
        row.map(|row| table.with(|table| table.spoken(row)))
    });
    Effect::new(move |_| {
        if let Some(records) = cursor.records() {
            view.lit.set(records);
        } else if cursor.at.with(Option::is_some) {
            view.lit.set(String::new());
        }
    });
    let count = move || cursor.drawn.with(|list| list.spots.len());
    let place = move || {
        let spot = cursor.at.get()?;
        cursor
            .drawn
            .with(|list| list.spots.iter().position(|other| *other == spot))
    };
    let shown = figure.shown;
    el("div")
        .class("chart__frame")
        .keep(cursor.frame)
        .attr("tabindex", "0")
        .attr("role", "slider")
        .attr("aria-label", fill(t.chart_read, &[("title", &title)]))
        .attr("aria-valuemin", "0")
        .live_attr("aria-valuemax", move || count().to_string().into())
        .live_attr("aria-valuenow", move || {
            place().map_or(0, |place| place + 1).to_string().into()
        })
        .live_attr("aria-valuetext", move || {
            said.get().map_or(t.chart_read_none.into(), Into::into)
        })
        .on(ev::keydown, move |event| on_key(&event, view, cursor))
        .on(ev::pointermove, move |event| {
            if event.buttons() == 0 {
                cursor.at.set(cursor.find(event.client_x(), event.client_y()));
            }
        })
        .on(ev::pointerleave, move |event| {
            if event.pointer_type() == "mouse" {
                cursor.at.set(None);
                view.lit.set(String::new());
            }
        })
        .on(ev::focusout, move |_| cursor.at.set(None))
        .on(ev::click, move |event| {
            let spot = cursor.find(event.client_x(), event.client_y());
            cursor.at.set(spot);
            if spot.is_some() {
                open(view, cursor);
            }
        })
        .on(ev::pointerdown, move |event| drag(&event, view, cursor, shown))
        .on(ev::wheel, move |event| {
            if (event.ctrl_key() || event.meta_key()) && cursor.days_px().is_some() {
                event.prevent_default();
                let factor = if event.delta_y() < 0.0 {
                    WHEEL_ZOOM
                } else {
                    1.0 / WHEEL_ZOOM
                };
                let (x, _) = gesture::point_in(cursor.frame, event.client_x(), event.client_y());
                if let Some((left, right)) = cursor.days_px() {
                    let share = (x - f64::from(left)) / f64::from((right - left).max(1));
                    let range = shown.with_untracked(|shown| shown.range);
                    let anchor = range.from.plus(whole(f64::from(range.len_days()) * bounded(share)));
                    view.dispatch(Action::ZoomAt(anchor, factor));
                }
            }
        })
        .child(mark(cursor, said))
}

impl Cursor {
    /// The edges of the days, in pixels, where the chart has days.
    fn days_px(self) -> Option<(i32, i32)> {
        self.drawn.with_untracked(|list| list.days_px)
    }
}

/// Moves the days that all show, when they are linked.
fn drag(event: &ev::PointerEvent, view: ViewContext, cursor: Cursor, shown: Memo<Shown>) {
    let Some((left, right)) = cursor.days_px() else { return };
    if !view.peek(|state| state.linked) || event.pointer_type() != "mouse" {
        return;
    }
    let begin = shown.with_untracked(|shown| shown.range);
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
        "ArrowRight" => Walk::Next,
        "ArrowLeft" => Walk::Previous,
        "ArrowUp" => Walk::LaneBefore,
        "ArrowDown" => Walk::LaneAfter,
        "Home" => Walk::First,
        "End" => Walk::Last,
        "Escape" => {
            cursor.at.set(None);
            return;
        }
        "Enter" | " " => {
            event.prevent_default();
            open(view, cursor);
            return;
        }
        _ => return,
    };
    event.prevent_default();
    cursor.walk(step);
}

/// Opens the first record of what is read.
fn open(view: ViewContext, cursor: Cursor) {
    let records = untrack(|| cursor.records());
    let first = records.as_deref().and_then(|ids| ids.split(' ').next());
    if let Some(selection) = first.and_then(|id| Selection::find(use_dataset(), id)) {
        view.dispatch(Action::Select(Some(selection)));
    }
}

/// The ring around what is read, and its card.
fn mark(cursor: Cursor, said: Memo<Option<String>>) -> Markup {
    let style = move || {
        let (x, y) = cursor.at.get().map_or((0, 0), |spot| spot.at);
        let (width, height) = cursor.drawn.with(|list| (list.width_px.max(1), list.height_px.max(1)));
        let share = |px: i32, of: u32| (px * 10_000 / i32::try_from(of).unwrap_or(1)).to_string();
        ["--x:", &share(x, width), ";--y:", &share(y, height)].concat()
    };
    el("div")
        .class("chart__over")
        .attr("aria-hidden", "true")
        .live_attr("style", move || style().into())
        .live_flag("hidden", move || cursor.at.with(Option::is_none))
        .live_attr("data-side", move || {
            let x = cursor.at.get().map_or(0, |spot| spot.at.0);
            let width = cursor.drawn.with(|list| list.width_px);
            let is_left = u32::try_from(x * 2).unwrap_or(0) < width;
            if is_left { "left".into() } else { "right".into() }
        })
        .child(el("span").class("chart__ring"))
        .child(
            el("p")
                .class("chart__tip")
                .live_text(move || said.get().unwrap_or_default().into()),
        )
}

/// A share of a whole.
#[expect(clippy::manual_clamp, reason = "`clamp` brings in the formatting of floats, 6 KB")]
fn bounded(share: f64) -> f64 {
    share.max(0.0).min(1.0)
}
