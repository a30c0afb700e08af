//! What a reader sees, as one plain value: its changes, and its address.

pub mod action;
pub mod embed;
pub mod figure_id;
mod migrate;
pub mod snippet;
pub mod state;
pub mod url;
