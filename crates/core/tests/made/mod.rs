//! Changes of data folders, and the small one after a release and two corrections.

use timeline_core::load::{DataFile, Said, corrected, release};

use crate::common::{self, put, replace};

pub(crate) const HEAD: &str = "tenures/harbour-head.json";
pub(crate) const EVENTS: &str = "events/2024.json";
pub(crate) const PACKAGE: &str = "datapackage.json";
pub(crate) const PEOPLE: &str = "people.json";
pub(crate) const CORRECTIONS: &str = "corrections.json";

/// Makes the files as they are what later changes are compared with.
pub(crate) fn publish(files: &mut Vec<DataFile>) {
    for file in release(files).unwrap() {
        put(files, &file.path, file.text);
    }
}

/// The small dataset, released as 1.0.0 and corrected twice in 1.1.0.
pub(crate) fn corrected_twice() -> Vec<DataFile> {
    let mut files = common::small();
    publish(&mut files);
    replace(&mut files, PACKAGE, "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
    replace(&mut files, HEAD, "\"on\": \"2023-03\"", "\"on\": \"2023-03-01\"");
    replace(
        &mut files,
        PEOPLE,
        "\"name\": \"Ada M. Berg\"",
        "\"name\": \"Ada Berg\"",
    );
    let said = |record: &str, field: &str, class: &str, reason: &str, sources: &[&str], day: &str| Said {
        record: record.to_owned(),
        field: field.to_owned(),
        class: class.to_owned(),
        reason: reason.to_owned(),
        sources: sources.iter().map(|&id| id.to_owned()).collect(),
        date: day.to_owned(),
    };
    let first = said(
        "tenures/berg-head-2020",
        "end",
        "C2",
        "Misread.",
        &["gazette-2023"],
        "2024-06-29",
    );
    let text = corrected(&files, &first).unwrap();
    put(&mut files, CORRECTIONS, text);
    let second = said(
        "people/ada-berg",
        "name",
        "C3",
        "Written otherwise by the Gazette.",
        &[],
        "2024-06-30",
    );
    let text = corrected(&files, &second).unwrap();
    put(&mut files, CORRECTIONS, text);
    files
}
