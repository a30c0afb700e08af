//! Corrections: no fact that was released changes without an entry, and no entry changes.

use std::fmt::Write as _;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{
    DataFile, PACKAGE, Problem,
    facts::{Change, Facts, changes, facts_of, value_of},
    kept,
    parse::{Located, Parsed, ReadFile, kind_of},
};
use crate::wire;

/// The log of corrections.
pub const CORRECTIONS: &str = "corrections.json";
/// The facts that were last released.
pub const RELEASED: &str = "released.json";

const FIRST: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The SHA-256 of a value as compact JSON.
fn digest(value: &impl Serialize) -> String {
    sha256(&serde_json::to_vec(value).unwrap_or_default())
}

/// The SHA-256 of bytes, in hexadecimal digits.
#[must_use]
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _written = write!(text, "{byte:02x}");
        text
    })
}

/// Checks the chain of entries, each entry, and every fact that differs from the last release.
pub(super) fn check(files: &[DataFile], read: &[ReadFile], parsed: &Parsed, problems: &mut Vec<Problem>) {
    let now = facts_of(read);
    let entries = &parsed.corrections;
    chain(entries, parsed.released.as_ref(), problems);
    let package = parsed.package.as_ref();
    for entry in entries {
        one(&entry.record, &now, package, problems);
    }
    let mut pairs = entries.windows(2);
    while let Some([one, next]) = pairs.next() {
        if next.record.date < one.record.date {
            problems.push(error(
                "correction-order",
                &next.record.id,
                "date",
                format!("it is earlier than {}, which stands before it", one.record.id),
                "write the day on which the correction is made: entries are added at the end",
            ));
        }
    }
    let is_kept = kept::check(files, parsed, problems);
    if let (Some(released), Some(package), true) = (&parsed.released, package, is_kept) {
        against_release(released, &now, entries, package, files, problems);
    }
}

fn error(rule: &'static str, id: &str, field: &str, message: String, fix: impl Into<String>) -> Problem {
    Problem::error(rule, CORRECTIONS, id, field, message, fix)
}

/// Each entry holds the digest of the one before; the last release that of the last one it had.
fn chain(entries: &[Located<wire::Correction>], released: Option<&wire::ReleasedFile>, problems: &mut Vec<Problem>) {
    let mut before = ("the beginning", FIRST.to_owned());
    for entry in entries {
        let entry = &entry.record;
        if entry.prev_sha256 != before.1 {
            problems.push(error(
                "correction-chain",
                &entry.id,
                "prev_sha256",
                format!("the link to {} is broken: it was changed, or an entry between them is gone", before.0),
                "restore the entries as they were (`git log -p` shows them): what was wrong in an entry is corrected by a further one",
            ));
        }
        before = (&entry.id, digest(entry));
    }
    let Some(released) = released else { return };
    let last = released.corrections.checked_sub(1);
    let is_there = last.is_none_or(|last| {
        let entry = entries.get(last).map(|entry| digest(&entry.record));
        entry.as_ref() == Some(&released.last_correction_sha256)
    });
    if !is_there {
        problems.push(error(
            "correction-chain",
            "",
            "",
            format!(
                "the last of the {} entries of version {} is not as it was released",
                released.corrections, released.version
            ),
            "restore the entries as they were (`git log -p` shows them)",
        ));
    }
}

/// An entry is of a record, says what changed and why, and what it rests on.
fn one(entry: &wire::Correction, now: &Facts, package: Option<&wire::DataPackage>, problems: &mut Vec<Problem>) {
    let id = &entry.id;
    let moved = package.map(|package| &package.moved);
    let is_moved = entry
        .record
        .split_once('/')
        .is_some_and(|(_, id)| moved.is_some_and(|moved| moved.contains_key(id)));
    if !now.contains_key(&entry.record) && !is_moved {
        problems.push(error(
            "correction-record",
            id,
            "record",
            format!("there is no record \"{}\"", entry.record),
            "write its kind and its id, as in \"tenures/some-tenure\"",
        ));
    }
    if entry.old == entry.new {
        problems.push(error(
            "correction-same",
            id,
            "new",
            "it says what it said".to_owned(),
            "write what the field says now",
        ));
    }
    if entry.reason.trim().is_empty() {
        problems.push(error(
            "correction-reason",
            id,
            "reason",
            "it does not say why".to_owned(),
            "write a sentence for readers: what was wrong, and how it was found",
        ));
    }
    if entry.class != wire::CorrectionClass::C3 && entry.sources.is_empty() {
        problems.push(error(
            "correction-sources",
            id,
            "sources",
            "a fact was corrected, and nothing says by what".to_owned(),
            "name the sources that it rests on, or write C3 for wording that changes no fact",
        ));
    }
}

