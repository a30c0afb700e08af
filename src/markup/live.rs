//! Markup on the page: made new or taken over from the pre-rendered page, and kept up to date.

use std::{cell::RefCell, rc::Rc};

use leptos::{
    prelude::*,
    reactive::graph::{Subscriber, ToAnySubscriber},
    tachys::renderer::{
        CastFrom, Rndr,
        types::{Element, Node, Text},
    },
    wasm_bindgen::{JsCast, JsValue, prelude::Closure},
};

use timeline_core::order::ordered;

use super::{Content, KeysFn, MakeFn, Markup, Part, PartFn};
use crate::platform::turns;

const SVG_NAMESPACE: &str = "http://www.w3.org/2000/svg";

/// An element on the page with all that keeps it up to date.
pub(super) struct Live {
    pub(super) element: Element,
    /// Dropped with the element.
    _kept: Vec<Kept>,
}

enum Kept {
    Effect {
        _effect: Running,
    },
    Listener {
        _closure: Closure<dyn Fn(JsValue)>,
    },
    Child {
        _live: Live,
    },
    /// Filled when its turn comes.
    InTurn {
        _live: Rc<RefCell<Option<Live>>>,
    },
}

/// An effect, for as long as it is kept. What it has read would remember it for ever otherwise.
struct Running(RenderEffect<()>);

impl Drop for Running {
    fn drop(&mut self) {
        let subscriber = self.0.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
    }
}

/// An element of a list, with its key and the owner of its signals.
struct Keyed {
    key: String,
    live: Live,
    owner: Owner,
}

fn effect(run: Box<dyn FnMut()>) -> Kept {
    let mut run = run;
    Kept::Effect {
        _effect: Running(RenderEffect::new(move |_| run())),
    }
}

impl Markup {
    /// Makes the element.
    pub(super) fn create(self, namespace: Option<&'static str>) -> Live {
        let namespace = if self.0.tag == "svg" {
            Some(SVG_NAMESPACE)
        } else {
            namespace
        };
        let element = Rndr::create_element(self.0.tag, namespace);
        for (name, value) in &self.0.attributes {
            Rndr::set_attribute(&element, name, value);
        }
        self.bring_to_life(element, namespace, false)
    }

    /// Takes the element over from the pre-rendered page.
    pub(super) fn take_over(self, element: Element) -> Live {
        self.bring_to_life(element, None, true)
    }

    fn is_live(&self) -> bool {
        !self.0.live_attributes.is_empty()
            || !self.0.listeners.is_empty()
            || self.0.slot.is_some()
            || match &self.0.content {
                Content::Fixed(parts) => parts.iter().any(|part| match part {
                    Part::Element(child) => child.is_live(),
                    Part::InTurn(_) => true,
                    Part::Still(_) | Part::Text(_) => false,
                }),
                Content::LiveText(_) | Content::Each(..) => true,
            }
    }

    fn bring_to_life(self, element: Element, namespace: Option<&'static str>, there: bool) -> Live {
        let mut kept = Vec::new();
        let markup = *self.0;
        if let Some(slot) = markup.slot {
            slot.fill(element.clone());
        }
        for (name, value) in markup.live_attributes {
            let element = element.clone();
            let mut before = None;
            kept.push(effect(Box::new(move || {
                let now = value();
                if before.as_ref() != Some(&now) {
                    match &now {
                        Some(value) => set_attribute(&element, name, value, before.is_none()),
                        None => Rndr::remove_attribute(&element, name),
                    }
                    before = Some(now);
                } else if let Some(value) = &now
                    && name == "value"
                {
                    crate::platform::input::set_value(&element, value);
                }
            })));
        }
        for (name, hear) in markup.listeners {
            let closure = Closure::<dyn Fn(JsValue)>::new(hear);
            if element
                .add_event_listener_with_callback(&name, closure.as_ref().unchecked_ref())
                .is_ok()
            {
                kept.push(Kept::Listener { _closure: closure });
            }
        }
        match markup.content {
            Content::Fixed(parts) if there => take_over_children(parts, &element, &mut kept),
            Content::Fixed(parts) => {
                for part in parts {
                    match part {
                        Part::Element(child) => kept.push(create_child(child, &element, namespace)),
                        Part::InTurn(make) => kept.push(create_child(make(), &element, namespace)),
                        Part::Still(make) => {
                            let live = make().create(namespace);
                            Rndr::insert_node(&element, &live.element, None);
                        }
                        Part::Text(text) => Rndr::insert_node(&element, &Rndr::create_text_node(&text), None),
                    }
                }
            }
            Content::LiveText(text) => {
                let node = Rndr::first_child(&element)
                    .and_then(Text::cast_from)
                    .unwrap_or_else(|| {
                        let node = Rndr::create_text_node("");
                        Rndr::insert_node(&element, &node, None);
                        node
                    });
                kept.push(effect(Box::new(move || {
                    let text = text();
                    if node.data() != *text {
                        Rndr::set_text(&node, &text);
                    }
                })));
            }
            Content::Each(keys, make) => kept.push(each(element.clone(), keys, make, namespace, there)),
        }
        Live { element, _kept: kept }
    }
}

