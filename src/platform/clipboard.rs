//! What a reader takes away.

/// The address of a view in the language of the page, by its query, at which it is read now.
#[must_use]
pub fn address(query: &str) -> String {
    let place = crate::place::place();
    [&*place.here, &*place.language.folder(), "?", query].concat()
}

/// Copies a text and tells whether that could be done. Frames and unsafe pages may not.
pub fn copy(text: &str, told: impl Fn(bool) + 'static) {
    #[cfg(target_arch = "wasm32")]
    {
        use wasm_bindgen::{JsValue, prelude::Closure};

        let navigator = leptos::prelude::window().navigator();
        let is_there =
            js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard")).is_ok_and(|found| found.is_object());
        if !is_there {
            told(false);
            return;
        }
        let told = std::rc::Rc::new(told);
        let also = told.clone();
        let done = Closure::once_into_js(move |_: JsValue| told(true));
        let refused = Closure::once_into_js(move |_: JsValue| also(false));
        let promise = JsValue::from(navigator.clipboard().write_text(text));
        // One of the two is called; a browser without `then` has no promises at all.
        let _unheard = js_sys::Reflect::get(&promise, &JsValue::from_str("then")).map(|then| {
            wasm_bindgen::JsCast::unchecked_into::<js_sys::Function>(then).call2(&promise, &done, &refused)
        });
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (text, told);
}
