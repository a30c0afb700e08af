//! Links and buttons of static content, followed within the app.
//!
//! An element with `data-select` opens the detail of that record; its address does the same
//! for a reader without scripts, or in another tab.

/// The value of an attribute of the element that an event is in, or of the nearest around it.
#[must_use]
pub fn closest(event: &leptos::ev::MouseEvent, attribute: &str) -> Option<String> {
    #[cfg(target_arch = "wasm32")]
    {
        use leptos::wasm_bindgen::JsCast;

        let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
        let selector = ["[", attribute, "]"].concat();
        target.closest(&selector).ok()??.get_attribute(attribute)
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = (event, attribute);
        None
    }
}

/// The bar or marker that an event is in: the ids of its records, the pointer's place or its
/// own left edge, and its bottom edge.
#[must_use]
pub fn pointed(event: &leptos::ev::Event, pointer_x: Option<i32>) -> Option<(String, i32, i32)> {
    #[cfg(target_arch = "wasm32")]
    {
        use leptos::wasm_bindgen::JsCast;

        use super::gesture::whole;

        let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
        let item = target.closest("[data-tenure],[data-event]").ok()??;
        let ids = ["data-tenure", "data-event"]
            .iter()
            .find_map(|name| item.get_attribute(name))?;
        let rect = item.get_bounding_client_rect();
        let left = pointer_x.unwrap_or_else(|| whole(rect.left().max(0.0)));
        Some((ids, left, whole(rect.bottom())))
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = (event, pointer_x);
        None
    }
}

/// Calls `follow` with the id of each record that the reader chooses by a link. For the life of the page.
pub fn on_select(follow: impl Fn(&str) + 'static) {
    #[cfg(target_arch = "wasm32")]
    {
        use leptos::{ev, prelude::*};

        let listener = window_event_listener(ev::click, move |event| {
            let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0;
            if let Some(id) = closest(&event, "data-select")
                && !elsewhere
            {
                event.prevent_default();
                follow(&id);
            }
        });
        on_cleanup(move || listener.remove());
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = follow;
}
