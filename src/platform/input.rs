//! What the reader has typed.

use leptos::tachys::renderer::types::Element;

/// Gives an input the text of its `value` attribute, which alone does not change what was typed.
pub fn set_value(element: &Element, value: &str) {
    #[cfg(target_arch = "wasm32")]
    {
        use wasm_bindgen::JsCast;
        if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>()
            && input.value() != value
        {
            input.set_value(value);
        }
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (element, value);
}

/// The value of the menu that an event is of, which goes back to its first option.
#[must_use]
pub fn take_value(event: &leptos::ev::Event) -> String {
    let value = value_of(event);
    #[cfg(target_arch = "wasm32")]
    {
        use wasm_bindgen::JsCast;
        let target = event.target();
        if let Some(menu) = target.and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok()) {
            menu.set_selected_index(0);
        }
    }
    value
}

/// The name of the input or menu that an event is of; empty when it has none.
#[must_use]
pub fn name_of(event: &leptos::ev::Event) -> String {
    #[cfg(target_arch = "wasm32")]
    {
        use wasm_bindgen::JsCast;
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        target
            .and_then(|target| target.get_attribute("name"))
            .unwrap_or_default()
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = event;
        String::new()
    }
}

/// The text of the input that an event is of; empty when it is of none.
#[must_use]
pub fn value_of(event: &leptos::ev::Event) -> String {
    leptos::prelude::event_target_value(event)
}

/// Whether an event is of an input or a menu, which have keys of their own.
#[must_use]
pub fn is_in_one(event: &leptos::ev::KeyboardEvent) -> bool {
    #[cfg(target_arch = "wasm32")]
    {
        use wasm_bindgen::JsCast;
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        target.is_some_and(|target| target.matches("input, select, textarea").unwrap_or(false))
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = event;
        false
    }
}
