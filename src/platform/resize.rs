//! The width of an element, told when it changes.

use crate::markup::Slot;

/// Calls `told` with the width in CSS pixels of an element, now and whenever it changes.
/// A width of 0 (a hidden frame) is not told.
pub fn on_width(element: Slot, told: impl Fn(f64) + 'static) {
    #[cfg(target_arch = "wasm32")]
    browser::on_width(element, Box::new(told));
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (element, told);
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::rc::Rc;

    use leptos::prelude::*;
    use wasm_bindgen::{JsCast, prelude::Closure};
    use web_sys::{ResizeObserver, ResizeObserverEntry};

    use crate::{markup::Slot, platform::turns};

    pub(super) fn on_width(element: Slot, told: Box<dyn Fn(f64)>) {
        let told: Rc<dyn Fn(f64)> = told.into();
        let now = Rc::clone(&told);
        let callback = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let width = entries
                .pop()
                .unchecked_into::<ResizeObserverEntry>()
                .content_rect()
                .width();
            if width > 0.0 {
                told(width);
            }
        });
        let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else {
            return;
        };
        turns::last(move || {
            let width = element
                .get()
                .map_or(0.0, |element| element.get_bounding_client_rect().width());
            if width > 0.0 {
                now(width);
            }
        });
        let kept = StoredValue::new_local((observer, callback));
        on_cleanup(move || {
            kept.try_update_value(|(observer, _)| observer.disconnect());
        });
        super::super::focus::after_update(move || {
            kept.try_with_value(|(observer, _)| {
                if let Some(element) = element.get() {
                    observer.observe(&element);
                }
            });
        });
    }
}
