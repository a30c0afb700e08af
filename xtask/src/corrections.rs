//! What was released and what differs from it: `cargo xtask data diff`, `correct` and `release`.

use std::path::Path;

use timeline_core::load::{
    CORRECTIONS, Change, DataFile, RELEASED, RELEASES, Said, corrected, difference, load, release, since_release,
};

use crate::{
    arguments::Arguments,
    data::{is_data, read_files, stop_at_errors},
    files::write,
    keep::today,
    outcome::{Failure, Outcome},
    releases,
    tools::Project,
};

/// `data diff [REV]`: every fact that differs from the last release, or from what the repository had at a revision.
pub(crate) fn diff(project: &Project, folder: &Path, revision: Option<&str>) -> Outcome {
    let files = read_files(folder)?;
    let (what, changes) = if let Some(revision) = revision {
        let before = files_at(project, folder, revision)?;
        (revision.to_owned(), difference(&before, &files))
    } else {
        let found =
            since_release(&files).ok_or("nothing has been released yet: name a revision, as in `data diff HEAD~1`")?;
        ("the last release".to_owned(), found)
    };
    for change in &changes {
        println!("{}", line_of(change));
    }
    let updates = changes.iter().filter(|change| change.is_update()).count();
    println!(
        "data diff: {} facts differ from {what}: {updates} by growth, {} that need an entry in {CORRECTIONS}",
        changes.len(),
        changes.len() - updates
    );
    Ok(())
}

fn line_of(change: &Change) -> String {
    let Change {
        record,
        field,
        old,
        new,
        ..
    } = change;
    if !field.is_empty() {
        let sign = if change.is_update() { '~' } else { '!' };
        return format!("{sign} {record} {field}: {old} -> {new}");
    }
    if old.is_null() {
        format!("+ {record}")
    } else {
        format!("! {record} is gone")
    }
}

/// The data files as they were at a revision.
fn files_at(project: &Project, folder: &Path, revision: &str) -> Outcome<Vec<DataFile>> {
    let git = |words: &[&str]| -> Outcome<String> {
        let output = project
            .command("git")
            .arg("-C")
            .arg(folder)
            .args(words)
            .output()
            .map_err(|error| format!("git could not be run: {error}"))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            let why = String::from_utf8_lossy(&output.stderr);
            Err(format!("git does not know this folder at `{revision}`: {}", why.trim()).into())
        }
    };
    let listed = git(&["ls-tree", "-r", "--name-only", revision])?;
    listed
        .lines()
        .filter(|path| is_data(path))
        .map(|path| {
            let text = git(&["show", &format!("{revision}:./{path}")])?;
            Ok(DataFile {
                path: path.to_owned(),
                text,
            })
        })
        .collect()
}

/// `data correct RECORD FIELD`: adds the entry of a fact that was changed in its file.
pub(crate) fn correct(folder: &Path, arguments: &Arguments) -> Outcome {
    let needed = |name: &str| {
        arguments.value(name).map(str::to_owned).ok_or_else(|| {
            Failure::from(format!(
                "say {name}: `cargo xtask data correct RECORD FIELD --class C2 --reason \"...\" --source SOURCE`"
            ))
        })
    };
    let [_, record, field] = arguments.words() else {
        return Err("name the record and its field, as in `cargo xtask data correct tenures/some-tenure start`".into());
    };
    let said = Said {
        record: record.clone(),
        field: field.clone(),
        class: needed("--class")?,
        reason: needed("--reason")?,
        sources: arguments.values("--source"),
        date: match arguments.value("--date") {
            Some(day) => day.to_owned(),
            None => today()?.to_string(),
        },
    };
    let text = corrected(&read_files(folder)?, &said)?;
    write(&folder.join(CORRECTIONS), text)?;
    println!("wrote {CORRECTIONS}: commit it with the change");
    Ok(())
}

/// `data release`: what is sound now is what later changes are compared with.
pub(crate) fn release_now(folder: &Path) -> Outcome {
    stop_at_errors(folder)?;
    let files = read_files(folder)?;
    let version = load(&files).dataset.map(|dataset| dataset.version).unwrap_or_default();
    if since_release(&files).is_some_and(|changes| changes.is_empty()) {
        println!("{RELEASED} is that of version {version} already");
    } else {
        let written = release(&files).ok_or("datapackage.json cannot be read")?;
        for file in &written {
            write(&folder.join(&file.path), &file.text)?;
            println!("wrote {}", file.path);
        }
        println!("version {version} is what later changes are compared with");
    }
    if releases::keep(folder, &version)? {
        println!("wrote {RELEASES}{version}.zip: the version stays as it is");
    }
    Ok(())
}