/// What differs from the last release: by an entry, or by growth.
fn against_release(
    released: &wire::ReleasedFile,
    now: &Facts,
    entries: &[Located<wire::Correction>],
    package: &wire::DataPackage,
    files: &[DataFile],
    problems: &mut Vec<Problem>,
) {
    let found = changes(&released.facts, now, &package.moved);
    if !found.is_empty() && package.version == released.version {
        problems.push(Problem::error(
            "version-same",
            PACKAGE,
            "",
            "version",
            format!("{} facts differ from the release of this version", found.len()),
            format!(
                "raise the version: what {} holds stays as it was published",
                released.version
            ),
        ));
    }
    let later = entries.get(released.corrections..).unwrap_or_default();
    as_released(&released.facts, later, problems);
    for change in found {
        if change.field.is_empty() && change.new.is_null() {
            problems.push(Problem::error(
                "id-released",
                PACKAGE,
                &change.record,
                "moved",
                "the record was released, and its id is gone",
                "name the id that it has now in moved; a record that was wrong stays, corrected",
            ));
            continue;
        }
        if change.field.is_empty() || change.is_update() {
            continue;
        }
        if latest_of(later, &change).is_none_or(|entry| entry.new != change.new) {
            problems.push(unexplained(&change, files));
        }
    }
}

fn unexplained(change: &Change, files: &[DataFile]) -> Problem {
    let (kind, id) = change.record.split_once('/').unwrap_or(("", &change.record));
    let quoted = ["\"", id, "\""].concat();
    let is_in = |file: &&DataFile| {
        let is_of_kind = file.path.starts_with(kind) && kind_of(&file.path).is_some();
        let is_series = file.path == [&change.record, "/data.csv"].concat();
        is_series || (is_of_kind && kind != "series" && file.text.contains(&quoted))
    };
    let file = files.iter().find(is_in).map_or(CORRECTIONS, |file| &file.path);
    Problem::error(
        "fact-changed",
        file,
        id,
        &change.field,
        format!(
            "it was released as {}, and says {}: no entry of corrections.json tells of that",
            change.old, change.new
        ),
        format!(
            "put it back, or run `cargo xtask data correct {} {} --class C2 --reason \"...\" --source SOURCE`",
            change.record, change.field
        ),
    )
}

/// The last entry of the fact that a change is of.
pub(super) fn latest_of<'a>(entries: &'a [Located<wire::Correction>], change: &Change) -> Option<&'a wire::Correction> {
    let is_of = |entry: &&wire::Correction| entry.record == change.record && entry.field == change.field;
    entries.iter().rev().map(|entry| &entry.record).find(is_of)
}

/// What an entry says that was said is what was released, or what the entry before it says.
fn as_released(released: &Facts, later: &[Located<wire::Correction>], problems: &mut Vec<Problem>) {
    for (position, entry) in later.iter().enumerate() {
        let entry = &entry.record;
        // A record that was renamed, or came later, was released under no such name.
        let Some(record) = released.get(&entry.record) else {
            continue;
        };
        let change = Change {
            record: entry.record.clone(),
            field: entry.field.clone(),
            old: value_of(record, &entry.field),
            new: entry.new.clone(),
            is_kept: false,
        };
        let before = latest_of(later.get(..position).unwrap_or_default(), &change);
        let said = before.map_or(&change.old, |before| &before.new);
        if entry.old != *said {
            problems.push(error(
                "correction-old",
                &entry.id,
                "old",
                format!("it says that {} was said, and that was {said}", entry.old),
                "write what the field said before this entry, as in the file",
            ));
        }
    }
}

/// The digest of the last entry; 64 zeros when there is none.
pub(super) fn last_digest(entries: &[Located<wire::Correction>]) -> String {
    entries
        .last()
        .map_or_else(|| FIRST.to_owned(), |entry| digest(&entry.record))
}
