//! What can be taken away as files: the record as it stands, what was released, feeds, and how to cite all of it.

use timeline_core::tables::TABLES;

use super::{
    feeds::Feed,
    frame::{list_part, part},
    texts::texts,
};
use crate::{
    context::{use_dataset, use_locale},
    embedded,
    i18n::{day_text, fill},
    markup::{Markup, button, el},
    page::{
        citation::{Cite, STYLES, cited},
        take_data::DIALOG_ID,
    },
    place::{from_root, place, to_page},
};

/// The parts of the page, after its text.
pub(super) fn downloads() -> Vec<Markup> {
    let words = texts();
    let mut parts = vec![part("now", words.data_now, [terms(files().into_iter())])];
    parts.extend(list_part("releases", words.data_releases, releases()));
    // Feeds are there where the site has an address.
    parts.extend((!place().site.is_empty()).then(|| part("feeds", words.data_feeds, [feeds()])));
    parts.push(part("cite", words.data_cite, STYLES.map(citation)));
    parts
}

/// The ways to take the record away, over a page of the site: its files, which state of it, and under what terms.
#[must_use]
pub fn download_dialog() -> Markup {
    const TITLE_ID: &str = "take-data-title";
    let (t, words) = (use_locale(), texts());
    let whole = embedded::RELEASES
        .last()
        .map(|release| row(words.data_whole, vec![archive(release)]));
    let tables = row(words.data_package, vec![file("csv/datapackage.json")]);
    el("dialog")
        .class("data-dialog")
        .attr("id", DIALOG_ID)
        .attr("popover", "auto")
        .attr("aria-labelledby", TITLE_ID)
        .child(el("h2").attr("id", TITLE_ID).text(t.take_data))
        .child(terms(whole.into_iter().flatten().chain(tables)))
        .child(
            el("p")
                .class("data-dialog__ways")
                .child(el("a").attr("href", to_page("data/index.html")).text(words.data_more))
                .child(
                    button("text-button")
                        .attr("popovertarget", DIALOG_ID)
                        .attr("popovertargetaction", "hide")
                        .text(t.detail_close),
                ),
        )
}

/// Files, then which state of the record they are, and under what terms.
fn terms(files: impl Iterator<Item = Markup>) -> Markup {
    let (dataset, t, words) = (use_dataset(), use_locale(), texts());
    let said = |label: &'static str, value: &str| row(label, vec![el("span").text(value.to_owned())]);
    let licences = embedded::LICENCES.iter().map(|licence| {
        el("a")
            .attr("href", licence.path)
            .attr("rel", "license")
            .text([licence.title, " (", licence.name, ")"].concat())
    });
    let series = (!dataset.series.is_empty()).then(|| said(words.data_licence_series, words.data_licence_origins));
    el("dl")
        .class("document__terms data-files")
        .children(files)
        .children(said(words.data_version, &dataset.version))
        .children(said(words.data_as_of, &day_text(t, dataset.as_of)))
        .children(row(words.data_licence, licences.collect()))
        .children(series.into_iter().flatten())
        .children(said(words.data_licence_program, env!("CARGO_PKG_LICENSE")))
}

/// A label with what it is of.
fn row(label: &'static str, of: Vec<Markup>) -> [Markup; 2] {
    [el("dt").text(label), of.into_iter().fold(el("dd"), Markup::child)]
}

/// The way to a file of the data, by its name.
fn file(name: &str) -> Markup {
    el("a")
        .attr("href", from_root(&["data/", name].concat()))
        .child(el("code").text(name.to_owned()))
}

/// The record as it stands, as files.
fn files() -> Vec<Markup> {
    let words = texts();
    let tables = TABLES.map(|table| file(&["csv/", table.name, ".csv"].concat()));
    let parts = ["datapackage.json", "people.json", "offices.json"].map(file);
    [
        row(words.data_json, parts.into()),
        row(words.data_tables, tables.into()),
        row(words.data_package, vec![file("csv/datapackage.json")]),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Each version that was released, with its digest.
fn releases() -> Vec<Markup> {
    let all = embedded::RELEASES.iter().rev();
    all.map(|release| el("li").child(archive(release))).collect()
}

/// A released version as a file, with its size and its digest.
fn archive(release: &embedded::Release) -> Markup {
    let path = [release.version, "/", release.file].concat();
    let size = fill(texts().data_size, &[("n", &release.kib.to_string())]);
    el("span")
        .child(file(&path))
        .text([" (", &size, ")"].concat())
        .child(el("br"))
        .text("SHA-256 ")
        .child(el("code").class("data-digest").text(release.digest))
}

fn feeds() -> Markup {
    let link = |path: String, text: &'static str| el("a").attr("href", to_page(&path)).text(text);
    let row = |feed: Feed| {
        el("li")
            .text([&feed.title(), ": "].concat())
            .child(link(feed.atom_path(), "Atom"))
            .text(" · ")
            .child(link(feed.json_path(), "JSON Feed"))
    };
    el("ul").class("document__list").children(Feed::ALL.map(row))
}

/// The whole of the dataset, cited in a style.
fn citation((name, cite): (&'static str, Cite)) -> Markup {
    let (dataset, place) = (use_dataset(), place());
    let address = [&*place.site, &*place.language.folder()].concat();
    // Programs that keep references take plain letters, and the same in every language.
    let agency = dataset.site.agency_short.to_lowercase();
    let id = [
        &*agency.replace(|letter: char| !letter.is_ascii_alphanumeric(), "-"),
        "-",
        &dataset.version,
    ]
    .concat();
    let text = cite(cited(&id, &dataset.site.title, &address));
    el("div")
        .child(el("h3").text(name))
        .child(el("pre").class("cite__text").text(text))
}
