//! The dataset that is embedded in the program.

use std::hint::black_box;

#[cfg(not(target_arch = "wasm32"))]
use timeline_core::model::Language;
#[cfg(feature = "ssr")]
use timeline_core::model::TextPage;
use timeline_core::{
    bundle::{self, Reader, Unreadable},
    model::Dataset,
};

#[cfg(not(target_arch = "wasm32"))]
use crate::context::{install, install_translated};

#[cfg(not(target_arch = "wasm32"))]
include!(concat!(env!("OUT_DIR"), "/translations.rs"));

#[cfg(feature = "ssr")]
include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// A version of the dataset that was released, as it is kept.
#[cfg(feature = "ssr")]
pub struct Release {
    /// The version.
    pub version: &'static str,
    /// The name of its archive.
    pub file: &'static str,
    /// The SHA-256 of the archive.
    pub digest: &'static str,
    /// The size of the archive, in KiB.
    pub kib: u64,
}

/// A licence that the record is under.
#[cfg(feature = "ssr")]
pub struct Licence {
    /// Its short name, as registries have it.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
    /// Where it stands.
    pub path: &'static str,
}

#[cfg(feature = "ssr")]
include!(concat!(env!("OUT_DIR"), "/releases.rs"));

static BUNDLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/dataset.bin"));

/// Begins to read the embedded dataset.
///
/// # Errors
/// When the program is not as it was built.
pub fn reader() -> Result<Reader<'static>, Unreadable> {
    // The compiler would decide now what is to be looked at when the program runs.
    Reader::new(black_box(BUNDLE))
}

/// Reads the embedded dataset.
///
/// # Errors
/// When the program is not as it was built.
pub fn dataset() -> Result<Dataset, Unreadable> {
    bundle::read(BUNDLE)
}

/// Gives the app the embedded dataset in a language. In the browser the texts come with the page.
///
/// # Errors
/// When the dataset is not translated into it, or the program is not as it was built.
#[cfg(not(target_arch = "wasm32"))]
pub fn install_in(language: Language) -> Result<(), String> {
    let dataset = dataset().map_err(|why| why.to_string())?;
    if language == Language::FIRST {
        install(dataset);
        return Ok(());
    }
    install_translated(dataset, translation(language)?).map_err(|why| why.to_string())
}

/// The pages of text in a language; none where the data have none.
#[cfg(feature = "ssr")]
#[must_use]
pub fn text_pages(language: Language) -> Vec<TextPage> {
    let found = PAGES.iter().find(|(one, _)| *one == language);
    found
        .and_then(|(_, pages)| serde_json::from_str(pages).ok())
        .unwrap_or_default()
}

/// The file with the texts of a language.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn translation(language: Language) -> Result<&'static str, String> {
    let row = TRANSLATIONS.iter().find(|(one, _)| *one == language);
    row.map(|(_, texts)| *texts)
        .ok_or_else(|| format!("the data are not translated into `{}`", language.word()))
}
