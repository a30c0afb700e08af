//! The dataset that is embedded in the program.

use std::hint::black_box;

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
    // The compiler would decide now what is to be looked at when the program runs.
    bundle::read(black_box(BUNDLE))
}
