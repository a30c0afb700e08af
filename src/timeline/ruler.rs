//! What all lanes share: the calendar, the presidents' terms, the as-of line.

use leptos::prelude::*;
use timeline_core::{
    date::Day,
    layout::text_width::text_width_px,
    scale::ticks::{Tick, TickUnit, ticks},
    view::state::limits,
};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{self, day_text, fill},
    markup::{Markup, el},
    platform::gesture::whole,
    timeline::plane::{Plane, place_style, span_style},
};

/// The room that a tick's label needs before the end of the ruler.
const TICK_LABEL_PX: f64 = 34.0;

/// The size of a term's name.
const TERM_FONT_PX: f64 = 12.0;

/// The calendar: years, months or days, as many as fit.
#[must_use]
pub(super) fn ruler() -> Markup {
    let plane = expect_context::<Plane>();
    let days = move || {
        let scale = plane.ruler_scale.get();
        let fits = |tick: &&Tick| scale.x_from_day(tick.day) <= scale.width_px() - TICK_LABEL_PX;
        ticks(&scale)
            .iter()
            .filter(fits)
            .map(|tick| tick.day.to_string())
            .collect()
    };
    el("ol")
        .class("ruler")
        .attr("aria-hidden", "true")
        .each(days, |day| match Day::parse(day) {
            Some(day) => tick_mark(Tick::at(day)),
            None => el("li"),
        })
}

fn tick_mark(tick: Tick) -> Markup {
    let t = use_locale();
    el("li")
        .class("ruler__tick")
        .attr("data-unit", unit_word(tick.unit))
        .attr("style", place_style(tick.day))
        .child(el("span").text(i18n::tick_label(t, tick.day)))
}

fn unit_word(unit: TickUnit) -> &'static str {
    match unit {
        TickUnit::Year => "year",
        TickUnit::Month => "month",
        TickUnit::Day => "day",
    }
}

/// The presidents' terms: names in the ruler, or light shading behind the lanes.
#[must_use]
pub(super) fn terms(shade: bool) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let plane = expect_context::<Plane>();
    let rows = dataset.terms.iter().map(|term| {
        let end = term.end.unwrap_or(limits(dataset).to);
        let name = (!shade).then(|| {
            el("span")
                .class("terms__name")
                .live_option("style", move || {
                    let x = plane.ruler_scale.get().x_from_day(term.start);
                    (x < 0.0).then(|| ["--pin:", &whole(-x).to_string(), "px"].concat().into())
                })
                .live_text(move || {
                    let scale = plane.ruler_scale.get();
                    let x = |day| scale.x_from_day(day).max(0.0).min(scale.width_px());
                    let fits = x(end) - x(term.start) >= text_width_px(&term.label, TERM_FONT_PX) + 8.0;
                    if fits { &*term.label } else { "" }.into()
                })
        });
        el("li")
            .class("terms__term")
            .attr("title", term.president.to_string())
            .attr("style", span_style(term.start, end))
            .children(name)
    });
    let list = el("ul").children(rows);
    if shade {
        list.class("terms terms--shade")
    } else {
        list.class("terms").attr("aria-label", t.terms_label)
    }
}

/// The line at the day to which the record is complete.
#[must_use]
pub(super) fn as_of() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let label = fill(t.as_of_marker, &[("day", &day_text(t, dataset.as_of))]);
    el("p")
        .class("as-of")
        .attr("style", place_style(dataset.as_of))
        .child(el("span").class("as-of__label").text(label))
}
