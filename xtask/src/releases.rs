//! The versions of the dataset that were released, each kept as it was: an archive, and its digest.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{Cursor, Write as _},
    path::Path,
};

use sha2::{Digest, Sha256};
use timeline_core::load::{PACKAGE, Problem, Severity};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{
    downloads::{Published, published},
    files::{below, has_extension, read, read_text, write},
    outcome::Outcome,
};

/// Where the archives are, from the data folder.
pub(crate) const FOLDER: &str = "releases/";

/// The digests of the archives, as `sha256sum` writes and checks them.
const DIGESTS: &str = "SHA256SUMS";

/// Keeps the dataset as it stands as the archive of a version. One that is kept already stays as it is.
pub(crate) fn keep(folder: &Path, version: &str) -> Outcome<bool> {
    let name = [version, ".zip"].concat();
    let mut digests = read_digests(folder)?;
    if digests.contains_key(&name) {
        return Ok(false);
    }
    let archive = archive(&published(folder)?)?;
    digests.insert(name.clone(), digest(&archive));
    write(&folder.join(FOLDER).join(&name), archive)?;
    write(&folder.join(FOLDER).join(DIGESTS), lines(&digests))?;
    Ok(true)
}

/// The files in one archive. The same files become the same bytes: it holds no time of its own.
fn archive(files: &[Published]) -> Outcome<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (file, bytes) in files {
        let failed = |error: &dyn std::fmt::Display| format!("{file} in the archive: {error}");
        archive.start_file(file, options).map_err(|error| failed(&error))?;
        archive.write_all(bytes).map_err(|error| failed(&error))?;
    }
    let archive = archive.finish().map_err(|error| format!("the archive: {error}"))?;
    Ok(archive.into_inner())
}

fn digest(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in Sha256::digest(bytes) {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The digest of each archive, by its name; none where nothing was released.
fn read_digests(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    let file = folder.join(FOLDER).join(DIGESTS);
    if !file.is_file() {
        return Ok(BTreeMap::new());
    }
    let read = |line: &str| {
        let (digest, name) = line.split_once("  ")?;
        Some((name.to_owned(), digest.to_owned()))
    };
    read_text(&file)?
        .lines()
        .map(|line| {
            let place = || format!("{FOLDER}{DIGESTS}: `{line}` is not `DIGEST  VERSION.zip`").into();
            read(line).ok_or_else(place)
        })
        .collect()
}

fn lines(digests: &BTreeMap<String, String>) -> String {
    let lines = digests.iter().map(|(name, digest)| format!("{digest}  {name}\n"));
    lines.collect()
}

/// What is wrong with the archives: one is not there, or is not what was released.
pub(crate) fn problems(folder: &Path) -> Outcome<Vec<Problem>> {
    let digests = read_digests(folder)?;
    let kept = below(&folder.join(FOLDER))?;
    let mut problems = Vec::new();
    let mut told = |name: &str, message: &str, fix: &str| {
        problems.push(Problem {
            severity: Severity::Error,
            file: [FOLDER, name].concat(),
            record: String::new(),
            field: String::new(),
            rule: "release-kept",
            message: message.to_owned(),
            fix: fix.to_owned(),
        });
    };
    for (name, wanted) in &digests {
        if !kept.contains(name) {
            told(
                name,
                "the archive of a released version is gone",
                "take it back from an earlier commit",
            );
        } else if digest(&read(&folder.join(FOLDER).join(name))?) != *wanted {
            told(
                name,
                "the archive is not the one that was released: its digest is another",
                "take it back from an earlier commit; what has changed since is released as a new version",
            );
        }
    }
    for name in kept
        .iter()
        .filter(|name| has_extension(name, &["zip"]) && !digests.contains_key(*name))
    {
        told(
            name,
            "no digest of this archive is on record",
            "delete it: `cargo xtask data release` writes both",
        );
    }
    Ok(problems)
}

/// Writes each version into a folder named after it: the archive under the dataset's name, and its digest.
pub(crate) fn publish(folder: &Path, out: &Path) -> Outcome {
    let package: serde_json::Value =
        serde_json::from_str(&read_text(&folder.join(PACKAGE))?).map_err(|error| format!("{PACKAGE}: {error}"))?;
    let title = package
        .get("name")
        .and_then(serde_json::Value::as_str)
        .unwrap_or("dataset");
    for (name, digest) in read_digests(folder)? {
        let version = name.trim_end_matches(".zip");
        let file = format!("{title}-{name}");
        write(&out.join(version).join(&file), read(&folder.join(FOLDER).join(&name))?)?;
        write(&out.join(version).join(DIGESTS), format!("{digest}  {file}\n"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{env, fs, path::PathBuf, process};

    use super::{archive, digest, keep, problems, publish};
    use crate::files::{read, read_text, write};

    fn folder(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("releases-{name}-{}", process::id()));
        let package = r#"{"name": "a-record", "title": "A record", "version": "1.0.0", "as_of": "2026-01-30"}"#;
        write(&folder.join("datapackage.json"), package).unwrap();
        folder
    }

    #[test]
    fn the_same_files_become_the_same_archive() {
        let files = [
            ("a.json".to_owned(), b"{}".to_vec()),
            ("csv/a.csv".to_owned(), b"id\r\n".to_vec()),
        ];
        let one = archive(&files).unwrap();
        assert_eq!(digest(&one), digest(&archive(&files).unwrap()));
        assert!(one.starts_with(b"PK"));
    }

    #[test]
    fn a_version_is_kept_once_and_published_as_it_was() {
        let folder = folder("kept");
        assert!(keep(&folder, "1.0.0").unwrap());
        let kept = read(&folder.join("releases/1.0.0.zip")).unwrap();
        write(&folder.join("terms.json"), r#"{"terms": []}"#).unwrap();
        assert!(!keep(&folder, "1.0.0").unwrap(), "it is not written a second time");
        assert!(keep(&folder, "1.1.0").unwrap());
        assert!(problems(&folder).unwrap().is_empty());
        let out = folder.join("out");
        publish(&folder, &out).unwrap();
        assert_eq!(read(&out.join("1.0.0/a-record-1.0.0.zip")).unwrap(), kept);
        let digests = read_text(&out.join("1.1.0/SHA256SUMS")).unwrap();
        assert!(digests.ends_with("  a-record-1.1.0.zip\n"), "{digests}");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn an_archive_that_was_changed_or_lost_is_told() {
        let folder = folder("lost");
        keep(&folder, "1.0.0").unwrap();
        keep(&folder, "1.1.0").unwrap();
        write(&folder.join("releases/1.0.0.zip"), "changed").unwrap();
        fs::remove_file(folder.join("releases/1.1.0.zip")).unwrap();
        write(&folder.join("releases/1.2.0.zip"), "made by hand").unwrap();
        let told: Vec<String> = problems(&folder).unwrap().iter().map(ToString::to_string).collect();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(told.len(), 3, "{told:?}");
        for (line, wanted) in told
            .iter()
            .zip(["its digest is another", "is gone", "no digest of this archive"])
        {
            assert!(line.contains(wanted), "{line}");
        }
    }
}
