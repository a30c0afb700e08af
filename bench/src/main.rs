//! A page that measures the timeline: `?n=10000` shows a record of that many items in the
//! site's own components, and marks `bench:rendered` when they are on the screen.

#[cfg(target_arch = "wasm32")]
mod page;

#[cfg(target_arch = "wasm32")]
fn main() {
    page::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("this program runs in a browser: build it with `cargo xtask bench`");
}
