//! What is put into another page to show an embed there: HTML, an address, or a picture with a link.
//!
//! Every value is escaped, whatever it holds, and every frame has a title.

use super::{
    action::plain,
    embed::{Embed, Height, MAX_TITLE_CHARS, embed_query, said, shown},
    state::View,
    url::{MAX_QUERY_BYTES, decode, to_query},
};
use crate::model::{Dataset, Language, words::words};

words! {
    /// A kind of snippet.
    SnippetKind {
        /// A frame that takes the height of its content by a script.
        Script = "script",
        /// A frame of a fixed height, without a script.
        Plain = "plain",
        /// An element that the script fills, with a link for where it does not run.
        Element = "element",
        /// The address of a page, which some sites replace by its embed.
        Address = "address",
        /// A picture with a link, as HTML.
        Card = "card",
        /// A picture with a link, as Markdown.
        Markdown = "markdown",
        /// As [`SnippetKind::Script`], by a copy of the script that stays as it is.
        Pinned = "pinned",
    }
}

/// A copy of the script that stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PinnedScript {
    /// Its path below the site.
    pub path: String,
    /// Its hash, as `integrity` writes it.
    pub integrity: String,
}

/// What snippets are made of.
#[derive(Clone, Copy, Debug)]
pub struct Snippets<'a> {
    /// The public address of the site.
    pub site: &'a str,
    /// What is embedded.
    pub embed: &'a Embed,
    /// What the frame is called when the embed has no title.
    pub title: &'a str,
    /// The copy of the script that stays as it is; without it there is no [`SnippetKind::Pinned`].
    pub pinned: Option<&'a PinnedScript>,
    /// The record.
    pub dataset: &'a Dataset,
}

/// The frame. What stands between braces is a value.
const FRAME: &str = "<iframe src=\"{src}\" title=\"{title}\" width=\"100%\" height=\"{height}\" loading=\"lazy\"
  referrerpolicy=\"strict-origin-when-cross-origin\" style=\"border:0;width:100%;min-width:280px\"
  sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads\"
  allow=\"fullscreen; clipboard-write; web-share\"></iframe>";
const SCRIPT: &str = "\n<script async src=\"{site}embed/v1.js\"></script>";
const PINNED: &str =
    "\n<script async src=\"{site}{path}\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>";
const ELEMENT: &str = "<div data-timeline-embed{data} data-title=\"{title}\"><a href=\"{link}\">{title}</a></div>";
const CARD: &str = "<p><a href=\"{link}\"><img src=\"{site}cards/{name}.png\" alt=\"{title}\" style=\"max-width:100%;height:auto\"></a></p>
<p><a href=\"{link}\">{title}</a></p>";
const MARKDOWN: &str = "[![{title}]({site}cards/{name}.png)]({link})\n\n[{title}]({link})";

