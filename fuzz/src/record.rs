//! The project's record, read once.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use timeline_core::{
    load::{DataFile, load},
    model::Dataset,
};

/// The project's record.
pub(crate) static RECORD: LazyLock<Dataset> = LazyLock::new(|| {
    let loaded = load(&files("data"));
    let told = loaded.problems;
    loaded
        .dataset
        .unwrap_or_else(|| panic!("the record has errors: {told:?}"))
});

/// The files of a data folder below the project's.
pub(crate) fn files(name: &str) -> Vec<DataFile> {
    let mut files = Vec::new();
    let root = project().join(name);
    collect(&root, &root, &mut files);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn project() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = here
        .ancestors()
        .find(|folder| folder.join("data/datapackage.json").is_file());
    found.unwrap_or(here).to_owned()
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<DataFile>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
        if path.is_dir() {
            if !matches!(&*name, "releases" | "schema" | "templates") {
                collect(root, &path, files);
            }
        } else if let Ok(text) = fs::read_to_string(&path) {
            files.push(DataFile { path: name, text });
        }
    }
}
