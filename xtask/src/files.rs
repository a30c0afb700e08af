//! Reading, writing and walking, with the path in every failure.

use std::{fs, path::Path};

use crate::outcome::Outcome;

/// The files below a folder as paths from it, with `/`, sorted. Nothing for a folder that is not there.
pub(crate) fn below(folder: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        collect(folder, "", &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, before: &str, found: &mut Vec<String>) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else {
            return Err(format!("{}: the name is not Unicode", path.display()).into());
        };
        let relative = [before, name].concat();
        if path.is_dir() {
            collect(&path, &[&relative, "/"].concat(), found)?;
        } else {
            found.push(relative);
        }
    }
    Ok(())
}

/// The bytes of a file.
pub(crate) fn read(path: &Path) -> Outcome<Vec<u8>> {
    Ok(fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?)
}

/// The text of a file.
pub(crate) fn read_text(path: &Path) -> Outcome<String> {
    Ok(fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?)
}

/// Writes a file, and the folders on its way.
pub(crate) fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Outcome {
    make_folder_of(path)?;
    Ok(fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))?)
}

/// Copies a file, and makes the folders on its way.
pub(crate) fn copy(from: &Path, to: &Path) -> Outcome {
    make_folder_of(to)?;
    fs::copy(from, to).map_err(|error| format!("{} to {}: {error}", from.display(), to.display()))?;
    Ok(())
}

/// Gives a folder another name, and makes the folders on its way.
#[cfg(unix)]
pub(crate) fn link(from: &Path, to: &Path) -> Outcome {
    make_folder_of(to)?;
    Ok(std::os::unix::fs::symlink(from, to).map_err(|error| format!("{}: {error}", to.display()))?)
}

/// Only on Unix has a folder another name.
#[cfg(not(unix))]
pub(crate) fn link(_: &Path, to: &Path) -> Outcome {
    Err(format!("{}: this test runs on Unix only", to.display()).into())
}

fn make_folder_of(path: &Path) -> Outcome {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    Ok(())
}

/// Whether a path ends with one of the extensions, given without dot.
pub(crate) fn has_extension(path: &str, extensions: &[&str]) -> bool {
    Path::new(path)
        .extension()
        .and_then(|found| found.to_str())
        .is_some_and(|found| extensions.contains(&found))
}
