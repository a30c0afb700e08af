//! The foot of the page.

use crate::{
    context::{use_dataset, use_locale},
    i18n::{day_text, fill},
    markup::{Markup, el},
    place::to_page,
};

/// What the page rests on, where the data are, and how to correct it.
#[must_use]
pub fn footer() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let as_of = fill(
        t.footer_as_of,
        &[("version", &dataset.version), ("as_of", &day_text(t, dataset.as_of))],
    );
    let link = |address: &'static str, text: &'static str| el("a").attr("href", to_page(address)).text(text);
    el("footer")
        .class("footer")
        .child(site_pages())
        .child(el("p").text(as_of))
        .child(
            el("p")
                .child(link("record/index.html", t.footer_record))
                .text(" · ")
                .child(link("days/index.html", t.footer_days))
                .text(" · ")
                .child(link("figures/index.html", t.footer_figures)),
        )
        .child(el("p").text(t.footer_correct))
        .child(el("p").text(t.footer_privacy))
}

/// The ways to the pages around the record.
#[must_use]
pub fn site_pages() -> Markup {
    let t = use_locale();
    let pages = [
        ("method/index.html", t.page_method),
        ("sources/index.html", t.page_sources),
        ("corrections/index.html", t.page_corrections),
        ("data/index.html", t.page_data),
        ("about/index.html", t.page_about),
        ("accessibility/index.html", t.page_accessibility),
        ("privacy/index.html", t.page_privacy),
    ];
    let pages = pages.map(|(address, text)| el("li").child(el("a").attr("href", to_page(address)).text(text)));
    el("nav")
        .attr("aria-label", t.footer_label)
        .child(el("ul").class("footer__pages").children(pages))
}
