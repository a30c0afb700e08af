//! What the page says of the site, and the site's own scripts.

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
    use leptos::prelude::document;
    use web_sys::Element;

    pub(super) fn app() -> Option<Element> {
        document().get_element_by_id("app")
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
