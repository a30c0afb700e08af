//! Drags that begin on an element and go on over the window.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::{ev, prelude::*};
use timeline_core::date::{Day, DayRange};

use crate::markup::Slot;

/// Follows the pointer that was pressed until it is released: `moved` is told the pixels from
/// where it was pressed, once it has gone further than a click does.
pub fn follow_drag(pressed: &ev::PointerEvent, moved: impl Fn(f64) + 'static) {
    if pressed.button() != 0 {
        return;
    }
    let from = pressed.client_x();
    let began = Cell::new(false);
    let listeners: Rc<RefCell<Vec<WindowListenerHandle>>> = Rc::default();
    let follow = window_event_listener(ev::pointermove, move |event| {
        let by = event.client_x() - from;
        if began.get() || by.abs() > 3 {
            began.set(true);
            moved(f64::from(by));
        }
    });
    let stop = {
        let listeners = listeners.clone();
        move || listeners.take().into_iter().for_each(WindowListenerHandle::remove)
    };
    let up = window_event_listener(ev::pointerup, {
        let stop = stop.clone();
        move |_| stop()
    });
    let cancelled = window_event_listener(ev::pointercancel, move |_| stop());
    listeners.replace(vec![follow, up, cancelled]);
}

/// The day of a range that is under a click on its element; none for a click by the keyboard.
#[must_use]
pub fn day_of_click(event: &ev::MouseEvent, range: DayRange) -> Option<Day> {
    #[cfg(target_arch = "wasm32")]
    {
        use leptos::wasm_bindgen::JsCast;

        let element = event.current_target()?.dyn_into::<web_sys::Element>().ok()?;
        let rect = element.get_bounding_client_rect();
        let share = (f64::from(event.client_x()) - rect.left()) / rect.width().max(1.0);
        (event.detail() > 0).then(|| range.from.plus(whole(share * f64::from(range.len_days()))))
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = (event, range);
        None
    }
}

/// A whole number of days or pixels.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    reason = "a float cast saturates; pixels of a screen are few"
)]
pub fn whole(number: f64) -> i32 {
    number.round() as i32
}

/// The share of an element's width at which a pixel of the window is, from 0.0 to 1.0.
#[must_use]
pub fn share_at(element: Slot, client_x: i32) -> f64 {
    let (left, width) = rect(element);
    bounded((f64::from(client_x) - left) / width)
}

/// A share of a whole, from 0.0 to 1.0.
#[must_use]
#[expect(clippy::manual_clamp, reason = "`clamp` brings in the formatting of floats, 6 KB")]
pub fn bounded(share: f64) -> f64 {
    share.max(0.0).min(1.0)
}

/// How much a step of the wheel zooms.
const WHEEL_ZOOM: f64 = 1.2;

/// The factor by which an event of the wheel zooms: above 1 towards fewer days.
#[must_use]
pub fn wheel_factor(event: &ev::WheelEvent) -> f64 {
    if event.delta_y() < 0.0 {
        WHEEL_ZOOM
    } else {
        1.0 / WHEEL_ZOOM
    }
}

/// Where an element is on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its left edge, in pixels of the window.
    pub left_px: f64,
    /// Its width in pixels, at least 1.
    pub width_px: f64,
}

/// Where an element is on the screen.
#[must_use]
pub fn place(element: Slot) -> Place {
    let (left_px, width_px) = rect(element);
    Place { left_px, width_px }
}

thread_local! {
    /// Where the pointer was last, in pixels of the window.
    static POINTER: Cell<(i32, i32)> = const { Cell::new((-1, -1)) };
}

/// Remembers where the pointer is, after every listener of the page. For the life of the page.
pub fn watch_pointer() {
    let listener = window_event_listener(ev::pointermove, |event| {
        POINTER.set((event.client_x(), event.client_y()));
    });
    on_cleanup(move || listener.remove());
}

/// Whether the pointer has moved: when the page scrolls under one that rests, a browser tells of it too.
#[must_use]
pub fn has_moved(event: &ev::MouseEvent) -> bool {
    POINTER.get() != (event.client_x(), event.client_y())
}

/// Where a pixel of the window is in an element, in pixels from its upper left corner.
#[must_use]
pub fn point_in(element: Slot, client_x: i32, client_y: i32) -> (f64, f64) {
    #[cfg(target_arch = "wasm32")]
    if let Some(element) = element.get() {
        let rect = element.get_bounding_client_rect();
        return (f64::from(client_x) - rect.left(), f64::from(client_y) - rect.top());
    }
    let _ = element;
    (f64::from(client_x), f64::from(client_y))
}

/// The width of an element in pixels, at least 1.
#[must_use]
pub fn width_px(element: Slot) -> f64 {
    rect(element).1
}

/// The left edge and the width, at least 1, of an element.
fn rect(element: Slot) -> (f64, f64) {
    #[cfg(target_arch = "wasm32")]
    if let Some(element) = element.get() {
        let rect = element.get_bounding_client_rect();
        return (rect.left(), rect.width().max(1.0));
    }
    let _ = element;
    (0.0, 1.0)
}
