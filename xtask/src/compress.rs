//! Brotli at its strongest: what a static host sends when it is given `.br` files.

use std::{
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use brotli::enc::BrotliEncoderParams;

use crate::{
    files::{below, has_extension, read, write},
    outcome::{Failure, Outcome},
};

const KINDS: [&str; 7] = ["html", "js", "css", "wasm", "svg", "json", "csv"];

/// The bytes, compressed.
pub(crate) fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let parameters = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &parameters).map_err(|error| format!("brotli: {error}"))?;
    Ok(compressed)
}

/// Writes a `.br` beside every file of a site that compresses; says how many.
pub(crate) fn compress_site(site: &Path) -> Outcome<usize> {
    let files: Vec<String> = below(site)?
        .into_iter()
        .filter(|file| has_extension(file, &KINDS))
        .collect();
    let next = AtomicUsize::new(0);
    let work = || -> Outcome {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            write(&site.join([file, ".br"].concat()), brotli(&read(&site.join(file))?)?)?;
        }
        Ok(())
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().unwrap_or(Err(Failure::from("compressing stopped"))))
    })?;
    Ok(files.len())
}

#[cfg(test)]
mod tests {
    use super::brotli;

    #[test]
    fn repeated_text_becomes_small() {
        let text = "who held which office, and when; ".repeat(100);
        assert!(brotli(text.as_bytes()).unwrap().len() < 100);
    }
}
