//! Starting the app in the page.

#[cfg(target_arch = "wasm32")]
mod browser {
    use js_sys::Reflect;
    use leptos::prelude::*;
    use timeline_core::model::Language;
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::{HtmlElement, Url};

    use crate::{
        place::{PageKind, Place},
        platform::{
            page_events::{STARTED, tell},
            turns,
        },
    };

    /// The element that the program fills.
    pub(crate) type Frame = HtmlElement;

    /// The frame; `None` on a page without one.
    #[must_use]
    pub fn frame() -> Option<Frame> {
        document().get_element_by_id("app")?.dyn_into().ok()
    }

    /// Where the page of an element stands in the site: what the element and the page say of it.
    #[must_use]
    pub fn place_of(frame: &HtmlElement) -> Place {
        let said = |name: &str| frame.get_attribute(name).unwrap_or_default();
        let page = document().document_element();
        let kind = page.and_then(|page| page.get_attribute("data-page"));
        let root = said("data-root");
        let language = document()
            .document_element()
            .and_then(|page| page.get_attribute("lang"));
        Place {
            language: Language::from_word(&language.unwrap_or_default()).unwrap_or_default(),
            path: said("data-path"),
            kind: PageKind::from_word(&kind.unwrap_or_default()),
            home: said("data-home"),
            here: here(&root).unwrap_or_default(),
            site: said("data-site"),
            root,
        }
    }

    /// The texts of the page's language, which `boot.js` has put on the element; `None` on a page that needs none.
    #[must_use]
    pub fn texts_of(frame: &HtmlElement) -> Option<String> {
        Reflect::get(frame, &JsValue::from_str("texts")).ok()?.as_string()
    }

    /// The address that a way from the page leads to.
    fn here(way: &str) -> Option<String> {
        let base = location().href().ok()?;
        let url = Url::new_with_base(if way.is_empty() { "." } else { way }, &base).ok()?;
        url.set_search("");
        url.set_hash("");
        Some(url.href())
    }

    /// Hydrates the element if it holds the pre-rendered page, mounts into it otherwise, and marks it as ready.
    pub fn mount<V: IntoView + 'static>(element: HtmlElement, app: fn() -> V) {
        if element.first_element_child().is_some() {
            leptos::mount::hydrate_from(element.clone(), app).forget();
        } else {
            leptos::mount::mount_to(element.clone(), app).forget();
        }
        let marked = move || {
            // The mark is for tests and styles; the app works without it.
            let _unmarked = element.set_attribute("data-ready", "true");
            tell(STARTED, "");
        };
        turns::last(marked);
    }
}

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::Frame;
#[cfg(target_arch = "wasm32")]
pub use browser::{frame, mount, place_of, texts_of};
