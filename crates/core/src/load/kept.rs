//! What was released is kept: the package file holds the digest of released.json.

use super::{
    DataFile, PACKAGE, Problem,
    corrections::{CORRECTIONS, RELEASED, sha256},
    parse::Parsed,
};

/// Whether released.json is there as `data release` wrote it, or nothing was released yet.
pub(super) fn check(files: &[DataFile], parsed: &Parsed, problems: &mut Vec<Problem>) -> bool {
    let file = files.iter().find(|file| file.path == RELEASED);
    let wanted = parsed
        .package
        .as_ref()
        .and_then(|package| package.released_sha256.as_deref());
    match (file, wanted) {
        (None, None) if parsed.corrections.is_empty() => true,
        (None, wanted) => {
            let by = wanted.map_or(CORRECTIONS, |_| PACKAGE);
            problems.push(Problem::error(
                "released-missing",
                RELEASED,
                "",
                "",
                format!("{by} tells of a release, and the file with its facts is gone: changes would go unseen"),
                "restore it as it was (`git log -p -- data/released.json` shows it)",
            ));
            false
        }
        (Some(file), Some(wanted)) if sha256(file.text.as_bytes()) == wanted => true,
        (Some(_), wanted) => {
            let message = match wanted {
                Some(_) => "the file is not the one that was released",
                None => "datapackage.json does not hold its digest",
            };
            problems.push(Problem::error(
                "released-digest",
                RELEASED,
                "",
                "",
                message,
                "restore it, and released_sha256 in datapackage.json, as they were: only `cargo xtask data release` writes them",
            ));
            false
        }
    }
}