/// Sets an attribute; the text of an input follows too, which its attribute alone would not do.
/// The first time the delivered page may have it already.
fn set_attribute(element: &Element, name: &str, value: &str, is_first: bool) {
    if !is_first || element.get_attribute(name).as_deref() != Some(value) {
        Rndr::set_attribute(element, name, value);
    }
    if name == "value" {
        crate::platform::input::set_value(element, value);
    }
}

fn create_child(child: Markup, parent: &Element, namespace: Option<&'static str>) -> Kept {
    let live = child.create(namespace);
    Rndr::insert_node(parent, &live.element, None);
    Kept::Child { _live: live }
}

fn take_over_children(parts: Vec<Part>, element: &Element, kept: &mut Vec<Kept>) {
    let mut next = element.first_element_child();
    for part in parts {
        if matches!(part, Part::Text(_)) {
            continue;
        }
        let Some(found) = next else { return };
        next = found.next_element_sibling();
        match part {
            Part::Element(child) if child.is_live() => kept.push(Kept::Child {
                _live: child.take_over(found),
            }),
            Part::InTurn(make) => kept.push(take_over_in_turn(make, found)),
            Part::Element(_) | Part::Still(_) | Part::Text(_) => {}
        }
    }
}

fn take_over_in_turn(make: PartFn, element: Element) -> Kept {
    let live = Rc::<RefCell<Option<Live>>>::default();
    let (place, owner) = (Rc::downgrade(&live), Owner::current().unwrap_or_default());
    turns::part(move || {
        if let Some(place) = place.upgrade() {
            let taken = owner.with(|| make().take_over(element));
            place.replace(Some(taken));
        }
    });
    Kept::InTurn { _live: live }
}

/// Keeps the elements of an element the same as its keys: what stays is kept in place, so
/// that it keeps the focus.
fn each(parent: Element, keys: KeysFn, make: MakeFn, namespace: Option<&'static str>, there: bool) -> Kept {
    let list: Rc<RefCell<Vec<Keyed>>> = Rc::default();
    let outer = Owner::current().unwrap_or_default();
    // The outer owner remembers each owner that it has had: those that are done are used again.
    let mut spare: Vec<Owner> = Vec::new();
    let mut there = there;
    effect(Box::new(move || {
        let wanted = keys();
        // What goes goes first: what stays need not be moved, which would take its focus.
        let order = ordered(wanted.len(), false, &|one, other| {
            wanted.get(one).cmp(&wanted.get(other))
        });
        let is_wanted = |row: &Keyed| {
            order
                .binary_search_by(|&at| wanted.get(at).cmp(&Some(&row.key)))
                .is_ok()
        };
        let (stay, gone): (Vec<Keyed>, Vec<Keyed>) = list.take().into_iter().partition(is_wanted);
        for Keyed { live, owner, .. } in gone {
            Rndr::remove(live.element.as_ref());
            drop(live);
            owner.cleanup();
            spare.push(owner);
        }
        let mut old: Vec<Option<Keyed>> = stay.into_iter().map(Some).collect();
        let mut next: Option<Node> = Rndr::first_child(&parent);
        let mut new = Vec::with_capacity(wanted.len());
        for key in wanted {
            let stays = old
                .iter_mut()
                .find(|row| row.as_ref().is_some_and(|row| row.key == key))
                .and_then(Option::take);
            let row = stays.unwrap_or_else(|| {
                let owner = spare.pop().unwrap_or_else(|| outer.with(Owner::new));
                let live = owner.with(|| {
                    let markup = untrack(|| make(&key));
                    match next.clone().and_then(Element::cast_from) {
                        Some(found) if there => markup.take_over(found),
                        _ => markup.create(namespace),
                    }
                });
                Keyed { key, live, owner }
            });
            let node: &Node = row.live.element.as_ref();
            if next.as_ref().is_some_and(|next| next.is_same_node(Some(node))) {
                next = Rndr::next_sibling(node);
            } else {
                Rndr::insert_node(&parent, node, next.as_ref());
            }
            new.push(row);
        }
        there = false;
        *list.borrow_mut() = new;
    }))
}
