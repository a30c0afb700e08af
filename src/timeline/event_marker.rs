//! The mark of one event, or of several that would touch.

use leptos::{
    ev,
    prelude::{Get, expect_context},
};
use timeline_core::{
    date::DayRange,
    model::{EventIx, EventKind, Standing},
    scale::time::MIN_SPAN_DAYS,
    view::{action::Action, state::Selection},
};

use crate::{
    context::{ViewContext, use_dataset, use_locale, use_view},
    i18n::{fill, kind, partial_date, standing},
    markup::{Markup, button, el},
    platform::focus,
    timeline::{
        event_lane::day_of,
        plane::{Plane, place_style},
    },
};

/// What a marker says of its events.
struct Description {
    label: String,
    kind: &'static str,
    planned: bool,
}

/// A marker names no more records than these: more have no room to be told apart.
const MAX_NAMED: usize = 50;

/// The events, in time, as one marker; several show their number.
#[must_use]
pub(super) fn event_marker(events: &[EventIx]) -> Markup {
    let (dataset, view, plane) = (use_dataset(), use_view(), expect_context::<Plane>());
    let named = events.iter().take(MAX_NAMED).map(|&ix| &*dataset.event(ix).id);
    let ids = named.collect::<Vec<&str>>().join(" ");
    let first = events.first().map_or(dataset.as_of, |&ix| day_of(ix));
    let last = events.last().map_or(first, |&ix| day_of(ix));
    let middle = first.plus(first.days_until(last) / 2);
    let Description { label, kind, planned } = describe(events);
    let count = if events.len() > 1 {
        events.len().to_string()
    } else {
        String::new()
    };
    let is_selected = {
        let events = events.to_vec();
        move || matches!(view.selection.get(), Some(Selection::Event(ix)) if events.contains(&ix))
    };
    let events = events.to_vec();
    let press = move |_| {
        if let [one] = *events {
            let open = view.peek(|state| state.selection == Some(Selection::Event(one)));
            view.dispatch(Action::Select((!open).then_some(Selection::Event(one))));
        } else {
            focus::hold_focus(plane.focus_lanes());
            open_cluster(view, &events, DayRange::new(first, last));
        }
    };
    let marker = button("event-marker")
        .attr("data-event", ids)
        .attr("data-kind", kind)
        .flag("data-planned", planned)
        .attr("data-day", middle.epoch_days().to_string())
        .attr("style", place_style(middle))
        .attr("tabindex", "-1")
        .attr("aria-label", label)
        .live_bool("aria-pressed", is_selected)
        .on(ev::click, press)
        .child(
            el("span")
                .class("event-marker__count")
                .attr("aria-hidden", "true")
                .text(count),
        );
    el("li").class("lane__item").child(marker)
}

fn describe(events: &[EventIx]) -> Description {
    let (dataset, t) = (use_dataset(), use_locale());
    if let [one] = *events {
        let event = dataset.event(one);
        let parts = [
            &partial_date(t, event.date),
            ": ",
            &event.headline,
            " (",
            kind(t, event.kind),
            "; ",
            standing(t, event.standing),
            ")",
        ];
        return Description {
            label: parts.concat(),
            kind: event.kind.word(),
            planned: event.standing == Standing::Planned || event.kind == EventKind::PlannedChange,
        };
    }
    let date = |ix: Option<&EventIx>| {
        ix.map(|&ix| partial_date(t, dataset.event(ix).date))
            .unwrap_or_default()
    };
    let values = [
        ("n", &*events.len().to_string()),
        ("from", &date(events.first())),
        ("to", &date(events.last())),
    ];
    Description {
        label: fill(t.cluster, &values),
        kind: "cluster",
        planned: false,
    }
}

/// Zooms to the events of a cluster; opens the first when they are too close for that.
fn open_cluster(view: ViewContext, events: &[EventIx], range: DayRange) {
    let shown = view.peek(|state| state.range);
    if shown.len_days() <= MIN_SPAN_DAYS * 2 || range.len_days() * 10 > shown.len_days() * 9 {
        let first = events.first().copied().map(Selection::Event);
        view.dispatch(Action::Select(first));
    } else {
        view.dispatch(Action::ZoomTo(range));
    }
}
