//! A page of the site.

use leptos::prelude::*;
use timeline_core::view::url::Notice;

use crate::{
    context::{ViewContext, use_dataset, use_locale},
    markup::{Markup, el},
    page::{
        builder::{embed_button, embed_dialog},
        chosen::chosen,
        cite::cite_menu,
        claims::claims,
        corrected::correction_banner,
        figure_links::figure_links,
        figures::figures,
        filters::filters,
        footer::footer,
        header::header,
        heads::heads,
        notices::notices,
        results_summary::results_summary,
        stage::stage,
        tabs::tabs,
        take_data::take_data_button,
    },
};

/// The page that readers come to.
#[must_use]
pub fn site_page(view: ViewContext, found: RwSignal<Vec<Notice>>) -> Markup {
    let t = use_locale();
    let is_embedding = RwSignal::new(false);
    let main = el("main")
        .attr("id", "main")
        .class("main")
        .attr("tabindex", "-1")
        .in_turn(tabs)
        .in_turn(|| filters().in_turn(results_summary).in_turn(chosen))
        .in_turn(move || stage(view))
        .child(
            el("div")
                .class("stage-tools")
                .child(embed_button(is_embedding))
                .child(take_data_button())
                .child(cite_menu()),
        )
        .still(|| heads().attr("data-fallback", ""))
        .in_turn(figure_links);
    let main = if use_dataset().claims.is_empty() {
        main
    } else {
        main.still(claims)
    };
    el("div")
        .class("page")
        .child(el("a").class("skip-link").attr("href", "#main").text(t.skip_to_content))
        .in_turn(header)
        .still(correction_banner)
        .child(notices(found))
        .in_turn(figures)
        .child(main)
        .still(footer)
        .in_turn(move || embed_dialog(is_embedding))
}
