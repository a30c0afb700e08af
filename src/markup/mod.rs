//! Content as a value: elements with attributes, text, listeners and parts that follow the view.
//!
//! The components of this app are functions that return [`Markup`]. Leptos gives the
//! reactive system, the pre-rendering and the mounting; but where its `view!` makes a type,
//! with code to build, hydrate and rebuild it, of every shape of content, a `Markup` is one
//! type with one way to each: a third of the bytes (see docs/adr/0002).

mod html;
#[cfg(target_arch = "wasm32")]
mod live;
mod marked;
mod render;
mod slot;

use std::borrow::Cow;

use leptos::{
    ev::EventDescriptor,
    wasm_bindgen::{JsCast, JsValue},
};

pub use slot::Slot;

/// A text that is given or computed.
pub type Text = Cow<'static, str>;

/// A text that can be put into an element: one that stands in the program, or one that was made.
pub trait IntoText {
    #[doc(hidden)]
    fn put_attribute(self, element: &mut Element, name: &'static str);
    #[doc(hidden)]
    fn put_text(self, element: &mut Element);
}

impl IntoText for &'static str {
    fn put_attribute(self, element: &mut Element, name: &'static str) {
        element.put_static_attribute(name, self);
    }

    fn put_text(self, element: &mut Element) {
        element.put_static_text(self);
    }
}

impl IntoText for String {
    fn put_attribute(self, element: &mut Element, name: &'static str) {
        element.put_attribute(name, Cow::Owned(self));
    }

    fn put_text(self, element: &mut Element) {
        element.put_text(Cow::Owned(self));
    }
}

/// Computes a text from the view.
type TextFn = Box<dyn Fn() -> Text + Send + Sync>;
/// Computes an attribute from the view; none removes it.
type AttributeFn = Box<dyn Fn() -> Option<Text> + Send + Sync>;
/// Hears an event.
type Listener = Box<dyn Fn(JsValue) + Send + Sync>;
/// Makes an element.
type PartFn = Box<dyn Fn() -> Markup + Send + Sync>;
/// The keys of a list of elements.
type KeysFn = Box<dyn Fn() -> Vec<String> + Send + Sync>;
/// Makes the element of a key.
type MakeFn = Box<dyn Fn(&str) -> Markup + Send + Sync>;

/// An element with its attributes and content. Boxed, so that building it moves one pointer.
pub struct Markup(Box<Element>);

