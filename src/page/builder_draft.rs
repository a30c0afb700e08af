//! What has been chosen in the embed builder so far.

use leptos::prelude::*;
use timeline_core::view::{
    embed::{Embed, embed_query},
    snippet::{PinnedScript, SnippetKind, Snippets},
    state::View,
};

use crate::{
    charts::figures::figure,
    context::{site_address, use_dataset, use_locale, use_view},
    page::builder_snippets::Place,
    place::from_root,
    platform::{rest::Rest, site},
};

/// How long choices must rest until the preview follows, in milliseconds.
const REST_MS: u32 = 400;

/// What has been chosen so far. Copied freely, like a signal.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    /// The embed.
    pub(super) embed: RwSignal<Embed>,
    /// What its frame is called when it is given no title.
    pub(super) title: RwSignal<String>,
    /// The key whose value could not be used; empty when all could.
    pub(super) bad: RwSignal<String>,
    /// The query of the embed that the preview shows; empty as long as it shows none.
    pub(super) shown: RwSignal<String>,
    /// The width of the preview.
    pub(super) width: RwSignal<String>,
    /// Where the snippet goes; all places on a page that the program has not started on.
    pub(super) place: RwSignal<Option<Place>>,
    /// What has become of copying.
    pub(super) said: RwSignal<&'static str>,
    rest: Rest,
}

impl Draft {
    /// The view that is shown, as it is by itself.
    pub(super) fn new() -> Self {
        let embed = Embed::of(use_view().peek(Clone::clone));
        Self {
            title: RwSignal::new(default_title(&embed)),
            embed: RwSignal::new(embed),
            bad: RwSignal::new(String::new()),
            shown: RwSignal::new(String::new()),
            width: RwSignal::new("full".to_owned()),
            place: RwSignal::new(None),
            said: RwSignal::new(""),
            rest: Rest::new(),
        }
    }

    /// A snippet; the address of the embed for no kind of them. Empty when there is none.
    pub(super) fn text(self, kind: Option<SnippetKind>) -> String {
        self.with(|snippets| match kind {
            Some(kind) => snippets.of(kind).unwrap_or_default(),
            None => snippets.embed_address(),
        })
    }

    /// Whether the page of the view shows by itself what has been chosen.
    pub(super) fn is_its_page(self) -> bool {
        self.with(|snippets| !snippets.is_more_than_its_page())
    }

    fn with<T>(self, read: impl FnOnce(&Snippets) -> T) -> T {
        let pinned = pinned_script();
        self.embed.with(|embed| {
            self.title.with(|title| {
                read(&Snippets {
                    site: &public_address(),
                    embed,
                    title,
                    pinned: pinned.as_ref(),
                    dataset: use_dataset(),
                })
            })
        })
    }

    /// Takes a choice; one that cannot be made is told and changes nothing.
    pub(super) fn choose(self, key: &str, value: &str) {
        match self.embed.with_untracked(|embed| embed.with(key, value, use_dataset())) {
            Some(next) => {
                self.bad.set(String::new());
                self.put(next);
            }
            None => self.bad.set(key.to_owned()),
        }
    }

    /// Shows another embed, in the preview once that rests.
    pub(super) fn put(self, next: Embed) {
        if self.embed.with_untracked(|embed| *embed == next) {
            return;
        }
        self.title.set(default_title(&next));
        self.embed.set(next);
        self.said.set("");
        self.rest.after(REST_MS, move || self.follow());
    }

    /// Lets the preview show what has been chosen.
    fn follow(self) {
        if self.embed.try_with_untracked(|_| ()).is_some() {
            let query = self.embed.with_untracked(|embed| embed_query(embed, use_dataset()));
            self.shown.set(query);
        }
    }

    /// Begins with the view that is shown, when the program has started.
    pub(super) fn start(self) {
        if self.embed.try_with_untracked(|_| ()).is_some() {
            self.put(Embed::of(use_view().peek(Clone::clone)));
            self.follow();
            self.place.set(Some(Place::Script));
            site::load_script(&from_root("embed/v1.js"));
        }
    }
}

/// The address of the site; the way to its root where nobody knows the address.
fn public_address() -> String {
    let address = site_address();
    if address.is_empty() { from_root("") } else { address }
}

/// The copy of the script that stays as it is.
pub(super) fn pinned_script() -> Option<PinnedScript> {
    Some(PinnedScript {
        path: site::told("data-loader")?,
        integrity: site::told("data-loader-integrity")?,
    })
}

/// What a frame is called by itself.
fn default_title(embed: &Embed) -> String {
    let dataset = use_dataset();
    let title = || dataset.site.title.to_string();
    let of_view = || [&*title(), ": ", view_name(embed.state.view)].concat();
    match embed.state.view {
        View::Timeline => title(),
        View::Chart => {
            let chart = embed.state.figure.and_then(figure);
            chart.map_or_else(title, |chart| chart.caption.title)
        }
        View::Date | View::Figures | View::Map | View::Table => of_view(),
    }
}

/// A view of an embed, in words.
pub(super) fn view_name(view: View) -> &'static str {
    let t = use_locale();
    match view {
        View::Timeline => t.view_timeline,
        View::Chart => t.builder_view_chart,
        View::Figures => t.view_figures,
        View::Date => t.view_date,
        View::Map => t.view_map,
        View::Table => t.view_table,
    }
}
