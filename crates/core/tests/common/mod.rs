//! Data folders for tests: the real one, and a small sound one.
#![expect(dead_code, reason = "each test program uses a part")]

use std::{fs, path::Path, sync::OnceLock};

use timeline_core::{
    date::Day,
    load::DataFile,
    model::Dataset,
    view::{
        embed::Embed,
        url::{Notice, from_query},
    },
};

/// The files of a data folder below the repository's root.
pub(crate) fn folder(name: &str) -> Vec<DataFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name);
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    files
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<DataFile>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            if name != "schema" && name != "templates" {
                collect(root, &path, files);
            }
        } else if matches!(path.extension().and_then(|kind| kind.to_str()), Some("json" | "csv")) {
            files.push(DataFile {
                path: name,
                text: fs::read_to_string(&path).unwrap(),
            });
        }
    }
}

/// The project's dataset.
pub(crate) fn real() -> Dataset {
    static REAL: OnceLock<Dataset> = OnceLock::new();
    REAL.get_or_init(|| timeline_core::load::load(&folder("data")).dataset.unwrap())
        .clone()
}

/// A small sound dataset of another agency.
pub(crate) fn small() -> Vec<DataFile> {
    folder("crates/core/tests/fixtures/small")
}

fn file_mut<'a>(files: &'a mut [DataFile], path: &str) -> &'a mut DataFile {
    files.iter_mut().find(|file| file.path == path).unwrap()
}

/// Changes a text of a file, which must be there.
pub(crate) fn replace(files: &mut [DataFile], path: &str, from: &str, to: &str) {
    let file = file_mut(files, path);
    assert!(file.text.contains(from), "{path} holds no {from}");
    file.text = file.text.replacen(from, to, 1);
}

/// Adds a file, or takes the place of the one of its name.
pub(crate) fn put(files: &mut Vec<DataFile>, path: &str, text: String) {
    files.retain(|file| file.path != path);
    files.push(DataFile {
        path: path.to_owned(),
        text,
    });
}

/// The embed of a view, given by its address.
pub(crate) fn embed(query: &str, dataset: &Dataset) -> Embed {
    let (state, notices) = from_query(query, dataset);
    assert_eq!(notices, [], "{query}");
    Embed::of(state)
}

pub(crate) fn notice(key: &str, value: &str) -> Notice {
    Notice {
        key: key.to_owned(),
        value: value.to_owned(),
    }
}

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}
