//! Events on the document, between the program and the scripts around it: what starts it (`boot.js`)
//! and what speaks to a page that shows it in a frame (`embed/guest.js`).

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{CustomEvent, CustomEventInit, Event};

/// The page can be used.
pub(crate) const STARTED: &str = "timeline:started";
/// The program has met a fault of its own, and ends.
pub(crate) const PANIC: &str = "timeline:panic";
/// The record in the program cannot be read.
pub(crate) const DATA: &str = "timeline:data";
/// The view has changed; with its query.
pub(crate) const STATE: &str = "timeline:state";
/// A query that is to be read as if it stood in the address.
const SET: &str = "timeline:set";

/// Tells an event with a text.
pub(crate) fn tell(name: &str, detail: &str) {
    let about = CustomEventInit::new();
    about.set_detail(&JsValue::from_str(detail));
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &about) {
        // Nothing that listens can refuse it.
        let _went_through = document().dispatch_event(&event);
    }
}

/// Calls `set` with each query that is to be shown. For the life of the page.
pub(crate) fn on_set(set: impl Fn(&str) + 'static) {
    let listener = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let detail = event.dyn_into::<CustomEvent>().map(|event| event.detail());
        if let Some(query) = detail.ok().and_then(|detail| detail.as_string()) {
            set(&query);
        }
    });
    let added = document().add_event_listener_with_callback(SET, listener.as_ref().unchecked_ref());
    if added.is_ok() {
        listener.forget();
    }
}

/// From now on a panic is told to the page and to the console.
pub(crate) fn tell_panics() {
    std::panic::set_hook(Box::new(|about| {
        leptos::logging::error!("{about}");
        tell(PANIC, "");
    }));
}
