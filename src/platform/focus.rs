//! Focus: the arrow keys over bars and markers, one tab stop a group, the way into a detail and back.
//!
//! Within an element, `[data-lane]` is a lane, `[data-day]` one of its items (the value is the
//! day that it is taken to be at), and `[data-lane-group]` what has one tab stop.

use timeline_core::layout::neighbours::Direction;

use crate::markup::Slot;

/// Moves the focus from the item that has it in a direction. `true` when it moved.
#[must_use]
pub fn move_focus(root: Slot, direction: Direction) -> bool {
    #[cfg(target_arch = "wasm32")]
    return browser::move_focus(root, direction).is_some();
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = (root, direction);
        false
    }
}

/// Gives each lane group one tab stop: the item with the focus, else the stop that it has, else its first item.
pub fn repair_tab_stops(root: Slot) {
    #[cfg(target_arch = "wasm32")]
    browser::repair_tab_stops(root);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = root;
}

/// Focuses the element with this id, when the page has been brought up to date.
pub fn focus_id(id: &'static str) {
    #[cfg(target_arch = "wasm32")]
    browser::later(move || browser::focus_first(&["#", id].concat()));
    #[cfg(not(target_arch = "wasm32"))]
    let _ = id;
}

/// Focuses the bar or marker of a record, when the page has been brought up to date.
pub fn focus_record(id: &str) {
    #[cfg(target_arch = "wasm32")]
    {
        let selector = ["[data-records~=\"", id, "\"]"].concat();
        browser::later(move || browser::focus_first(&selector));
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = id;
}

/// Runs something when the page has been brought up to date.
pub fn after_update(run: impl FnOnce() + 'static) {
    #[cfg(target_arch = "wasm32")]
    browser::later(run);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = run;
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use leptos::prelude::*;
    use timeline_core::{
        date::Day,
        layout::neighbours::{Direction, neighbour},
    };
    use wasm_bindgen::JsCast;
    use web_sys::{Element, HtmlElement, NodeList};

    use crate::markup::Slot;

    fn elements(list: Option<NodeList>) -> Vec<HtmlElement> {
        let Some(list) = list else { return Vec::new() };
        (0..list.length())
            .filter_map(|index| list.get(index))
            .filter_map(|node| node.dyn_into::<HtmlElement>().ok())
            .collect()
    }

    fn all(root: &Element, selector: &str) -> Vec<HtmlElement> {
        elements(root.query_selector_all(selector).ok())
    }

    /// Items that are on the screen: drawn, and within the range shown.
    fn items(lane: &Element) -> Vec<HtmlElement> {
        all(lane, "[data-day]")
            .into_iter()
            .filter(|item| item.offset_parent().is_some())
            .collect()
    }

    fn day_of(item: &HtmlElement) -> Day {
        let days = item.get_attribute("data-day").and_then(|text| text.parse().ok());
        Day::from_epoch_days(days.unwrap_or(0))
    }

    pub(super) fn move_focus(root: Slot, direction: Direction) -> Option<()> {
        let root = root.get()?;
        let active = root.owner_document()?.active_element()?;
        let mut found = Vec::new();
        let mut current = None;
        let lanes: Vec<Vec<(usize, Day)>> = all(&root, "[data-lane]")
            .iter()
            .map(|lane| {
                items(lane)
                    .into_iter()
                    .map(|item| {
                        let day = day_of(&item);
                        if item.is_same_node(Some(&active)) {
                            current = Some(found.len());
                        }
                        found.push(item);
                        (found.len() - 1, day)
                    })
                    .collect::<Vec<_>>()
            })
            .collect();
        let item = found.get(neighbour(&lanes, current?, direction)?)?;
        item.focus().ok()
    }

    pub(super) fn repair_tab_stops(root: Slot) {
        let Some(root) = root.get() else { return };
        let active = root.owner_document().and_then(|document| document.active_element());
        for group in all(&root, "[data-lane-group]") {
            let items = items(&group);
            let focused = items
                .iter()
                .position(|item| active.as_ref().is_some_and(|active| item.is_same_node(Some(active))));
            let stop = focused
                .or_else(|| items.iter().position(|item| item.tab_index() == 0))
                .unwrap_or(0);
            for (position, item) in items.iter().enumerate() {
                let index = if position == stop { 0 } else { -1 };
                if item.tab_index() != index {
                    item.set_tab_index(index);
                }
            }
        }
    }

    pub(super) fn focus_first(selector: &str) {
        let found = document().query_selector_all(selector).ok();
        if let Some(element) = elements(found)
            .into_iter()
            .find(|element| element.offset_parent().is_some())
        {
            // An element that cannot take the focus leaves it where it is.
            let _unmoved = element.focus();
        }
    }

    pub(super) fn later(run: impl FnOnce() + 'static) {
        request_animation_frame(run);
    }
}
