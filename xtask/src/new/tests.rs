//! New records in temporary copies of the small dataset.

use std::{
    env, fs,
    io::Cursor,
    path::{Path, PathBuf},
    process,
};

use timeline_core::load::{canonical, schemas};

use super::{Dialogue, make};
use crate::{
    data::problems_of,
    files::{below, read_text, write},
    outcome::{Failure, Outcome},
};

/// A copy of the small dataset in canonical form, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("new-record-{name}-{}", process::id()));
        let small = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/core/tests/fixtures/small");
        for path in below(&small).unwrap() {
            let text = read_text(&small.join(&path)).unwrap();
            write(&folder.join(&path), canonical(&path, &text).unwrap()).unwrap();
        }
        for (name, text) in schemas() {
            write(&folder.join("schema").join(name), text).unwrap();
        }
        Self(folder)
    }

    /// Makes a record: the words of the command, and the lines that answer it. Gives why it ended, and what was said.
    fn make(&self, words: &[&str], lines: &str) -> (String, String) {
        let mut output = Vec::new();
        let mut dialogue = Dialogue {
            input: &mut Cursor::new(lines),
            output: &mut output,
        };
        let words = words.iter().map(|&word| word.to_owned()).collect();
        let end = told(make(&self.0, words, &mut dialogue));
        (end, String::from_utf8(output).unwrap())
    }

    fn text(&self, path: &str) -> String {
        read_text(&self.0.join(path)).unwrap()
    }

    /// The ids of a file, in its order.
    fn ids(&self, path: &str) -> Vec<String> {
        let text = self.text(path);
        let ids = text.lines().filter_map(|line| line.trim().strip_prefix("\"id\": "));
        ids.map(|id| id.trim_matches([',', '"']).to_owned()).collect()
    }

    fn everything(&self) -> Vec<String> {
        below(&self.0)
            .unwrap()
            .iter()
            .map(|path| [path, "\n", &self.text(path)].concat())
            .collect()
    }

    fn rules(&self) -> Vec<&'static str> {
        problems_of(&self.0)
            .unwrap()
            .0
            .iter()
            .map(|problem| problem.rule)
            .collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _gone = fs::remove_dir_all(&self.0);
    }
}

/// Why a task did not end well; nothing when it did.
fn told(outcome: Outcome) -> String {
    match outcome {
        Ok(()) => String::new(),
        Err(Failure::Because(message)) => message,
        Err(Failure::Told) => "told".to_owned(),
    }
}

const SOURCE: [&str; 15] = [
    "source",
    "--id",
    "gazette-2021",
    "--publisher",
    "Harbour Gazette",
    "--title",
    "Notices of 2021",
    "--url",
    "https://example.org/gazette/2021",
    "--published",
    "2021-02",
    "--kind",
    "official",
    "--language",
    "en",
];

#[test]
fn each_kind_of_record_is_made_by_flags_alone() {
    let folder = Folder::new("flags");
    let (end, said) = folder.make(&SOURCE, "");
    assert_eq!(end, "");
    assert!(
        said.contains("wrote sources/2021.json") && said.contains("wrote datapackage.json"),
        "{said}"
    );
    assert!(said.contains("source-unused"), "nothing rests on it yet:\n{said}");
    let (end, said) = folder.make(
        &[
            "person",
            "--id",
            "bea-lund",
            "--name",
            "Bea Lund",
            "--sort-name",
            "Lund, Bea",
            "--bio",
            "Director of the East Pier.",
            "--sources",
            "gazette-2021",
        ],
        "",
    );
    assert_eq!(end, "");
    assert!(said.ends_with("bea-lund: the check finds nothing to mend\n"), "{said}");
    let (end, said) = folder.make(
        &[
            "tenure",
            "--office",
            "pier-east",
            "--id",
            "lund-east-2021",
            "--person",
            "bea-lund",
            "--title",
            "Director",
            "--capacity",
            "appointed",
            "--start",
            "in_post_by 2021-02",
            "--end",
            "on 2022-06~ retired",
            "--sources",
            "gazette-2021",
            "--sources",
            "gazette-2023",
            "--confidence",
            "medium",
        ],
        "",
    );
    assert_eq!(end, "");
    assert!(said.contains("not asked for: evidence and disputes"), "{said}");
    let (end, _) = folder.make(
        &[
            "event",
            "--id",
            "2022-06-lund-retires",
            "--date",
            "2022-06",
            "--kind",
            "retirement",
            "--headline",
            "Bea Lund retires",
            "--summary",
            "The Gazette announced it.",
            "--people",
            "bea-lund",
            "--offices",
            "pier-east",
            "--tenures",
            "lund-east-2021",
            "--standing",
            "official",
            "--sources",
            "gazette-2023",
            "--confidence",
            "high",
        ],
        "",
    );
    assert_eq!(end, "");
    assert_eq!(folder.rules(), [] as [&str; 0]);
    assert_eq!(folder.ids("people.json"), ["ada-berg", "bea-lund", "cem-dogan"]);
    assert_eq!(
        folder.ids("tenures/pier-east.json"),
        ["berg-east-2018", "lund-east-2021"]
    );
    assert_eq!(folder.ids("events/2022.json"), ["2022-06-lund-retires"]);
    assert!(
        folder
            .text("tenures/pier-east.json")
            .contains("\"in_post_by\": \"2021-02\"")
    );
    assert!(
        folder
            .text("datapackage.json")
            .contains("\"path\": \"events/2022.json\"")
    );
}

