//! The bar of a tenure.

use leptos::prelude::*;
use timeline_core::{
    date::Day,
    layout::{
        labels::{LabelFit, LabelPlace, fit},
        placed::PlacedTenure,
    },
    query::lengths::length,
    scale::time::TimeScale,
    view::state::Selection,
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    derived::derived,
    i18n::{self, capacity, span},
    markup::{Markup, button, el},
    platform::gesture::whole,
    timeline::plane::{lasts, row_style},
};

/// A tenure as a bar: colour, pattern and text by capacity, fading where its days are in doubt.
///
/// `next` is where the next bar of its row begins; the head's lane is taller, and the first
/// bar of a lane is where the keyboard enters it.
#[must_use]
pub(super) fn tenure_bar(
    placed: PlacedTenure,
    next: Option<Day>,
    is_head: bool,
    is_first: bool,
    scale: Memo<TimeScale>,
) -> Markup {
    let (dataset, view) = (use_dataset(), use_view());
    let tenure = dataset.tenure(placed.tenure);
    let person = dataset.person(tenure.person);
    let names = [person.name.to_string(), person.surname().to_owned(), person.initials()];
    let selection = Selection::Tenure(placed.tenure);
    let is_selected = move || view.selection.get() == Some(selection);
    let fitted = {
        let names = names.clone();
        derived(move |_| {
            let LabelFit { candidate, place } = fit_label(&names, &placed, next, is_head, &scale.get());
            let pin = pin_px(&placed, &scale.get());
            (candidate, place == LabelPlace::Beside, place == LabelPlace::Hidden, pin)
        })
    };
    let text = move || {
        let (candidate, _, hidden, _) = fitted.get();
        let name = names.get(usize::from(candidate)).filter(|_| !hidden);
        name.cloned().unwrap_or_default().into()
    };
    let label = accessible_label(&placed);
    let initials = person.initials();
    let spoken = {
        move || match fitted.get() {
            // What is seen must be said too, for those who speak to their browser.
            (2, _, false, _) => [&label, ", ", &initials].concat().into(),
            _ => label.clone().into(),
        }
    };
    let bar = button("tenure-bar")
        .attr("data-tenure", tenure.id.to_string())
        .attr("data-capacity", tenure.capacity.word())
        .attr("data-day", placed.solid_from.epoch_days().to_string())
        .flag("data-open", placed.open)
        .flag("data-fades", fades(&placed))
        .attr("style", bar_style(&placed))
        .attr("tabindex", if is_first { "0" } else { "-1" })
        .live_attr("aria-label", spoken)
        .live_bool("aria-pressed", is_selected)
        .child(
            el("span")
                .class("tenure-bar__label")
                .attr("aria-hidden", "true")
                .live_attr("data-place", move || {
                    if fitted.get().1 { "beside" } else { "inside" }.into()
                })
                .live_option("style", move || match fitted.get() {
                    (_, false, false, pin) if pin > 0 => Some(["--pin:", &pin.to_string(), "px"].concat().into()),
                    _ => None,
                })
                .live_text(text),
        );
    el("li").class("lane__item").child(lasts(bar, placed.range()))
}

/// All that the bar shows, in words.
fn accessible_label(placed: &PlacedTenure) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    let tenure = dataset.tenure(placed.tenure);
    let parts = [
        dataset.person(tenure.person).name.to_string(),
        tenure.title.to_string(),
        span(t, tenure),
        i18n::length(t, length(tenure, dataset.as_of)),
        capacity(t, tenure.capacity).to_owned(),
    ];
    parts.join(", ")
}

/// Whether the days of its start or its end are in doubt.
fn fades(placed: &PlacedTenure) -> bool {
    placed.from < placed.solid_from || placed.solid_to < placed.to
}

fn bar_style(placed: &PlacedTenure) -> String {
    let days = placed.range().len_days().max(1);
    let percent = |day: Day| (placed.from.days_until(day) * 100 / days).to_string();
    let mut style = row_style(placed.from, placed.to, placed.row);
    if fades(placed) {
        let (fade_in, fade_out) = (percent(placed.solid_from), percent(placed.solid_to));
        style.extend([";--fade-in:", &fade_in, "%;--fade-out:", &fade_out, "%"]);
    }
    style
}

/// How far the label of a bar that begins before what is on the screen is moved in.
fn pin_px(placed: &PlacedTenure, scale: &TimeScale) -> i32 {
    let x = scale.x_from_day(placed.from);
    if x < 0.0 && scale.domain().overlaps(placed.range()) {
        whole(-x)
    } else {
        0
    }
}

/// Chooses the label for the part of the bar that is on the screen.
fn fit_label(
    names: &[String; 3],
    placed: &PlacedTenure,
    next: Option<Day>,
    is_head: bool,
    scale: &TimeScale,
) -> LabelFit {
    let is_in_view = scale.domain().overlaps(placed.range());
    // What is beyond the edges is seen whole when the lane is moved.
    let clamp = |day| {
        let x = scale.x_from_day(day);
        if is_in_view {
            x.max(0.0).min(scale.width_px())
        } else {
            x
        }
    };
    let next = next.map_or(scale.width_px(), clamp);
    let (from, to) = (clamp(placed.from), clamp(placed.to).min(next));
    let free = next - to;
    let font_px = if is_head { 13.0 } else { 12.0 };
    let [full, surname, initials] = names;
    fit(&[full, surname, initials], to - from, free, font_px, is_head)
}
