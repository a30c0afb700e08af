//! An embed: a view, and how a frame on another site shows it.
//!
//! The query of an embed has a grammar of its own, version 1, that other sites rely on: it says
//! less than the address of the page does. What it cannot say is told by [`left_out`].

mod address;
mod choice;
mod parameters;
mod query;

pub use address::{from_query_on, set_on};
pub use choice::{DEFAULT_HEIGHT_PX, Embed, MAX_HEIGHT_PX, MAX_TITLE_CHARS, MIN_HEIGHT_PX};
pub use parameters::{Chrome, EmbedParameters, Height, Theme, read};
pub use query::{embed_query, is_more_than_its_view, left_out};
pub(super) use query::{said, shown};
