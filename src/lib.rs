//! The web app: everything that touches the DOM.
//!
//! The same components render on the host (feature `ssr`, for the pages that are
//! served) and in the browser (feature `hydrate`). What is drawn derives from one
//! view state and one immutable dataset.
#![recursion_limit = "256"]

pub mod app;
pub mod charts;
pub mod context;
pub mod derived;
#[cfg(feature = "ssr")]
pub mod document;
pub mod embedded;
pub mod i18n;
pub mod markup;
pub mod page;
pub mod place;
pub mod platform;
mod react;
#[cfg(feature = "ssr")]
pub mod share;
#[cfg(target_arch = "wasm32")]
pub mod start;
pub mod timeline;
