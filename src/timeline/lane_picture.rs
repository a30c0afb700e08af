//! A lane whose bars have no room to be told apart, as one picture.

use leptos::{
    ev,
    prelude::{GetUntracked, expect_context},
};
use timeline_core::{layout::level_of_detail::Picture, view::action::Action};

use crate::{
    context::{use_locale, use_view},
    i18n::{day_text, fill, number},
    markup::{Markup, button, el},
    platform::{focus, gesture},
    timeline::plane::{Plane, lasts, span_style},
};

/// How much a picture zooms when it is pressed.
const ZOOM: f64 = 4.0;

/// The bars of a lane as shapes in one button, which zooms in where it is pressed.
#[must_use]
pub(super) fn lane_picture(picture: &Picture) -> Markup {
    let (t, view, plane) = (use_locale(), use_view(), expect_context::<Plane>());
    let Picture { count, range, paths } = picture;
    let range = *range;
    let label = fill(
        t.tenure_summary,
        &[
            ("n", &number(i32::try_from(*count).unwrap_or(i32::MAX))),
            ("from", &day_text(t, range.from)),
            ("to", &day_text(t, range.to)),
        ],
    );
    let shapes = paths.iter().map(|(capacity, path)| {
        el("path")
            .attr("data-capacity", capacity.word())
            .attr("d", path.clone())
    });
    let drawing = el("svg")
        .attr("aria-hidden", "true")
        .attr("preserveAspectRatio", "none")
        .attr("viewBox", ["0 0 ", &range.len_days().to_string(), " 1"].concat())
        .children(shapes);
    let press = move |event: ev::MouseEvent| {
        let shown = plane.range.get_untracked();
        let day = gesture::day_of_click(&event, range).unwrap_or_else(|| shown.from.plus(shown.len_days() / 2));
        focus::hold_focus(plane.focus_lanes());
        view.dispatch(Action::ZoomAt(day, ZOOM));
    };
    let button = button("lane-picture")
        .attr(
            "data-day",
            range.from.plus(range.len_days() / 2).epoch_days().to_string(),
        )
        .attr("style", span_style(range.from, range.to))
        .attr("tabindex", "-1")
        .attr("aria-label", label)
        .on(ev::click, press)
        .child(drawing);
    el("li").class("lane__item").child(lasts(button, range))
}
