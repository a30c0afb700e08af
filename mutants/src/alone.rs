//! A mutant in a build of its own.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
};

use crate::{
    mutant::{Mutant, Place},
    trial::Outcome,
};

/// Tries a mutant in a copy of the project; whether it can be built at all is asked first, and of tests those of core's
/// own files first.
pub(crate) fn outcome(mutant: &Mutant, project: &Path, tree: &Path, package: &str) -> Outcome {
    let text = fs::read_to_string(project.join(&mutant.file)).expect("a listed file is there");
    let file = tree.join(&mutant.file);
    let (from, to) = (at(&text, mutant.span.start), at(&text, mutant.span.end));
    let changed = [&text[..from], &mutant.replacement, &text[to..]].concat();
    fs::write(&file, changed).expect("the copy can be written");
    let cargo = |words: &[&str]| {
        let mut command = Command::new("cargo");
        command
            .args(words)
            .args(["--quiet", "--all-features", "--package", package])
            .current_dir(tree);
        command
            .env("RUSTFLAGS", "--cap-lints=allow")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("INSTA_UPDATE", "no");
        command.env("CARGO_TARGET_DIR", tree.with_file_name("target-alone"));
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command.status().expect("cargo runs").success()
    };
    let outcome = if !cargo(&["check", "--lib"]) {
        Outcome::Unviable
    } else if cargo(&["test", "--lib"]) && cargo(&["test", "--tests"]) {
        Outcome::Missed
    } else {
        Outcome::Caught
    };
    fs::write(&file, text).expect("the copy can be written");
    forget_failures(&tree.join("crates"));
    outcome
}

/// Removes what laws that failed have kept: they would begin with it for the next mutant, and one that does not hold by
/// itself would seem to notice every one.
fn forget_failures(folder: &Path) {
    for entry in fs::read_dir(folder).expect("the copy can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            forget_failures(&path);
        } else if path.extension().is_some_and(|kind| kind == "proptest-regressions") {
            fs::remove_file(&path).expect("the copy can be changed");
        }
    }
}

fn at(text: &str, place: Place) -> usize {
    let line: usize = text.split_inclusive('\n').take(place.line - 1).map(str::len).sum();
    let letters = text[line..].chars().take(place.column - 1);
    line + letters.map(char::len_utf8).sum::<usize>()
}
