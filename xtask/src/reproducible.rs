//! Builds the site once more, elsewhere, and compares every byte: other folders for project, target and cargo, another
//! time zone and language. The crates that render pages on this machine are taken from the first build; the program's
//! are all compiled again. Also looks for the folders of this machine in what was built.

use std::{
    collections::BTreeSet,
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process,
};

use sha2::{Digest, Sha256};

use crate::{
    files::{below, copy, has_extension, link, read},
    hosting::beside,
    layers::tested,
    outcome::{Failure, Outcome},
    remap::cargo_home,
    site::{Build, build},
    tools::Project,
};

/// What is made and not written by hand, at the top of the project.
const MADE: [&str; 6] = [".git", ".tools", "dist", "dist.hosting", "node_modules", "target"];

/// A crate whose sources the program must name still, without the folders before it: a panic is traced by them.
const READABLE: &str = "tachys-";

/// Builds a second time and compares; fails when a file differs, or names a folder of this machine.
pub(crate) fn check(project: &Project) -> Outcome {
    let first = tested(project).out;
    let place = env::temp_dir().join(format!("timeline-built-again-{}/in/another/place", process::id()));
    let outcome = compare_with_another(project, &first, &place);
    let top = place.ancestors().nth(3).unwrap_or(&place);
    let removed = fs::remove_dir_all(top).map_err(|error| format!("{}: {error}", top.display()).into());
    // What was found comes before what could not be cleared away.
    outcome.and(removed)
}

fn compare_with_another(project: &Project, first: &Path, place: &Path) -> Outcome {
    let home = place.with_file_name("cargo");
    copy_sources(project, place)?;
    link(&cargo_home(project)?, &home)?;
    let other = project.elsewhere(
        place.to_owned(),
        vec![
            ("CARGO_HOME", OsString::from(&home)),
            ("CARGO_TARGET_DIR", place.with_file_name("target").into_os_string()),
            ("TZ", OsString::from("Pacific/Kiritimati")),
            ("LC_ALL", OsString::from("tr_TR.UTF-8")),
        ],
    );
    let wanted = Build {
        of_host: vec![
            ("CARGO_HOME", cargo_home(project)?.into_os_string()),
            ("CARGO_TARGET_DIR", project.target().into_os_string()),
        ],
        ..tested(&other)
    };
    let second = &wanted.out;
    build(&other, &wanted)?;
    let mut wrong = differences(first, second)?;
    wrong.extend(differences(&beside(first), &beside(second))?);
    wrong.extend(named_folders(first, &folders_of(project)?)?);
    wrong.extend(named_folders(second, &folders_of(&other)?)?);
    wrong.extend(unreadable(first)?);
    for line in &wrong {
        println!("{line}");
    }
    let files = below(first)?;
    println!(
        "{} files, sha256 of their list {}",
        files.len(),
        digest_of_all(first, &files)?
    );
    if wrong.is_empty() { Ok(()) } else { Err(Failure::Told) }
}

fn copy_sources(project: &Project, place: &Path) -> Outcome {
    let root = project.root();
    for entry in fs::read_dir(root).map_err(|error| format!("{}: {error}", root.display()))? {
        let path = entry.map_err(|error| format!("{}: {error}", root.display()))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if MADE.contains(&name) {
            continue;
        }
        if path.is_file() {
            copy(&path, &place.join(name))?;
        }
        for file in below(&path)? {
            copy(&path.join(&file), &place.join(name).join(&file))?;
        }
    }
    Ok(())
}

/// The files that only one of two folders has, or that differ, a line each.
fn differences(first: &Path, second: &Path) -> Outcome<Vec<String>> {
    let files: [BTreeSet<String>; 2] = [
        below(first)?.into_iter().collect(),
        below(second)?.into_iter().collect(),
    ];
    let [one, other] = &files;
    let mut wrong: Vec<String> = one
        .symmetric_difference(other)
        .map(|file| format!("only one build has {file}"))
        .collect();
    for file in one.intersection(other) {
        let sums = [digest(&read(&first.join(file))?), digest(&read(&second.join(file))?)];
        let [one, other] = &sums;
        if one != other {
            wrong.push(format!("{file} differs: {one} and {other}"));
        }
    }
    Ok(wrong)
}

