//! How a correction goes, shown in a temporary copy of the record: `cargo xtask data tour`.

mod change;
#[cfg(test)]
mod tests;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use timeline_core::{
    date::Day,
    load::{CORRECTIONS, Problem, RELEASED, Severity},
    model::Dataset,
    query::corrections::{marked_until, marks, told_everywhere_until},
};

use crate::{
    arguments::Arguments,
    corrections::correct,
    data::{problems_of, read_files},
    files::{below, copy, read_text, write},
    outcome::{Failure, Outcome},
};
use change::{Fact, find, raise_version, translate};

/// What a correction of the tour says of itself; the tour changes a word of it later.
const REASON: &str = "Misread: a step of the tour.";

/// The number of the next copy: each has a folder of its own.
static NEXT: AtomicU32 = AtomicU32::new(1);

/// A step of the tour.
struct Step {
    /// What happens in it.
    what: String,
    /// The command that an editor would give.
    command: String,
    /// What came of it.
    said: Vec<String>,
    /// What should come of it.
    expected: &'static str,
    /// Whether it did.
    is_expected: bool,
}

/// Walks through a correction of the record in `folder` and prints each step; fails when one is not as expected.
pub(crate) fn tour(folder: &Path) -> Outcome {
    let mut number = 0;
    walk(folder, &mut |step| {
        number += 1;
        println!("{number}. {}\n   $ {}", step.what, step.command);
        for line in &step.said {
            println!("   {}", line.replace('\n', "\n   "));
        }
        let is = if step.is_expected {
            "as expected"
        } else {
            "NOT as expected"
        };
        println!("   {is}: {}\n", step.expected);
    })?;
    println!("data tour: every step was as expected; the record itself was not touched");
    Ok(())
}

/// The steps, one after another, each in the copy that the one before left.
fn walk(folder: &Path, tell: &mut dyn FnMut(&Step)) -> Outcome {
    if !folder.join(RELEASED).is_file() {
        return Err(
            "nothing has been released yet, so that nothing can be corrected: run `cargo xtask data release`".into(),
        );
    }
    let place = Copy::of(folder)?;
    let mut tell = |step: Step| {
        tell(&step);
        let what = step.what;
        step.is_expected
            .then_some(())
            .ok_or_else(|| Failure::from(format!("this step is not as expected: {what}")))
    };
    let (problems, dataset) = problems_of(&place.0)?;
    let step = Step {
        what: "The record as it is".to_owned(),
        command: "cargo xtask data check".to_owned(),
        said: problems.iter().map(Problem::to_string).collect(),
        expected: "the check accepts it",
        is_expected: dataset.is_some() && errors(&problems).count() == 0,
    };
    tell(step)?;
    let first = find(&read_files(&place.0)?, "")?;
    tell(refused(&place.0, &first)?)?;
    tell(corrected(&place.0, &first, "C2")?)?;
    let second = find(&read_files(&place.0)?, &first.record)?;
    tell(refused(&place.0, &second)?)?;
    tell(corrected(&place.0, &second, "C1")?)?;
    tell(tampered(&place.0)?)
}

fn errors(problems: &[Problem]) -> impl Iterator<Item = &Problem> {
    problems.iter().filter(|problem| problem.severity == Severity::Error)
}

/// A fact changes without an entry.
fn refused(folder: &Path, fact: &Fact) -> Outcome<Step> {
    write(&folder.join(&fact.file), &fact.changed)?;
    let (problems, _) = problems_of(folder)?;
    let command = format!("`cargo xtask data correct {} {} ", fact.record, fact.field);
    let is_told = |problem: &Problem| problem.rule == "fact-changed" && problem.fix.contains(&command);
    Ok(Step {
        what: format!(
            "{} of {} changes from {} to {}, and nothing tells of it",
            fact.field, fact.record, fact.old, fact.new
        ),
        command: format!("edit {}; cargo xtask data check", fact.file),
        said: problems.iter().map(Problem::to_string).collect(),
        expected: "the check refuses it, and says by which command it is mended",
        is_expected: problems.iter().any(is_told),
    })
}

