//! The rows of the tables, the same on the interactive page and on the page without scripts.

use timeline_core::{
    model::{End, EventIx, SourceIx, TenureIx},
    query::{lengths::length, search::Query},
    view::state::{Column, Selection},
};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{self, capacity, kind, partial_date, standing},
    markup::{Markup, el},
    page::{dispute::dispute, record_link::record_link},
    place::to_page,
    timeline::original_title::original_title,
};

/// How much a row tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowStyle {
    /// The name opens the detail, which has the rest.
    Linked,
    /// Everything is in the row.
    Full,
}

/// One tenure as a table row; words of its name that a query finds are marked.
#[must_use]
pub fn tenure_row(ix: TenureIx, style: RowStyle, query: &Query) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let tenure = dataset.tenure(ix);
    let name = dataset.person(tenure.person).name.to_string();
    let end = match tenure.end {
        End::On(_, why) => [&i18n::end(t, tenure.end), " · ", i18n::reason(t, why)].concat(),
        End::OngoingAsOf(_) | End::UnknownAfter(_) => i18n::end(t, tenure.end),
    };
    let note = (style == RowStyle::Full).then_some(tenure.note.as_deref()).flatten();
    let disputes = (style == RowStyle::Full && !tenure.disputes.is_empty()).then(|| {
        el("ul")
            .class("record-table__disputes")
            .attr("aria-label", t.detail_disputes)
            .children(tenure.disputes.iter().map(dispute))
    });
    el("tr")
        .attr("data-record", tenure.id.to_string())
        .child(head(t.table_person, &name, Selection::Tenure(ix), style, query))
        .child(cell(Column::Office, t.table_office).marked(query, &dataset.office(tenure.office).title))
        .child(
            cell(Column::Title, t.table_title)
                .marked(query, &tenure.title)
                .children(original_title(tenure, query)),
        )
        .child(
            cell(Column::Capacity, t.table_capacity)
                .child(
                    el("span")
                        .class("swatch")
                        .attr("data-capacity", tenure.capacity.word())
                        .attr("aria-hidden", "true"),
                )
                .text(capacity(t, tenure.capacity)),
        )
        .child(cell(Column::Start, t.table_start).text(i18n::start(t, tenure.start)))
        .child(
            cell(Column::End, t.table_end)
                .text(end)
                .children(note.map(|note| el("p").text(note.to_owned())))
                .children(disputes),
        )
        .child(cell(Column::Length, t.table_length).text(i18n::length(t, length(tenure, dataset.as_of))))
        .child(sources(&tenure.sources, style))
}

/// One event as a table row; words of its headline that a query finds are marked.
#[must_use]
pub fn event_row(ix: EventIx, style: RowStyle, query: &Query) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let event = dataset.event(ix);
    let summary = (style == RowStyle::Full).then(|| el("p").text(event.summary.to_string()));
    let note = (style == RowStyle::Full).then_some(event.note.as_deref()).flatten();
    el("tr")
        .attr("data-record", event.id.to_string())
        .child(cell(Column::Start, t.table_date).text(partial_date(t, event.date)))
        .child(
            head(t.table_event, &event.headline, Selection::Event(ix), style, query)
                .children(summary)
                .children(note.map(|note| el("p").text(note.to_owned()))),
        )
        .child(cell(Column::Kind, t.table_kind).text(kind(t, event.kind)))
        .child(cell(Column::Standing, t.table_standing).text(standing(t, event.standing)))
        .child(sources(&event.sources, style))
}

fn cell(column: Column, label: &'static str) -> Markup {
    el("td").attr("data-column", column.word()).attr("data-label", label)
}

/// The name of a record: opens its detail where there is one.
fn head(label: &'static str, name: &str, selection: Selection, style: RowStyle, query: &Query) -> Markup {
    let head = el("th").attr("scope", "row").attr("data-label", label);
    match style {
        RowStyle::Linked => head.child(record_link(selection).marked(query, name)),
        RowStyle::Full => head.text(name.to_owned()),
    }
}

/// The sources of a row: their number where the detail lists them, else all of them.
fn sources(sources: &[SourceIx], style: RowStyle) -> Markup {
    let cell = cell(Column::Sources, use_locale().table_sources);
    match style {
        RowStyle::Linked => cell.text(sources.len().to_string()),
        RowStyle::Full => {
            let cites = sources.iter().map(|&ix| el("li").child(cite(ix)));
            cell.child(el("ul").class("cites").children(cites))
        }
    }
}

/// A source by its publisher and date, as a link to its page, which says the rest.
fn cite(ix: SourceIx) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let source = dataset.source(ix);
    let date = source
        .published
        .map_or_else(|| t.source_undated.to_owned(), |date| partial_date(t, date));
    el("a")
        .attr("href", to_page(&["source/", &*source.id, "/index.html"].concat()))
        .text([&*source.publisher, ", ", &date].concat())
}
