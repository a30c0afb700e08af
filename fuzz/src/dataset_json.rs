//! Whatever a data file holds, it is read or told of; what is read is written and read as the same.

use std::sync::LazyLock;

use timeline_core::{
    bundle,
    load::{DataFile, Severity, canonical, difference, facts, load, release, report, since_release},
};

use super::record::files;

/// A small sound record.
static SMALL: LazyLock<Vec<DataFile>> = LazyLock::new(|| files("crates/core/tests/fixtures/small"));

/// Whatever a data file holds, it is read or told of. The first line is its path, the rest is its text; the other files
/// are those of a small sound record.
///
/// # Panics
/// When it is neither.
pub fn dataset_json(bytes: &[u8]) {
    let input = String::from_utf8_lossy(bytes);
    let (path, text) = input.split_once('\n').unwrap_or((&input, ""));
    let files = with(path, text);
    let loaded = load(&files);
    assert!(loaded.problems.is_sorted());
    for problem in &loaded.problems {
        assert!(
            !problem.rule.is_empty() && !problem.message.is_empty() && !problem.fix.is_empty(),
            "{problem}"
        );
    }
    let is_wrong = loaded
        .problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    assert!(!(loaded.is_sound() && is_wrong));
    assert!(loaded.is_sound() || is_wrong, "nothing is told of");

    let once = canonical(path, text);
    if let Ok(once) = &once {
        assert_eq!(canonical(path, once).as_ref(), Ok(once));
    }
    let _differences = since_release(&files);
    if let Some(dataset) = loaded.dataset {
        assert!(!report(&dataset).is_empty());
        let read = bundle::write(&dataset).map(|bytes| bundle::read(&bytes));
        assert_eq!(read, Ok(Ok(dataset)));
        assert!(release(&files).is_some());
        // What is sound has a form, and the form has the same facts; degrees have that of the number that is kept of them.
        let formed = once.map(|once| with(path, &once));
        assert!(formed.is_ok());
        if path != "offices.json" {
            assert_eq!(formed.as_deref().map(facts), Ok(facts(&files)));
        }
        assert_eq!(difference(&files, &files), []);
    }
}

fn with(path: &str, text: &str) -> Vec<DataFile> {
    let mut files: Vec<DataFile> = SMALL.iter().filter(|file| file.path != path).cloned().collect();
    files.push(DataFile {
        path: path.to_owned(),
        text: text.to_owned(),
    });
    files
}
