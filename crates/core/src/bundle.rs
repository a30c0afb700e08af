//! The dataset as the bytes that are embedded in the browser program.
//!
//! The bytes are made by the build from a checked dataset and read once at
//! start. They are no exchange format: the published data are the JSON files.

use crate::model::Dataset;

/// The dataset as bytes.
///
/// # Errors
/// Never for a dataset made by `load`; the error of the encoder otherwise.
pub fn write(dataset: &Dataset) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(dataset)
}

/// Reads what [`write`] wrote.
///
/// # Errors
/// When the bytes are not those of a bundle of this version.
pub fn read(bytes: &[u8]) -> Result<Dataset, postcard::Error> {
    postcard::from_bytes(bytes)
}
