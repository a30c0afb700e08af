//! Sources as every record shows them.

use leptos::prelude::use_context;
use timeline_core::{
    model::{Evidence, Source, SourceIx},
    query::search::Query,
};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{field, fill, partial_date, source_kind},
    markup::{Markup, el},
    place::{is_embed, to_page},
};

/// Given as a context by a page whose sources lead to pages of their own: what the link says.
#[derive(Clone, Copy)]
pub struct SourcePages(pub &'static str);

/// Sources with publisher, date, title, address, kind and what rests on each; words of a publisher
/// that a query finds are marked.
#[must_use]
pub fn source_list(sources: &[SourceIx], evidence: &[Evidence], query: &Query) -> Markup {
    el("ul")
        .class("source-list")
        .children(sources.iter().map(|&source| source_item(source, evidence, query)))
}

fn source_item(ix: SourceIx, evidence: &[Evidence], query: &Query) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let source = dataset.source(ix);
    let date = source
        .published
        .map_or_else(|| t.source_undated.to_owned(), |date| partial_date(t, date));
    let language = match &*source.language {
        same if same == t.language => None,
        "en" => Some(t.language_en),
        "es" => Some(t.language_es),
        "ja" => Some(t.language_ja),
        "zh" => Some(t.language_zh),
        other => Some(other),
    };
    let language = language.map(|name| [", ", &fill(t.source_language, &[("language", name)])].concat());
    let fields: Vec<&str> = evidence
        .iter()
        .filter(|row| row.source == ix)
        .map(|row| field(t, row.field))
        .collect();
    let supports = (!fields.is_empty()).then(|| {
        el("span")
            .class("source-list__supports")
            .text(fill(t.detail_supports, &[("fields", &fields.join(", "))]))
    });
    let publisher = el("span");
    let publisher = publisher
        .marked(query, &source.publisher)
        .text([", ", &date, language.as_deref().unwrap_or_default(), " "].concat())
        .child(el("span").class("tag").text(source_kind(t, source.kind)))
        .children(
            source
                .archived_url
                .as_ref()
                .map(|url| external(url).text(t.detail_archived)),
        );
    // A frame may not be allowed to open pages: the address can be read and copied then.
    let address = is_embed().then(|| el("span").class("source-list__address").text(source.url.to_string()));
    let page = use_context::<SourcePages>().map(|SourcePages(text)| {
        let way = to_page(&["source/", &*source.id, "/index.html"].concat());
        el("a").attr("href", way).text(text)
    });
    el("li")
        .child(titled(source))
        .child(publisher)
        .children(address)
        .children(supports)
        .children(page)
}

/// A link to where a source stands, by its title.
fn titled(source: &Source) -> Markup {
    let link = source_link(source).text(source.title.to_string());
    if *source.language == *use_locale().language {
        link
    } else {
        link.attr("lang", source.language.to_string())
    }
}

/// A link to where a source stands, without its text.
#[must_use]
pub fn source_link(source: &Source) -> Markup {
    let link = external(&source.url);
    if *source.language == *use_locale().language {
        link
    } else {
        link.attr("hreflang", source.language.to_string())
    }
}

fn external(url: &str) -> Markup {
    el("a").attr("href", url.to_owned()).attr("rel", "noopener nofollow")
}

/// Sources that open under their number, after a note if there is one.
#[must_use]
pub fn folded_sources(
    note: Option<Markup>,
    sources: &[SourceIx],
    evidence: &[Evidence],
    class: &'static str,
) -> Markup {
    let t = use_locale();
    el("details")
        .class(class)
        .child(el("summary").text([t.detail_sources, " (", &sources.len().to_string(), ")"].concat()))
        .children(note)
        .child(source_list(sources, evidence, &Query::default()))
}
