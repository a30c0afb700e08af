//! What must hold for any input. Each function takes bytes and panics when it does not.
//!
//! The tests of core run them over the corpus; `cargo xtask fuzz` lets a fuzzer look for more.

mod address;
mod dataset_json;
mod layout;
mod message_in;
mod partial_date;
mod record;
mod url_state;

pub use dataset_json::dataset_json;
pub use layout::layout;
pub use message_in::message_in;
pub use partial_date::partial_date;
pub use url_state::url_state;
