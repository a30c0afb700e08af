//! A build of core's tests with as many mutants in it as the compiler takes.

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::{FOLDER, PACKAGE, mutant::Mutant, planted};

/// Told to core: whether a mutant is awake, and which are reached.
const SWITCH: &str = include_str!("switch.rs.txt");

/// Copies what is kept in the project's history, as it is in the folder now.
pub(crate) fn copy(project: &Path, tree: &Path) {
    let files = Command::new("git")
        .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        .current_dir(project)
        .output()
        .expect("git runs");
    for file in String::from_utf8_lossy(&files.stdout).split_terminator('\0') {
        let (from, to) = (project.join(file), tree.join(file));
        let Ok(bytes) = fs::read(&from) else { continue };
        if fs::read(&to).is_ok_and(|old| old == bytes) {
            continue;
        }
        fs::create_dir_all(to.parent().expect("a file lies in a folder")).expect("the copy can be made");
        fs::write(&to, bytes).expect("the copy can be made");
    }
}

/// Programs of tests, with mutants in them.
pub(crate) struct Built {
    pub(crate) programs: Vec<PathBuf>,
    pub(crate) planted: HashSet<usize>,
    /// Those that are no program, wherever they stand.
    pub(crate) unviable: HashSet<usize>,
}

/// Builds core's tests with as many of the mutants as the compiler takes.
pub(crate) fn build(project: &Path, tree: &Path, mutants: &[Mutant]) -> Built {
    let mut unviable: HashSet<usize> = HashSet::new();
    let mut refused: HashSet<usize> = HashSet::new();
    loop {
        let planted = plant(project, tree, mutants, &refused);
        let out = Command::new("cargo")
            .args([
                "test",
                "--no-run",
                "--all-features",
                "--message-format=json",
                "-p",
                PACKAGE,
            ])
            .current_dir(tree)
            .env("RUSTFLAGS", "--cap-lints=allow")
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_TARGET_DIR", tree.with_file_name("target"))
            .output()
            .expect("cargo runs");
        let told: Vec<Value> = String::from_utf8_lossy(&out.stdout)
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect();
        if out.status.success() {
            let programs = told
                .iter()
                .filter_map(|line| line["executable"].as_str().map(PathBuf::from));
            let programs = programs.collect();
            return Built {
                programs,
                planted,
                unviable,
            };
        }
        let before = refused.len();
        for line in &told {
            let message = &line["message"];
            let (about, is_of_itself) = wrong(message, tree);
            if is_of_itself {
                unviable.extend(&about);
            }
            refused.extend(about);
        }
        println!("{} mutants cannot be built in", refused.len());
        assert!(
            refused.len() > before,
            "the build fails for another reason:\n{}",
            String::from_utf8_lossy(&out.stderr)
        );
    }
}

fn plant(project: &Path, tree: &Path, mutants: &[Mutant], refused: &HashSet<usize>) -> HashSet<usize> {
    let mut by_file: BTreeMap<&str, Vec<(usize, &Mutant)>> = BTreeMap::new();
    for (number, mutant) in mutants.iter().enumerate() {
        let of_file = by_file.entry(&mutant.file).or_default();
        if !refused.contains(&number) {
            of_file.push((number, mutant));
        }
    }
    let mut numbers = HashSet::new();
    for (file, of_file) in by_file {
        let text = fs::read_to_string(project.join(file)).expect("a listed file is there");
        let planted = planted::planted(&text, &of_file);
        numbers.extend(planted.numbers);
        write(&tree.join(file), &planted.text);
    }
    let lib = Path::new(FOLDER).join("src/lib.rs");
    let text = fs::read_to_string(project.join(&lib)).expect("core has a root");
    write(&tree.join(&lib), &format!("{text}\n/// Mutants.\npub mod mutant;\n"));
    let switch = SWITCH.replace("COUNT", &mutants.len().to_string());
    write(&tree.join(FOLDER).join("src/mutant.rs"), &switch);
    numbers
}

fn write(file: &Path, text: &str) {
    if fs::read_to_string(file).is_ok_and(|old| old == text) {
        return;
    }
    fs::write(file, text).expect("the copy can be written");
}

/// The mutants that an error is about: those that it points at, else the last before what it points at, else those of the
/// last line above that has some. And whether it is about what they are themselves: a value that a type does not have, an
/// operator that it lacks.
fn wrong(message: &Value, tree: &Path) -> (Vec<usize>, bool) {
    if message["level"] != "error" {
        return (Vec::new(), false);
    }
    let spans = message["spans"].as_array().map(Vec::as_slice).unwrap_or_default();
    let pointed = spans
        .iter()
        .filter(|span| span["is_primary"] == true)
        .flat_map(pointed_at);
    let pointed: Vec<usize> = pointed.collect();
    if !pointed.is_empty() {
        let text = message["message"].as_str().unwrap_or_default();
        let of_itself = [
            "Default` is not satisfied",
            "no function or associated item named",
            "cannot subtract",
            "cannot multiply",
        ];
        return (pointed, of_itself.iter().any(|part| text.contains(part)));
    }
    let above = spans.iter().filter(|span| span["is_primary"] == true).find_map(|span| {
        let text = fs::read_to_string(tree.join(span["file_name"].as_str()?)).ok()?;
        let line = usize::try_from(span["line_start"].as_u64()?).ok()?;
        let lines: Vec<&str> = text.lines().take(line).collect();
        lines.into_iter().rev().map(numbers).find(|numbers| !numbers.is_empty())
    });
    let above = above.unwrap_or_default().into_iter().map(|(_, number)| number);
    (above.collect(), false)
}

fn pointed_at(span: &Value) -> Vec<usize> {
    let lines = span["text"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut found = Vec::new();
    for line in lines {
        let (Some(text), Some(from), Some(to)) = (
            line["text"].as_str(),
            line["highlight_start"].as_u64(),
            line["highlight_end"].as_u64(),
        ) else {
            continue;
        };
        let byte = |column: u64| {
            text.char_indices()
                .nth(usize::try_from(column).unwrap_or(1) - 1)
                .map_or(text.len(), |(at, _)| at)
        };
        let (from, to) = (byte(from), byte(to));
        let numbers = numbers(text);
        let within: Vec<usize> = numbers
            .iter()
            .filter(|(at, _)| (from..to).contains(at))
            .map(|(_, number)| *number)
            .collect();
        if within.is_empty() {
            found.extend(
                numbers
                    .iter()
                    .rev()
                    .find(|(at, _)| *at < from)
                    .map(|(_, number)| *number),
            );
        } else {
            found.extend(within);
        }
    }
    found
}

/// The mutants of a line, with where they stand.
fn numbers(line: &str) -> Vec<(usize, usize)> {
    const SWITCH: &str = "crate::mutant::on(";
    let found = line.match_indices(SWITCH).filter_map(|(at, _)| {
        let (number, _) = line[at + SWITCH.len()..].split_once(')')?;
        Some((at, number.parse().ok()?))
    });
    found.collect()
}