#[doc(hidden)]
pub struct Element {
    tag: &'static str,
    attributes: Vec<(&'static str, Text)>,
    live_attributes: Vec<(&'static str, AttributeFn)>,
    listeners: Vec<(Text, Listener)>,
    slot: Option<Slot>,
    content: Content,
}

/// What is in an element.
enum Content {
    /// Elements and text that do not change.
    Fixed(Vec<Part>),
    /// One text that follows the view.
    LiveText(TextFn),
    /// A list of elements that follows the view: an element a key.
    Each(KeysFn, MakeFn),
}

enum Part {
    Element(Markup),
    /// An element in which nothing ever changes: made where it is not there yet.
    Still(PartFn),
    /// An element that is taken over in a turn of its own.
    InTurn(PartFn),
    Text(Text),
}

/// An element without attributes and content.
#[must_use]
pub fn el(tag: &'static str) -> Markup {
    Markup(Box::new(Element {
        tag,
        attributes: Vec::new(),
        live_attributes: Vec::new(),
        listeners: Vec::new(),
        slot: None,
        content: Content::Fixed(Vec::new()),
    }))
}

/// A button of a class.
#[must_use]
pub fn button(class: &'static str) -> Markup {
    el("button").class(class).attr("type", "button")
}

// The parts that are not generic are kept out of line: they are called thousands of times,
// and their copies would be most of the program.
impl Element {
    #[inline(never)]
    fn put_attribute(&mut self, name: &'static str, value: Text) {
        self.attributes.push((name, value));
    }

    #[inline(never)]
    fn put_static_attribute(&mut self, name: &'static str, value: &'static str) {
        self.attributes.push((name, Cow::Borrowed(value)));
    }

    #[inline(never)]
    fn put_static_text(&mut self, text: &'static str) {
        self.put_text(Cow::Borrowed(text));
    }

    #[inline(never)]
    fn put_live_attribute(&mut self, name: &'static str, value: AttributeFn) {
        self.live_attributes.push((name, value));
    }

    #[inline(never)]
    fn put_text(&mut self, text: Text) {
        if let Content::Fixed(parts) = &mut self.content {
            if let Some(Part::Text(before)) = parts.last_mut() {
                before.to_mut().push_str(&text);
            } else if !text.is_empty() {
                parts.push(Part::Text(text));
            }
        }
    }

    #[inline(never)]
    fn put_child(&mut self, child: Markup) {
        if let Content::Fixed(parts) = &mut self.content {
            parts.push(Part::Element(child));
        }
    }
}

impl Markup {
    /// Adds an attribute.
    #[must_use]
    pub fn attr(mut self, name: &'static str, value: impl IntoText) -> Self {
        value.put_attribute(&mut self.0, name);
        self
    }

    /// Adds the class.
    #[must_use]
    #[inline(never)]
    pub fn class(mut self, class: &'static str) -> Self {
        self.0.put_static_attribute("class", class);
        self
    }

    /// Adds an attribute without a value if a condition holds.
    #[must_use]
    pub fn flag(mut self, name: &'static str, on: bool) -> Self {
        if on {
            self.0.put_static_attribute(name, "");
        }
        self
    }

    /// Adds an attribute that follows the view.
    #[must_use]
    pub fn live_attr(mut self, name: &'static str, value: impl Fn() -> Text + Send + Sync + 'static) -> Self {
        self.0.put_live_attribute(name, Box::new(move || Some(value())));
        self
    }

    /// Adds an attribute that is there while a condition holds, such as `hidden`.
    #[must_use]
    pub fn live_flag(mut self, name: &'static str, on: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.0
            .put_live_attribute(name, Box::new(move || on().then_some(Cow::Borrowed(""))));
        self
    }

    /// Adds an attribute that says `true` or `false`, such as `aria-pressed`.
    #[must_use]
    pub fn live_bool(self, name: &'static str, on: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.live_attr(name, move || Cow::Borrowed(if on() { "true" } else { "false" }))
    }

    /// Adds an attribute that is there with a value or not at all.
    #[must_use]
    pub fn live_option(mut self, name: &'static str, value: impl Fn() -> Option<Text> + Send + Sync + 'static) -> Self {
        self.0.put_live_attribute(name, Box::new(value));
        self
    }

    /// Listens to an event.
    #[must_use]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "events are named by unit values, such as `ev::click`"
    )]
    pub fn on<E>(mut self, event: E, hear: impl Fn(E::EventType) + Send + Sync + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        self.0
            .listeners
            .push((event.name(), Box::new(move |event| hear(event.unchecked_into()))));
        self
    }

    /// Keeps the element for measuring and focusing.
    #[must_use]
    pub fn keep(mut self, slot: Slot) -> Self {
        self.0.slot = Some(slot);
        self
    }

    /// Adds text; nothing when it is empty.
    #[must_use]
    pub fn text(mut self, text: impl IntoText) -> Self {
        text.put_text(&mut self.0);
        self
    }

    /// Adds an element.
    #[must_use]
    #[inline(never)]
    pub fn child(mut self, child: Markup) -> Self {
        self.0.put_child(child);
        self
    }

    /// Adds an element in which nothing ever changes or listens. The page that is taken over has it: it is not made again.
    #[must_use]
    pub fn still(mut self, make: impl Fn() -> Markup + Send + Sync + 'static) -> Self {
        if let Content::Fixed(parts) = &mut self.0.content {
            parts.push(Part::Still(Box::new(make)));
        }
        self
    }

    /// Adds an element that is made, or taken over, in a turn of its own: between turns the browser draws and hears.
    #[must_use]
    pub fn in_turn(mut self, make: impl Fn() -> Markup + Send + Sync + 'static) -> Self {
        if let Content::Fixed(parts) = &mut self.0.content {
            parts.push(Part::InTurn(Box::new(make)));
        }
        self
    }

    /// Adds elements: any number, or none or one of an option.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Markup>) -> Self {
        for child in children {
            self.0.put_child(child);
        }
        self
    }

    /// Makes one text that follows the view the whole content.
    #[must_use]
    pub fn live_text(mut self, text: impl Fn() -> Text + Send + Sync + 'static) -> Self {
        self.0.content = Content::LiveText(Box::new(text));
        self
    }

    /// Makes a list that follows the view the whole content: the element of a key that stays is kept.
    #[must_use]
    pub fn each(
        mut self,
        keys: impl Fn() -> Vec<String> + Send + Sync + 'static,
        make: impl Fn(&str) -> Markup + Send + Sync + 'static,
    ) -> Self {
        self.0.content = Content::Each(Box::new(keys), Box::new(make));
        self
    }
}
