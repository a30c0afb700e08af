//! The fingers that are on an element.

use leptos::{ev, prelude::*};

/// Hears where two fingers are, in pixels of the window.
type Told = Box<dyn Fn([f64; 2])>;

/// Pointers that are pressed, by their number, with the pixel of the window that each is at.
#[derive(Clone, Copy)]
pub struct Fingers {
    down: StoredValue<Vec<(i32, f64)>>,
    listeners: StoredValue<Vec<WindowListenerHandle>, LocalStorage>,
    follow: StoredValue<Option<Told>, LocalStorage>,
}

impl Fingers {
    /// No finger yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            down: StoredValue::new(Vec::new()),
            listeners: StoredValue::new_local(Vec::new()),
            follow: StoredValue::new_local(None),
        }
    }

    /// Takes a pointer that was pressed, until it is released. Only touch counts.
    pub fn press(self, pressed: &ev::PointerEvent) {
        if pressed.pointer_type() != "touch" {
            return;
        }
        if pressed.is_primary() {
            self.down.update_value(Vec::clear);
        }
        let one = (pressed.pointer_id(), f64::from(pressed.client_x()));
        self.down.update_value(|down| down.push(one));
        if self.listeners.with_value(Vec::is_empty) {
            let moved = window_event_listener(ev::pointermove, move |event| self.moved(&event));
            let up = window_event_listener(ev::pointerup, move |event| self.released(&event));
            let cancelled = window_event_listener(ev::pointercancel, move |event| self.released(&event));
            self.listeners.set_value(vec![moved, up, cancelled]);
        }
    }

    /// Where two fingers are; none unless there are just two.
    #[must_use]
    pub fn pair(self) -> Option<[f64; 2]> {
        // The fingers may outlive the element that they are on.
        let pair = self.down.try_with_value(|down| match down.as_slice() {
            [(_, one), (_, other)] => Some([*one, *other]),
            _ => None,
        });
        pair.flatten()
    }

    /// Tells where the two fingers go, until one is lifted.
    pub fn follow(self, told: impl Fn([f64; 2]) + 'static) {
        self.follow.set_value(Some(Box::new(told)));
    }

    fn moved(self, event: &ev::PointerEvent) {
        let (id, x) = (event.pointer_id(), f64::from(event.client_x()));
        self.down.try_update_value(|down| {
            for finger in down.iter_mut().filter(|finger| finger.0 == id) {
                finger.1 = x;
            }
        });
        if let Some(pair) = self.pair() {
            self.follow.try_with_value(|follow| {
                if let Some(told) = follow {
                    told(pair);
                }
            });
        }
    }

    fn released(self, event: &ev::PointerEvent) {
        let id = event.pointer_id();
        self.down.try_update_value(|down| down.retain(|finger| finger.0 != id));
        self.follow.try_update_value(|follow| *follow = None);
        if self.down.try_with_value(Vec::is_empty).unwrap_or(true) {
            self.listeners.try_update_value(|listeners| {
                for listener in listeners.drain(..) {
                    listener.remove();
                }
            });
        }
    }
}

impl Default for Fingers {
    fn default() -> Self {
        Self::new()
    }
}