/// What a file must not hold: folders of the project, of cargo and of the compiler, down to what is built from.
fn folders_of(project: &Project) -> Outcome<Vec<PathBuf>> {
    let mut folders = vec![
        project.path("src/"),
        project.path("crates/"),
        project.target().join("wasm32-unknown-unknown/"),
        project.target().join("release/"),
        cargo_home(project)?.join("registry/"),
    ];
    let sysroot = project.ask("rustc --print sysroot");
    folders.extend(sysroot.map(|folder| Path::new(&folder).join("lib/")));
    Ok(folders)
}

/// The files that name one of the folders, a line each.
fn named_folders(site: &Path, folders: &[PathBuf]) -> Outcome<Vec<String>> {
    let mut wrong = Vec::new();
    for file in below(site)? {
        let bytes = read(&site.join(&file))?;
        for folder in folders.iter().filter_map(|folder| folder.to_str()) {
            if holds(&bytes, folder) {
                wrong.push(format!("{file} names {folder}"));
            }
        }
    }
    Ok(wrong)
}

/// The program names the places of its sources, by crate and file.
fn unreadable(site: &Path) -> Outcome<Vec<String>> {
    let programs = below(site)?.into_iter().filter(|file| has_extension(file, &["wasm"]));
    let mut wrong = Vec::new();
    for file in programs {
        let bytes = read(&site.join(&file))?;
        if !holds(&bytes, READABLE) {
            wrong.push(format!("{file} names no source of {READABLE}*"));
        }
    }
    Ok(wrong)
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|part| part == text.as_bytes())
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect::<Vec<String>>()
        .concat()
}

/// The digest of `sha256sum`'s list of all files.
fn digest_of_all(site: &Path, files: &[String]) -> Outcome<String> {
    let lines = files
        .iter()
        .map(|file| Ok(format!("{}  {file}\n", digest(&read(&site.join(file))?))));
    Ok(digest(lines.collect::<Outcome<Vec<String>>>()?.concat().as_bytes()))
}

#[cfg(test)]
mod tests {
    use std::{env, fs, path::PathBuf, process};

    use super::{differences, named_folders, unreadable};
    use crate::files::write;

    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = env::temp_dir().join(format!("timeline-same-{name}-{}", process::id()));
        for (file, text) in files {
            write(&folder.join(file), text).unwrap();
        }
        folder
    }

    #[test]
    fn every_difference_is_told() {
        let one = folder("one", &[("a", "1"), ("b/c", "1"), ("d", "1")]);
        let other = folder("other", &[("a", "1"), ("b/c", "2"), ("e", "1")]);
        assert!(differences(&one, &one).unwrap().is_empty());
        let told = differences(&one, &other).unwrap();
        assert_eq!(told.len(), 3, "{told:?}");
        assert!(
            told.iter().any(|line| line.starts_with("b/c differs: 6b86b2")),
            "{told:?}"
        );
        assert!(told.contains(&"only one build has e".to_owned()));
        fs::remove_dir_all(one).unwrap();
        fs::remove_dir_all(other).unwrap();
    }

    #[test]
    fn a_folder_of_the_machine_is_found_in_any_file() {
        let site = folder(
            "names",
            &[("a.wasm", "\0/home/someone/tachys-1/src/lib.rs\0"), ("b.wasm", "\0")],
        );
        let told = named_folders(&site, &[PathBuf::from("/home/someone"), PathBuf::from("/other")]).unwrap();
        assert_eq!(told, ["a.wasm names /home/someone"]);
        assert_eq!(unreadable(&site).unwrap(), ["b.wasm names no source of tachys-*"]);
        fs::remove_dir_all(site).unwrap();
    }
}
