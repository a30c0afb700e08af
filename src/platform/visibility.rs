//! Whether an element is near what is on the screen.

use crate::markup::Slot;

/// Tells whether an element is on the screen or near it, once and whenever that changes.
pub fn on_near(element: Slot, told: impl Fn(bool) + 'static) {
    #[cfg(target_arch = "wasm32")]
    browser::watch(element, "200px", Box::new(told));
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (element, told);
}

/// Tells each time an element comes to the middle of the screen.
pub fn on_middle(element: Slot, told: impl Fn() + 'static) {
    #[cfg(target_arch = "wasm32")]
    browser::watch(
        element,
        "-45% 0px -54%",
        Box::new(move |is_there| {
            if is_there {
                told();
            }
        }),
    );
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (element, told);
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use leptos::prelude::*;
    use wasm_bindgen::{JsCast, prelude::Closure};
    use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

    use crate::markup::Slot;

    /// Tells whether an element is on the screen with a margin around it.
    pub(super) fn watch(element: Slot, margin: &str, told: Box<dyn Fn(bool)>) {
        let callback = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let last = entries.pop().unchecked_into::<IntersectionObserverEntry>();
            told(last.is_intersecting());
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(margin);
        let made = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options);
        let Ok(observer) = made else { return };
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
