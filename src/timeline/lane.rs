use leptos::prelude::*;
use timeline_core::{
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
    timeline::{event_lane::EventLane, gap_mark::GapMark, tenure_bar::TenureBar},
};

/// One office: its name and its tenures in time, in rows where they overlap.
#[component]
pub fn Lane(
    /// The office.
    office: OfficeIx,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let row = dataset.office(office);
    let is_head = office == dataset.site.head_office;
    let packed = pack(placed(dataset, office));
    let style = format!("--rows:{}", row_count(&packed));
    let gaps = gaps(dataset, office, limits(dataset).from)
        .into_iter()
        .map(|gap| view! { <GapMark gap/> })
        .collect_view();
    let bars = packed
        .iter()
        .enumerate()
        .map(|(position, placed)| {
            let next = next_in_row(&packed, position);
            view! { <TenureBar placed=*placed next is_head first=position == 0/> }
        })
        .collect_view();
    let note = row.needs_confirmation.then(|| view! { <span class="lane__note">{t.lane_confirmation}</span> });
    let nominations = is_head.then(|| {
        view! { <EventLane family=EventFamily::Nominations office=Some(office) name=t.lane_nominations/> }
    });
    view! {
        <section class="lane" data-head=is_head.to_string() style=style>
            <h3 class="lane__name" title=row.title.to_string()>{row.short_title.to_string()}{note}</h3>
            <ol class="lane__plane" data-lane=row.id.to_string()>{gaps}{bars}</ol>
        </section>
        {nominations}
    }
}

/// Where the next bar of the same row begins; none after the last.
fn next_in_row(packed: &[PlacedTenure], position: usize) -> Option<timeline_core::date::Day> {
    let own = packed.get(position)?;
    packed
        .iter()
        .skip(position + 1)
        .find(|other| other.row == own.row)
        .map(|other| other.from)
}
