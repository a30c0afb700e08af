//! What checking a record costs, for records of several sizes: `cargo xtask data cost`.
//!
//! The records are made: sound, in canonical form, released, with 25 tenures an office one after the other. They are
//! written as files, and checked as `data check` does.

use std::{fs, path::Path, time::Instant};

use serde_json::{Value, json};
use timeline_core::{
    date::Day,
    load::{DataFile, canonical, release, schemas},
};

use crate::{
    data::{count_errors, problems_of, read_files},
    files::write,
    outcome::Outcome,
    tools::Project,
};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const TENURES_OF_AN_OFFICE: usize = 25;
const SOURCES: usize = 500;
/// 2001-01-01, and the days of a tenure.
const FIRST: i32 = 11_323;
const DAYS: i32 = 360;
const AS_OF: &str = "2026-06-30";

/// Prints a row for the project's record, and one for each made one.
pub(crate) fn task(project: &Project) -> Outcome {
    println!("tenures    files        MB   seconds");
    measure(&project.path("data"))?;
    for size in SIZES {
        let folder = project.target().join("cost").join(size.to_string());
        if folder.is_dir() {
            fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        for file in record(size)? {
            write(&folder.join(&file.path), &file.text)?;
        }
        for (name, text) in schemas() {
            write(&folder.join("schema").join(name), text)?;
        }
        measure(&folder)?;
    }
    Ok(())
}

fn measure(folder: &Path) -> Outcome {
    let files = read_files(folder)?;
    let bytes: usize = files.iter().map(|file| file.text.len()).sum();
    let begin = Instant::now();
    let (problems, dataset) = problems_of(folder)?;
    let seconds = begin.elapsed().as_secs_f64();
    if let Some(problem) = problems.first().filter(|_| count_errors(&problems) > 0) {
        return Err(format!("{} has errors: {problem}", folder.display()).into());
    }
    let tenures = dataset.map_or(0, |dataset| dataset.tenures.len());
    let megabytes = format!("{}.{}", bytes / 1_000_000, bytes / 100_000 % 10);
    println!("{tenures:>7}{:>9}{megabytes:>10}{seconds:>10.2}", files.len());
    Ok(())
}

/// A sound record of so many tenures, as files in canonical form.
fn record(tenures: usize) -> Outcome<Vec<DataFile>> {
    let offices = tenures.div_ceil(TENURES_OF_AN_OFFICE);
    let mut files = vec![
        file("datapackage.json", &package())?,
        file("people.json", &rows("people", offices, person))?,
        file("offices.json", &rows("offices", offices, office))?,
        file("sources/2000.json", &rows("sources", SOURCES.min(tenures), source))?,
        file(
            "events/2001.json",
            &rows("events", tenures / 5, |at| event(at, offices)),
        )?,
    ];
    for at in 0..offices {
        let first = at * TENURES_OF_AN_OFFICE;
        let count = TENURES_OF_AN_OFFICE.min(tenures - first);
        let tenures: Vec<Value> = (0..count).map(|position| tenure(first + position, position)).collect();
        let value = json!({ "office": format!("office-{at}"), "tenures": tenures });
        files.push(file(&format!("tenures/office-{at}.json"), &value)?);
    }
    let released = release(&files).ok_or("a made record cannot be released")?;
    for written in released {
        files.retain(|file| file.path != written.path);
        files.push(written);
    }
    Ok(files)
}

fn file(path: &str, value: &Value) -> Outcome<DataFile> {
    Ok(DataFile {
        path: path.to_owned(),
        text: canonical(path, &value.to_string()).map_err(|problem| problem.to_string())?,
    })
}

fn rows(kind: &str, count: usize, row: impl Fn(usize) -> Value) -> Value {
    let rows: Vec<Value> = (0..count).map(row).collect();
    json!({ kind: rows })
}

fn package() -> Value {
    json!({
        "name": "made", "title": "A made record", "version": "1.0.0", "schema_version": 1, "as_of": AS_OF,
        "licenses": [{ "name": "CC0-1.0", "title": "Public domain", "path": "https://example.org/licence" }],
        "resources": [{ "name": "people", "path": "people.json", "format": "json" }],
        "site": {
            "agency": "Made", "agency_short": "Made", "head_office": "office-0",
            "groups": [{ "id": "all", "title": "All", "collapsed": false }],
            "presets": [{ "id": "all", "label": "All", "from": "2001-01-01", "to": AS_OF }]
        }
    })
}

fn person(at: usize) -> Value {
    json!({
        "id": format!("person-{at}"), "name": format!("Person {at}"), "sort_name": format!("{at}, Person"),
        "bio": "Held public offices.", "sources": [source_of(at)]
    })
}

fn office(at: usize) -> Value {
    json!({
        "id": format!("office-{at}"), "title": format!("Office {at}"), "short_title": format!("Office {at}"),
        "body": "Made", "kind": "field-office", "group": "all", "seats": 1, "needs_confirmation": false,
        "sources": [source_of(at)]
    })
}

fn source(at: usize) -> Value {
    json!({
        "id": source_of(at), "publisher": "Gazette", "title": format!("Notice {at}"),
        "url": format!("https://example.org/notice/{at}"), "published": "2000-12-31", "kind": "official", "language": "en"
    })
}

fn event(at: usize, offices: usize) -> Value {
    let office = at % offices;
    json!({
        "id": format!("event-{at}"), "date": day(FIRST), "kind": "appointment", "headline": "An appointment",
        "summary": "The Gazette announced an appointment.", "people": [format!("person-{office}")],
        "offices": [format!("office-{office}")], "standing": "official", "sources": [source_of(at)], "confidence": "high"
    })
}

fn tenure(at: usize, position: usize) -> Value {
    let from = FIRST + DAYS * i32::try_from(position).unwrap_or(0);
    json!({
        "id": format!("tenure-{at}"), "person": format!("person-{}", at / TENURES_OF_AN_OFFICE), "title": "Director",
        "capacity": "acting", "start": day(from), "end": { "on": day(from + DAYS), "reason": "reassigned" },
        "sources": [source_of(at)], "confidence": "high"
    })
}

fn source_of(at: usize) -> String {
    format!("notice-{}", at % SOURCES)
}

fn day(days: i32) -> String {
    Day::from_epoch_days(days).to_string()
}

#[cfg(test)]
mod tests {
    use timeline_core::load::load;

    use super::record;

    #[test]
    fn a_made_record_is_sound_and_has_its_size() {
        let loaded = load(&record(130).unwrap());
        assert_eq!(loaded.problems, []);
        assert_eq!(loaded.dataset.unwrap().tenures.len(), 130);
    }
}
