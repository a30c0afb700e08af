//! The detail of a tenure.

use timeline_core::{
    model::{End, Start, Tenure, TenureIx},
    query::{
        lengths::length,
        search::Query,
        succession::{neighbours, overlapping},
    },
    view::state::Selection,
};

use super::{
    detail::{list_part, paragraph, part, title},
    take_away::take_away,
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{self, capacity, capacity_about, confidence, fill, number, partial_date, reason, span},
    markup::{Markup, el},
    page::{corrected::correction_marks, dispute::dispute, record_link::record_link, source_list::source_list},
    timeline::original_title::original_title,
};

/// Everything on record of a tenure; words that a query finds are marked.
#[must_use]
pub(super) fn tenure_detail(ix: TenureIx, query: &Query) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let tenure = dataset.tenure(ix);
    let person = dataset.person(tenure.person);
    let office = dataset.office(tenure.office);
    let dates = fill(
        t.span,
        &[
            ("from", &i18n::start(t, tenure.start)),
            ("to", &i18n::end(t, tenure.end)),
        ],
    );
    let ended = match tenure.end {
        End::On(_, why) => reason(t, why).to_owned(),
        End::OngoingAsOf(_) | End::UnknownAfter(_) => i18n::end(t, tenure.end),
    };
    let sure = fill(t.detail_confidence, &[("confidence", confidence(t, tenure.confidence))]);
    let note = tenure.note.as_ref().map(|note| paragraph(note.to_string()));
    el("div")
        .class("detail__body")
        .child(el("p").class("detail__kicker").marked(query, &office.title))
        .child(title("detail__title").marked(query, &person.name))
        .child(
            paragraph(dates)
                .class("detail__dates")
                .child(el("span").text(i18n::length(t, length(tenure, dataset.as_of)))),
        )
        .child(
            el("p")
                .class("detail__capacity")
                .child(
                    el("span")
                        .class("swatch")
                        .attr("data-capacity", tenure.capacity.word())
                        .attr("aria-hidden", "true"),
                )
                .child(el("b").text(capacity(t, tenure.capacity)))
                .text([". ", capacity_about(t, tenure.capacity)].concat()),
        )
        .children(correction_marks("tenures", &tenure.id))
        .child(
            el("p")
                .child(el("b").text([t.detail_title_used, ": "].concat()))
                .text("“")
                .marked(query, &tenure.title)
                .text("”")
                .children(original_title(tenure, query)),
        )
        .child(paragraph(person.bio.to_string()))
        .child(part(t.detail_how_ended, [paragraph(ended)]))
        .children(list_part(
            t.detail_also_held,
            tenure.while_holding.iter().map(|&held| tenure_link(held, true)),
        ))
        .child(part(t.detail_succession, [succession(ix)]))
        .children(list_part(
            t.detail_overlaps,
            overlapping(dataset, ix)
                .into_iter()
                .map(|other| tenure_link(other, false)),
        ))
        .children(list_part(t.detail_events, related_events(ix)))
        .child(part(
            t.detail_note,
            note.into_iter().chain([paragraph(sure).class("detail__confidence")]),
        ))
        .children(list_part(t.detail_disputes, tenure.disputes.iter().map(dispute)))
        .child(part(
            t.detail_sources,
            [source_list(&tenure.sources, &tenure.evidence, query)],
        ))
        .child(take_away(Selection::Tenure(ix)))
}

/// A link to a tenure, with its office or else its person.
fn tenure_link(ix: TenureIx, with_office: bool) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let tenure = dataset.tenure(ix);
    let name = if with_office {
        &dataset.office(tenure.office).title
    } else {
        &dataset.person(tenure.person).name
    };
    el("li").child(record_link(Selection::Tenure(ix)).text([name, ", ", &span(t, tenure)].concat()))
}

/// Who came before and after, with the days between when nobody is on record.
fn succession(ix: TenureIx) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let (before, after) = neighbours(dataset, ix);
    let own = dataset.tenure(ix);
    let holder = |ix: Option<TenureIx>, none: &'static str| {
        let item = el("li").class("succession__holder");
        match ix {
            Some(ix) => {
                let row = dataset.tenure(ix);
                let text = [
                    &dataset.person(row.person).name,
                    ", ",
                    capacity(t, row.capacity),
                    ", ",
                    &span(t, row),
                ]
                .concat();
                item.child(record_link(Selection::Tenure(ix)).text(text))
            }
            None => item.text(none),
        }
    };
    let gap = |one: Option<&Tenure>, other: Option<&Tenure>| {
        let (End::On(end, _), Start::On(start)) = (one?.end, other?.start) else {
            return None;
        };
        let days = end.latest().days_until(start.earliest());
        (days > 1).then(|| {
            el("li")
                .class("succession__gap")
                .text(fill(t.detail_gap, &[("days", &number(days))]))
        })
    };
    let row = |ix: Option<TenureIx>| ix.map(|ix| dataset.tenure(ix));
    el("ol")
        .class("succession")
        .child(holder(before, t.detail_first))
        .children(gap(row(before), Some(own)))
        .child(
            el("li")
                .class("succession__holder")
                .attr("aria-current", "true")
                .attr("data-capacity", own.capacity.word())
                .text([&dataset.person(own.person).name, ", ", &span(t, own)].concat()),
        )
        .children(gap(Some(own), row(after)))
        .child(holder(after, t.detail_last))
}

/// Events about the tenure, or about its person and office.
fn related_events(tenure: TenureIx) -> impl Iterator<Item = Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let row = dataset.tenure(tenure);
    dataset
        .event_ixs()
        .filter(move |&ix| {
            let event = dataset.event(ix);
            event.tenures.contains(&tenure)
                || (event.people.contains(&row.person) && event.offices.contains(&row.office))
        })
        .map(move |ix| {
            let event = dataset.event(ix);
            el("li")
                .child(
                    el("span")
                        .class("detail__date")
                        .text([&partial_date(t, event.date), " "].concat()),
                )
                .child(record_link(Selection::Event(ix)).text(event.headline.to_string()))
        })
}
