//! The dataset that is embedded in the program.

use timeline_core::{bundle, model::Dataset};

static BUNDLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));

/// Reads the embedded dataset.
///
/// # Panics
/// Never: the bytes are written by this build from a checked dataset.
#[must_use]
#[expect(
    clippy::expect_used,
    reason = "the bytes are written by this build from a checked dataset"
)]
pub fn dataset() -> Dataset {
    bundle::read(BUNDLE).expect("the embedded dataset")
}
