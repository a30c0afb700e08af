//! What is done when what it has read changes.

use leptos::{
    prelude::*,
    reactive::{
        effect::EffectFunction,
        graph::{Subscriber, ToAnySubscriber},
    },
};

/// Runs something now and whenever what it has read changes, for a part of the page. When that goes, what was read forgets
/// it; a plain effect would be remembered by what stays, such as a memo of the view.
pub(crate) fn react<T, M>(run: impl EffectFunction<T, M> + 'static)
where
    T: 'static,
{
    forgotten_in_time(Effect::new(run));
}

// Not generic, and out of line: there is one of it.
#[inline(never)]
fn forgotten_in_time(effect: Effect<LocalStorage>) {
    // On the host no effect runs, and there is none to be forgotten.
    if cfg!(target_arch = "wasm32") {
        let subscriber = effect.to_any_subscriber();
        on_cleanup(move || subscriber.clear_sources(&subscriber));
    }
}