/// The change gets its entry, in a version of its own.
fn corrected(folder: &Path, fact: &Fact, class: &str) -> Outcome<Step> {
    let version = raise_version(folder)?;
    let words = [
        "correct",
        &fact.record,
        fact.field,
        "--class",
        class,
        "--reason",
        REASON,
        "--source",
        &fact.source,
        "--date",
        &fact.date,
    ];
    let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
    let options = ["--class", "--reason", "--source", "--date"];
    correct(folder, &Arguments::read(words, &options, &[], 3)?)?;
    let mut translated = Vec::new();
    for problem in problems_of(folder)?
        .0
        .iter()
        .filter(|problem| problem.rule == "translation-missing")
    {
        translated.push(translate(folder, problem, REASON)?);
    }
    let (problems, dataset) = problems_of(folder)?;
    let shown = dataset.as_ref().map(|dataset| shown(dataset, fact)).unwrap_or_default();
    Ok(Step {
        what: format!("The version is {version} now, and the change gets its entry in {CORRECTIONS}"),
        command: format!(
            "cargo xtask data correct {} {} --class {class} --reason \"{REASON}\" --source {} --date {}; cargo xtask data check",
            fact.record, fact.field, fact.source, fact.date
        ),
        is_expected: errors(&problems).count() == 0 && !shown.is_empty(),
        said: translated
            .into_iter()
            .chain(problems.iter().map(Problem::to_string))
            .chain(shown)
            .collect(),
        expected: "the check accepts it, and readers are told",
    })
}

/// Where the last correction is told to readers, and until when; nothing when it is not told at its record.
fn shown(dataset: &Dataset, fact: &Fact) -> Vec<String> {
    let (kind, id) = fact.record.split_once('/').unwrap_or_default();
    let Some(entry) = dataset.corrections.last() else {
        return Vec::new();
    };
    if !marks(dataset, kind, id).any(|mark| mark.id == entry.id) {
        return Vec::new();
    }
    let until = |day: Option<_>, no: &str| day.map_or_else(|| no.to_owned(), |day: Day| format!("until {day}"));
    vec![
        format!(
            "in the log, page corrections/, and in feeds/corrections.atom and .json: {} {} {}: {} -> {}",
            entry.date, entry.record, entry.field, entry.old, entry.new
        ),
        format!("as a mark at {}: {}", entry.record, until(marked_until(entry), "no")),
        format!(
            "as a banner on every page: {}",
            until(told_everywhere_until(entry), "no, for C1 alone")
        ),
        format!("days are counted to as_of, {}", dataset.as_of),
    ]
}

/// An entry that stands before another one changes.
fn tampered(folder: &Path) -> Outcome<Step> {
    let path = folder.join(CORRECTIONS);
    let text = read_text(&path)?.replacen(REASON, "Never mind.", 1);
    write(&path, text)?;
    let (problems, _) = problems_of(folder)?;
    let is_told = |problem: &Problem| problem.rule == "correction-chain";
    Ok(Step {
        what: "The reason of the earlier entry is written anew".to_owned(),
        command: format!("edit {CORRECTIONS}; cargo xtask data check"),
        said: problems.iter().map(Problem::to_string).collect(),
        expected: "the check refuses it, and says which link is broken",
        is_expected: problems.iter().any(is_told),
    })
}

/// A copy of a data folder, removed at the end.
struct Copy(PathBuf);

impl Copy {
    fn of(folder: &Path) -> Outcome<Self> {
        let made = Self(env::temp_dir().join(format!(
            "data-tour-{}-{}",
            process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        )));
        for path in below(folder)? {
            copy(&folder.join(&path), &made.0.join(&path))?;
        }
        Ok(made)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // What stays behind in the temporary folder harms nobody.
        let _removed = fs::remove_dir_all(&self.0);
    }
}
