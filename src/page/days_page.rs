//! The page of the days on which the head changed, for readers without scripts.

use leptos::prelude::*;
use timeline_core::{date::DayRange, query::on_day::change_days, view::state::limits};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{day_text, fill},
    markup::{Markup, el},
    page::language_switch::language_switch,
    page::post::{Layout, posts},
};

/// Who held each post on each day on which the head of the agency changed.
#[component]
#[expect(clippy::must_use_candidate, reason = "the macro makes the function")]
pub fn DaysPage() -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let all = DayRange::new(limits(dataset).from, dataset.as_of);
    let days = change_days(dataset, dataset.site.head_office, all);
    let links = days.iter().map(|day| {
        el("li").child(
            el("a")
                .attr("href", ["#", &day.to_string()].concat())
                .text(day_text(t, *day)),
        )
    });
    let sections = days.iter().map(|day| {
        el("section")
            .class("day")
            .attr("id", day.to_string())
            .child(el("h2").class("day__title").text(day_text(t, *day)))
            .child(posts(*day, Layout::List, "h3"))
    });
    page(t.days_title, t.days_back)
        .child(el("p").text(fill(t.days_intro, &[("agency", &dataset.site.agency_short)])))
        .child(
            el("nav")
                .attr("aria-label", t.days_title)
                .child(el("ol").class("days__links").children(links)),
        )
        .children(sections.collect::<Vec<_>>())
}

fn page(title: &'static str, back: &'static str) -> Markup {
    el("main")
        .class("record-page")
        .children(language_switch(None))
        .child(el("p").child(el("a").attr("href", "../index.html").text(back)))
        .child(el("h1").text(title))
}
