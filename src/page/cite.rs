//! How to cite what is shown: a record, a figure or a view, in the styles that readers are asked for.

use leptos::{ev, prelude::*};
use timeline_core::view::{
    state::{View, ViewState},
    url::to_query,
};

use crate::{
    charts::figures::figure,
    context::{ViewContext, use_dataset, use_locale, use_view},
    i18n::fill,
    markup::{Markup, button, el},
    page::citation::{Cite, STYLES, cited as citation},
    platform::clipboard,
    timeline::take_away::cited_words,
};

/// A button for each style, under one heading; each copies, and shows what it has copied.
#[must_use]
pub fn cite_menu() -> Markup {
    let (t, view) = (use_locale(), use_view());
    // Figures are made of what the page has given.
    let owner = Owner::current().unwrap_or_default();
    let owner = StoredValue::new(owner);
    let said = RwSignal::new(String::new());
    let shown = RwSignal::new(String::new());
    let cited = RwSignal::new(String::new());
    let of = move || view.with(|state| to_query(state, use_dataset()));
    // A citation, and what is said of it, go with what it is of.
    let while_cited = move |text: RwSignal<String>| {
        let text = text.get();
        if of() == cited.get() { text.into() } else { "".into() }
    };
    let style = |(name, cite): (&'static str, Cite)| {
        button("text-button")
            .attr("data-cite", name)
            .attr("aria-label", fill(t.cite_as, &[("style", name)]))
            .on(ev::click, move |_| {
                let text = owner.with_value(|owner| owner.with(|| text_of(view, cite)));
                cited.set(untrack(of));
                shown.set(text.clone());
                clipboard::copy(&text, move |done| {
                    said.set(if done { t.copied } else { t.copy_refused }.to_owned());
                });
            })
            .text(name)
    };
    el("details")
        .class("cite")
        .child(el("summary").text(t.cite))
        .child(el("p").class("take-away").children(STYLES.map(style)))
        .child(el("pre").class("cite__text").live_text(move || while_cited(shown)))
        .child(
            el("p")
                .class("take-away__said")
                .attr("role", "status")
                .live_text(move || while_cited(said)),
        )
}

/// What is shown, cited.
fn text_of(view: ViewContext, cite: Cite) -> String {
    let dataset = use_dataset();
    view.peek(|state| {
        let address = clipboard::address(&to_query(state, dataset));
        let id = state
            .selection
            .map_or(state.view.word(), |selection| selection.id(dataset));
        let what = state.selection.map_or_else(|| words_of(state), cited_words);
        cite(citation(id, &what, &address))
    })
}

/// A view in the words of a citation: a figure has a title of its own.
fn words_of(state: &ViewState) -> String {
    let t = use_locale();
    let label = match state.view {
        View::Timeline => t.view_timeline,
        View::Date => t.view_date,
        View::Figures | View::Chart => t.view_figures,
        View::Map => t.view_map,
        View::Story => t.view_story,
        View::Table => t.view_table,
    };
    let figure = state.figure.filter(|_| state.view == View::Chart).and_then(figure);
    figure.map_or_else(|| label.to_owned(), |figure| figure.caption.title)
}
