//! When the page is about to be printed.

/// Calls `run` before the page is printed, as long as what asks for it is there.
pub fn before_print(run: impl Fn() + 'static) {
    #[cfg(target_arch = "wasm32")]
    {
        use leptos::prelude::*;
        use wasm_bindgen::{JsCast, prelude::Closure};

        const EVENT: &str = "beforeprint";

        let listener = Closure::<dyn Fn()>::new(run);
        if window()
            .add_event_listener_with_callback(EVENT, listener.as_ref().unchecked_ref())
            .is_err()
        {
            return;
        }
        let kept = StoredValue::new_local(listener);
        on_cleanup(move || {
            kept.try_update_value(|listener| {
                // What was added can be removed.
                let _removed = window().remove_event_listener_with_callback(EVENT, listener.as_ref().unchecked_ref());
            });
        });
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = run;
}
