//! What a screen reader says of a change, once the change has come to rest.

use leptos::prelude::*;

use crate::{
    markup::{Markup, el},
    platform::rest::Rest,
    react::react,
};

/// How long a text must stay the same to be said, in milliseconds.
const REST_MS: u32 = 500;

/// A line that is heard and not seen: a text, once it has stayed the same for a while. What it
/// is at first is not said.
#[must_use]
pub fn polite(text: impl Fn() -> String + Send + Sync + 'static) -> Markup {
    let (said, rest) = (RwSignal::new(String::new()), Rest::new());
    react(move |before: Option<String>| {
        let now = text();
        if before.is_some_and(|before| before != now) {
            let next = now.clone();
            // The line may be gone by then.
            rest.after(REST_MS, move || drop(said.try_set(next)));
        }
        now
    });
    el("p")
        .class("visually-hidden")
        .attr("role", "status")
        .live_text(move || said.get().into())
}
