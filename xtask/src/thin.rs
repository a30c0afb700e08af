//! Where the record is thin: `cargo xtask data report`.

use std::{
    io::{self, ErrorKind, Write as _},
    path::Path,
};

use serde_json::{Value, json};
use timeline_core::load::{ReportPart, report_parts};

use crate::{
    data::read_files,
    outcome::{Failure, Outcome},
};

/// Prints each part with its count, and each record with its file, as text or as JSON.
pub(crate) fn report(folder: &Path, is_json: bool) -> Outcome {
    let parts = report_parts(&read_files(folder)?).map_err(|problems| {
        for problem in &problems {
            println!("{problem}");
        }
        Failure::from("the record is not sound: run `cargo xtask data check` until it is, and ask again")
    })?;
    let text = if is_json {
        as_json(&parts).to_string()
    } else {
        as_text(&parts)
    };
    match writeln!(io::stdout(), "{text}") {
        // Whoever reads the first lines only, as `head` does, has what they want.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("the terminal: {error}").into()),
        _ => Ok(()),
    }
}

fn as_text(parts: &[ReportPart]) -> String {
    let mut text = Vec::new();
    for part in parts {
        text.push(format!("{}: {}", part.title, part.rows.len()));
        let rows = part.rows.iter();
        text.extend(rows.map(|row| format!("  {} > {}: {}", row.file, row.record, row.says)));
    }
    text.push("data report: none of this is an error; a source that fills one of them is welcome".to_owned());
    text.join("\n")
}

fn as_json(parts: &[ReportPart]) -> Value {
    let rows = |part: &ReportPart| -> Vec<Value> {
        let rows = part.rows.iter();
        rows.map(|row| json!({ "file": row.file, "record": row.record, "says": row.says }))
            .collect()
    };
    let parts = parts
        .iter()
        .map(|part| json!({ "part": part.word, "title": part.title, "count": part.rows.len(), "rows": rows(part) }));
    parts.collect::<Vec<_>>().into()
}

#[cfg(test)]
mod tests {
    use timeline_core::load::{ReportPart, ReportRow};

    use super::{as_json, as_text};

    #[test]
    fn each_record_is_told_with_its_file() {
        let parts = [ReportPart {
            word: "single-source",
            title: "tenures with a single source",
            rows: vec![ReportRow {
                file: "tenures/a.json".to_owned(),
                record: "one".to_owned(),
                says: "Ada Berg: rests on gazette-2020".to_owned(),
            }],
        }];
        let text = as_text(&parts);
        let wanted = "tenures with a single source: 1\n  tenures/a.json > one: Ada Berg: rests on gazette-2020\n";
        assert!(text.starts_with(wanted), "{text}");
        let json = as_json(&parts);
        assert_eq!(json[0]["count"], 1);
        assert_eq!(json[0]["rows"][0]["file"], "tenures/a.json");
    }
}
