//! What lights up: the same record, wherever it is on the page.

/// Marks every bar, marker and row of some records, given by their ids with spaces between; no others.
pub fn light(records: &str) {
    #[cfg(target_arch = "wasm32")]
    browser::light(records);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = records;
}

/// The ids of the records of what an event is on; empty when there are none, `None` within a figure, which tells of itself.
#[must_use]
pub fn records_at(event: &leptos::ev::Event) -> Option<String> {
    #[cfg(target_arch = "wasm32")]
    {
        browser::records_at(event)
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = event;
        None
    }
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use leptos::prelude::document;
    use wasm_bindgen::JsCast;
    use web_sys::Element;

    /// Where elements name their records.
    const NAMES: [&str; 4] = ["data-tenure", "data-event", "data-record", "data-select"];

    pub(super) fn light(records: &str) {
        each("[data-lit]", |element| {
            let _gone = element.remove_attribute("data-lit");
        });
        for id in records.split(' ').filter(|id| !id.is_empty()) {
            let selector = NAMES.map(|name| ["[", name, "~=\"", id, "\"]"].concat()).join(",");
            each(&selector, |element| {
                let _set = element.set_attribute("data-lit", "");
            });
        }
    }

    fn each(selector: &str, act: impl Fn(&Element)) {
        let Ok(found) = document().query_selector_all(selector) else {
            return;
        };
        for position in 0..found.length() {
            if let Some(element) = found.item(position) {
                act(element.unchecked_ref());
            }
        }
    }

    pub(super) fn records_at(event: &web_sys::Event) -> Option<String> {
        let target = event.target()?.dyn_into::<Element>().ok()?;
        let selector = NAMES.map(|name| ["[", name, "]"].concat()).join(",");
        if target.closest(".chart__frame").ok()?.is_some() {
            return None;
        }
        let found = target.closest(&selector).ok()?;
        let ids = found.and_then(|found| NAMES.iter().find_map(|name| found.get_attribute(name)));
        Some(ids.unwrap_or_default())
    }
}
