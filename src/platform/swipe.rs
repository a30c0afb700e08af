//! A finger that is drawn to the side.

use crate::markup::Slot;

/// Tells when a finger is drawn over an element to the side, and not down or up: to the next (towards the left), or back.
pub fn on_swipe(element: Slot, told: impl Fn(bool) + 'static) {
    #[cfg(target_arch = "wasm32")]
    browser::on_swipe(element, Box::new(told));
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (element, told);
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::{cell::Cell, rc::Rc};

    use leptos::prelude::*;
    use wasm_bindgen::{JsCast, prelude::Closure};
    use web_sys::PointerEvent;

    use crate::markup::Slot;

    /// How far a finger must go, in pixels.
    const FAR_PX: i32 = 48;

    pub(super) fn on_swipe(element: Slot, told: Box<dyn Fn(bool)>) {
        let from: Rc<Cell<Option<(i32, i32)>>> = Rc::default();
        let begun = Rc::clone(&from);
        let press = Closure::<dyn Fn(PointerEvent)>::new(move |event: PointerEvent| {
            begun.set((event.pointer_type() == "touch").then(|| (event.client_x(), event.client_y())));
        });
        let release = Closure::<dyn Fn(PointerEvent)>::new(move |event: PointerEvent| {
            let Some((x, y)) = from.take() else { return };
            let (across, down) = (event.client_x() - x, event.client_y() - y);
            if across.abs() > FAR_PX && across.abs() > 2 * down.abs() {
                told(across < 0);
            }
        });
        let kept = StoredValue::new_local((press, release));
        super::super::focus::after_update(move || {
            kept.try_with_value(|(press, release)| {
                let Some(element) = element.get() else { return };
                for (name, listener) in [("pointerdown", press), ("pointerup", release)] {
                    // The element and its listeners go together.
                    let _added = element.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
                }
            });
        });
    }
}
