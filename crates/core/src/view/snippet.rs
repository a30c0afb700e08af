//! What is put into another page to show an embed there: HTML, an address, or a picture with a link.
//!
//! Every value is escaped, whatever it holds, and every frame has a title.

use percent_encoding::percent_decode_str;

use super::{
    action::plain,
    embed::{Embed, Height, MAX_TITLE_CHARS, embed_query, said, shown},
    state::View,
    url::{MAX_QUERY_BYTES, to_query},
};
use crate::model::{Dataset, words::words};

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

impl Snippets<'_> {
    /// The snippet of a kind; `None` for one that there is nothing for.
    #[must_use]
    pub fn of(&self, kind: SnippetKind) -> Option<String> {
        Some(match kind {
            SnippetKind::Script => [&*self.frame(self.embed), &script(&self.url("embed/v1.js"), "")].concat(),
            SnippetKind::Plain => {
                let mut embed = self.embed.clone();
                embed.parameters.height = Height::Fixed;
                self.frame(&embed)
            }
            SnippetKind::Element => self.element(),
            SnippetKind::Address => self.page_address(),
            SnippetKind::Card => self.card(),
            SnippetKind::Markdown => self.markdown(),
            SnippetKind::Pinned => {
                let pinned = self.pinned?;
                let integrity = attribute("integrity", &pinned.integrity);
                let checked = [&integrity, " crossorigin=\"anonymous\""].concat();
                [&*self.frame(self.embed), &script(&self.url(&pinned.path), &checked)].concat()
            }
        })
    }

    /// The address of what the frame shows.
    #[must_use]
    pub fn embed_address(&self) -> String {
        self.address_of(self.embed)
    }

    /// Whether the embed shows more, or less, than the page of its view does by itself.
    #[must_use]
    pub fn is_more_than_its_page(&self) -> bool {
        let own = match self.embed.state.view {
            View::Timeline => 1,
            View::Chart => 3,
            View::Date | View::Figures | View::Map | View::Table => 2,
        };
        said(self.embed, self.dataset).pairs.len() > own
    }

    /// The address of the page of the view.
    #[must_use]
    pub fn page_address(&self) -> String {
        let figure = self.figure();
        match self.embed.state.view {
            View::Timeline => self.url(""),
            View::Chart => self.url(&["chart/", figure, "/"].concat()),
            view @ (View::Date | View::Figures | View::Map | View::Table) => {
                self.url(&["view/", view.word(), "/"].concat())
            }
        }
    }

    /// The address of the site that shows the same, for a reader who follows a link.
    fn link(&self) -> String {
        let query = to_query(&shown(self.embed, self.dataset), self.dataset);
        let is_of_page = |pair: &str| pair.starts_with("view=") || pair.starts_with("figure=");
        if query.is_empty() || query.len() > MAX_QUERY_BYTES || query.split('&').all(is_of_page) {
            self.page_address()
        } else {
            self.url(&["?", &query].concat())
        }
    }

    fn url(&self, path: &str) -> String {
        [self.site.trim_end_matches('/'), "/", path].concat()
    }

    fn address_of(&self, embed: &Embed) -> String {
        self.url(&["embed/?", &embed_query(embed, self.dataset)].concat())
    }

    fn figure(&self) -> &str {
        let figure = self.embed.state.figure;
        figure.map_or("", |figure| figure.id(self.dataset))
    }

    fn name(&self) -> String {
        [&self.embed.title, self.title, &self.dataset.site.title]
            .into_iter()
            .map(|title| plain(title.trim(), MAX_TITLE_CHARS))
            .find(|title| !title.is_empty())
            .unwrap_or_default()
    }

    fn frame(&self, embed: &Embed) -> String {
        [
            "<iframe",
            &attribute("src", &self.address_of(embed)),
            &attribute("title", &self.name()),
            " width=\"100%\"",
            &attribute("height", &embed.height_px.to_string()),
            FRAME,
        ]
        .concat()
    }

    /// Each parameter is an attribute, and a fixed height a number; the script makes the same frame of them.
    fn element(&self) -> String {
        let said = said(self.embed, self.dataset);
        let mut html = "<div data-timeline-embed".to_owned();
        let is_view = |(key, _): &&(&str, String)| *key == "view";
        if said.pairs.iter().find(is_view).is_none() {
            html.push_str(&attribute("data-view", View::Timeline.word()));
        }
        for (key, value) in said.pairs.iter().filter(|(key, _)| *key != "v") {
            let value = match *key {
                "height" => self.embed.height_px.to_string(),
                _ => percent_decode_str(value).decode_utf8_lossy().into_owned(),
            };
            html.push_str(&attribute(&["data-", key].concat(), &value));
        }
        html.push_str(&attribute("data-title", &self.name()));
        html.extend([">", &self.anchor(&escaped(&self.name())), "</div>"]);
        html.push_str(&script(&self.url("embed/v1.js"), ""));
        html
    }

    fn anchor(&self, content: &str) -> String {
        ["<a", &attribute("href", &self.link()), ">", content, "</a>"].concat()
    }

    /// The address of the picture of the view.
    fn picture(&self) -> String {
        let view = self.embed.state.view;
        let name = match view {
            View::Chart => ["chart-", self.figure()].concat(),
            View::Timeline | View::Date | View::Figures | View::Map | View::Table => view.word().to_owned(),
        };
        self.url(&["cards/", &name, ".png"].concat())
    }

    fn card(&self) -> String {
        let picture = [
            "<img",
            &attribute("src", &self.picture()),
            &attribute("alt", &self.name()),
            " style=\"max-width:100%;height:auto\">",
        ];
        [
            "<p>",
            &self.anchor(&picture.concat()),
            "</p>\n<p>",
            &self.anchor(&escaped(&self.name())),
            "</p>",
        ]
        .concat()
    }

    fn markdown(&self) -> String {
        let (name, link) = (markdown(&self.name()), self.link());
        [
            "[![",
            &name,
            "](",
            &self.picture(),
            ")](",
            &link,
            ")\n\n[",
            &name,
            "](",
            &link,
            ")",
        ]
        .concat()
    }
}

const FRAME: &str = " loading=\"lazy\"
  referrerpolicy=\"strict-origin-when-cross-origin\" style=\"border:0;width:100%;min-width:280px\"
  sandbox=\"allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads\"
  allow=\"fullscreen; clipboard-write; web-share\"></iframe>";

fn script(address: &str, checked: &str) -> String {
    ["\n<script async", &attribute("src", address), checked, "></script>"].concat()
}

/// An attribute with a space before it.
fn attribute(name: &str, value: &str) -> String {
    [" ", name, "=\"", &escaped(value), "\""].concat()
}

/// A text within HTML, in an attribute or not.
fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\'', "&#39;")
}

/// A text within Markdown: what would begin something else is taken as it is.
fn markdown(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_punctuation() && !matches!(letter, ',' | '.' | ':' | ';' | '-' | '/' | '?' | '%') {
            plain.push('\\');
        }
        plain.push(letter);
    }
    plain
}
