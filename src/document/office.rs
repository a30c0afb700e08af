//! The page of a post.

use timeline_core::{
    model::{OfficeIx, TenureIx},
    query::{
        search::Query,
        succession::{GapKind, gaps},
    },
};

use super::{
    event_path,
    frame::{frame, heading, into_view, link, list_part, paragraph, part},
    office_path,
    tenure::{PageOf, entry, event_items},
    texts::texts,
};
use crate::{
    charts::office_reports::reported_text,
    context::{use_dataset, use_locale},
    i18n::{day_text, fill, number, partial_date},
    markup::{Markup, el},
    page::source_list::source_list,
};

/// What the post is, all who are on record in it, when nobody is, what was reported of it, its events and sources.
pub(super) fn office(ix: OfficeIx) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let office = dataset.office(ix);
    let tenures: Vec<TenureIx> = dataset.tenures_of(ix).collect();
    let holders = if tenures.is_empty() {
        paragraph(texts().office_nobody)
    } else {
        let entries = tenures.iter().map(|&ix| entry(ix, PageOf::Office));
        el("ol").class("heads__list").children(entries)
    };
    let below: Vec<Markup> = dataset
        .office_ixs()
        .filter(|&other| dataset.office(other).parent == Some(ix))
        .map(|other| {
            let row = dataset.office(other);
            el("li").child(link(&office_path(&row.id), &row.title))
        })
        .collect();
    let events = event_items(
        dataset
            .event_ixs()
            .filter(|&event| dataset.event(event).offices.contains(&ix)),
    );
    let sources = office.all_sources();
    let sources = (!sources.is_empty()).then(|| {
        part(
            "sources",
            texts().office_sources,
            [source_list(&sources, &[], &Query::default())],
        )
    });
    let content = [
        Some(part("holders", texts().office_holders, [holders])),
        list_part("gaps", texts().office_gaps, absences(ix)),
        list_part("reports", texts().office_reports, reports(ix)),
        list_part("below", texts().office_below, below),
        list_part("events", t.detail_events, events),
        sources,
    ];
    frame(
        t.table_office,
        heading(&office.title),
        about(ix),
        content.into_iter().flatten().collect(),
    )
}

/// To what the post belongs, and what is needed to hold it.
fn about(ix: OfficeIx) -> Vec<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let office = dataset.office(ix);
    let mut lines = vec![el("p").class("lede").text(office.body.to_string())];
    if let Some(parent) = office.parent {
        let parent = dataset.office(parent);
        let above = el("p")
            .text(texts().office_above)
            .child(link(&office_path(&parent.id), &parent.title));
        lines.push(above);
    }
    if office.needs_confirmation {
        lines.push(paragraph(texts().office_needs_confirmation));
    }
    if let Some(area) = &office.area {
        lines.push(paragraph(&[t.map_area, ": ", area].concat()));
    }
    let exists = [
        (texts().office_since, office.exists_from),
        (texts().office_until, office.exists_to),
    ];
    for (text, date) in exists {
        if let Some(date) = date {
            lines.push(paragraph(&fill(text, &[("date", &partial_date(t, date))])));
        }
    }
    for former in &office.former_titles {
        let named = [("date", &*partial_date(t, former.until)), ("title", &*former.title)];
        lines.push(paragraph(&fill(texts().office_former_title, &named)));
    }
    lines.push(into_view(&["office=", &*office.id].concat(), texts().document_show));
    lines
}

/// The days on which nobody is on record.
fn absences(ix: OfficeIx) -> Vec<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    gaps(dataset, ix, dataset.first_day())
        .into_iter()
        .map(|gap| {
            let text = match gap.kind {
                GapKind::Vacant => t.gap_vacant,
                GapKind::Unknown => t.gap_unknown,
            };
            let range = gap.range;
            let values = [
                ("from", &*day_text(t, range.from)),
                ("to", &*day_text(t, range.to)),
                ("days", &*number(range.len_days())),
            ];
            el("li").text(fill(text, &values))
        })
        .collect()
}

/// What reports on many offices say of this one.
fn reports(ix: OfficeIx) -> Vec<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let named = dataset.reports.iter().flat_map(|report| {
        let of_office = report.offices.iter().filter(move |row| row.office == ix);
        of_office.map(move |row| (report, row))
    });
    named
        .map(|(report, row)| {
            let who = [&*report.outlet, ", ", &partial_date(t, report.date), ": "].concat();
            let event = dataset.event(report.event);
            el("li")
                .child(el("b").child(link(&event_path(&event.id), &who)))
                .text([reported_text(t, row.standing), ". ", &*row.text].concat())
        })
        .collect()
}
