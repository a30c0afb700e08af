//! Carries the hashed files of an earlier build forward, so that a page that was loaded before, or that a cache still
//! holds, finds its program. The day on which each was replaced stands in a list beside them: the times of files do
//! not survive copies.

use std::{
    collections::BTreeMap,
    env,
    path::Path,
    time::{SystemTime, UNIX_EPOCH},
};

use serde_json::{Map, Value};
use timeline_core::date::Day;

use crate::{
    files::{below, has_extension, read, read_text, write},
    hosting::table::KEPT,
    outcome::Outcome,
};

/// How long a file is kept after the day on which it was replaced.
pub(crate) const DAYS: i32 = 30;

/// Copies of the loader of embeds: other sites name them with their integrity, so they are kept for ever.
const LOADER: &str = "embed-v1-";

const FOLDER: &str = "assets/";
const COPIES: [&str; 2] = ["br", "gz"];

/// The hashed files of an earlier build, read before its folder is emptied.
#[derive(Debug, Default)]
pub(crate) struct Earlier {
    files: BTreeMap<String, Vec<u8>>,
    replaced: BTreeMap<String, Day>,
}

impl Earlier {
    /// Reads a built site.
    pub(crate) fn read(site: &Path) -> Outcome<Self> {
        let folder = site.join(FOLDER);
        let mut names = below(&folder)?;
        if names.is_empty() {
            let site = site.display();
            return Err(format!("--keep-assets {site}: this is no earlier build, {FOLDER} is missing in it").into());
        }
        let list = site.join(KEPT);
        let replaced = if list.is_file() {
            parse(&read_text(&list)?).map_err(|why| format!("{}: {why}", list.display()))?
        } else {
            BTreeMap::new()
        };
        names.retain(|name| [FOLDER, name].concat() != KEPT);
        let files = names
            .into_iter()
            .map(|name| Ok((name.clone(), read(&folder.join(name))?)));
        Ok(Self {
            files: files.collect::<Outcome<_>>()?,
            replaced,
        })
    }

    /// Writes into a new build what was replaced at most [`DAYS`] ago, and the list of it; says how many files of the
    /// earlier build are kept. What the new build has itself stays as it is.
    pub(crate) fn carry(&self, site: &Path, today: Day) -> Outcome<usize> {
        let folder = site.join(FOLDER);
        let new = below(&folder)?;
        let mut kept = BTreeMap::new();
        for (name, bytes) in &self.files {
            let original = original(name);
            let replaced = self.replaced.get(original).copied().unwrap_or(today);
            let is_over = replaced.days_until(today) > DAYS && !original.starts_with(LOADER);
            if is_over || new.iter().any(|other| other == original) {
                continue;
            }
            write(&folder.join(name), bytes)?;
            kept.insert(original.to_owned(), replaced);
        }
        if !kept.is_empty() {
            write(&site.join(KEPT), listed(&kept))?;
        }
        Ok(kept.len())
    }
}

/// The paths of the files of a site that were kept.
pub(crate) fn kept(site: &Path) -> Outcome<Vec<String>> {
    let list = site.join(KEPT);
    if !list.is_file() {
        return Ok(Vec::new());
    }
    let days = parse(&read_text(&list)?).map_err(|why| format!("{}: {why}", list.display()))?;
    Ok(days.into_keys().map(|name| [FOLDER, &name].concat()).collect())
}

/// The day of this build: that of `SOURCE_DATE_EPOCH`, else of the clock.
pub(crate) fn today() -> Outcome<Day> {
    let given = env::var("SOURCE_DATE_EPOCH").ok();
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |time| time.as_secs());
    day_of(given.as_deref(), now)
}

fn day_of(given: Option<&str>, now: u64) -> Outcome<Day> {
    let seconds = match given {
        Some(text) => text
            .parse()
            .map_err(|_| format!("SOURCE_DATE_EPOCH is `{text}`, which is no number of seconds"))?,
        None => now,
    };
    let days = i32::try_from(seconds / 86_400).map_err(|_| format!("{seconds} seconds are no day"))?;
    Ok(Day::from_epoch_days(days))
}

/// The file that a compressed copy is of; any other is its own.
fn original(name: &str) -> &str {
    if has_extension(name, &COPIES) {
        name.rsplit_once('.').map_or(name, |(name, _)| name)
    } else {
        name
    }
}

fn parse(text: &str) -> Result<BTreeMap<String, Day>, String> {
    let list: Map<String, Value> = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let days = list.into_iter().map(|(name, day)| {
        let day = day.as_str().and_then(Day::parse);
        day.map(|day| (name.clone(), day))
            .ok_or_else(|| format!("{name} has no day"))
    });
    days.collect()
}

fn listed(kept: &BTreeMap<String, Day>) -> String {
    let list: Map<String, Value> = kept
        .iter()
        .map(|(name, day)| (name.clone(), Value::String(day.to_string())))
        .collect();
    format!("{:#}\n", Value::Object(list))
}

