use super::words::words;

words! {
    /// A language that the site is written in; the first one is that of the data files.
    Language {
        /// English.
        English = "en",
        /// Spanish, as it is written in the United States.
        Spanish = "es",
    }
}

impl Default for Language {
    fn default() -> Self {
        Self::FIRST
    }
}

impl Language {
    /// The language of the data files, whose pages stand at the root of the site.
    pub const FIRST: Self = Self::English;

    /// The folder of its pages, from the root of the site: empty for the first.
    #[must_use]
    pub fn folder(self) -> String {
        if self == Self::FIRST {
            String::new()
        } else {
            [self.word(), "/"].concat()
        }
    }
}
