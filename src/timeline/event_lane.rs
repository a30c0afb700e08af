use leptos::prelude::*;
use timeline_core::{
    date::Day,
    layout::density::clusters,
    model::{EventFamily, EventIx, OfficeIx},
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    i18n,
    timeline::{event_marker::EventMarker, plane::Plane},
};

/// The least distance of two markers, so that a finger hits one.
const APART_PX: f64 = 24.0;

/// The group of events: a lane for each family of kinds.
#[component]
pub fn EventLanes(
    /// The families, in order.
    families: &'static [EventFamily],
) -> impl IntoView {
    let t = use_locale();
    let lanes = families
        .iter()
        .map(|&family| view! { <EventLane family office=None name=i18n::family(t, family)/> })
        .collect_view();
    view! {
        <section class="lane-group" data-lane-group="events" aria-labelledby="group-events">
            <h2 class="lane-group__title" id="group-events">{t.events_heading}</h2>
            {lanes}
        </section>
    }
}

/// Events of one family as markers; those that would touch are one, with their number.
#[component]
pub fn EventLane(
    /// The family.
    family: EventFamily,
    /// Only the events of this office.
    office: Option<OfficeIx>,
    /// The lane's name.
    name: &'static str,
) -> impl IntoView {
    let (dataset, view) = (use_dataset(), use_view());
    let plane = expect_context::<Plane>();
    let events: Vec<EventIx> = dataset
        .event_ixs()
        .filter(|&ix| dataset.event(ix).kind.family() == family)
        .filter(|&ix| office.is_none_or(|office| dataset.event(ix).offices.contains(&office)))
        .collect();
    let marks = Memo::new(move |_| {
        let scale = plane.scale.get();
        let shown: Vec<EventIx> = view
            .visible
            .with(|visible| events.iter().copied().filter(|&ix| visible.has_event(ix)).collect());
        let xs: Vec<f64> = shown.iter().map(|&ix| scale.x_from_day(day_of(ix))).collect();
        clusters(&xs, APART_PX)
            .into_iter()
            .filter_map(|cluster| shown.get(cluster.first..=cluster.last).map(<[EventIx]>::to_vec))
            .filter(|events| events.iter().any(|&ix| scale.domain().contains(day_of(ix))))
            .collect::<Vec<_>>()
    });
    view! {
        <section class="lane lane--events">
            <h3 class="lane__name">{name}</h3>
            <ol class="lane__plane" data-lane=family.word()>
                <For each=move || marks.get() key=Clone::clone let:events><EventMarker events/></For>
            </ol>
        </section>
    }
}

/// The day that an event is drawn at: the middle of what its date can mean.
#[must_use]
pub fn day_of(ix: EventIx) -> Day {
    let date = use_dataset().event(ix).date;
    date.earliest().plus(date.earliest().days_until(date.latest()) / 2)
}
