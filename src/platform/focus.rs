//! Focus: the arrow keys over bars and markers, one tab stop a group, the way into a detail and back.
//!
//! Within an element, `[data-lane]` is a lane, `[data-day]` one of its items (the value is the
//! day that it is taken to be at; `data-since` and `data-until` are where it begins and ends,
//! if it lasts), and `[data-lane-group]` what has one tab stop. What is in view is told by the
//! days, never by measuring: that would lay the page out again and again.

use leptos::prelude::Memo;
use timeline_core::{
    date::{Day, DayRange},
    layout::neighbours::Direction,
};

use crate::markup::Slot;

/// The lanes that the focus moves in.
#[derive(Clone, Copy)]
pub struct Lanes {
    /// The element that holds them.
    pub root: Slot,
    /// The days that they show.
    pub range: Memo<DayRange>,
}

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
pub fn move_focus(lanes: Lanes, direction: Direction) -> Moved {
    #[cfg(target_arch = "wasm32")]
    return browser::move_focus(lanes, direction).unwrap_or(Moved::No);
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = (lanes, direction);
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
pub fn hold_focus(lanes: Lanes) {
    #[cfg(target_arch = "wasm32")]
    browser::hold_focus(lanes);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = lanes;
}

/// Gives the focus to the nearest item of its lane, or else to the root, when the item that has
/// it has been taken away by a change of what `track` reads.
pub fn keep_focus(lanes: Lanes, track: impl Fn() + 'static) {
    #[cfg(target_arch = "wasm32")]
    browser::keep_focus(lanes, track);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (lanes, track);
}

/// Gives each lane group one tab stop: the item with the focus, else the stop that it has, else its first item.
/// What is outside of the range shown has none.
pub fn repair_tab_stops(lanes: Lanes) {
    #[cfg(target_arch = "wasm32")]
    browser::repair_tab_stops(lanes);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = lanes;
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

/// Brings an element into view, when it is there.
pub fn show_id(id: &str) {
    #[cfg(target_arch = "wasm32")]
    if let Some(element) = leptos::prelude::document().get_element_by_id(id) {
        element.scroll_into_view();
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = id;
}

/// Whether the focus is in an element.
#[must_use]
pub fn is_within(element: Slot) -> bool {
    #[cfg(target_arch = "wasm32")]
    {
        let focused = leptos::prelude::document().active_element();
        element
            .get()
            .is_some_and(|element| focused.is_some_and(|focused| element.contains(Some(&focused))))
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = element;
        false
    }
}

/// Focuses the bar or marker of a record, when the page has been brought up to date.
pub fn focus_record(id: &str) {
    #[cfg(target_arch = "wasm32")]
    {
        let selector = [
            "[data-tenure=\"",
            id,
            "\"],[data-event~=\"",
            id,
            "\"],[data-select=\"",
            id,
            "\"]",
        ]
        .concat();
        browser::later(move || browser::focus_first(&selector));
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = id;
}

/// Runs something when the page has been brought up to date.
pub fn after_update(run: impl FnOnce() + 'static) {
    #[cfg(target_arch = "wasm32")]
    super::turns::last(move || browser::later(run));
    #[cfg(not(target_arch = "wasm32"))]
    let _ = run;
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use leptos::{ev, prelude::*};
    use timeline_core::{
        date::{Day, DayRange},
        layout::neighbours::{Direction, neighbour},
    };
    use wasm_bindgen::JsCast;
    use web_sys::{Element, HtmlElement, NodeList};

    use super::{Lanes, Moved};
    use crate::{markup::Slot, react::react};

    const LANES: &str = "[data-lane-group]:not([hidden]) [data-lane]";
    const ITEMS: &str = "[data-day]";
    const STOPS: &str = "[data-day][tabindex=\"0\"]";

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

    /// Whether an item has days in a range.
    fn is_in(item: &Element, range: DayRange) -> bool {
        match (days(item, "data-since"), days(item, "data-until")) {
            (Some(since), Some(until)) => since < range.to && range.from < until,
            _ => range.contains(day_of(item)),
        }
    }

    fn lane_of(item: &Element) -> Option<Element> {
        item.closest("[data-lane]").ok().flatten()
    }

    fn days(item: &Element, attribute: &str) -> Option<Day> {
        let days = item.get_attribute(attribute)?.parse().ok()?;
        Some(Day::from_epoch_days(days))
    }

    pub(super) fn day_of(item: &Element) -> Day {
        days(item, "data-day").unwrap_or(Day::from_epoch_days(0))
    }

    /// The item within the root that has the focus.
    pub(super) fn focused_item(root: Slot) -> Option<Element> {
        let active = document().active_element()?;
        let is_item = active.has_attribute("data-day") && root.get()?.contains(Some(&active));
        is_item.then_some(active)
    }

    pub(super) fn hold_focus(lanes: Lanes) {
        let Some(held) = focused_item(lanes.root) else { return };
        let (lane, day) = (lane_of(&held), day_of(&held));
        later(move || {
            let Some(range) = lanes.range.try_get_untracked() else {
                return;
            };
            if !focused_item(lanes.root).is_some_and(|item| is_in(&item, range)) {
                bequeath(lanes, lane.as_ref(), day);
            }
        });
    }

    /// Gives the focus to the item of a lane that is in view and nearest to a day, or else to the root.
    fn bequeath(lanes: Lanes, lane: Option<&Element>, day: Day) {
        let Some(range) = lanes.range.try_get_untracked() else {
            return;
        };
        let nearest = |lane: &Element| {
            all(lane, ITEMS)
                .into_iter()
                .filter(|item| is_in(item, range))
                .min_by_key(|item| day_of(item).days_until(day).abs())
        };
        let root = lanes.root.get().and_then(|root| root.dyn_into::<HtmlElement>().ok());
        let is_there = |lane: &&Element| lane.is_connected();
        let heir = lane.filter(is_there).and_then(nearest).or(root);
        // An element that cannot take the focus leaves it where it is.
        let _unmoved = heir.map(|heir| heir.focus());
    }

    pub(super) fn keep_focus(lanes: Lanes, track: impl Fn() + 'static) {
        let held: StoredValue<Option<(Element, Option<Element>)>, LocalStorage> = StoredValue::new_local(None);
        let listener = window_event_listener(ev::focusin, move |_| {
            held.set_value(focused_item(lanes.root).map(|item| (item.clone(), lane_of(&item))));
        });
        let given_away = window_event_listener(ev::focusout, move |_| {
            later(move || {
                let is_elsewhere = |item: &Element| item.is_connected() && focused_item(lanes.root).is_none();
                held.try_update_value(|held| *held = held.take().filter(|(item, _)| !is_elsewhere(item)));
            });
        });
        on_cleanup(move || {
            listener.remove();
            given_away.remove();
        });
        react(move |_| {
            track();
            later(move || {
                let is_lost = |(item, _): &(Element, _)| !item.is_connected();
                let Some((item, lane)) = held.try_get_value().flatten().filter(is_lost) else {
                    return;
                };
                held.set_value(None);
                // Elsewhere it is not lost.
                if document()
                    .active_element()
                    .is_none_or(|active| active.local_name() == "body")
                {
                    bequeath(lanes, lane.as_ref(), day_of(&item));
                }
            });
        });
    }

    pub(super) fn move_focus(lanes: Lanes, direction: Direction) -> Option<Moved> {
        let active = focused_item(lanes.root);
        let range = lanes.range.get_untracked();
        let mut found = Vec::new();
        let mut current = None;
        let rows: Vec<Vec<(usize, Day)>> = all(&lanes.root.get()?, LANES)
            .iter()
            .map(|lane| {
                all(lane, ITEMS)
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
            Some(current) => found.get(neighbour(&rows, current, direction)?),
            None => found.iter().find(|item| is_in(item, range)),
        }?;
        item.focus().ok()?;
        Some(if is_in(item, range) {
            Moved::InView
        } else {
            Moved::OutOfView(day_of(item))
        })
    }

    pub(super) fn repair_tab_stops(lanes: Lanes) {
        let (Some(root), Some(range)) = (lanes.root.get(), lanes.range.try_get_untracked()) else {
            return;
        };
        let focused = focused_item(lanes.root);
        for group in all(&root, "[data-lane-group]") {
            let stops = all(&group, STOPS);
            let of_focus = focused.clone().filter(|item| group.contains(Some(item)));
            let in_view = |items: &[HtmlElement]| items.iter().find(|item| is_in(item, range)).cloned();
            let stop = of_focus
                .and_then(|item| item.dyn_into::<HtmlElement>().ok())
                .filter(|item| is_in(item, range))
                .or_else(|| in_view(&stops))
                .or_else(|| in_view(&all(&group, ITEMS)));
            for other in stops {
                if !stop.as_ref().is_some_and(|stop| stop.is_same_node(Some(&other))) {
                    other.set_tab_index(-1);
                }
            }
            if let Some(stop) = stop.filter(|stop| stop.tab_index() != 0) {
                stop.set_tab_index(0);
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
