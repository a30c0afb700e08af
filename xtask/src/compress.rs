//! Compressed copies beside the files of a site, for servers that send them as they are: Brotli and gzip at their
//! strongest. The same bytes become the same copies: neither holds a time or a name.

use std::{
    io::Write as _,
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

use crate::{
    files::{below, has_extension, read, write},
    outcome::{Failure, Outcome},
};

const KINDS: [&str; 10] = ["atom", "html", "js", "css", "wasm", "svg", "xml", "json", "csv", "txt"];

/// The bytes, compressed by Brotli.
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

/// The bytes, compressed by gzip.
fn gzip(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let failed = |error| format!("gzip: {error}");
    let mut encoder = GzBuilder::new().mtime(0).write(Vec::new(), Compression::best());
    encoder.write_all(bytes).map_err(failed)?;
    Ok(encoder.finish().map_err(failed)?)
}

/// Writes a `.br` and a `.gz` beside every file of a site that compresses; says how many files those are.
pub(crate) fn compress_site(site: &Path) -> Outcome<usize> {
    let files: Vec<String> = below(site)?
        .into_iter()
        .filter(|file| has_extension(file, &KINDS))
        .collect();
    let next = AtomicUsize::new(0);
    let work = || -> Outcome {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let bytes = read(&site.join(file))?;
            write(&site.join([file, ".br"].concat()), brotli(&bytes)?)?;
            write(&site.join([file, ".gz"].concat()), gzip(&bytes)?)?;
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
    use std::io::Read as _;

    use flate2::read::GzDecoder;

    use super::{brotli, gzip};

    #[test]
    fn repeated_text_becomes_small_and_comes_back() {
        let text = "who held which office, and when; ".repeat(100);
        let small = brotli(text.as_bytes()).unwrap();
        assert!(small.len() < 100);
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &*small, &mut back).unwrap();
        assert_eq!(back, text.as_bytes());
        let small = gzip(text.as_bytes()).unwrap();
        assert!(small.len() < 150);
        let mut back = String::new();
        GzDecoder::new(&*small).read_to_string(&mut back).unwrap();
        assert_eq!(back, text);
    }

    #[test]
    fn a_copy_holds_neither_time_nor_name() {
        let small = gzip(b"text").unwrap();
        assert_eq!(small.get(3..8), Some([0, 0, 0, 0, 0].as_slice()), "no flags, no time");
        assert_eq!(small, gzip(b"text").unwrap());
    }
}
