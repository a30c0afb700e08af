//! Starting the app in the page.

#[cfg(target_arch = "wasm32")]
mod browser {
    use leptos::prelude::*;
    use wasm_bindgen::JsCast;
    use web_sys::HtmlElement;

    /// Hydrates `#app` if it holds the pre-rendered page, mounts into it otherwise, and marks it as ready.
    pub fn mount<V: IntoView + 'static>(app: fn() -> V) {
        let element = document()
            .get_element_by_id("app")
            .and_then(|element| element.dyn_into::<HtmlElement>().ok());
        let Some(element) = element else { return };
        if element.first_element_child().is_some() {
            leptos::mount::hydrate_from(element.clone(), app).forget();
        } else {
            leptos::mount::mount_to(element.clone(), app).forget();
        }
        request_animation_frame(move || {
            // The mark is for tests and styles; the app works without it.
            let _unmarked = element.set_attribute("data-ready", "true");
        });
    }
}

#[cfg(target_arch = "wasm32")]
pub use browser::mount;