#[cfg(test)]
mod tests {
    use std::{
        env, fs,
        path::{Path, PathBuf},
        process,
    };

    use timeline_core::date::Day;

    use super::{Earlier, KEPT, day_of, kept};
    use crate::files::{below, read_text, write};

    fn folder(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("timeline-keep-{name}-{}", process::id()));
        fs::remove_dir_all(&folder).unwrap_or_default();
        folder
    }

    fn build(site: &Path, hash: &str) {
        fs::remove_dir_all(site).unwrap_or_default();
        for copy in ["", ".br", ".gz"] {
            let name = format!("assets/timeline-{hash}.js{copy}");
            write(&site.join(name), [hash, copy].concat()).unwrap();
        }
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// Builds again in the same place, as it is done from release to release.
    fn release(site: &Path, hash: &str, today: &str) -> usize {
        let earlier = Earlier::read(site).unwrap();
        build(site, hash);
        earlier.carry(site, day(today)).unwrap()
    }

    #[test]
    fn a_file_is_kept_for_thirty_days_after_it_was_replaced() {
        let site = folder("days");
        build(&site, "a");
        assert_eq!(release(&site, "b", "2026-01-01"), 1, "a was replaced today");
        assert_eq!(release(&site, "c", "2026-01-20"), 2);
        assert_eq!(
            read_text(&site.join(KEPT)).unwrap(),
            "{\n  \"timeline-a.js\": \"2026-01-01\",\n  \"timeline-b.js\": \"2026-01-20\"\n}\n"
        );
        assert_eq!(kept(&site).unwrap(), ["assets/timeline-a.js", "assets/timeline-b.js"]);
        assert_eq!(release(&site, "c", "2026-01-31"), 2, "thirty days later it is there");
        assert_eq!(read_text(&site.join("assets/timeline-a.js.gz")).unwrap(), "a.gz");
        assert_eq!(release(&site, "c", "2026-02-01"), 1, "and the day after it is not");
        assert!(!below(&site).unwrap().iter().any(|file| file.contains("timeline-a")));
        assert_eq!(release(&site, "c", "2026-06-01"), 0);
        assert_eq!(below(&site).unwrap().len(), 3, "no list of nothing");
        fs::remove_dir_all(site).unwrap();
    }

    #[test]
    fn what_is_new_is_never_overwritten_and_what_returns_is_no_longer_replaced() {
        let site = folder("new");
        build(&site, "a");
        release(&site, "b", "2026-01-01");
        let earlier = Earlier::read(&site).unwrap();
        build(&site, "a");
        write(&site.join("assets/timeline-a.js"), "new").unwrap();
        assert_eq!(earlier.carry(&site, day("2026-01-10")).unwrap(), 1);
        assert_eq!(read_text(&site.join("assets/timeline-a.js")).unwrap(), "new");
        assert_eq!(
            read_text(&site.join(KEPT)).unwrap(),
            "{\n  \"timeline-b.js\": \"2026-01-10\"\n}\n"
        );
        assert_eq!(release(&site, "c", "2026-02-05"), 2, "a counts from its last day");
        fs::remove_dir_all(site).unwrap();
    }

    #[test]
    fn a_loader_that_other_sites_name_is_kept_for_ever() {
        let site = folder("loader");
        build(&site, "a");
        write(&site.join("assets/embed-v1-1.js"), "loader").unwrap();
        assert_eq!(release(&site, "b", "2026-01-01"), 2);
        assert_eq!(release(&site, "b", "2027-01-01"), 1);
        assert_eq!(release(&site, "b", "2036-01-01"), 1);
        assert_eq!(read_text(&site.join("assets/embed-v1-1.js")).unwrap(), "loader");
        assert_eq!(kept(&site).unwrap(), ["assets/embed-v1-1.js"]);
        fs::remove_dir_all(site).unwrap();
    }

    #[test]
    fn a_folder_that_is_no_build_is_refused() {
        let site = folder("none");
        assert!(format!("{:?}", Earlier::read(&site).unwrap_err()).contains("no earlier build"));
        build(&site, "a");
        write(&site.join(KEPT), "{\"timeline-a.js\": \"soon\"}").unwrap();
        assert!(format!("{:?}", Earlier::read(&site).unwrap_err()).contains("timeline-a.js has no day"));
        fs::remove_dir_all(site).unwrap();
    }

    #[test]
    fn the_day_is_that_of_the_source_when_it_is_given() {
        assert_eq!(day_of(Some("1767225600"), 0).unwrap(), day("2026-01-01"));
        assert_eq!(day_of(None, 1_767_225_599).unwrap(), day("2025-12-31"));
        assert!(day_of(Some("today"), 0).is_err());
    }
}
