//! The page of a source: where it stands, and what rests on it.

use timeline_core::{
    model::{Source, SourceIx, TenureIx},
    view::figure_id::FigureId,
};

use super::{
    event_path, figure_path,
    frame::{frame, link, list_part, paragraph},
    office_path, person_path,
    texts::texts,
};
use crate::page::story_text::computed;
use crate::{
    context::{use_dataset, use_locale},
    i18n::{Texts, fill, partial_date, source_kind, span},
    markup::{Markup, el},
    page::source_list::source_link,
    place::to_page,
};

/// When a source was published, in words.
pub(super) fn published(source: &Source, t: &'static Texts) -> String {
    source
        .published
        .map_or_else(|| t.source_undated.to_owned(), |date| partial_date(t, date))
}

/// How many records rest on a source.
pub(super) fn resting(ix: SourceIx) -> usize {
    parts(ix).iter().map(|(_, _, items)| items.len()).sum()
}

/// Where it stands, and every record that names it.
pub(super) fn source(ix: SourceIx) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let source = dataset.source(ix);
    let title = el("h1").class("document__title").text(source.title.to_string());
    let title = if *source.language == *t.language {
        title
    } else {
        title.attr("lang", source.language.to_string())
    };
    let mut about = vec![
        el("p")
            .class("lede")
            .text([&*source.publisher, ", ", &published(source, t)].concat()),
        el("p")
            .child(
                source_link(source)
                    .text(source.url.to_string())
                    .class("document__address"),
            )
            .text(" ")
            .child(el("span").class("tag").text(source_kind(t, source.kind))),
    ];
    if let Some(url) = &source.archived_url {
        let copy = el("a")
            .attr("href", url.to_string())
            .attr("rel", "noopener nofollow")
            .class("document__address");
        about.push(
            el("p")
                .text([t.detail_archived, ": "].concat())
                .child(copy.text(url.to_string())),
        );
    }
    if let Some(day) = source.accessed {
        about.push(paragraph(&fill(
            texts().source_accessed,
            &[("date", &partial_date(t, day))],
        )));
    }
    let content = parts(ix)
        .into_iter()
        .filter_map(|(id, title, items)| list_part(id, title, items))
        .collect();
    frame(texts().source_kicker, title, about, content)
}

/// What rests on a source, kind by kind.
fn parts(ix: SourceIx) -> Vec<(&'static str, &'static str, Vec<Markup>)> {
    let (dataset, t) = (use_dataset(), use_locale());
    let tenures = dataset
        .tenure_ixs()
        .filter(|&tenure| {
            let row = dataset.tenure(tenure);
            let disputed = row.disputes.iter().any(|dispute| dispute.sources.contains(&ix));
            row.sources.contains(&ix) || disputed
        })
        .map(tenure_item);
    let events = super::tenure::event_items(
        dataset
            .event_ixs()
            .filter(|&event| dataset.event(event).sources.contains(&ix)),
    );
    let people = dataset.people.iter().filter(|person| person.sources.contains(&ix));
    let people = people.map(|person| el("li").child(link(&person_path(&person.id), &person.name)));
    let offices = dataset
        .offices
        .iter()
        .filter(|office| office.all_sources().contains(&ix));
    let offices = offices.map(|office| el("li").child(link(&office_path(&office.id), &office.title)));
    let claims = dataset.claims.iter().filter(|claim| claim.sources.contains(&ix));
    let claims = claims.map(|claim| {
        el("li").child(
            el("a")
                .attr("href", to_page("record/index.html#claims-title"))
                .text(claim.claim.to_string()),
        )
    });
    let story = dataset.story.iter().filter(|step| step.sources.contains(&ix));
    let story = story.map(|step| {
        let way = to_page(&["story/index.html#", &*step.id].concat());
        el("li").child(el("a").attr("href", way).text(computed(&step.title, t)))
    });
    let terms = dataset.terms.iter().filter(|term| term.sources.contains(&ix));
    let terms = terms.map(|term| el("li").text(term.president.to_string()));
    vec![
        ("tenures", t.table_tenures, tenures.collect()),
        ("events", t.table_events, events),
        ("people", t.detail_people, people.collect()),
        ("offices", t.detail_offices, offices.collect()),
        ("figures", t.figures_title, figures(ix)),
        ("reports", texts().source_reports, reports(ix)),
        ("claims", t.claims_title, claims.collect()),
        ("story", texts().story_label, story.collect()),
        ("terms", t.filter_term, terms.collect()),
    ]
}

fn tenure_item(ix: TenureIx) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let row = dataset.tenure(ix);
    let office = dataset.office(row.office);
    let way = to_page(&["office/", &*office.id, "/index.html#", &*row.id].concat());
    let text = [
        &*dataset.person(row.person).name,
        ", ",
        &*office.title,
        ", ",
        &span(t, row),
    ]
    .concat();
    el("li").child(el("a").attr("href", way).text(text))
}

/// The figures whose series or references rest on a source.
fn figures(ix: SourceIx) -> Vec<Markup> {
    let dataset = use_dataset();
    let rests = |position: usize| {
        dataset.figures.get(position).is_some_and(|figure| {
            let of_series = figure.parts.iter().any(|part| {
                let series = dataset.series.get(usize::from(part.series));
                series.is_some_and(|series| series.sources.contains(&ix))
            });
            of_series
                || figure
                    .references
                    .iter()
                    .any(|reference| reference.sources.contains(&ix))
        })
    };
    (0_u8..)
        .zip(&dataset.figures)
        .filter(|&(position, _)| rests(usize::from(position)))
        .map(|(position, figure)| {
            let document = super::Document::Figure(FigureId::Series(position));
            el("li").child(link(&figure_path(&figure.id), &document.title()))
        })
        .collect()
}

/// The reports on many offices that rest on a source.
fn reports(ix: SourceIx) -> Vec<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let named = dataset.reports.iter().filter(|report| report.sources.contains(&ix));
    named
        .map(|report| {
            let text = [&*report.outlet, ", ", &partial_date(t, report.date)].concat();
            let event = dataset.event(report.event);
            el("li").child(link(&event_path(&event.id), &text))
        })
        .collect()
}
