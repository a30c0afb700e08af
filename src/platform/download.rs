//! Files that a reader saves: made on the page, nothing is asked of a server.

use crate::markup::Slot;

/// Saves a text as a file; tells whether the browser took it.
#[must_use]
pub fn save_text(name: &str, kind: &str, text: &str) -> bool {
    #[cfg(target_arch = "wasm32")]
    {
        browser::blob(text, kind).is_some_and(|blob| browser::save(name, &blob).is_some())
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = (name, kind, text);
        false
    }
}

/// Saves the SVG in an element as a file, with the style that it has on the page.
#[cfg_attr(
    target_arch = "wasm32",
    expect(clippy::needless_pass_by_value, reason = "both pictures are saved in one way")
)]
pub fn save_svg(holder: Slot, name: &str, told: Box<dyn Fn(bool)>) {
    #[cfg(target_arch = "wasm32")]
    told(
        browser::alone(holder)
            .is_some_and(|(svg, _)| save_text(&[name, ".svg"].concat(), "image/svg+xml;charset=utf-8", &svg)),
    );
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (holder, name, told);
}

/// Saves the SVG in an element as a PNG of twice its size.
pub fn save_png(holder: Slot, name: &str, told: Box<dyn Fn(bool)>) {
    #[cfg(target_arch = "wasm32")]
    match browser::alone(holder) {
        Some((svg, size)) => browser::save_png(&svg, size, [name, ".png"].concat(), told),
        None => told(false),
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (holder, name, told);
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::rc::Rc;

    use js_sys::Array;
    use leptos::prelude::{document, set_timeout, window};
    use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
    use web_sys::{
        Blob, BlobPropertyBag, CanvasRenderingContext2d, Element, HtmlCanvasElement, HtmlElement, HtmlImageElement,
        Url, XmlSerializer,
    };

    use crate::markup::Slot;

    /// What of the page's style a picture takes with it.
    const STYLE: [&str; 11] = [
        "fill",
        "fill-opacity",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "opacity",
        "paint-order",
        "stroke-linejoin",
        "font-family",
        "font-size",
        "font-weight",
    ];

    /// Values that need not be written. A fill of none is one that does.
    const DEFAULTS: [&str; 4] = ["1", "1px", "normal", "miter"];

    /// What a picture has no use for.
    const PAGE_ONLY: [&str; 9] = [
        "class",
        "data-row",
        "data-record",
        "data-capacity",
        "data-series",
        "data-reported",
        "data-held",
        "data-change",
        "data-outside",
    ];

    pub(super) fn blob(text: &str, kind: &str) -> Option<Blob> {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options).ok()
    }

    pub(super) fn save(name: &str, blob: &Blob) -> Option<()> {
        let address = Url::create_object_url_with_blob(blob).ok()?;
        let link = document().create_element("a").ok()?;
        link.set_attribute("href", &address).ok()?;
        link.set_attribute("download", name).ok()?;
        link.unchecked_ref::<HtmlElement>().click();
        // Some browsers read the file only after a while.
        set_timeout(
            move || {
                let _gone = Url::revoke_object_url(&address);
            },
            std::time::Duration::from_secs(20),
        );
        Some(())
    }

    /// The SVG in an element as a text that needs no style sheet, and its size.
    pub(super) fn alone(holder: Slot) -> Option<(String, (u32, u32))> {
        let svg = holder.get()?.query_selector("svg").ok()??;
        let within = svg.query_selector_all("*").ok()?;
        for position in 0..within.length() {
            restyle(within.item(position)?.unchecked_ref())?;
        }
        // Last: the style of what is in it is found by its class.
        restyle(&svg)?;
        svg.remove_attribute("aria-hidden").ok()?;
        svg.remove_attribute("focusable").ok()?;
        let size = |name| svg.get_attribute(name)?.parse().ok();
        let size = (size("width")?, size("height")?);
        Some((XmlSerializer::new().ok()?.serialize_to_string(&svg).ok()?, size))
    }

    fn restyle(element: &Element) -> Option<()> {
        let style = window().get_computed_style(element).ok()??;
        for name in STYLE {
            let value = style.get_property_value(name).ok()?;
            let is_font = name.starts_with("font");
            if !(value.is_empty() || DEFAULTS.contains(&&*value)) && (!is_font || element.tag_name() == "text") {
                element.set_attribute(name, &value).ok()?;
            }
        }
        for name in PAGE_ONLY {
            element.remove_attribute(name).ok()?;
        }
        Some(())
    }

    pub(super) fn save_png(svg: &str, (width, height): (u32, u32), name: String, told: Box<dyn Fn(bool)>) {
        let told: Rc<dyn Fn(bool)> = told.into();
        let Ok(image) = HtmlImageElement::new() else {
            told(false);
            return;
        };
        let drawn = {
            let (image, told) = (image.clone(), told.clone());
            Closure::once_into_js(move || {
                if draw(&image, width * 2, height * 2, name, told.clone()).is_none() {
                    told(false);
                }
            })
        };
        let refused = Closure::once_into_js(move || told(false));
        image.set_onload(Some(drawn.unchecked_ref()));
        image.set_onerror(Some(refused.unchecked_ref()));
        let encoded: String = js_sys::encode_uri_component(svg).into();
        image.set_src(&["data:image/svg+xml;charset=utf-8,", &encoded].concat());
    }

    fn draw(image: &HtmlImageElement, width: u32, height: u32, name: String, told: Rc<dyn Fn(bool)>) -> Option<()> {
        let canvas = document()
            .create_element("canvas")
            .ok()?
            .dyn_into::<HtmlCanvasElement>()
            .ok()?;
        canvas.set_width(width);
        canvas.set_height(height);
        let plane = canvas
            .get_context("2d")
            .ok()??
            .dyn_into::<CanvasRenderingContext2d>()
            .ok()?;
        plane
            .draw_image_with_html_image_element_and_dw_and_dh(image, 0.0, 0.0, f64::from(width), f64::from(height))
            .ok()?;
        let made = Closure::once_into_js(move |blob: JsValue| {
            let saved = blob.dyn_into::<Blob>().ok().and_then(|blob| save(&name, &blob));
            told(saved.is_some());
        });
        canvas.to_blob(made.unchecked_ref()).ok()
    }
}
