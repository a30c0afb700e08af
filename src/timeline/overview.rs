use leptos::{
    ev::{KeyboardEvent, PointerEvent},
    html::Div,
    prelude::*,
};
use timeline_core::{
    date::{Day, DayRange},
    layout::placed::placed,
    scale::time::MIN_SPAN_DAYS,
    view::{action::Action, state::limits},
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    i18n::month_year,
    platform::gesture::{follow_drag, width_px},
    timeline::plane::{range_style, span_style},
};

/// The whole record in one strip, with the range shown as a window with two handles.
#[component]
pub fn Overview() -> impl IntoView {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let limits = limits(dataset);
    let strip = NodeRef::<Div>::new();
    let range = Memo::new(move |_| view.with(|state| state.range));
    let tenures = placed(dataset, dataset.site.head_office)
        .into_iter()
        .map(|placed| {
            let capacity = dataset.tenure(placed.tenure).capacity.word();
            view! { <li class="overview__tenure" data-capacity=capacity style=span_style(placed.from, placed.to)></li> }
        })
        .collect_view();
    let press = move |event: PointerEvent| {
        let begin = range.get_untracked();
        let days_a_px = f64::from(limits.len_days()) / width_px(strip);
        follow_drag(&event, move |by| view.dispatch(Action::PanDays(begin, days(by * days_a_px))));
    };
    let window = move || {
        let range = range.get();
        span_style(range.from, range.to)
    };
    view! {
        <div class="overview" role="group" aria-label=t.overview_label style=range_style(limits)>
            <div class="overview__strip" node_ref=strip>
                <ol class="overview__tenures" aria-hidden="true">{tenures}</ol>
                <div class="overview__window" style=window on:pointerdown=press></div>
                <Handle strip label=t.overview_from is_start=true/>
                <Handle strip label=t.overview_to is_start=false/>
            </div>
        </div>
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a float cast saturates; pixels of a screen are few")]
fn days(days: f64) -> i32 {
    days.round() as i32
}

/// One end of the range shown: dragged, or moved by keys.
#[component]
fn Handle(
    /// The strip that it is on.
    strip: NodeRef<Div>,
    /// Its name.
    label: &'static str,
    /// Whether it is the start.
    is_start: bool,
) -> impl IntoView {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let limits = limits(dataset);
    let range = Memo::new(move |_| view.with(|state| state.range));
    let end_of = move |range: DayRange| if is_start { range.from } else { range.to };
    let day = move || end_of(range.get());
    let moved = move |from: DayRange, by: i32| {
        let to = end_of(from).plus(by);
        let next = if is_start {
            DayRange::new(to.clamp(limits.from, from.to.plus(-MIN_SPAN_DAYS)), from.to)
        } else {
            DayRange::new(from.from, to.clamp(from.from.plus(MIN_SPAN_DAYS), limits.to))
        };
        view.dispatch(Action::SetRange(next));
    };
    let key = move |event: KeyboardEvent| {
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
        moved(range.get_untracked(), step);
    };
    let press = move |event: PointerEvent| {
        let begin = range.get_untracked();
        let days_a_px = f64::from(limits.len_days()) / width_px(strip);
        follow_drag(&event, move |by| moved(begin, days(by * days_a_px)));
    };
    let text = |day: Day| day.epoch_days().to_string();
    view! {
        <div class="range-slider__handle" role="slider" tabindex="0" aria-label=label
            aria-valuemin=text(limits.from) aria-valuemax=text(limits.to)
            aria-valuenow=move || text(day()) aria-valuetext=move || month_year(t, day())
            data-end=if is_start { "from" } else { "to" }
            style=move || span_style(day(), day()) on:keydown=key on:pointerdown=press></div>
    }
}
