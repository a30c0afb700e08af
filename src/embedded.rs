//! The dataset that is embedded in the program.

use timeline_core::{
    bundle::{self, Unreadable},
    model::Dataset,
};

static BUNDLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));

/// Reads the embedded dataset.
///
/// # Errors
/// When the program is not as it was built.
pub fn dataset() -> Result<Dataset, Unreadable> {
    bundle::read(BUNDLE)
}