#[test]
fn what_no_flag_says_is_asked_for() {
    let folder = Folder::new("asked");
    let lines = "Bea Lund\nLund, Bea\nDirector of the East Pier.\ngazette-2023\n";
    let (end, said) = folder.make(&["person", "--id", "bea-lund"], lines);
    assert_eq!(end, "");
    let asked = "sort_name: Surname first: \"Family, Given M.\".\n  for example: Family, Given M.\n> ";
    assert!(said.contains(asked), "{said}");
    assert!(
        said.contains("sources: Ids of the sources that the record rests on.\n  ids of sources, with commas\n"),
        "{said}"
    );
    assert!(!said.contains("id: Permanent"), "a flag says it:\n{said}");
    assert_eq!(folder.rules(), [] as [&str; 0]);
}

#[test]
fn a_wrong_answer_is_told_and_asked_for_again() {
    let folder = Folder::new("wrong");
    let lines = "pier-est\npier-east\nLund East\nberg-east-2018\nlund-east-2021\nada-borg\nada-berg\n\nDirector\nactor\nconfirmed\n\n\nmaybe\n\n\
                 20-01\n2021\nended 2022\non 2022\non 2020 retired\ngazette-2021, gazette-2023\ngazette-2023\nhigh\n\nappointed\non 2022 retired\n";
    let (end, said) = folder.make(&["tenure"], lines);
    assert_eq!(end, "", "{said}");
    for told in [
        "there is no \"pier-est\" in offices: the nearest: pier-east",
        "\"Lund East\" is no id",
        "\"berg-east-2018\" is taken, in tenures/pier-east.json",
        "there is no \"ada-borg\" in people: the nearest: ada-berg",
        "not so: every record has it",
        "acting: Acting under the Vacancies Act, or so styled.",
        "\"actor\" is none of confirmed, appointed",
        "\"maybe\" is neither yes nor no",
        "\"20-01\" is no date",
        "on DATE WORD: It ended.\n    WORD is one of resigned, retired",
        "\"ended 2022\" begins with none of on, ongoing_as_of, unknown_after",
        "after `on` write, with spaces: on, reason",
        "there is no \"gazette-2021\" in sources: the nearest: gazette-2024, gazette-2023, gazette-2020",
        "error[capacity-confirmed]",
        "error[date-order]",
    ] {
        assert!(said.contains(told), "{told} is not in:\n{said}");
    }
    assert_eq!(folder.rules(), [] as [&str; 0]);
}

#[test]
fn nothing_is_written_when_it_is_broken_off_or_wrong() {
    let folder = Folder::new("broken-off");
    let before = folder.everything();
    let (end, _) = folder.make(&["person", "--id", "bea-lund"], "Bea Lund\n");
    assert!(
        end.contains("broken off at sort_name, nothing is written") && end.contains("--sort-name"),
        "{end}"
    );
    let mut words = SOURCE;
    for (at, value, told) in [
        (2, "gazette-2023", "\"gazette-2023\" is taken, in sources/2023.json"),
        (2, "Gazette 2021", "\"Gazette 2021\" is no id"),
        (10, "2021-2", "\"2021-2\" is no date"),
        (12, "blog", "\"blog\" is none of official, news"),
        (8, "javascript:alert(1)", "nothing is written"),
    ] {
        let kept = std::mem::replace(&mut words[at], value);
        let (end, _) = folder.make(&words, "");
        assert!(end.contains(told), "{value}: {end}");
        words[at] = kept;
    }
    let (end, _) = folder.make(&["person", "--sources", "gazette"], "");
    assert!(end.contains("no \"gazette\" in sources: the nearest:"), "{end}");
    let (end, _) = folder.make(&["president"], "");
    assert!(end.contains("`tenure`, `event` or `source`"), "{end}");
    assert_eq!(folder.everything(), before);
}
