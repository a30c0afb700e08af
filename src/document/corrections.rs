//! The log of corrections, the latest first.

use timeline_core::{
    model::{Correction, CorrectionClass},
    query::search::Query,
};

use super::{event_path, frame::part, office_path, person_path, source_path, texts::texts};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{day_text, fill},
    markup::{Markup, el},
    page::source_list::source_list,
    place::to_page,
};

/// Every correction; or that there is none yet.
pub(super) fn log() -> Vec<Markup> {
    let dataset = use_dataset();
    let content = if dataset.corrections.is_empty() {
        el("p").text(fill(texts().corrections_none, &[("version", &dataset.version)]))
    } else {
        el("ol")
            .class("document__list corrections")
            .attr("reversed", "")
            .children(dataset.corrections.iter().rev().map(entry))
    };
    vec![part("log", texts().corrections_log, [content])]
}

fn entry(row: &Correction) -> Markup {
    let (t, words) = (use_locale(), texts());
    let class = class_of(row);
    let date = day_text(t, row.date);
    let kicker = fill(
        words.corrections_entry,
        &[("date", &date), ("class", class), ("version", &row.dataset)],
    );
    let said = |label: &str, value: &str| {
        let value = if value.is_empty() {
            words.corrections_nothing
        } else {
            value
        };
        [el("dt").text(label.to_owned()), el("dd").text(value.to_owned())]
    };
    let sources = (!row.sources.is_empty()).then(|| source_list(&row.sources, &[], &Query::default()));
    el("li")
        .attr("id", row.id.to_string())
        .child(el("p").class("detail__date").text(kicker))
        .child(el("p").text(row.reason.to_string()))
        .child(
            el("p")
                .child(record(row))
                .text([", ", &row.field.replace('_', " ")].concat()),
        )
        .child(
            el("dl")
                .class("document__terms")
                .children(said(words.corrections_old, &row.old))
                .children(said(words.corrections_new, &row.new)),
        )
        .children(sources)
}

/// The word of a correction's class.
pub(super) fn class_of(row: &Correction) -> &'static str {
    match row.class {
        CorrectionClass::Serious => "C1",
        CorrectionClass::Factual => "C2",
        CorrectionClass::Minor => "C3",
    }
}

fn file(folder: String) -> String {
    folder + "index.html"
}

/// The record as a way to its page.
fn record(row: &Correction) -> Markup {
    match page_of(row) {
        Some((path, name)) => el("a").attr("href", to_page(&path)).text(name),
        None => el("code").text(row.record.to_string()),
    }
}

/// The page of a record that was corrected, and what it is called; none for one without a page.
pub(super) fn page_of(row: &Correction) -> Option<(String, String)> {
    let dataset = use_dataset();
    let (kind, id) = row.record.split_once('/').unwrap_or(("", &row.record));
    match kind {
        "people" => dataset
            .find_person(id)
            .map(|ix| (file(person_path(id)), dataset.person(ix).name.to_string())),
        "offices" => dataset
            .find_office(id)
            .map(|ix| (file(office_path(id)), dataset.office(ix).title.to_string())),
        "events" => dataset
            .find_event(id)
            .map(|ix| (file(event_path(id)), dataset.event(ix).headline.to_string())),
        "sources" => dataset
            .find_source(id)
            .map(|ix| (file(source_path(id)), dataset.source(ix).title.to_string())),
        "tenures" => dataset.find_tenure(id).map(|ix| {
            let tenure = dataset.tenure(ix);
            let office = dataset.office(tenure.office);
            let path = [&file(office_path(&office.id)), "#", id].concat();
            let name = [&*dataset.person(tenure.person).name, ", ", &*office.title].concat();
            (path, name)
        }),
        _ => None,
    }
}
