//! What the query of an embed says beside the view.

use super::super::{
    action::clean,
    url::{MAX_QUERY_BYTES, Notice, decode},
};
use crate::model::{Language, words::words};

words! {
    /// The colours of an embed.
    Theme {
        /// As the reader prefers.
        Auto = "auto",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
        /// Of high contrast.
        Contrast = "contrast",
    }
}

words! {
    /// How much of the page an embed has around its view.
    Chrome {
        /// All that belongs to the view.
        Full = "full",
        /// Title, day, sources and the way to correct it.
        Minimal = "minimal",
    }
}

words! {
    /// Who decides on the height of an embed.
    Height {
        /// Its content, where the page around it runs the script.
        Auto = "auto",
        /// The page around it: what does not fit is scrolled.
        Fixed = "fixed",
    }
}

/// The longest id of an embed, in characters.
const MAX_ID_CHARS: usize = 32;

/// What the query of an embed says beside the view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmbedParameters {
    /// Its colours.
    pub theme: Theme,
    /// What is around the view.
    pub chrome: Chrome,
    /// Who decides on its height.
    pub height: Height,
    /// Its language; that of the page without one.
    pub language: Option<Language>,
    /// What its messages call it.
    pub id: Option<String>,
}

impl Default for EmbedParameters {
    fn default() -> Self {
        Self {
            theme: Theme::Auto,
            chrome: Chrome::Full,
            height: Height::Auto,
            language: None,
            id: None,
        }
    }
}

impl EmbedParameters {
    /// Takes the value of a key: whether it could be used; `None` for a key of something else.
    pub(super) fn take(&mut self, key: &str, value: &str) -> Option<bool> {
        fn put<T>(place: &mut T, value: Option<T>) -> bool {
            let is_known = value.is_some();
            if let Some(value) = value {
                *place = value;
            }
            is_known
        }
        Some(match key {
            "v" => value == "1",
            "theme" => put(&mut self.theme, Theme::from_word(value)),
            "chrome" => put(&mut self.chrome, Chrome::from_word(value)),
            "height" => put(&mut self.height, Height::from_word(value)),
            "lang" => put(&mut self.language, Language::from_word(value).map(Some)),
            "id" => put(&mut self.id, is_id(value).then(|| Some(value.to_owned()))),
            _ => return None,
        })
    }
}

pub(super) fn is_id(value: &str) -> bool {
    let is_of_id = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (1..=MAX_ID_CHARS).contains(&value.len()) && value.bytes().all(is_of_id)
}

/// The parameters of a query, with or without `?`, and which of their values could not be used. Of
/// two equal keys the first counts. Nothing is read of a query that is too long, which the view tells.
#[must_use]
pub fn read(query: &str) -> (EmbedParameters, Vec<Notice>) {
    let query = query.strip_prefix('?').unwrap_or(query);
    let (mut parameters, mut notices) = (EmbedParameters::default(), Vec::new());
    let mut seen: Vec<String> = Vec::new();
    if query.len() > MAX_QUERY_BYTES {
        return (parameters, notices);
    }
    for pair in query.split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (key, value) = (decode(key), decode(value));
        if seen.contains(&key) {
            continue;
        }
        if parameters.take(&key, &value) == Some(false) {
            notices.push(Notice {
                key: key.clone(),
                value: clean(&value),
            });
        }
        seen.push(key);
    }
    (parameters, notices)
}
