//! The view of a day: who held each post, as an organisation chart and as a list.

use leptos::{ev, prelude::*};
use timeline_core::{
    date::{Day, DayRange},
    query::on_day::change_days,
    view::{action::Action, state::limits},
};

use crate::{
    context::{use_dataset, use_locale, use_view},
    derived::derived,
    i18n::{day_text, fill, month_year},
    markup::{Markup, button, el},
    page::{
        polite::polite,
        post::{Layout, posts},
    },
    platform::input,
};

/// Who held each post on a day, and what is different on another one.
#[must_use]
pub fn on_date() -> Markup {
    let (t, view) = (use_locale(), use_view());
    let day = derived(move |_| view.with(|state| state.day));
    let compared = derived(move |_| view.with(|state| state.compared));
    let days = move || {
        let other = compared.get().map(|other| other.to_string());
        [Some(day.get().to_string()), other].into_iter().flatten().collect()
    };
    let one = move |key: &str| day_panel(Day::parse(key).unwrap_or(day.get_untracked()));
    let differences = el("div").class("day__difference").each(
        move || match compared.get() {
            Some(other) if other != day.get() => vec![[day.get().to_string(), other.to_string()].join("/")],
            _ => Vec::new(),
        },
        |key| {
            let (one, other) = key.split_once('/').unwrap_or_default();
            match (Day::parse(one), Day::parse(other)) {
                (Some(one), Some(other)) => difference(one, other),
                _ => el("div"),
            }
        },
    );
    el("section")
        .class("on-date")
        .attr("aria-labelledby", "on-date-title")
        .child(
            el("h2")
                .attr("id", "on-date-title")
                .class("on-date__title")
                .text(t.date_title),
        )
        .child(controls(day, compared))
        .child(
            el("div")
                .class("on-date__said")
                .child(polite(move || fill(t.date_said, &[("day", &day_text(t, day.get()))]))),
        )
        .child(differences)
        .child(el("div").class("on-date__days").each(days, one))
}

/// The choice of the day: by input, slider, steps and the days of change.
fn controls(day: Memo<Day>, compared: Memo<Option<Day>>) -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let range = DayRange::new(limits(dataset).from, dataset.as_of);
    let set = move |day: Day| view.dispatch(Action::SetDay(day));
    let step = move |name: &'static str, sign: &'static str, label: &'static str, key: &'static str| {
        let to = move |day: Day| on_key(key, day).unwrap_or(day);
        button("tool-button")
            .attr("data-step", name)
            .attr("aria-label", label)
            .attr("aria-keyshortcuts", key)
            .attr("title", [label, " (", key, ")"].concat())
            .on(ev::click, move |_| set(to(day.get_untracked())))
            .text(sign)
    };
    let steps = el("div")
        .class("toolbar__zoom")
        .attr("role", "group")
        .attr("aria-label", t.date_steps)
        .child(step("previous-change", "⇤", t.date_previous_change, "PageUp"))
        .child(step("previous", "←", t.date_previous, "ArrowLeft"))
        .child(step("next", "→", t.date_next, "ArrowRight"))
        .child(step("next-change", "⇥", t.date_next_change, "PageDown"))
        .child(step("latest", t.date_today, t.date_today_long, "End"));
    let slider = el("input")
        .attr("type", "range")
        .attr("id", "day-slider")
        .attr("aria-label", t.date_slider)
        .attr("min", range.from.epoch_days().to_string())
        .attr("max", range.to.epoch_days().to_string())
        .live_attr("value", move || day.get().epoch_days().to_string().into())
        .live_attr("aria-valuetext", move || day_text(t, day.get()).into())
        .on(ev::input, move |event| {
            if let Ok(days) = input::value_of(&event).parse() {
                set(Day::from_epoch_days(days));
            }
        });
    let compare = button("chip")
        .attr("data-compare", "toggle")
        .live_bool("aria-pressed", move || compared.get().is_some())
        .on(ev::click, move |_| {
            let next = compared
                .get_untracked()
                .is_none()
                .then(|| previous_change(day.get_untracked()));
            view.dispatch(Action::Compare(next));
        })
        .text(t.date_compare);
    el("div")
        .class("on-date__controls")
        .on(ev::keydown, move |event| {
            // An input has keys of its own.
            let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key() || input::is_in_one(&event));
            if let Some(to) = on_key(&event.key(), day.get_untracked()).filter(|_| is_plain) {
                event.prevent_default();
                set(to);
            }
        })
        .child(day_input("day", t.date_day, move || Some(day.get()), set))
        .child(steps)
        .child(compare)
        .child(
            day_input(
                "compare",
                t.date_other_day,
                move || compared.get(),
                move |day| {
                    view.dispatch(Action::Compare(Some(day)));
                },
            )
            .live_flag("hidden", move || compared.get().is_none()),
        )
        .child(
            el("div")
                .class("on-date__slider")
                .child(slider)
                .child(el("span").attr("aria-hidden", "true").text(month_year(t, range.from)))
                .child(el("span").attr("aria-hidden", "true").text(month_year(t, range.to))),
        )
}

