//! The page of the whole record, for readers without scripts and for print.

use leptos::prelude::*;
use timeline_core::{
    date::DayRange,
    model::{OfficeIx, SourceIx},
    query::search::Query,
    view::{action::Action, figure_id::FigureId, state::limits},
};

use super::still_timeline::still_timeline;

use crate::{
    charts::{
        chart::{Still, chart},
        figures::figure,
        office_map::office_map,
    },
    context::{ViewContext, use_dataset, use_locale},
    i18n::{day_text, fill},
    markup::{Markup, el},
    page::{
        claims::claims,
        heads::heads,
        language_switch::language_switch,
        record_table::{head, table},
        source_list::source_list,
        tables::{RowStyle, event_row, tenure_row},
    },
};

/// The whole record as one static page: every tenure, event, person and source.
#[component]
pub fn RecordPage() -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let intro = fill(t.record_intro, &[("as_of", &day_text(t, dataset.as_of))]);
    let in_lanes_order = (0_u8..)
        .take(dataset.site.groups.len())
        .flat_map(|group| dataset.offices_of(group))
        .flat_map(|office| dataset.tenures_of(office));
    let tenures = table(
        "record-table",
        t.table_tenures,
        [
            t.table_person,
            t.table_office,
            t.table_title,
            t.table_capacity,
            t.table_start,
            t.table_end,
            t.table_length,
            t.table_sources,
        ]
        .map(|label| head(None, label)),
        el("tbody").children(in_lanes_order.map(|ix| tenure_row(ix, RowStyle::Full, &Query::default()))),
    );
    let events = table(
        "record-table record-table--events",
        t.table_events,
        [
            t.table_date,
            t.table_event,
            t.table_kind,
            t.table_standing,
            t.table_sources,
        ]
        .map(|label| head(None, label)),
        el("tbody").children(
            dataset
                .event_ixs()
                .map(|ix| event_row(ix, RowStyle::Full, &Query::default())),
        ),
    );
    let people = el("dl")
        .class("people__list")
        .children(dataset.people.iter().flat_map(|person| {
            [
                el("dt").attr("id", person.id.to_string()).text(person.name.to_string()),
                el("dd").text(person.bio.to_string()),
            ]
        }));
    let sources: Vec<SourceIx> = dataset.source_ixs().collect();
    let back = el("a").attr("href", "../index.html").text(t.record_back);
    let masthead = el("header")
        .class("masthead")
        .children(language_switch(None))
        .child(el("p").class("masthead__kicker").child(back))
        .child(el("h1").text(t.record_title))
        .child(el("p").class("lede").text(intro));
    let main = el("main")
        .class("main record record--static")
        .child(heads())
        .child(lanes())
        .children(figures())
        .child(tenures)
        .child(events)
        .children((!dataset.claims.is_empty()).then(claims))
        .child(part("people", t.record_people, people))
        .child(part(
            "sources",
            t.record_sources,
            source_list(&sources, &[], &Query::default()),
        ));
    el("div").class("page").child(masthead).child(main)
}

/// The lanes of the agency's head and of the group after it, over the whole record.
fn lanes() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let head = dataset.office(dataset.site.head_office).group;
    let offices: Vec<OfficeIx> = dataset.offices_of(head).chain(dataset.offices_of(head + 1)).collect();
    let range = DayRange::new(limits(dataset).from, dataset.as_of);
    part("timeline", t.view_timeline, still_timeline(&offices, &[], range))
}

/// Every figure and the map, drawn over all their days: their tables stand on their own pages.
fn figures() -> Option<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let view = ViewContext::new();
    view.dispatch(Action::Link(false));
    provide_context(view);
    provide_context(Still::Drawing);
    let drawn: Vec<Markup> = FigureId::all(dataset)
        .into_iter()
        .filter_map(figure)
        .chain(office_map())
        .map(chart)
        .collect();
    (!drawn.is_empty()).then(|| {
        part(
            "figures",
            t.figures_title,
            el("div").class("record__figures").children(drawn),
        )
    })
}

fn part(id: &'static str, title: &'static str, content: Markup) -> Markup {
    el("section")
        .class("people")
        .child(el("h2").attr("id", id).text(title))
        .child(content)
}
