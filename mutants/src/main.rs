//! Which mutants of core its tests notice: `timeline-mutants PROJECT FOLDER`.
//!
//! cargo-mutants says what the mutants are. It would build core and its tests anew for each of them, which takes half a
//! day; here nearly all are in one build, and an environment variable wakes one. Those that cannot be put in beside others
//! are built alone when `--alone` asks for it.

mod alone;
mod built;
mod mutant;
mod planted;
mod trial;

use std::{
    collections::BTreeMap,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
    sync::Mutex,
};

use built::{Built, build, copy};
use mutant::Mutant;
use trial::Outcome;

const PACKAGE: &str = "timeline-core";
const FOLDER: &str = "crates/core";

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (options, words): (Vec<&String>, Vec<&String>) = words.iter().partition(|word| word.starts_with("--"));
    let (alone, again) = (
        options.iter().any(|word| *word == "--alone"),
        options.iter().any(|word| *word == "--again"),
    );
    let [project, folder] = words.as_slice() else {
        eprintln!("usage: timeline-mutants PROJECT FOLDER [--again] [--alone]");
        std::process::exit(2);
    };
    let (project, folder) = (Path::new(project), Path::new(folder));
    fs::create_dir_all(folder).expect("the folder can be made");
    let mutants = listed(project);
    let record = Record {
        file: folder.join("outcomes.txt"),
        known: Mutex::default(),
    };
    record.read(again);
    if alone {
        let tree = folder.join("alone");
        copy(project, &tree);
        for mutant in mutants.iter().filter(|mutant| !record.has(mutant)) {
            record.add(mutant, alone::outcome(mutant, project, &tree, PACKAGE), "");
        }
    } else {
        let tree = folder.join("tree");
        copy(project, &tree);
        let Built {
            programs,
            planted,
            unviable,
        } = build(project, &tree, &mutants);
        for number in unviable {
            if !record.has(&mutants[number]) {
                record.add(&mutants[number], Outcome::Unviable, "");
            }
        }
        let place = tree.join(FOLDER);
        let tests = trial::tests(&programs, &place, folder);
        println!(
            "{} mutants, {} of them in one build; {} tests",
            mutants.len(),
            planted.len(),
            tests.len()
        );
        let mut open: Vec<usize> = planted
            .into_iter()
            .filter(|&number| !record.has(&mutants[number]))
            .collect();
        open.sort_unstable();
        trial::try_all(&open, &tests, &place, |number, outcome, test| {
            record.add(&mutants[number], outcome, test)
        });
    }
    record.tell(&mutants);
}

/// What came of each mutant, in a file: what was tried stays tried.
struct Record {
    file: PathBuf,
    known: Mutex<BTreeMap<String, Outcome>>,
}

impl Record {
    /// What is in the file; what no test noticed is left out when it is to be tried again.
    fn read(&self, again: bool) {
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        let mut known = self.known.lock().expect("no trial panics");
        for line in text.lines() {
            let mut parts = line.split('\t');
            if let (Some(outcome), Some(name)) = (parts.next().and_then(Outcome::of_word), parts.next()) {
                known.insert(name.to_owned(), outcome);
            }
        }
        if again {
            known.retain(|_, outcome| !matches!(outcome, Outcome::Missed | Outcome::Unreached));
        }
    }

    fn has(&self, mutant: &Mutant) -> bool {
        self.known.lock().expect("no trial panics").contains_key(&mutant.name)
    }

    fn add(&self, mutant: &Mutant, outcome: Outcome, test: &str) {
        let line = format!("{}\t{}\t{test}", outcome.word(), mutant.name);
        println!("{line}");
        let mut known = self.known.lock().expect("no trial panics");
        let mut file = fs::OpenOptions::new()
            .append(true)
            .create(true)
            .open(&self.file)
            .expect("outcomes can be written");
        writeln!(file, "{line}").expect("outcomes can be written");
        known.insert(mutant.name.clone(), outcome);
    }

    fn tell(&self, mutants: &[Mutant]) {
        let known = self.known.lock().expect("no trial panics");
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for mutant in mutants {
            let word = known.get(&mutant.name).map_or("not tried", |outcome| outcome.word());
            *counts.entry(word).or_default() += 1;
        }
        println!("{} mutants: {counts:?}", mutants.len());
    }
}

fn listed(project: &Path) -> Vec<Mutant> {
    let out = Command::new("cargo")
        .args(["mutants", "--list", "--json", "--package", PACKAGE])
        .current_dir(project)
        .output()
        .expect("cargo runs");
    assert!(
        out.status.success(),
        "`cargo install cargo-mutants --locked`, then again: {}",
        String::from_utf8_lossy(&out.stderr)
    );
    serde_json::from_slice(&out.stdout).expect("cargo-mutants lists in the form that mutant.rs tells")
}
