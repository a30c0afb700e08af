//! Lanes of events: one for each family of kinds, and one for an office's nominations.

use leptos::prelude::*;
use timeline_core::{
    date::{Day, DayRange},
    layout::density::{Cluster, clusters},
    model::{EventFamily, EventIx, OfficeIx},
    order::sort_by_key,
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    derived::derived,
    i18n,
    markup::{Markup, Slot, el},
    platform::visibility::on_near,
    timeline::{
        event_marker::event_marker,
        plane::{Plane, with_overscan},
    },
};

/// The least distance of two markers, so that a finger hits one.
const APART_PX: f64 = 24.0;

/// The group of events: a lane for each family of kinds that the record has events of.
#[must_use]
pub(super) fn event_lanes() -> Markup {
    let t = use_locale();
    let group = el("section")
        .class("lane-group")
        .attr("data-lane-group", "events")
        .attr("aria-labelledby", "group-events")
        .child(
            el("h2")
                .class("lane-group__title")
                .attr("id", "group-events")
                .text(t.events_heading),
        );
    let families = EventFamily::ALL.iter().filter(|family| has_events(**family, None));
    families.fold(group, |into, &family| {
        into.in_turn(move || event_lane(family, None, i18n::family(use_locale(), family)))
    })
}

/// Events of one family, of one office or of all, as markers; those that would touch are one,
/// with their number.
#[must_use]
pub(super) fn event_lane(family: EventFamily, office: Option<OfficeIx>, name: &'static str) -> Markup {
    let view = use_view();
    let plane = expect_context::<Plane>();
    let events = derived(move |_| events_in(family, office));
    let shown = derived(move |_| {
        view.visible.with(|visible| {
            let is_shown = |ix: &EventIx| visible.has_event(*ix);
            events.with(|events| events.iter().copied().filter(is_shown).collect::<Vec<_>>())
        })
    });
    let slot = Slot::new();
    let is_near = RwSignal::new(!plane.is_windowed);
    if plane.is_windowed {
        on_near(slot, move |near| {
            is_near.set(near);
            plane.settle();
        });
    }
    let marks = move || {
        if !is_near.get() {
            return Vec::new();
        }
        let scale = plane.scale.get();
        let window = with_overscan(scale.domain());
        shown.with(|shown| {
            let xs: Vec<f64> = shown.iter().map(|&ix| scale.x_from_day(day_of(ix))).collect();
            let near = |cluster: &&Cluster| {
                let end = |at| shown.get(at).map_or(window.to, |&ix| day_of(ix));
                window.overlaps(DayRange::new(end(cluster.first), end(cluster.last).plus(1)))
            };
            let clusters = clusters(&xs, APART_PX);
            clusters
                .iter()
                .filter(near)
                .map(|cluster| cluster_key(shown, *cluster))
                .collect()
        })
    };
    let marker = move |key: &str| shown.with_untracked(|shown| event_marker(events_of(shown, key)));
    let layer = el("ol")
        .class("lane__layer")
        .live_attr("style", move || plane.layer_style.get().into())
        .each(marks, marker);
    el("section")
        .class("lane lane--events")
        .child(el("h3").class("lane__name").text(name))
        .child(
            el("div")
                .class("lane__plane")
                .attr("data-lane", family.word())
                .keep(slot)
                .child(layer),
        )
}

/// Whether the record has events of a family, of one office or of any.
pub(super) fn has_events(family: EventFamily, office: Option<OfficeIx>) -> bool {
    !events_in(family, office).is_empty()
}

/// The events of a family, of one office or of all, in time.
fn events_in(family: EventFamily, office: Option<OfficeIx>) -> Vec<EventIx> {
    let dataset = use_dataset();
    let mut events: Vec<EventIx> = dataset
        .event_ixs()
        .filter(|&ix| dataset.event(ix).kind.family() == family)
        .filter(|&ix| office.is_none_or(|office| dataset.event(ix).offices.contains(&office)))
        .collect();
    sort_by_key(&mut events, |&ix| day_of(ix));
    events
}

/// Names a cluster by its first and last event and their number: an element is made from all of them.
fn cluster_key(shown: &[EventIx], cluster: Cluster) -> String {
    let number = |at: usize| shown.get(at).map_or(0, |ix| ix.position()).to_string();
    let count = cluster.count().to_string();
    [&number(cluster.first), "-", &number(cluster.last), "-", &count].concat()
}

/// The events of a cluster's key.
fn events_of<'a>(shown: &'a [EventIx], key: &str) -> &'a [EventIx] {
    let mut numbers = key.split('-').map(|number| number.parse::<usize>().ok());
    let first = numbers.next().flatten();
    let count = numbers.nth(1).flatten().unwrap_or(0);
    let from = shown.iter().position(|ix| Some(ix.position()) == first).unwrap_or(0);
    shown.get(from..from + count).unwrap_or_default()
}

/// The day that an event is drawn at: the middle of what its date can mean.
#[must_use]
pub(super) fn day_of(ix: EventIx) -> Day {
    let date = use_dataset().event(ix).date;
    date.earliest().plus(date.earliest().days_until(date.latest()) / 2)
}
