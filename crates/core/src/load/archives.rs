//! The list of released versions: `releases/SHA256SUMS`, as `sha256sum` writes and checks it.

/// The folder of the archives, from the data folder.
pub const RELEASES: &str = "releases/";

/// The list of their digests, in that folder.
pub const DIGESTS: &str = "SHA256SUMS";

/// A released version as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    /// The version.
    pub version: String,
    /// The SHA-256 of its archive, in hexadecimal digits.
    pub digest: String,
}

impl Archive {
    /// The name of its file.
    #[must_use]
    pub fn file(&self) -> String {
        [&self.version, ".zip"].concat()
    }

    /// The name under which a dataset publishes it.
    #[must_use]
    pub fn published_as(&self, dataset: &str) -> String {
        [dataset, "-", &self.file()].concat()
    }

    /// Its line of the list, under a name.
    #[must_use]
    pub fn line(&self, name: &str) -> String {
        [&self.digest, "  ", name, "\n"].concat()
    }
}

/// The released versions that a list names, in the order in which they were released.
///
/// # Errors
/// The line that names none, in words.
pub fn archives(list: &str) -> Result<Vec<Archive>, String> {
    let read = |line: &str| {
        let (digest, name) = line.split_once("  ")?;
        Some(Archive {
            version: name.strip_suffix(".zip")?.to_owned(),
            digest: digest.to_owned(),
        })
    };
    list.lines()
        .map(|line| read(line).ok_or_else(|| format!("{RELEASES}{DIGESTS}: `{line}` is not `DIGEST  VERSION.zip`")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::archives;

    #[test]
    fn versions_stay_in_their_order_and_are_written_as_they_were_read() {
        let list = "aa  1.9.0.zip\nbb  1.10.0.zip\n";
        let read = archives(list).unwrap();
        let versions: Vec<&str> = read.iter().map(|one| &*one.version).collect();
        assert_eq!(versions, ["1.9.0", "1.10.0"]);
        assert_eq!(read.iter().map(|one| one.line(&one.file())).collect::<String>(), list);
        assert_eq!(read[0].published_as("a-record"), "a-record-1.9.0.zip");
    }

    #[test]
    fn a_line_that_names_no_archive_is_told() {
        for line in ["aa 1.0.0.zip", "aa  1.0.0"] {
            assert!(archives(line).unwrap_err().contains(line));
        }
    }
}
