//! Drags that begin on an element and go on over the window.

use leptos::{ev, html::Div, prelude::*};

/// Follows the pointer that was pressed until it is released: `moved` is told the pixels from
/// where it was pressed, once it has gone further than a click does.
pub fn follow_drag(pressed: &ev::PointerEvent, moved: impl Fn(f64) + 'static) {
    if pressed.button() != 0 {
        return;
    }
    let from = pressed.client_x();
    let began = StoredValue::new(false);
    let listeners: StoredValue<Vec<WindowListenerHandle>, LocalStorage> = StoredValue::new_local(Vec::new());
    let follow = window_event_listener(ev::pointermove, move |event| {
        let by = event.client_x() - from;
        if began.get_value() || by.abs() > 3 {
            began.set_value(true);
            moved(f64::from(by));
        }
    });
    let stop = move || {
        listeners.update_value(|listeners| {
            for listener in listeners.drain(..) {
                listener.remove();
            }
        });
    };
    let up = window_event_listener(ev::pointerup, move |_| stop());
    let cancelled = window_event_listener(ev::pointercancel, move |_| stop());
    listeners.set_value(vec![follow, up, cancelled]);
}

/// The share of an element's width at which a pixel of the window is, from 0.0 to 1.0; 0.5 when unknown.
#[must_use]
pub fn share_at(element: NodeRef<Div>, client_x: i32) -> f64 {
    element.get_untracked().map_or(0.5, |element| {
        let rect = element.get_bounding_client_rect();
        ((f64::from(client_x) - rect.left()) / rect.width().max(1.0)).clamp(0.0, 1.0)
    })
}

/// The width of an element in pixels, at least 1.
#[must_use]
pub fn width_px(element: NodeRef<Div>) -> f64 {
    element.get_untracked().map_or(1.0, |element| element.get_bounding_client_rect().width().max(1.0))
}
