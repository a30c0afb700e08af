//! What has been chosen in the embed builder so far.

use leptos::prelude::*;
use timeline_core::{
    model::Language,
    view::{
        embed::{Embed, embed_query},
        snippet::{PinnedScript, SnippetKind, Snippets},
        state::View,
    },
};

use crate::{
    charts::figures::figure,
    context::{ViewContext, site_address, use_dataset, use_locale, use_view},
    place::{from_root, place},
    platform::{rest::Rest, site},
};

/// How long choices must rest until the preview follows, in milliseconds.
const REST_MS: u32 = 400;

/// What has been chosen so far. Copied freely, like a signal.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    /// The embed.
    pub(super) embed: RwSignal<Embed>,
    /// The key whose value could not be used; empty when all could.
    pub(super) bad: RwSignal<String>,
    /// The path and query of the embed that the preview shows; empty as long as it shows none.
    pub(super) shown: RwSignal<String>,
    /// Where the snippet goes, as a word; empty as long as the program has not started.
    pub(super) place: RwSignal<String>,
    /// What has become of copying.
    pub(super) said: RwSignal<&'static str>,
    view: ViewContext,
    rest: Rest,
}

impl Draft {
    /// The view that is shown, as it is by itself.
    pub(super) fn new() -> Self {
        let view = use_view();
        Self {
            view,
            embed: RwSignal::new(in_language(Embed::of(view.peek(Clone::clone)))),
            bad: RwSignal::new(String::new()),
            shown: RwSignal::new(String::new()),
            place: RwSignal::new(String::new()),
            said: RwSignal::new(""),
            rest: Rest::new(),
        }
    }

    /// The embed.
    #[inline(never)]
    pub(super) fn now(self) -> Embed {
        self.embed.get()
    }

    /// A snippet; the address of the embed for no kind of them. Empty when there is none.
    #[inline(never)]
    pub(super) fn text(self, kind: Option<SnippetKind>) -> String {
        let (embed, pinned, site) = (self.now(), pinned_script(), public_address());
        let snippets = Snippets {
            site: &site,
            embed: &embed,
            title: &default_title(&embed),
            pinned: pinned.as_ref(),
            dataset: use_dataset(),
        };
        match kind {
            Some(kind) => snippets.of(kind).unwrap_or_default(),
            None => snippets.embed_address(),
        }
    }

    /// Takes a choice; one that cannot be made is told and changes nothing.
    pub(super) fn choose(self, key: &str, value: &str) {
        match untrack(|| self.now()).with(key, value, use_dataset()) {
            Some(next) => {
                self.bad.set(String::new());
                self.put(next);
            }
            None => self.bad.set(key.to_owned()),
        }
    }

    /// Shows another embed, in the preview once that rests.
    pub(super) fn put(self, next: Embed) {
        if untrack(|| self.now()) != next {
            self.embed.set(next);
            self.said.set("");
            self.rest.after(REST_MS, move || self.follow());
        }
    }

    /// Lets the preview show what has been chosen; the builder may be gone by then.
    fn follow(self) {
        if let Some(embed) = self.embed.try_get_untracked() {
            let query = embed_query(&embed, use_dataset());
            self.shown.set([&*embed.path(), "?", &query].concat());
        }
    }

    /// Begins with the view that is shown, when the program has started and has read the address: the timer for that
    /// was set before this one. A frame may come earlier, or never.
    pub(super) fn begin(self) {
        self.rest.after(0, move || self.start());
    }

    fn start(self) {
        if self.embed.try_get_untracked().is_some() {
            self.put(in_language(Embed::of(self.view.peek(Clone::clone))));
            self.follow();
            self.place.set("script".to_owned());
            site::load_script(&from_root("embed/v1.js"));
        }
    }
}

/// The embed in the language of the page.
fn in_language(mut embed: Embed) -> Embed {
    let here = place().language;
    embed.parameters.language = Some(here).filter(|language| *language != Language::FIRST);
    embed
}

/// The address of the site; the way to its root where nobody knows the address.
fn public_address() -> String {
    let address = site_address();
    if address.is_empty() { from_root("") } else { address }
}

/// The copy of the script that stays as it is.
pub(super) fn pinned_script() -> Option<PinnedScript> {
    let told = |name: &str| site::told(name).filter(|value| !value.is_empty());
    Some(PinnedScript {
        path: told("data-loader")?,
        integrity: told("data-loader-integrity")?,
    })
}

/// What a frame is called by itself.
pub(super) fn default_title(embed: &Embed) -> String {
    let dataset = use_dataset();
    if let Some(chart) = embed
        .state
        .figure
        .filter(|_| embed.state.view == View::Chart)
        .and_then(figure)
    {
        return chart.caption.title;
    }
    let mut title = dataset.site.title.to_string();
    if embed.state.view != View::Timeline {
        title.extend([": ", view_name(embed.state.view)]);
    }
    title
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
        View::Story => t.view_story,
        View::Table => t.view_table,
    }
}
