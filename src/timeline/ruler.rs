use leptos::prelude::*;
use timeline_core::scale::ticks::{Tick, TickUnit, ticks};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{Texts, day_text, fill},
    timeline::plane::{Plane, span_style},
};

/// The calendar: years, months or days, as many as fit.
#[component]
pub fn Ruler() -> impl IntoView {
    let t = use_locale();
    let plane = expect_context::<Plane>();
    let ticks = Memo::new(move |_| ticks(&plane.scale.get()));
    view! {
        <ol class="ruler" aria-hidden="true">
            <For each=move || ticks.get() key=|tick| (tick.day, tick.unit as u8) let:tick>
                <li class="ruler__tick" data-unit=unit_word(tick.unit) style=span_style(tick.day, tick.day)>
                    <span>{label(t, tick)}</span>
                </li>
            </For>
        </ol>
    }
}

fn unit_word(unit: TickUnit) -> &'static str {
    match unit {
        TickUnit::Year => "year",
        TickUnit::Month => "month",
        TickUnit::Day => "day",
    }
}

fn label(t: &'static Texts, tick: Tick) -> String {
    let (year, month, day) = tick.day.ymd();
    let months = t.months_short.split(' ').nth(usize::try_from(month - 1).unwrap_or(0)).unwrap_or_default();
    match tick.unit {
        TickUnit::Year => year.to_string(),
        TickUnit::Month => months.to_owned(),
        TickUnit::Day => [&day.to_string(), " ", months].concat(),
    }
}

/// The presidents' terms: names in the ruler, light shading behind the lanes.
#[component]
pub fn Terms(
    /// Only the shading, without names.
    #[prop(default = false)]
    shade: bool,
) -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let terms = dataset
        .terms
        .iter()
        .map(|term| {
            let style = span_style(term.start, term.end.unwrap_or(dataset.as_of.plus(400)));
            let name = (!shade).then(|| view! { <span class="terms__name">{term.label.to_string()}</span> });
            view! { <li class="terms__term" style=style>{name}</li> }
        })
        .collect_view();
    if shade {
        view! { <ul class="terms terms--shade">{terms}</ul> }.into_any()
    } else {
        view! { <ul class="terms" aria-label=t.terms_label>{terms}</ul> }.into_any()
    }
}

/// The line at the day to which the record is complete.
#[component]
pub fn AsOf() -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let label = fill(t.as_of_marker, &[("day", &day_text(t, dataset.as_of))]);
    view! {
        <p class="as-of" style=span_style(dataset.as_of, dataset.as_of)><span class="as-of__label">{label}</span></p>
    }
}
