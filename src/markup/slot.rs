use leptos::{prelude::*, tachys::renderer::types::Element};

/// Holds an element of the page once it is there. Copied freely, like a signal.
#[derive(Clone, Copy)]
pub struct Slot(StoredValue<Option<Element>, LocalStorage>);

impl Slot {
    /// An empty slot.
    #[must_use]
    pub fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// The element; none before it is on the page, and on the host.
    #[must_use]
    pub fn get(self) -> Option<Element> {
        self.0.try_get_value().flatten()
    }

    /// Puts the element in.
    #[cfg(target_arch = "wasm32")]
    pub(super) fn fill(self, element: Element) {
        self.0.try_update_value(|held| *held = Some(element));
    }
}

impl Default for Slot {
    fn default() -> Self {
        Self::new()
    }
}
