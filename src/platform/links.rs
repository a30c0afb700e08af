//! Links and buttons of static content, followed within the app.
//!
//! An element with `data-select` opens the detail of that record; its address does the same
//! for a reader without scripts, or in another tab.

/// Calls `follow` with the id of each record that the reader chooses by a link. For the life of the page.
pub fn on_select(follow: impl Fn(&str) + 'static) {
    #[cfg(target_arch = "wasm32")]
    {
        use leptos::{ev, prelude::*, wasm_bindgen::JsCast};

        let listener = window_event_listener(ev::click, move |event| {
            let target = event
                .target()
                .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let link = target.and_then(|target| target.closest("[data-select]").ok().flatten());
            let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key() || event.button() != 0;
            if let Some(id) = link.and_then(|link| link.get_attribute("data-select"))
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