impl Snippets<'_> {
    /// The snippet of a kind; `None` for one that there is nothing for.
    #[must_use]
    pub fn of(&self, kind: SnippetKind) -> Option<String> {
        let (first, second) = match kind {
            SnippetKind::Script => (FRAME, SCRIPT),
            SnippetKind::Plain => (FRAME, ""),
            SnippetKind::Element => (ELEMENT, SCRIPT),
            SnippetKind::Address => ("{page}", ""),
            SnippetKind::Card => (CARD, ""),
            SnippetKind::Markdown => (MARKDOWN, ""),
            SnippetKind::Pinned => (FRAME, self.pinned.map(|_| PINNED)?),
        };
        let mut snippet = String::new();
        for template in [first, second] {
            let mut is_value = false;
            for part in template.split(['{', '}']) {
                if is_value {
                    snippet.push_str(&self.value(part, kind));
                } else {
                    snippet.push_str(part);
                }
                is_value = !is_value;
            }
        }
        Some(snippet)
    }

    /// The address of what the frame shows.
    #[must_use]
    pub fn embed_address(&self) -> String {
        self.url(&[&self.embed.path(), "?", &embed_query(self.embed, self.dataset)].concat())
    }

    /// A value of a template, escaped for its kind.
    fn value(&self, name: &str, kind: SnippetKind) -> String {
        let pinned = |read: fn(&PinnedScript) -> &str| self.pinned.map_or("", read).to_owned();
        let value = match name {
            "data" => return self.attributes(),
            "src" if kind == SnippetKind::Plain => {
                let mut embed = self.embed.clone();
                embed.parameters.height = Height::Fixed;
                Snippets { embed: &embed, ..*self }.embed_address()
            }
            "src" => self.embed_address(),
            "title" => self.title(),
            "height" => self.embed.height_px.to_string(),
            "site" => self.url(""),
            "page" => self.page(),
            "link" => self.link(),
            "name" => self.name(),
            "path" => pinned(|script| &script.path),
            _ => pinned(|script| &script.integrity),
        };
        match kind {
            SnippetKind::Markdown if name == "title" => in_markdown(&value),
            SnippetKind::Address | SnippetKind::Markdown => value,
            SnippetKind::Script
            | SnippetKind::Plain
            | SnippetKind::Element
            | SnippetKind::Card
            | SnippetKind::Pinned => in_html(&value),
        }
    }

    /// An address of a page in the language of the embed.
    fn page_url(&self, path: &str) -> String {
        self.url(&[&self.embed.folder(), path].concat())
    }

    fn url(&self, path: &str) -> String {
        [self.site.trim_end_matches('/'), "/", path].concat()
    }

    /// The address of the page of the view.
    fn page(&self) -> String {
        let word = self.embed.state.view.word();
        match self.embed.state.view {
            View::Timeline => self.page_url(""),
            View::Chart => self.page_url(&[word, "/", self.figure(), "/"].concat()),
            View::Date | View::Figures | View::Map | View::Story | View::Table => {
                self.page_url(&["view/", word, "/"].concat())
            }
        }
    }

    /// The address of the site that shows the same, for a reader who follows a link.
    fn link(&self) -> String {
        let query = to_query(&shown(self.embed, self.dataset), self.dataset);
        let is_of_page = |pair: &str| pair.starts_with("view=") || pair.starts_with("figure=");
        if query.is_empty() || query.len() > MAX_QUERY_BYTES || query.split('&').all(is_of_page) {
            self.page()
        } else {
            self.page_url(&["?", &query].concat())
        }
    }

    fn figure(&self) -> &str {
        let figure = self.embed.state.figure;
        figure.map_or("", |figure| figure.id(self.dataset))
    }

    fn title(&self) -> String {
        let chosen = plain(self.embed.title.trim(), MAX_TITLE_CHARS);
        [&chosen, self.title.trim(), &self.dataset.site.title]
            .into_iter()
            .find(|title| !title.is_empty())
            .unwrap_or_default()
            .to_owned()
    }

    /// The name of the picture of the view.
    fn name(&self) -> String {
        let word = self.embed.state.view.word();
        let of_view = if self.embed.state.view == View::Chart {
            [word, "-", self.figure()].concat()
        } else {
            word.to_owned()
        };
        in_language(&of_view, self.embed.parameters.language.unwrap_or(Language::FIRST))
    }

    /// Each parameter is an attribute, and a fixed height a number; of them the script makes the frame.
    fn attributes(&self) -> String {
        let mut html = String::new();
        let mut put = |key: &str, value: &str| html.extend([" data-", key, "=\"", &in_html(value), "\""]);
        put("view", self.embed.state.view.word());
        for (key, value) in &said(self.embed, self.dataset).pairs {
            match *key {
                "v" | "view" => {}
                "height" => put(key, &self.embed.height_px.to_string()),
                _ => put(key, &decode(value)),
            }
        }
        html
    }
}

/// The name of a file that each language has one of: `map`, `map.es`.
#[must_use]
pub fn in_language(name: &str, language: Language) -> String {
    if language == Language::FIRST {
        name.to_owned()
    } else {
        [name, ".", language.word()].concat()
    }
}

/// A text within HTML, in an attribute or not.
#[must_use]
pub fn in_html(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            _ => html.push(letter),
        }
    }
    html
}

/// A text within Markdown: what would begin something else is taken as it is.
fn in_markdown(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_punctuation() && !matches!(letter, ',' | '.' | ':' | ';' | '-' | '/' | '?' | '%') {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}
