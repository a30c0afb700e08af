//! What the pages refer to: the files of this build, and where the site is published.

use timeline_core::model::Language;

/// Names are relative to the root of the site.
#[derive(Debug, Default)]
pub(crate) struct Built {
    /// The script that the program is called through, and its integrity.
    pub(crate) script: String,
    pub(crate) script_integrity: String,
    /// The program, and its integrity.
    pub(crate) program: String,
    pub(crate) program_integrity: String,
    /// The language of the pages, and the file with its texts and the integrity of that; empty for the first language.
    pub(crate) language: Language,
    pub(crate) texts: String,
    pub(crate) texts_integrity: String,
    /// The styles.
    pub(crate) style: String,
    /// The copy of the embed's loader that never changes, and its integrity.
    pub(crate) loader: String,
    pub(crate) loader_integrity: String,
    /// The address of the root of the site, ending in `/`; empty when it is not known.
    pub(crate) site: String,
    /// Tags that say what headers would say, of the embed and of other pages; empty where a host sends headers.
    pub(crate) embed_policy: String,
    pub(crate) policy: String,
    /// The same of the answer to an address that leads nowhere: some hosts cannot send headers with it.
    pub(crate) missing_policy: String,
}

impl Built {
    /// Reads `name=value` words.
    pub(crate) fn read(words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut built = Self::default();
        for word in words {
            let (name, value) = word
                .split_once('=')
                .ok_or_else(|| format!("`{word}` is not NAME=VALUE"))?;
            if name == "language" {
                built.language = Language::from_word(value).ok_or_else(|| format!("no language `{value}`"))?;
            } else {
                value.clone_into(built.field(name)?);
            }
        }
        if built.script.is_empty() || built.program.is_empty() || built.style.is_empty() {
            return Err("script, program and style are needed".to_owned());
        }
        Ok(built)
    }

    fn field(&mut self, name: &str) -> Result<&mut String, String> {
        Ok(match name {
            "script" => &mut self.script,
            "script-integrity" => &mut self.script_integrity,
            "program" => &mut self.program,
            "program-integrity" => &mut self.program_integrity,
            "texts" => &mut self.texts,
            "texts-integrity" => &mut self.texts_integrity,
            "style" => &mut self.style,
            "loader" => &mut self.loader,
            "loader-integrity" => &mut self.loader_integrity,
            "site" => &mut self.site,
            "embed-policy" => &mut self.embed_policy,
            "missing-policy" => &mut self.missing_policy,
            "policy" => &mut self.policy,
            _ => return Err(format!("no name `{name}`")),
        })
    }
}
