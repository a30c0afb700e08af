//! The lane of an office.

use timeline_core::{
    date::Day,
    layout::{
        lanes::{pack, row_count},
        placed::{PlacedTenure, placed},
    },
    model::{EventFamily, OfficeIx},
    query::succession::gaps,
    view::state::limits,
};

use crate::{
    context::{use_dataset, use_locale},
    markup::{Markup, el},
    timeline::{event_lane::event_lane, gap_mark::gap_mark, tenure_bar::tenure_bar},
};

/// One office: its name and its tenures in time, in rows where they overlap; for the head
/// office a lane of nominations too.
pub(super) fn lane(office: OfficeIx) -> impl Iterator<Item = Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let row = dataset.office(office);
    let is_head = office == dataset.site.head_office;
    let packed = pack(&placed(dataset, office));
    let rows = ["--rows:", &row_count(&packed).to_string()].concat();
    let gaps = gaps(dataset, office, limits(dataset).from).into_iter().map(gap_mark);
    let bars = packed
        .iter()
        .enumerate()
        .map(|(position, placed)| tenure_bar(*placed, next_in_row(&packed, position), is_head, position == 0));
    let note = row
        .needs_confirmation
        .then(|| el("span").class("lane__note").text(t.lane_confirmation));
    let name = el("h3")
        .class("lane__name")
        .attr("title", row.title.to_string())
        .text(row.short_title.to_string())
        .children(note);
    let plane = el("ol")
        .class("lane__plane")
        .attr("data-lane", row.id.to_string())
        .children(gaps)
        .children(bars);
    let lane = el("section")
        .class("lane")
        .attr("data-head", if is_head { "true" } else { "false" })
        .attr("style", rows)
        .child(name)
        .child(plane);
    let nominations = is_head.then(|| event_lane(EventFamily::Nominations, Some(office), t.lane_nominations));
    [lane].into_iter().chain(nominations)
}

/// Where the next bar of the same row begins; none after the last.
fn next_in_row(packed: &[PlacedTenure], position: usize) -> Option<Day> {
    let own = packed.get(position)?;
    let next = packed.iter().skip(position + 1).find(|other| other.row == own.row);
    next.map(|other| other.from)
}
