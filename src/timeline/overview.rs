//! The strip of the whole record with the window of the range shown.

use leptos::{
    ev::{self, KeyboardEvent},
    prelude::expect_context,
};
use timeline_core::{
    date::{Day, DayRange},
    layout::{
        lanes::pack,
        level_of_detail::{Detail, Lane, Mark},
        placed::placed,
    },
    scale::time::{MIN_SPAN_DAYS, TimeScale},
    view::{action::Action, state::limits},
};

use crate::{
    context::{ViewContext, use_dataset, use_locale, use_view},
    i18n::month_year,
    markup::{Markup, Slot, el},
    platform::gesture::{follow_drag, whole, width_px},
    timeline::plane::{FIRST_WIDTH_PX, Plane, place_style, span_style},
};

/// The whole record in one strip, with the range shown as a window with two handles.
#[must_use]
pub(super) fn overview() -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let limits = limits(dataset);
    let strip = Slot::new();
    let heads = Lane::new(pack(&placed(dataset, dataset.site.head_office)));
    let tenures = if expect_context::<Plane>().is_windowed {
        heads.within(dataset, limits, &TimeScale::new(limits, FIRST_WIDTH_PX))
    } else {
        heads.whole()
    };
    let marks = match tenures {
        Detail::Bars(marks) => marks,
        Detail::Picture(_) => Vec::new(),
    };
    let tenures = marks.into_iter().map(|mark| {
        let (placed, to) = match mark {
            Mark::Bar(placed, _) => (placed, placed.to),
            Mark::Summary { first, range, .. } => (first, range.to),
        };
        el("li")
            .class("overview__tenure")
            .attr("data-capacity", dataset.tenure(placed.tenure).capacity.word())
            .attr("style", span_style(placed.from, to))
    });
    let window = el("div")
        .class("overview__window")
        .live_attr("style", move || {
            let range = view.with(|state| state.range);
            span_style(range.from, range.to).into()
        })
        .on(ev::pointerdown, move |event| {
            let begin = view.peek(|state| state.range);
            let days_a_px = f64::from(limits.len_days()) / width_px(strip);
            follow_drag(&event, move |by| {
                view.dispatch(Action::PanDays(begin, whole(by * days_a_px)));
            });
        });
    let content = el("div")
        .class("overview__strip")
        .keep(strip)
        .child(
            el("ol")
                .class("overview__tenures")
                .attr("aria-hidden", "true")
                .children(tenures),
        )
        .child(window)
        .child(handle(strip, t.overview_from, true))
        .child(handle(strip, t.overview_to, false));
    el("div")
        .class("overview")
        .attr("role", "group")
        .attr("aria-label", t.overview_label)
        .child(content)
}

/// One end of the range shown: dragged, or moved by keys.
fn handle(strip: Slot, label: &'static str, is_start: bool) -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let limits = limits(dataset);
    let day = move || view.with(|state| end_of(state.range, is_start));
    let count = |day: Day| day.epoch_days().to_string();
    el("div")
        .class("range-slider__handle")
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-label", label)
        .attr("aria-valuemin", count(limits.from))
        .attr("aria-valuemax", count(limits.to))
        .attr("data-end", if is_start { "from" } else { "to" })
        .live_attr("aria-valuenow", move || count(day()).into())
        .live_attr("aria-valuetext", move || month_year(t, day()).into())
        .live_attr("style", move || place_style(day()).into())
        .on(ev::keydown, move |event| on_key(&event, view, is_start))
        .on(ev::pointerdown, move |event| {
            let begin = view.peek(|state| state.range);
            let days_a_px = f64::from(limits.len_days()) / width_px(strip);
            follow_drag(&event, move |by| move_end(view, begin, is_start, whole(by * days_a_px)));
        })
}

fn end_of(range: DayRange, is_start: bool) -> Day {
    if is_start { range.from } else { range.to }
}

/// Moves one end of a range by days, no further than the record and no nearer to the other end
/// than the shortest range.
fn move_end(view: ViewContext, from: DayRange, is_start: bool, by: i32) {
    let limits = limits(use_dataset());
    let to = end_of(from, is_start).plus(by);
    let next = if is_start {
        DayRange::new(to.max(limits.from).min(from.to.plus(-MIN_SPAN_DAYS)), from.to)
    } else {
        DayRange::new(from.from, to.min(limits.to).max(from.from.plus(MIN_SPAN_DAYS)))
    };
    view.dispatch(Action::SetRange(next));
}

fn on_key(event: &KeyboardEvent, view: ViewContext, is_start: bool) {
    let step = match event.key().as_str() {
        "ArrowLeft" | "ArrowDown" => -30,
        "ArrowRight" | "ArrowUp" => 30,
        "PageDown" => -365,
        "PageUp" => 365,
        "Home" => -100_000,
        "End" => 100_000,
        _ => return,
    };
    event.prevent_default();
    move_end(view, view.peek(|state| state.range), is_start, step);
}
