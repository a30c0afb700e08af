//! The embed builder as the host renders it: what a reader gets before any script has run.
#![cfg(feature = "ssr")]
#![expect(clippy::expect_used, reason = "a test stops at what is missing")]

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use timeline_app::{
    context::{ViewContext, dataset, install},
    embedded,
    markup::Markup,
    page::builder::{builder, embed_button, embed_dialog},
    place::{PageKind, Place, stand},
};
use timeline_core::view::{
    embed::Embed,
    snippet::{SnippetKind, Snippets},
    state::ViewState,
};

/// The HTML of a component of a site with an address.
fn html(component: impl FnOnce() -> Markup) -> String {
    install(embedded::dataset().expect("a dataset"));
    stand(Place {
        kind: PageKind::Builder,
        root: "../".to_owned(),
        site: "https://embed.example/".to_owned(),
        ..Place::default()
    });
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    owner.with(|| {
        provide_context(ViewContext::new());
        component().into_view().to_html()
    })
}

/// The texts of the snippets, each with its kind.
fn shown(html: &str) -> Vec<(String, String)> {
    let blocks = html.split("data-snippet=\"").skip(1);
    let read = |block: &str| {
        let (kind, rest) = block.split_once('"').expect("a kind");
        let (_, text) = rest.split_once("<code>").expect("where the snippet begins");
        let (text, _) = text.split_once("</code>").expect("where the snippet ends");
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        (kind.to_owned(), text)
    };
    blocks.map(read).collect()
}

#[test]
fn the_page_without_scripts() {
    insta::assert_snapshot!("page", html(builder).replace("><", ">\n<"));
}

#[test]
fn the_snippets_that_are_shown_are_those_that_are_made() {
    let shown = shown(&html(builder));
    let embed = Embed::of(ViewState::initial(dataset()));
    let snippets = Snippets {
        site: "https://embed.example/",
        embed: &embed,
        title: "",
        pinned: None,
        dataset: dataset(),
    };
    for kind in SnippetKind::ALL {
        let made = snippets.of(*kind).unwrap_or_default();
        let of_kind: Vec<&String> = shown
            .iter()
            .filter(|(word, _)| word == kind.word())
            .map(|(_, text)| text)
            .collect();
        assert!(!of_kind.is_empty(), "{} is shown", kind.word());
        assert!(of_kind.iter().all(|text| **text == made), "{}", kind.word());
    }
}

#[test]
fn nothing_of_the_dialog_is_made_before_it_is_opened() {
    let open = RwSignal::new(false);
    assert_eq!(
        html(move || embed_dialog(open)),
        "<dialog class=\"builder-dialog\" aria-labelledby=\"builder-title\"><div></div></dialog>"
    );
}

#[test]
fn the_button_leads_to_the_page_without_the_program() {
    let open = RwSignal::new(false);
    let button = html(move || embed_button(open));
    assert!(button.contains("href=\"../builder/index.html\""), "{button}");
}

#[test]
fn what_needs_the_program_is_not_offered_without_it() {
    let page = html(builder);
    for word in ["<form", "<select", "<iframe", "type=\"date\""] {
        assert!(!page.contains(word), "{word}");
    }
    for button in page.split("<button").skip(1) {
        let (tag, _) = button.split_once('>').expect("a tag");
        assert!(tag.contains(" hidden=\"\""), "{tag}");
    }
    let (_, places) = page.split_once("<fieldset").expect("the places");
    let (tag, _) = places.split_once('>').expect("a tag");
    assert!(tag.contains(" hidden=\"\""), "{tag}");
}
