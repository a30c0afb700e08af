//! Work that waits until the browser has nothing more urgent to do.

/// Runs a step in idle moments, until it says that there is nothing left to do.
pub fn when_idle(step: impl Fn() -> bool + 'static) {
    #[cfg(target_arch = "wasm32")]
    super::turns::last(move || browser::when_idle(step));
    #[cfg(not(target_arch = "wasm32"))]
    let _ = step;
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use leptos::prelude::{request_animation_frame, window};
    use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
    use web_sys::{IdleDeadline, IdleRequestOptions};

    /// A step is taken after so many milliseconds in any case.
    const LATEST_MS: u32 = 100;

    /// A moment with less than this left, in milliseconds, is over.
    const SHORTEST_MS: f64 = 3.0;

    pub(super) fn when_idle(step: impl Fn() -> bool + 'static) {
        let knows_idle = js_sys::Reflect::has(&window(), &JsValue::from_str("requestIdleCallback")).unwrap_or(false);
        if !knows_idle {
            request_animation_frame(move || {
                if step() {
                    when_idle(step);
                }
            });
            return;
        }
        let run = Closure::once_into_js(move |deadline: IdleDeadline| {
            while step() {
                if deadline.time_remaining() < SHORTEST_MS {
                    when_idle(step);
                    return;
                }
            }
        });
        let options = IdleRequestOptions::new();
        options.set_timeout(LATEST_MS);
        // A browser that knows the function does not refuse it.
        let _asked = window().request_idle_callback_with_options(run.unchecked_ref(), &options);
    }
}
