//! Lanes of events: one for each family of kinds, and one for an office's nominations.

use leptos::prelude::*;
use timeline_core::{
    date::Day,
    layout::density::clusters,
    model::{EventFamily, EventIx, OfficeIx},
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    i18n,
    markup::{Markup, el},
    timeline::{event_marker::event_marker, plane::Plane},
};

/// The least distance of two markers, so that a finger hits one.
const APART_PX: f64 = 24.0;

/// The group of events: a lane for each family of kinds.
#[must_use]
pub(super) fn event_lanes() -> Markup {
    let t = use_locale();
    let lanes = EventFamily::ALL
        .iter()
        .map(|&family| event_lane(family, None, i18n::family(t, family)));
    el("section")
        .class("lane-group")
        .attr("data-lane-group", "events")
        .attr("aria-labelledby", "group-events")
        .child(
            el("h2")
                .class("lane-group__title")
                .attr("id", "group-events")
                .text(t.events_heading),
        )
        .children(lanes)
}

/// Events of one family, of one office or of all, as markers; those that would touch are one,
/// with their number.
#[must_use]
pub(super) fn event_lane(family: EventFamily, office: Option<OfficeIx>, name: &'static str) -> Markup {
    let (dataset, view) = (use_dataset(), use_view());
    let plane = expect_context::<Plane>();
    let events: Vec<EventIx> = dataset
        .event_ixs()
        .filter(|&ix| dataset.event(ix).kind.family() == family)
        .filter(|&ix| office.is_none_or(|office| dataset.event(ix).offices.contains(&office)))
        .collect();
    let marks = move || {
        let scale = plane.scale.get();
        let shown: Vec<EventIx> = view
            .visible
            .with(|visible| events.iter().copied().filter(|&ix| visible.has_event(ix)).collect());
        let xs: Vec<f64> = shown.iter().map(|&ix| scale.x_from_day(day_of(ix))).collect();
        clusters(&xs, APART_PX)
            .into_iter()
            .filter_map(|cluster| shown.get(cluster.first..=cluster.last))
            .filter(|events| events.iter().any(|&ix| scale.domain().contains(day_of(ix))))
            .map(|events| {
                events
                    .iter()
                    .map(|&ix| &*dataset.event(ix).id)
                    .collect::<Vec<&str>>()
                    .join(" ")
            })
            .collect()
    };
    el("section")
        .class("lane lane--events")
        .child(el("h3").class("lane__name").text(name))
        .child(
            el("ol")
                .class("lane__plane")
                .attr("data-lane", family.word())
                .each(marks, event_marker),
        )
}

/// The day that an event is drawn at: the middle of what its date can mean.
#[must_use]
pub(super) fn day_of(ix: EventIx) -> Day {
    let date = use_dataset().event(ix).date;
    date.earliest().plus(date.earliest().days_until(date.latest()) / 2)
}
