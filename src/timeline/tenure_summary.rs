//! The mark of several tenures that have no room to be drawn one by one.

use leptos::{ev, prelude::expect_context};
use timeline_core::{date::DayRange, view::action::Action};

use crate::{
    context::{use_locale, use_view},
    i18n::{day_text, fill, number},
    markup::{Markup, button, el},
    platform::focus,
    timeline::plane::{Plane, lasts, row_style},
};

/// Some tenures of a row as one mark with their number; it opens by zooming to their days.
#[must_use]
pub(super) fn tenure_summary(count: usize, range: DayRange, row: u8) -> Markup {
    let (t, view, plane) = (use_locale(), use_view(), expect_context::<Plane>());
    let count = number(i32::try_from(count).unwrap_or(i32::MAX));
    let label = fill(
        t.tenure_summary,
        &[
            ("n", &count),
            ("from", &day_text(t, range.from)),
            ("to", &day_text(t, range.to)),
        ],
    );
    let summary = button("tenure-summary")
        .attr(
            "data-day",
            range.from.plus(range.len_days() / 2).epoch_days().to_string(),
        )
        .attr("style", row_style(range.from, range.to, row))
        .attr("tabindex", "-1")
        .attr("aria-label", label.clone())
        .attr("title", label)
        .on(ev::click, move |_| {
            focus::hold_focus(plane.focus_lanes());
            view.dispatch(Action::ZoomTo(range));
        })
        .text(count);
    el("li").class("lane__item").child(lasts(summary, range))
}
