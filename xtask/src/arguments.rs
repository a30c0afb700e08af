//! The words after a task's name: options with a value, switches, and plain words.

use std::path::{Path, PathBuf};

use crate::outcome::Outcome;

/// The arguments of one task.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Arguments {
    values: Vec<(String, String)>,
    switches: Vec<String>,
    words: Vec<String>,
}

impl Arguments {
    /// Reads `--name value`, `--name=value` for `valued`, `--name` for `switches`, and at most
    /// `words` plain words.
    pub(crate) fn read(given: Vec<String>, valued: &[&str], switches: &[&str], words: usize) -> Outcome<Self> {
        let mut arguments = Self::default();
        let mut given = given.into_iter();
        while let Some(word) = given.next() {
            let (name, inline) = match word.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
                _ => (word.as_str(), None),
            };
            if valued.contains(&name) {
                let value = inline
                    .or_else(|| given.next())
                    .filter(|value| !value.is_empty() && !value.starts_with("--"))
                    .ok_or_else(|| format!("{name} needs a value"))?;
                arguments.values.push((name.to_owned(), value));
            } else if switches.contains(&word.as_str()) {
                arguments.switches.push(word);
            } else if word.starts_with('-') || arguments.words.len() == words {
                return Err(format!("`{word}` is not understood; see `cargo xtask help`").into());
            } else {
                arguments.words.push(word);
            }
        }
        Ok(arguments)
    }

    /// The value of an option; the last one counts.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.values
            .iter()
            .rev()
            .find(|(option, _)| option == name)
            .map(|(_, value)| value.as_str())
    }

    /// An option that names a path, made absolute from the current folder.
    pub(crate) fn path(&self, name: &str) -> Outcome<Option<PathBuf>> {
        self.value(name).map(absolute).transpose()
    }

    /// Whether a switch is given.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.switches.iter().any(|switch| switch == name)
    }

    /// Every value of an option, in order.
    pub(crate) fn values(&self, name: &str) -> Vec<String> {
        let given = self.values.iter().filter(|(option, _)| option == name);
        given.map(|(_, value)| value.clone()).collect()
    }

    /// The plain words.
    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    /// The first plain word.
    pub(crate) fn word(&self) -> Option<&str> {
        self.words.first().map(String::as_str)
    }
}

fn absolute(path: &str) -> Outcome<PathBuf> {
    Ok(std::path::absolute(Path::new(path)).map_err(|error| format!("{path}: {error}"))?)
}

#[cfg(test)]
mod tests {
    use super::Arguments;

    fn read(given: &[&str]) -> Result<Arguments, String> {
        let given = given.iter().map(ToString::to_string).collect();
        Arguments::read(given, &["--port"], &["--dev"], 1).map_err(|failure| format!("{failure:?}"))
    }

    #[test]
    fn reads_options_switches_and_words() {
        let arguments = read(&["check", "--port", "1", "--dev", "--port=2"]).unwrap();
        assert_eq!(arguments.word(), Some("check"));
        assert_eq!(arguments.value("--port"), Some("2"));
        assert!(arguments.has("--dev"));
        assert!(!read(&[]).unwrap().has("--dev"));
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(
            read(&["--prot", "1"])
                .unwrap_err()
                .contains("`--prot` is not understood")
        );
        assert!(read(&["one", "two"]).unwrap_err().contains("`two` is not understood"));
        assert!(read(&["--port"]).unwrap_err().contains("--port needs a value"));
        assert!(read(&["--port", "--dev"]).unwrap_err().contains("--port needs a value"));
        assert!(read(&["--dev=1"]).unwrap_err().contains("not understood"));
    }
}
