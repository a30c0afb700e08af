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
    markup::{Markup, el},
    page::citation::{Cite, STYLES, cited},
    place::{from_root, place, to_page},
};

/// The parts of the page, after its text.
pub(super) fn downloads() -> Vec<Markup> {
    let words = texts();
    let mut parts = vec![part("now", words.data_now, [now(), files()])];
    parts.extend(list_part("releases", words.data_releases, releases()));
    // Feeds are there where the site has an address.
    parts.extend((!place().site.is_empty()).then(|| part("feeds", words.data_feeds, [feeds()])));
    parts.push(part("cite", words.data_cite, STYLES.map(citation)));
    parts
}

/// Which state of the record the files are.
fn now() -> Markup {
    let (dataset, t, words) = (use_dataset(), use_locale(), texts());
    let rows = [
        (words.data_version, dataset.version.to_string()),
        (words.data_as_of, day_text(t, dataset.as_of)),
    ];
    let said = |(label, value): (&str, String)| [el("dt").text(label.to_owned()), el("dd").text(value)];
    el("dl")
        .class("document__terms")
        .children(rows.into_iter().flat_map(said))
}

/// The way to a file of the data, by its name.
fn file(name: &str) -> Markup {
    el("a")
        .attr("href", from_root(&["data/", name].concat()))
        .child(el("code").text(name.to_owned()))
}

fn files() -> Markup {
    let words = texts();
    let tables = TABLES.map(|table| file(&["csv/", table.name, ".csv"].concat()));
    let row = |label: &'static str, files: Vec<Markup>| {
        let files = files.into_iter().fold(el("dd"), Markup::child);
        [el("dt").text(label), files]
    };
    el("dl")
        .class("document__terms data-files")
        .children(row(
            words.data_json,
            ["datapackage.json", "people.json", "offices.json"].map(file).into(),
        ))
        .children(row(words.data_tables, tables.into()))
        .children(row(words.data_package, vec![file("csv/datapackage.json")]))
}

/// Each version that was released, with its digest.
fn releases() -> Vec<Markup> {
    let row = |release: &embedded::Release| {
        let path = [release.version, "/", release.file].concat();
        let size = fill(texts().data_size, &[("n", &release.kib.to_string())]);
        el("li")
            .child(file(&path))
            .text([" (", &size, ")"].concat())
            .child(el("br"))
            .text("SHA-256 ")
            .child(el("code").class("data-digest").text(release.digest))
    };
    embedded::RELEASES.iter().rev().map(row).collect()
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
