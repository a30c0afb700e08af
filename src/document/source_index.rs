//! All sources by publisher and date, each with how much rests on it.

use timeline_core::{date::PartialDate, model::SourceIx};

use super::{
    frame::{link, part},
    source::{published, resting},
    source_path,
    texts::texts,
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{fill, number},
    markup::{Markup, el},
};

/// The list, publisher by publisher.
pub(super) fn source_index() -> Markup {
    let dataset = use_dataset();
    let mut all: Vec<SourceIx> = dataset.source_ixs().collect();
    let key = |ix: &SourceIx| {
        let source = dataset.source(*ix);
        let day = source.published.map(PartialDate::earliest);
        (source.publisher.to_lowercase(), day, source.title.clone())
    };
    all.sort_by_key(key);
    let groups = all.chunk_by(|one, other| dataset.source(*one).publisher == dataset.source(*other).publisher);
    let sections = groups.filter_map(|group| {
        let publisher = &dataset.source(*group.first()?).publisher;
        Some(
            el("section")
                .class("source-index__publisher")
                .child(el("h3").text(publisher.to_string()))
                .child(
                    el("ul")
                        .class("document__list")
                        .children(group.iter().map(|&ix| item(ix))),
                ),
        )
    });
    let title = fill(
        texts().sources_all,
        &[("n", &number(i32::try_from(all.len()).unwrap_or(i32::MAX)))],
    );
    part("all-sources", &title, sections.collect::<Vec<_>>())
}

fn item(ix: SourceIx) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let source = dataset.source(ix);
    let title = link(&source_path(&source.id), &source.title);
    let title = if *source.language == *t.language {
        title
    } else {
        title.attr("lang", source.language.to_string())
    };
    let rests = fill(texts().source_resting, &[("n", &resting(ix).to_string())]);
    el("li")
        .child(title)
        .text([", ", &published(source, t), " · ", &rests].concat())
}