/// A day as an input with its label. A text that is no day changes nothing.
fn day_input(
    id: &'static str,
    label: &'static str,
    value: impl Fn() -> Option<Day> + Send + Sync + 'static,
    set: impl Fn(Day) + Send + Sync + 'static,
) -> Markup {
    let dataset = use_dataset();
    el("label").class("on-date__day").text([label, " "].concat()).child(
        el("input")
            .attr("type", "date")
            .attr("id", ["day-", id].concat())
            .attr("min", limits(dataset).from.to_string())
            .attr("max", dataset.as_of.to_string())
            .live_attr("value", move || {
                value().map_or(String::new(), |day| day.to_string()).into()
            })
            .on(ev::change, move |event| {
                if let Some(day) = Day::parse(&input::value_of(&event)) {
                    set(day);
                }
            }),
    )
}

/// The day that a key leads to from a day.
fn on_key(key: &str, day: Day) -> Option<Day> {
    let dataset = use_dataset();
    Some(match key {
        "ArrowLeft" => day.plus(-1),
        "ArrowRight" => day.plus(1),
        "PageUp" => previous_change(day),
        "PageDown" => next_change(day),
        "Home" => limits(dataset).from,
        "End" => dataset.as_of,
        _ => return None,
    })
}

/// The days on which the head of the agency changed.
fn changes() -> Vec<Day> {
    let dataset = use_dataset();
    let all = DayRange::new(limits(dataset).from, dataset.as_of);
    change_days(dataset, dataset.site.head_office, all)
}

fn previous_change(day: Day) -> Day {
    changes().into_iter().rev().find(|&other| other < day).unwrap_or(day)
}

fn next_change(day: Day) -> Day {
    changes().into_iter().find(|&other| other > day).unwrap_or(day)
}

/// One day: its organisation chart, and the same as a list.
fn day_panel(day: Day) -> Markup {
    let t = use_locale();
    el("section")
        .class("day")
        .attr("data-day-shown", day.to_string())
        .child(el("h3").class("day__title").text(day_text(t, day)))
        .child(posts(day, Layout::Chart, "h4"))
        .child(
            el("details")
                .class("day__list")
                .child(el("summary").text(t.date_list))
                .child(posts(day, Layout::List, "h4")),
        )
}

/// Which posts stood differently on two days.
fn difference(one: Day, other: Day) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let (from, to) = if one <= other { (one, other) } else { (other, one) };
    let title = fill(
        t.date_changed,
        &[("from", &day_text(t, from)), ("to", &day_text(t, to))],
    );
    let rows: Vec<Markup> = dataset
        .office_ixs()
        .filter_map(|office| crate::page::post::change(office, from, to))
        .collect();
    let none = rows.is_empty().then(|| el("p").text(t.date_unchanged));
    el("section")
        .class("difference")
        .child(el("h3").class("day__title").text(title))
        .children(none)
        .child(el("ul").class("difference__list").children(rows))
}
