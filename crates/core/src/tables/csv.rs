//! A table as CSV (RFC 4180), safe to open in a spreadsheet.

use super::{Kind, Table, rows::rows};
use crate::load::DataFile;

/// What a spreadsheet would take for the beginning of a formula.
const FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The text of a table: a line of headings, then a line a row, each ended by CR LF, in UTF-8 without a mark.
///
/// A text that a spreadsheet would take for a formula begins with an apostrophe.
#[must_use]
pub fn csv(table: &Table, files: &[DataFile]) -> String {
    let mut text = String::new();
    let headings = table.columns.iter().map(|column| column.name.to_owned());
    line(&mut text, headings);
    for row in rows(table, files) {
        let cells = row
            .into_iter()
            .zip(table.columns)
            .map(|(cell, column)| match column.kind {
                Kind::Number | Kind::Integer => cell,
                Kind::Text | Kind::Flag | Kind::List | Kind::Pairs | Kind::Json => harmless(cell),
            });
        line(&mut text, cells);
    }
    text
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.map(quoted).collect();
    text.push_str(&cells.join(","));
    text.push_str("\r\n");
}

fn harmless(cell: String) -> String {
    if cell.starts_with(FORMULA) {
        ["'", &cell].concat()
    } else {
        cell
    }
}

fn quoted(cell: String) -> String {
    if cell.contains([',', '"', '\r', '\n']) || cell.starts_with(' ') || cell.ends_with(' ') {
        ["\"", &cell.replace('"', "\"\""), "\""].concat()
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::csv;
    use crate::{
        load::DataFile,
        tables::{TABLES, Table},
    };

    fn table(name: &str) -> &'static Table {
        TABLES.iter().find(|table| table.name == name).unwrap()
    }

    fn file(path: &str, text: &str) -> DataFile {
        DataFile {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn what_would_break_a_line_or_run_is_made_harmless() {
        let text = csv(
            table("claims"),
            &[file(
                "claims.json",
                r#"{"claims": [{"id": "a", "claim": "=1+1", "origin": "He said \"no\",\nthen yes", "agreement": "@all", "sources": ["x", "y"]}]}"#,
            )],
        );
        assert_eq!(
            text,
            "id,claim,origin,agreement,sources\r\na,'=1+1,\"He said \"\"no\"\",\nthen yes\",'@all,x;y\r\n"
        );
    }

    #[test]
    fn a_number_below_zero_stays_a_number() {
        let text = csv(
            table("offices"),
            &[file(
                "offices.json",
                r#"{"offices": [{"id": "a", "seats": 2, "lon": -87.63, "exists": {"from": "2003"}, "same_as": {"wikidata": "Q1"}}]}"#,
            )],
        );
        assert_eq!(text.lines().nth(1), Some("a,,,,,,,2,false,2003,,,,-87.63,wikidata:Q1,"));
    }

    #[test]
    fn ways_to_begin_and_to_end_have_columns_of_their_own() {
        let text = csv(
            table("tenures"),
            &[file(
                "tenures/post.json",
                r#"{"office": "post", "tenures": [
                    {"id": "a", "person": "p", "start": "2017-01", "end": {"on": "2018", "reason": "left"}},
                    {"id": "b", "person": "q", "start": {"in_post_by": "2019"}, "end": {"unknown_after": "2020~"}, "co_holder": true}]}"#,
            )],
        );
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.get(1), Some(&"a,post,p,,,,,false,2017-01,,2018,left,,,,,"));
        assert_eq!(lines.get(2), Some(&"b,post,q,,,,,true,,2019,,,,2020~,,,"));
    }

    #[test]
    fn ids_of_sources_are_no_sources() {
        let files = [
            file("series/a/meta.json", r#"{"id": "a", "sources": ["s", "t"]}"#),
            file("sources/2020.json", r#"{"sources": [{"id": "s", "publisher": "P"}]}"#),
        ];
        let text = csv(table("sources"), &files);
        assert_eq!(text.lines().skip(1).collect::<Vec<_>>(), ["s,P,,,,,,,"]);
    }

    #[test]
    fn evidence_names_the_record_and_its_field() {
        let text = csv(
            table("evidence"),
            &[file(
                "events/2020.json",
                r#"{"events": [{"id": "e", "evidence": {"date": [{"source": "s", "locator": "p. 2"}, {"source": "t"}]}}]}"#,
            )],
        );
        assert_eq!(
            text,
            "record,field,source,locator\r\nevents/e,date,s,p. 2\r\nevents/e,date,t,\r\n"
        );
    }
}
