//! The timeline of a sample, mounted and marked.

use leptos::prelude::*;
use timeline_app::{
    context::{ViewContext, install},
    markup::{Markup, el},
    timeline::{
        plane::{KnownWidth, NAME_PX},
        section::{Lanes, timeline_section},
    },
};
use timeline_core::sample;
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};

/// How many items are shown when the address does not say.
const DEFAULT_ITEMS: u32 = 150;
const MAX_ITEMS: u32 = 2_000_000;

pub(crate) fn start() {
    let items = items(&window().location().search().unwrap_or_default());
    mark("bench:started");
    install(sample::record(items));
    mark("bench:installed");
    describe();
    let stage = document()
        .get_element_by_id("stage")
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    let Some(stage) = stage else { return };
    let width = stage.get_bounding_client_rect().width();
    leptos::mount::mount_to(stage, move || page(width)).forget();
    mark("bench:mounted");
    request_animation_frame(|| {
        request_animation_frame(|| set_timeout(|| mark("bench:rendered"), std::time::Duration::ZERO));
    });
}

fn page(width_px: f64) -> Markup {
    provide_context(ViewContext::new());
    provide_context(KnownWidth(width_px - NAME_PX));
    timeline_section(el("div"), Lanes::All)
}

/// The number of items that a query asks for.
fn items(query: &str) -> u32 {
    query
        .trim_start_matches('?')
        .split('&')
        .find_map(|pair| pair.strip_prefix("n="))
        .and_then(|number| number.parse().ok())
        .unwrap_or(DEFAULT_ITEMS)
        .min(MAX_ITEMS)
}

/// Tells the page's description how much memory the program holds.
fn describe() {
    let bytes = Closure::<dyn Fn() -> f64>::new(|| {
        let memory = wasm_bindgen::memory().unchecked_into::<js_sys::WebAssembly::Memory>();
        let buffer = memory.buffer().unchecked_into::<js_sys::ArrayBuffer>();
        f64::from(buffer.byte_length())
    });
    if let Some(description) = window().get("__bench") {
        // Without it the page can still be looked at.
        let _unset = js_sys::Reflect::set(&description, &JsValue::from_str("wasmBytes"), bytes.as_ref());
    }
    bytes.forget();
}

fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _unmarked = performance.mark(name);
    }
}
