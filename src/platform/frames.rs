//! Work that is spread over the frames of the screen.

/// Runs a step in each frame, until it says that there is nothing left to do.
pub fn each_frame(step: impl Fn() -> bool + 'static) {
    #[cfg(target_arch = "wasm32")]
    leptos::prelude::request_animation_frame(move || {
        if step() {
            each_frame(step);
        }
    });
    #[cfg(not(target_arch = "wasm32"))]
    let _ = step;
}
