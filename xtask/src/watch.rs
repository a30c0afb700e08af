//! The check again and again while files change: `cargo xtask data check --watch`.

use std::{fs, path::Path, thread, time::Duration, time::SystemTime};

use crate::{
    data::check,
    files::below,
    outcome::{Failure, Outcome},
};

/// How long nothing is looked at between two looks.
const PAUSE: Duration = Duration::from_millis(300);

/// What can be seen of a file without reading it: its path, when it was written, and its length.
type Seen = (String, Option<SystemTime>, u64);

/// Checks a folder now and whenever a file below it has changed, until the program is ended.
pub(crate) fn watch(folder: &Path) -> Outcome {
    if !folder.is_dir() {
        return Err(format!("{}: no such folder", folder.display()).into());
    }
    each_change(
        folder,
        &mut |files| {
            // What the check finds is on the screen already; the next change may mend it.
            if let Err(Failure::Because(message)) = check(folder) {
                println!("error: {message}");
            }
            println!("{files} files are watched: save one to check again, Ctrl-C ends\n");
        },
        &mut || {
            thread::sleep(PAUSE);
            true
        },
    )
}

/// Calls `changed` with the count of files at first and after each change; `pause` says whether to look again.
fn each_change(folder: &Path, changed: &mut dyn FnMut(usize), pause: &mut dyn FnMut() -> bool) -> Outcome {
    let mut before: Option<Vec<Seen>> = None;
    loop {
        let now = seen(folder)?;
        if before.as_ref() != Some(&now) {
            changed(now.len());
            before = Some(now);
        }
        if !pause() {
            return Ok(());
        }
    }
}

/// A file that goes while it is looked at is seen without a time.
fn seen(folder: &Path) -> Outcome<Vec<Seen>> {
    let look = |path: String| {
        let found = fs::metadata(folder.join(&path)).ok();
        let written = found.as_ref().and_then(|found| found.modified().ok());
        (path, written, found.map_or(0, |found| found.len()))
    };
    Ok(below(folder)?.into_iter().map(look).collect())
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use super::{each_change, watch};

    #[test]
    fn a_folder_that_is_not_there_is_not_waited_for() {
        let none = env::temp_dir().join(format!("not-watched-{}", process::id()));
        assert!(format!("{:?}", watch(&none)).contains("no such folder"));
    }

    #[test]
    fn what_is_written_added_and_taken_away_is_seen_and_nothing_else() {
        let folder = env::temp_dir().join(format!("watched-{}", process::id()));
        fs::create_dir_all(folder.join("events")).unwrap();
        fs::write(folder.join("people.json"), "{}").unwrap();
        let mut looks = 0;
        let mut counts = Vec::new();
        each_change(&folder, &mut |files| counts.push(files), &mut || {
            looks += 1;
            match looks {
                1 => fs::write(folder.join("events/2024.json"), "{}").unwrap(),
                3 => fs::write(folder.join("people.json"), "{ }").unwrap(),
                4 => fs::remove_file(folder.join("events/2024.json")).unwrap(),
                _ => {}
            }
            looks < 6
        })
        .unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(counts, [1, 2, 2, 1]);
    }
}
