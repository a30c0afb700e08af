//! The versions of the dataset that were released, each kept as it was: an archive, and its digest.

use std::{
    io::{Cursor, Write as _},
    path::Path,
};

use timeline_core::load::{Archive, DIGESTS, PACKAGE, Problem, RELEASES, Severity, archives, sha256};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use crate::{
    downloads::{Published, published},
    files::{below, has_extension, read, read_text, write},
    outcome::Outcome,
};

/// Keeps the dataset as it stands as the archive of a version. One that is kept already stays as it is.
pub(crate) fn keep(folder: &Path, version: &str) -> Outcome<bool> {
    let mut kept = kept(folder)?;
    if kept.iter().any(|one| one.version == version) {
        return Ok(false);
    }
    let bytes = archive(&published(folder)?)?;
    let new = Archive {
        version: version.to_owned(),
        digest: sha256(&bytes),
    };
    write(&folder.join(RELEASES).join(new.file()), bytes)?;
    kept.push(new);
    let list: String = kept.iter().map(|one| one.line(&one.file())).collect();
    write(&folder.join(RELEASES).join(DIGESTS), list)?;
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

/// The versions on record; none where nothing was released.
fn kept(folder: &Path) -> Outcome<Vec<Archive>> {
    let list = folder.join(RELEASES).join(DIGESTS);
    if !list.is_file() {
        return Ok(Vec::new());
    }
    Ok(archives(&read_text(&list)?)?)
}

/// What is wrong with the archives: one is not there, or is not what was released.
pub(crate) fn problems(folder: &Path) -> Outcome<Vec<Problem>> {
    let place = folder.join(RELEASES);
    let (wanted, found) = (kept(folder)?, below(&place)?);
    let mut problems = Vec::new();
    let mut told = |name: &str, message: &str, fix: &str| {
        problems.push(Problem {
            severity: Severity::Error,
            file: [RELEASES, name].concat(),
            record: String::new(),
            field: String::new(),
            rule: "release-kept",
            message: message.to_owned(),
            fix: fix.to_owned(),
        });
    };
    for archive in &wanted {
        let name = archive.file();
        if !found.contains(&name) {
            told(
                &name,
                "the archive of a released version is gone",
                "take it back from an earlier commit",
            );
        } else if sha256(&read(&place.join(&name))?) != archive.digest {
            told(
                &name,
                "the archive is not the one that was released: its digest is another",
                "take it back from an earlier commit; what has changed since is released as a new version",
            );
        }
    }
    let is_wanted = |name: &&String| wanted.iter().any(|archive| archive.file() == **name);
    let archives = found.iter().filter(|name| has_extension(name, &["zip"]));
    for name in archives.filter(|name| !is_wanted(name)) {
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
    let dataset = package.get("name").and_then(serde_json::Value::as_str);
    let dataset = dataset.ok_or_else(|| format!("{PACKAGE} gives the dataset no name"))?;
    for archive in kept(folder)? {
        let (place, name) = (out.join(&archive.version), archive.published_as(dataset));
        write(&place.join(&name), read(&folder.join(RELEASES).join(archive.file()))?)?;
        write(&place.join(DIGESTS), archive.line(&name))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{env, fs, path::PathBuf, process};

    use timeline_core::load::sha256;

    use super::{archive, keep, problems, publish};
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
        assert_eq!(sha256(&one), sha256(&archive(&files).unwrap()));
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
