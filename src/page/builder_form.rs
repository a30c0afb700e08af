//! The choices of the embed builder. Each control is named for the key that it chooses.

use leptos::{ev, prelude::*};
use timeline_core::{
    query::filter::Choice,
    view::{
        embed::{Height, MAX_HEIGHT_PX, MAX_TITLE_CHARS, MIN_HEIGHT_PX, embed_query, left_out},
        figure_id::FigureId,
        state::{View, limits},
    },
};

use crate::{
    charts::figures::figure,
    context::{use_dataset, use_locale},
    i18n::{capacity, day_text, fill},
    markup::{Markup, button, el},
    page::{
        builder_draft::{Draft, default_title, view_name},
        language_switch::own_name,
        story_text::computed,
    },
    place::place,
    platform::{focus, input},
};

/// The id of the first heading, which takes the focus when what has it goes away.
const SHOWS_ID: &str = "builder-shows";

/// What is shown, and how it looks.
#[must_use]
pub(super) fn form(draft: Draft, level: &'static str) -> Markup {
    let t = use_locale();
    el("form")
        .class("builder__form")
        .attr("autocomplete", "off")
        .on(ev::submit, |event| event.prevent_default())
        .child(
            el(level)
                .attr("id", SHOWS_ID)
                .attr("tabindex", "-1")
                .text(t.builder_shows),
        )
        .children(view_and_days(draft))
        .child(groups(draft))
        .child(capacities(draft))
        .children(carried_over(draft))
        .child(el(level).text(t.builder_looks))
        .children(looks(draft))
        .child(
            el("p")
                .class("builder__bad")
                .attr("role", "status")
                .live_text(move || draft.bad.with(|key| bad(key)).into()),
        )
}

fn view_and_days(draft: Draft) -> [Markup; 6] {
    let (dataset, t) = (use_dataset(), use_locale());
    let state = untrack(|| draft.now()).state;
    let (mut views, mut figures, mut presets) = (Vec::new(), Vec::new(), vec![option("", t.builder_period_choose)]);
    let steps = (0_u8..)
        .zip(&dataset.story)
        .map(|(position, step)| option(&step.id, &computed(&step.title, t)).flag("selected", position == state.step));
    let steps = steps.collect();
    for &view in View::ALL.iter().filter(|view| view.has_something(dataset)) {
        views.push(option(view.word(), view_name(view)).flag("selected", view == state.view));
    }
    for id in FigureId::all(dataset) {
        if let Some(chart) = figure(id) {
            figures.push(option(id.id(dataset), &chart.caption.title).flag("selected", Some(id) == state.figure));
        }
    }
    for preset in &dataset.site.presets {
        presets.push(option(&preset.id, &preset.label));
    }
    let period = el("div")
        .class("builder__row")
        .child(day(draft, "from", t.overview_from))
        .child(day(draft, "to", t.overview_to));
    [
        menu("view", t.builder_view, views),
        where_it_counts(draft, "chart", menu("chart", t.builder_chart, figures)),
        where_it_counts(draft, "step", menu("step", t.builder_step, steps)),
        where_it_counts(draft, "from", menu("range", t.presets_label, presets)),
        where_it_counts(draft, "from", period),
        where_it_counts(draft, "on", day(draft, "on", t.date_day)),
    ]
}

fn looks(draft: Draft) -> [Markup; 6] {
    let t = use_locale();
    let px = typed(draft, "px", "number")
        .attr("min", MIN_HEIGHT_PX.to_string())
        .attr("max", MAX_HEIGHT_PX.to_string());
    let name = el("input")
        .attr("type", "text")
        .attr("name", "title")
        .attr("maxlength", MAX_TITLE_CHARS.to_string())
        .on(ev::input, move |event| draft.choose("title", &input::value_of(&event)));
    let until_told = el("span")
        .class("builder__about")
        .live_flag("hidden", move || draft.now().parameters.height == Height::Fixed)
        .text(t.builder_px_about);
    let by_itself = el("span").class("builder__about").live_text(move || {
        let title = default_title(&draft.now());
        fill(t.builder_name_about, &[("title", &title)]).into()
    });
    [
        menu("lang", t.builder_language, languages()),
        menu(
            "theme",
            t.builder_theme,
            vec![
                option("auto", t.builder_theme_auto),
                option("light", t.builder_theme_light),
                option("dark", t.builder_theme_dark),
                option("contrast", t.builder_theme_contrast),
            ],
        ),
        menu(
            "chrome",
            t.builder_chrome,
            vec![
                option("full", t.builder_chrome_full),
                option("minimal", t.builder_chrome_minimal),
            ],
        ),
        menu(
            "height",
            t.builder_height,
            vec![
                option("auto", t.builder_height_auto),
                option("fixed", t.builder_height_fixed),
            ],
        ),
        field(t.builder_px, px).child(until_told),
        field(t.builder_name, name).child(by_itself),
    ]
}

/// The languages that an embed can be in; at first that of the page.
fn languages() -> Vec<Markup> {
    let here = place().language;
    let languages = use_dataset().languages.iter();
    languages
        .map(|&language| option(language.word(), own_name(language)).flag("selected", language == here))
        .collect()
}

/// A control with its label.
#[inline(never)]
fn field(label: &'static str, control: Markup) -> Markup {
    el("label")
        .class("builder__field")
        .child(el("span").class("builder__label").text(label))
        .child(control)
}

