//! Focus: the arrow keys over bars and markers, one tab stop a group, the way into a detail and back.
//!
//! Within an element, `[data-lane]` is a lane, `[data-day]` one of its items (the value is the
//! day that it is taken to be at), and `[data-lane-group]` what has one tab stop.

use timeline_core::{date::Day, layout::neighbours::Direction};

use crate::markup::Slot;

/// Where the focus has gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// Nowhere: there is nothing in that direction.
    No,
    /// To an item on the screen.
    InView,
    /// To an item outside of the range shown, at this day.
    OutOfView(Day),
}

/// Moves the focus from the item that has it in a direction; to the first item in view when none has it.
#[must_use]
pub fn move_focus(root: Slot, direction: Direction) -> Moved {
    #[cfg(target_arch = "wasm32")]
    return browser::move_focus(root, direction).unwrap_or(Moved::No);
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = (root, direction);
        Moved::No
    }
}

/// The day of the item that has the focus.
#[must_use]
pub fn focused_day(root: Slot) -> Option<Day> {
    #[cfg(target_arch = "wasm32")]
    return browser::focused_item(root).map(|item| browser::day_of(&item));
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = root;
        None
    }
}

/// To be called before a change of the range: when the item that has the focus is out of
/// view afterwards, the nearest one of its lane takes the focus, or else the root itself.
pub fn hold_focus(root: Slot) {
    #[cfg(target_arch = "wasm32")]
    browser::hold_focus(root);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = root;
}

/// Gives each lane group one tab stop: the item with the focus, else the stop that it has, else its first item.
/// What is outside of the range shown has none.
pub fn repair_tab_stops(root: Slot) {
    #[cfg(target_arch = "wasm32")]
    browser::repair_tab_stops(root);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = root;
}

/// Focuses the element with this id, when the page has been brought up to date.
pub fn focus_id(id: &str) {
    #[cfg(target_arch = "wasm32")]
    {
        let selector = ["#", id].concat();
        browser::later(move || browser::focus_first(&selector));
    }
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

    use super::Moved;
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

    /// Items that are drawn, within the range shown or not.
    fn items(lane: &Element) -> Vec<HtmlElement> {
        all(lane, "[data-day]")
            .into_iter()
            .filter(|item| item.offset_parent().is_some())
            .collect()
    }

    /// Whether an item is within its lane, which cuts off what is outside of the range shown.
    fn is_in_view(item: &Element) -> bool {
        let Some(lane) = lane_of(item) else { return false };
        let (item, lane) = (item.get_bounding_client_rect(), lane.get_bounding_client_rect());
        item.right() > lane.left() && item.left() < lane.right()
    }

    fn lane_of(item: &Element) -> Option<Element> {
        item.closest("[data-lane]").ok().flatten()
    }

    pub(super) fn day_of(item: &Element) -> Day {
        let days = item.get_attribute("data-day").and_then(|text| text.parse().ok());
        Day::from_epoch_days(days.unwrap_or(0))
    }

    /// The item within the root that has the focus.
    pub(super) fn focused_item(root: Slot) -> Option<Element> {
        let active = document().active_element()?;
        let is_item = active.has_attribute("data-day") && root.get()?.contains(Some(&active));
        is_item.then_some(active)
    }

    pub(super) fn hold_focus(root: Slot) {
        let Some(held) = focused_item(root) else { return };
        let (lane, day) = (lane_of(&held), day_of(&held));
        later(move || {
            let stays = focused_item(root).is_some_and(|item| is_in_view(&item));
            let Some(root) = root.get().filter(|_| !stays) else {
                return;
            };
            let nearest = |lane: &Element| {
                items(lane)
                    .into_iter()
                    .filter(|item| is_in_view(item))
                    .min_by_key(|item| day_of(item).days_until(day).abs())
            };
            let heir = lane.as_ref().and_then(nearest).or_else(|| root.dyn_into().ok());
            // An element that cannot take the focus leaves it where it is.
            let _unmoved = heir.map(|heir| heir.focus());
        });
    }

    pub(super) fn move_focus(root: Slot, direction: Direction) -> Option<Moved> {
        let active = focused_item(root);
        let root = root.get()?;
        let mut found = Vec::new();
        let mut current = None;
        let lanes: Vec<Vec<(usize, Day)>> = all(&root, "[data-lane]")
            .iter()
            .map(|lane| {
                items(lane)
                    .into_iter()
                    .map(|item| {
                        let day = day_of(&item);
                        if active.as_ref().is_some_and(|active| item.is_same_node(Some(active))) {
                            current = Some(found.len());
                        }
                        found.push(item);
                        (found.len() - 1, day)
                    })
                    .collect::<Vec<_>>()
            })
            .collect();
        let item = match current {
            Some(current) => found.get(neighbour(&lanes, current, direction)?),
            None => found.iter().find(|item| is_in_view(item)),
        }?;
        item.focus().ok()?;
        Some(if is_in_view(item) {
            Moved::InView
        } else {
            Moved::OutOfView(day_of(item))
        })
    }

    pub(super) fn repair_tab_stops(root: Slot) {
        let Some(root) = root.get() else { return };
        let active = root.owner_document().and_then(|document| document.active_element());
        for group in all(&root, "[data-lane-group]") {
            let drawn = items(&group);
            let (items, outside): (Vec<_>, Vec<_>) = drawn.into_iter().partition(|item| is_in_view(item));
            for item in outside {
                set_tab_index(&item, -1);
            }
            let focused = items
                .iter()
                .position(|item| active.as_ref().is_some_and(|active| item.is_same_node(Some(active))));
            let stop = focused
                .or_else(|| items.iter().position(|item| item.tab_index() == 0))
                .unwrap_or(0);
            for (position, item) in items.iter().enumerate() {
                set_tab_index(item, if position == stop { 0 } else { -1 });
            }
        }
    }

    fn set_tab_index(item: &HtmlElement, index: i32) {
        if item.tab_index() != index {
            item.set_tab_index(index);
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
