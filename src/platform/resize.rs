//! The width of an element, told when it changes.

use leptos::{html::Div, prelude::*};

/// Calls `told` with the width in CSS pixels of an element, now and whenever it changes.
/// A width of 0 (a hidden frame) is not told.
pub fn on_width(element: NodeRef<Div>, told: impl Fn(f64) + Copy + 'static) {
    #[cfg(target_arch = "wasm32")]
    browser::on_width(element, told);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (element, told);
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use leptos::{html::Div, prelude::*};
    use wasm_bindgen::{JsCast, prelude::Closure};
    use web_sys::{ResizeObserver, ResizeObserverEntry};

    pub(super) fn on_width(element: NodeRef<Div>, told: impl Fn(f64) + Copy + 'static) {
        Effect::new(move |_| {
            let Some(element) = element.get() else { return };
            let callback = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
                if let Some(entry) = entries.iter().next_back() {
                    let width = entry.unchecked_into::<ResizeObserverEntry>().content_rect().width();
                    if width > 0.0 {
                        told(width);
                    }
                }
            });
            let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else { return };
            observer.observe(&element);
            let kept = StoredValue::new_local((observer, callback));
            on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
        });
    }
}
