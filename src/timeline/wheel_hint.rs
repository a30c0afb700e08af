//! The hint on how the wheel zooms, shown once.

use leptos::prelude::*;

use crate::{
    context::use_locale,
    markup::{Markup, el},
    platform::rest::Rest,
};

/// How long the hint is shown, in milliseconds.
const SHOWN_MS: u32 = 3500;

/// Whether the hint is shown, and whether it has been.
#[derive(Clone, Copy)]
pub(super) struct Hints {
    is_shown: RwSignal<bool>,
    was_shown: StoredValue<bool>,
    rest: Rest,
}

impl Hints {
    /// A hint that has not been shown yet.
    #[must_use]
    pub(super) fn new() -> Self {
        Self {
            is_shown: RwSignal::new(false),
            was_shown: StoredValue::new(false),
            rest: Rest::new(),
        }
    }

    /// Shows the hint for a while, the first time.
    pub(super) fn show_once(self) {
        if !self.was_shown.get_value() {
            self.was_shown.set_value(true);
            self.is_shown.set(true);
            self.rest.after(SHOWN_MS, move || {
                // The hint may be gone by then.
                let _gone = self.is_shown.try_set(false);
            });
        }
    }
}

/// The hint, said politely.
#[must_use]
pub(super) fn wheel_hint(hints: Hints) -> Markup {
    let t = use_locale();
    el("p")
        .class("wheel-hint")
        .attr("role", "status")
        .live_text(move || if hints.is_shown.get() { t.wheel_hint } else { "" }.into())
}
