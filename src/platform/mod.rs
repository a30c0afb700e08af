//! The browser: history, sizes, focus, pointers. The only place that names `web-sys`.
//!
//! On the host every function does nothing, so that components need no conditions.

pub mod clipboard;
pub mod dialog;
pub mod download;
pub mod fingers;
pub mod focus;
pub mod gesture;
pub mod history;
pub mod idle;
pub mod input;
pub mod light;
pub mod links;
pub mod mount;
#[cfg(target_arch = "wasm32")]
pub(crate) mod page_events;
pub mod print;
pub mod resize;
pub mod rest;
pub mod site;
pub mod swipe;
pub mod turns;
pub mod visibility;
