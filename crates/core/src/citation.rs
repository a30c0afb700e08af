//! How programs that keep references take what is cited: BibTeX and CSL-JSON.

use std::fmt::Write as _;

use crate::date::Day;

/// The names of months as BibTeX knows them.
const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// What is cited: a record, a view or the whole of a dataset.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'a> {
    /// A short name for programs: the id of a record, or a word.
    pub id: &'a str,
    /// What it says.
    pub what: &'a str,
    /// The title of the site, which is its author too.
    pub site: &'a str,
    /// The version of the dataset.
    pub version: &'a str,
    /// The day to which the dataset is complete.
    pub as_of: Day,
    /// The language, as a BCP 47 tag.
    pub language: &'a str,
    /// Where it stands.
    pub address: &'a str,
}

/// An entry of a BibTeX file.
#[must_use]
pub fn bibtex(cited: Cited<'_>) -> String {
    let (year, month, _) = cited.as_of.ymd();
    let month = MONTHS.iter().zip(1..).find(|(_, number)| *number == month);
    let month = month.map_or_else(String::new, |(name, _)| format!("  month = {name},\n"));
    format!(
        "@misc{{{id},\n  author = {{{{{site}}}}},\n  title = {{{{{what}}}}},\n  year = {{{year}}},\n{month}  note = {{Version {version}, {as_of}}},\n  url = {{{address}}}\n}}\n",
        id = cited.id,
        site = in_tex(cited.site),
        what = in_tex(cited.what),
        version = in_tex(cited.version),
        as_of = cited.as_of,
        address = cited.address.replace(['{', '}', '\\'], ""),
    )
}

/// A list of one item of CSL-JSON.
#[must_use]
pub fn csl(cited: Cited<'_>) -> String {
    let (year, month, day) = cited.as_of.ymd();
    format!(
        "[{{\"id\":{id},\"type\":\"dataset\",\"title\":{what},\"author\":[{{\"literal\":{site}}}],\"issued\":{{\"date-parts\":[[{year},{month},{day}]]}},\"version\":{version},\"language\":{language},\"URL\":{address}}}]\n",
        id = in_json(cited.id),
        what = in_json(cited.what),
        site = in_json(cited.site),
        version = in_json(cited.version),
        language = in_json(cited.language),
        address = in_json(cited.address),
    )
}

/// A text as TeX prints it.
fn in_tex(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '#' | '$' | '%' | '&' | '_' | '{' | '}' => plain.extend(['\\', letter]),
            '\\' => plain.push_str("\\textbackslash{}"),
            '~' => plain.push_str("\\textasciitilde{}"),
            '^' => plain.push_str("\\textasciicircum{}"),
            _ => plain.push(letter),
        }
    }
    plain
}

/// A text as a string of JSON.
fn in_json(text: &str) -> String {
    let mut json = String::with_capacity(text.len() + 2);
    json.push('"');
    for letter in text.chars() {
        match letter {
            '"' | '\\' => json.extend(['\\', letter]),
            control if control < ' ' => {
                // Writing into a text cannot fail.
                let _ = write!(json, "\\u{:04x}", u32::from(control));
            }
            _ => json.push(letter),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Cited, bibtex, csl};
    use crate::date::Day;

    fn cited<'a>(what: &'a str, address: &'a str) -> Cited<'a> {
        Cited {
            id: "lyons-ice-director-2025",
            what,
            site: "Who leads",
            version: "1.0.0",
            as_of: Day::from_epoch_days(20_714),
            language: "en",
            address,
        }
    }

    #[test]
    fn bibtex_keeps_names_whole_and_escapes_what_tex_would_read() {
        assert_eq!(
            bibtex(cited(
                "50% of {posts} & \"more\"_~^",
                "https://a.example/?select=x&v=1#y_z"
            )),
            "@misc{lyons-ice-director-2025,\n  author = {{Who leads}},\n  title = {{50\\% of \\{posts\\} \\& \"more\"\\_\\textasciitilde{}\\textasciicircum{}}},\n  year = {2026},\n  month = sep,\n  note = {Version 1.0.0, 2026-09-18},\n  url = {https://a.example/?select=x&v=1#y_z}\n}\n"
        );
    }

    #[test]
    fn csl_is_one_item_of_a_dataset() {
        let text = csl(cited("Told \"so\"\n", "https://a.example/"));
        assert_eq!(
            text,
            "[{\"id\":\"lyons-ice-director-2025\",\"type\":\"dataset\",\"title\":\"Told \\\"so\\\"\\u000a\",\"author\":[{\"literal\":\"Who leads\"}],\"issued\":{\"date-parts\":[[2026,9,18]]},\"version\":\"1.0.0\",\"language\":\"en\",\"URL\":\"https://a.example/\"}]\n"
        );
    }

    proptest! {
        #[test]
        fn braces_of_bibtex_are_paired_whatever_is_cited(what in ".*", address in ".*") {
            let text = bibtex(cited(&what, &address));
            let plain = text.replace("\\{", "").replace("\\}", "");
            let mut depth = 0_i32;
            for letter in plain.chars() {
                depth += i32::from(letter == '{') - i32::from(letter == '}');
                prop_assert!(depth >= 0);
            }
            prop_assert_eq!(depth, 0);
        }

        #[cfg(feature = "load")]
        #[test]
        fn csl_is_json_that_says_what_was_said(what in ".*") {
            let read: serde_json::Value = serde_json::from_str(&csl(cited(&what, "https://a.example/"))).unwrap();
            prop_assert_eq!(read[0]["title"].as_str(), Some(&*what));
        }
    }
}
