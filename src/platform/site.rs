//! Where the site stands, and its own scripts.

/// The public address of the site, with a slash at its end; relative on the host.
#[must_use]
pub fn address() -> String {
    #[cfg(target_arch = "wasm32")]
    return browser::address().unwrap_or_default();
    #[cfg(not(target_arch = "wasm32"))]
    "../".to_owned()
}

/// The value of an attribute of the element that holds the app; none on the host.
#[must_use]
pub fn told(attribute: &str) -> Option<String> {
    #[cfg(target_arch = "wasm32")]
    return browser::app()?.get_attribute(attribute);
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = attribute;
        None
    }
}

/// Adds a script of the site to the page, once.
pub fn load_script(address: &str) {
    #[cfg(target_arch = "wasm32")]
    // A page that cannot hold it does without.
    let _unloaded = browser::load_script(address);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = address;
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use leptos::prelude::{document, window};
    use web_sys::{Element, Url};

    pub(super) fn app() -> Option<Element> {
        document().get_element_by_id("app")
    }

    pub(super) fn address() -> Option<String> {
        let root = app()?.get_attribute("data-root").unwrap_or_default();
        let place = window().location();
        let page = [place.origin().ok()?, place.pathname().ok()?].concat();
        let root = if root.is_empty() { "./" } else { &root };
        Some(Url::new_with_base(root, &page).ok()?.href())
    }

    pub(super) fn load_script(address: &str) -> Option<()> {
        let page = document();
        let selector = ["script[src=\"", address, "\"]"].concat();
        if page.query_selector(&selector).ok()?.is_none() {
            let script = page.create_element("script").ok()?;
            script.set_attribute("src", address).ok()?;
            page.document_element()?.append_child(&script).ok()?;
        }
        Some(())
    }
}
