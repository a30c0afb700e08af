//! The source files that the invariants are about.

use crate::{
    files::{below, has_extension, read_text},
    outcome::Outcome,
    tools::Project,
};

const FOLDERS: [&str; 4] = ["src", "crates/core/src", "style", "public"];
const KINDS: [&str; 4] = ["rs", "css", "js", "svg"];

/// A source file.
#[derive(Debug)]
pub(crate) struct Source {
    /// The path from the project's folder, with `/`.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

impl Source {
    /// All of them.
    pub(crate) fn all(project: &Project) -> Outcome<Vec<Self>> {
        let mut sources = Vec::new();
        for folder in FOLDERS {
            for file in below(&project.path(folder))? {
                if has_extension(&file, &KINDS) {
                    let path = [folder, "/", &file].concat();
                    sources.push(Self {
                        text: read_text(&project.path(&path))?,
                        path,
                    });
                }
            }
        }
        Ok(sources)
    }

    /// Whether it is of Rust.
    pub(crate) fn is_rust(&self) -> bool {
        has_extension(&self.path, &["rs"])
    }

    /// Whether it is one of these files, or in one of these folders.
    pub(crate) fn is_in(&self, places: &[&str]) -> bool {
        places
            .iter()
            .any(|place| self.path == *place || (place.ends_with('/') && self.path.starts_with(place)))
    }

    /// The lines of the program with their numbers: comments and unit tests are left out.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_comment = |line: &str| line.starts_with("//") || line.starts_with("/*") || line.starts_with("* ");
        let lines = self.text.lines().enumerate().map(|(row, line)| (row + 1, line.trim()));
        lines
            .take_while(|(_, line)| *line != "#[cfg(test)]")
            .filter(move |(_, line)| !is_comment(line))
    }

    /// The numbers of the lines that hold one of these words.
    pub(crate) fn lines_with(&self, words: &[&str]) -> Vec<usize> {
        let lines = self
            .code()
            .filter(|(_, line)| words.iter().any(|word| line.contains(word)));
        lines.map(|(number, _)| number).collect()
    }
}