/// A menu of values.
#[inline(never)]
fn menu(name: &'static str, label: &'static str, options: Vec<Markup>) -> Markup {
    field(label, el("select").attr("name", name).children(options))
}

/// A value of a menu with its text.
#[inline(never)]
fn option(value: &str, text: &str) -> Markup {
    el("option").attr("value", value.to_owned()).text(text.to_owned())
}

/// An input of what is typed. What cannot be used is told and changes nothing.
#[inline(never)]
fn typed(draft: Draft, name: &'static str, kind: &'static str) -> Markup {
    el("input")
        .attr("type", kind)
        .attr("name", name)
        .live_attr("value", move || {
            let embed = draft.now();
            let day = match name {
                "px" => return embed.height_px.to_string().into(),
                "from" => embed.state.range.from,
                "to" => embed.state.range.to,
                _ => embed.state.day,
            };
            day.to_string().into()
        })
        .live_bool("aria-invalid", move || draft.bad.with(|bad| bad == name))
}

/// A day of the record.
#[inline(never)]
fn day(draft: Draft, name: &'static str, label: &'static str) -> Markup {
    let dataset = use_dataset();
    let limits = limits(dataset);
    let last = if name == "on" { dataset.as_of } else { limits.to };
    let control = typed(draft, name, "date")
        .attr("min", limits.from.to_string())
        .attr("max", last.to_string());
    field(label, control)
}

/// A control that is there as long as its key changes what the view shows.
#[inline(never)]
fn where_it_counts(draft: Draft, key: &'static str, control: Markup) -> Markup {
    control.live_flag("hidden", move || !draft.now().has(key))
}

fn groups(draft: Draft) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let chosen = untrack(|| draft.now()).state.filter.groups;
    let mut boxes = Vec::new();
    for (group, at) in dataset.site.groups.iter().zip(0_u8..) {
        boxes.push(checkbox("group", &group.id, &group.title, chosen.contains(&at)));
    }
    where_it_counts(draft, "group", set(t.builder_groups, boxes))
}

fn capacities(draft: Draft) -> Markup {
    let t = use_locale();
    let chosen = untrack(|| draft.now()).state.filter.choices;
    let mut boxes = Vec::new();
    for word in use_dataset().capacities() {
        let is_chosen = chosen.contains(&Choice::Capacity(word));
        boxes.push(checkbox("capacity", word.word(), capacity(t, word), is_chosen));
    }
    where_it_counts(draft, "capacity", set(t.filter_capacities, boxes))
}

/// Values of which any number can be chosen.
#[inline(never)]
fn set(legend: &'static str, boxes: Vec<Markup>) -> Markup {
    el("fieldset")
        .class("builder__set")
        .child(el("legend").class("builder__label").text(legend))
        .children(boxes)
        .child(el("p").class("builder__about").text(use_locale().builder_none_is_all))
}

#[inline(never)]
fn checkbox(name: &'static str, value: &str, text: &str, is_chosen: bool) -> Markup {
    let control = el("input")
        .attr("type", "checkbox")
        .attr("name", name)
        .attr("value", value.to_owned())
        .flag("checked", is_chosen);
    choice(control, text.to_owned())
}

/// A box or a button of a choice with its label.
#[inline(never)]
pub(super) fn choice(control: Markup, text: String) -> Markup {
    el("label")
        .class("builder__choice")
        .child(control)
        .child(el("span").text(text))
}

/// What the embed has of the view that is not chosen here, and what it cannot have.
fn carried_over(draft: Draft) -> [Markup; 2] {
    let t = use_locale();
    let take_out = button("text-button")
        .attr("data-action", "leave-out")
        .on(ev::click, move |_| {
            draft.put(untrack(|| draft.now()).without_other_filters());
            focus::focus_id(SHOWS_ID);
        })
        .text(t.builder_kept_drop);
    [
        el("div")
            .class("builder__kept")
            .live_flag("hidden", move || kept(draft).is_empty())
            .child(el("p").live_text(move || fill(t.builder_kept, &[("keys", &kept(draft))]).into()))
            .child(take_out),
        el("p")
            .class("builder__left-out")
            .live_flag("hidden", move || lost(draft).is_empty())
            .live_text(move || fill(t.builder_left_out, &[("keys", &lost(draft))]).into()),
    ]
}

/// The keys of the filters that are taken over.
#[inline(never)]
fn kept(draft: Draft) -> String {
    let query = embed_query(&draft.now(), use_dataset());
    let mut keys: Vec<&str> = query.split('&').filter_map(|pair| pair.split('=').next()).collect();
    keys.retain(|key| matches!(*key, "office" | "person" | "kind" | "standing" | "q"));
    keys.join(", ")
}

/// The keys of what an embed cannot say.
#[inline(never)]
fn lost(draft: Draft) -> String {
    left_out(&draft.now(), use_dataset()).join(", ")
}

/// What is said of a key whose value could not be used.
fn bad(key: &str) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    let limits = limits(dataset);
    match key {
        "" => String::new(),
        "px" => fill(
            t.builder_bad_px,
            &[("min", &MIN_HEIGHT_PX.to_string()), ("max", &MAX_HEIGHT_PX.to_string())],
        ),
        _ => fill(
            t.builder_bad_day,
            &[("from", &day_text(t, limits.from)), ("to", &day_text(t, limits.to))],
        ),
    }
}
