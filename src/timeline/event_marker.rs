use leptos::prelude::*;
use timeline_core::{
    date::DayRange,
    model::EventIx,
    scale::time::MIN_SPAN_DAYS,
    view::{action::Action, state::Selection},
};

use crate::{
    context::{ViewContext, use_dataset, use_locale, use_view},
    i18n::{fill, kind, partial_date, standing},
    timeline::{event_lane::day_of, plane::span_style},
};

/// An event as a marker, or several that would touch as one with their number.
#[component]
pub fn EventMarker(
    /// The events, in time; at least one.
    events: Vec<EventIx>,
) -> impl IntoView {
    let view = use_view();
    let days: Vec<_> = events.iter().map(|&ix| day_of(ix)).collect();
    let first = days.first().copied().unwrap_or(use_dataset().as_of);
    let last = days.last().copied().unwrap_or(first);
    let middle = first.plus(first.days_until(last) / 2);
    let records = records_of(&events);
    let selected = {
        let events = events.clone();
        move || view.with(|state| matches!(state.selection, Some(Selection::Event(ix)) if events.contains(&ix)))
    };
    let single = if let [one] = *events { Some(one) } else { None };
    let press = move |_| match single {
        Some(one) => {
            let open = view.peek(|state| state.selection == Some(Selection::Event(one)));
            view.dispatch(Action::Select((!open).then_some(Selection::Event(one))));
        }
        None => open_cluster(view, &events, DayRange::new(first, last)),
    };
    let (label, word, planned) = describe(&records.1, single);
    let count = (records.1.len() > 1).then(|| records.1.len().to_string());
    view! {
        <li class="lane__mark" style=span_style(middle, middle)>
            <button class="event-marker" type="button" data-event=records.0.clone() data-records=records.0
                data-kind=word data-planned=planned data-day=middle.epoch_days().to_string() tabindex="-1"
                aria-label=label.clone() title=label
                aria-pressed=move || if selected() { "true" } else { "false" } on:click=press>
                <span class="event-marker__count" aria-hidden="true">{count}</span>
            </button>
        </li>
    }
}

/// The ids of the events, apart by spaces, and the events.
fn records_of(events: &[EventIx]) -> (String, Vec<EventIx>) {
    let dataset = use_dataset();
    let ids: Vec<&str> = events.iter().map(|&ix| &*dataset.event(ix).id).collect();
    (ids.join(" "), events.to_vec())
}

/// The label, the kind's word and whether it is planned.
fn describe(events: &[EventIx], single: Option<EventIx>) -> (String, &'static str, &'static str) {
    let (dataset, t) = (use_dataset(), use_locale());
    let Some(one) = single else {
        let date = |ix: Option<&EventIx>| ix.map(|&ix| partial_date(t, dataset.event(ix).date)).unwrap_or_default();
        let label = fill(
            t.cluster,
            &[("n", &events.len().to_string()), ("from", &date(events.first())), ("to", &date(events.last()))],
        );
        return (label, "cluster", "false");
    };
    let event = dataset.event(one);
    let label = [
        &partial_date(t, event.date),
        ": ",
        &event.headline,
        " (",
        kind(t, event.kind),
        "; ",
        standing(t, event.standing),
        ")",
    ]
    .concat();
    let planned = event.standing == timeline_core::model::Standing::Planned
        || event.kind == timeline_core::model::EventKind::PlannedChange;
    (label, event.kind.word(), if planned { "true" } else { "false" })
}

/// Zooms to the events of a cluster; opens the first when they are too close for that.
fn open_cluster(view: ViewContext, events: &[EventIx], range: DayRange) {
    let shown = view.peek(|state| state.range);
    let margin = range.len_days() / 6 + 3;
    if shown.len_days() <= MIN_SPAN_DAYS * 2 || range.len_days() * 10 > shown.len_days() * 9 {
        if let Some(&first) = events.first() {
            view.dispatch(Action::Select(Some(Selection::Event(first))));
        }
    } else {
        view.dispatch(Action::SetRange(DayRange::new(range.from.plus(-margin), range.to.plus(margin))));
    }
}
