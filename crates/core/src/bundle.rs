//! The dataset as the bytes that are embedded in the browser program.
//!
//! The bytes are made by the build from a checked dataset and read once at
//! start. They are no exchange format: the published data are the JSON files.
//! They begin with [`MAGIC`], a version and a checksum of the rest (FNV-1a), both little-endian.

use std::fmt;

use crate::model::Dataset;

/// What the bytes begin with.
pub const MAGIC: &[u8; 8] = b"TIMELINE";

/// Raised when the model changes in a way that older programs cannot read.
pub const VERSION: u16 = 1;

const HEADER_BYTES: usize = MAGIC.len() + 2 + 4;

/// Why bytes cannot be read as a dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// They do not begin as a bundle does.
    NoBundle,
    /// They are of another version than [`VERSION`].
    Version(u16),
    /// They are not as they were written.
    Damaged,
}

impl fmt::Display for Unreadable {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoBundle => out.write_str("the record is missing"),
            Self::Version(version) => write!(out, "the record is of version {version}, the program reads {VERSION}"),
            Self::Damaged => out.write_str("the record is damaged"),
        }
    }
}

/// The dataset as bytes.
///
/// # Errors
/// Never for a dataset made by `load`; the error of the encoder otherwise.
pub fn write(dataset: &Dataset) -> Result<Vec<u8>, postcard::Error> {
    let body = postcard::to_allocvec(dataset)?;
    let header = [&MAGIC[..], &VERSION.to_le_bytes(), &checksum(&body).to_le_bytes()];
    Ok([&header.concat(), body.as_slice()].concat())
}

/// Reads what [`write`] wrote.
///
/// # Errors
/// When the bytes are not those of a whole bundle of this version.
pub fn read(bytes: &[u8]) -> Result<Dataset, Unreadable> {
    let (header, body) = bytes.split_at_checked(HEADER_BYTES).ok_or(Unreadable::NoBundle)?;
    let rest = header.strip_prefix(MAGIC).ok_or(Unreadable::NoBundle)?;
    let (version, sum) = rest.split_first_chunk::<2>().ok_or(Unreadable::NoBundle)?;
    let version = u16::from_le_bytes(*version);
    if version != VERSION {
        return Err(Unreadable::Version(version));
    }
    if sum != checksum(body).to_le_bytes() {
        return Err(Unreadable::Damaged);
    }
    postcard::from_bytes(body).map_err(|_| Unreadable::Damaged)
}

fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, &byte| {
        (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
