//! The domain of a leadership timeline: who held which public office, when, in
//! what capacity, and how it is known.
//!
//! This crate is pure: it has no clock ("today" is the dataset's `as_of`), does
//! no I/O and knows no DOM, so that its tests need no browser and the build
//! script and the tools can reuse it.

pub mod bundle;
pub mod citation;
pub mod date;
pub mod layout;
#[cfg(feature = "load")]
pub mod load;
pub mod model;
pub mod order;
pub mod query;
#[cfg(any(test, feature = "sample"))]
pub mod sample;
pub mod scale;
pub mod tables;
pub mod translation;
pub mod view;
#[cfg(feature = "load")]
mod wire;
