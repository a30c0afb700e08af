//! The browser program: hydrates the pre-rendered page, or mounts it into an empty one.

#[cfg(target_arch = "wasm32")]
fn main() {
    timeline_app::start::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: build it with `cargo xtask build`");
}
