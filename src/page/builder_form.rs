//! The choices of the embed builder. Each control is named for the key that it chooses.

use leptos::{ev, prelude::*};
use timeline_core::{
    date::Day,
    model::Capacity,
    query::filter::Choice,
    view::{
        embed::{Height, MAX_HEIGHT_PX, MAX_TITLE_CHARS, MIN_HEIGHT_PX, embed_query, left_out},
        figure_id::FigureId,
        state::{View, ViewState, limits},
    },
};

use crate::{
    charts::figures::figure,
    context::{use_dataset, use_locale},
    i18n::{capacity, day_text, fill},
    markup::{Markup, button, el},
    page::builder_draft::{Draft, view_name},
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

fn view_and_days(draft: Draft) -> [Markup; 5] {
    let (dataset, t) = (use_dataset(), use_locale());
    let first = draft.embed.get_untracked();
    let views = View::ALL
        .iter()
        .map(|&view| (view.word().to_owned(), view_name(view).to_owned()));
    let figures = FigureId::all(dataset).into_iter().filter_map(|id| {
        let title = figure(id)?.caption.title;
        Some((id.id(dataset).to_owned(), title))
    });
    let presets = dataset.site.presets.iter();
    let presets = presets.map(|preset| (preset.id.to_string(), preset.label.to_string()));
    let choose = (String::new(), t.builder_period_choose.to_owned());
    let chosen = first.state.figure.map_or("", |id| id.id(dataset));
    let period = el("div")
        .class("builder__row")
        .child(day(draft, "from", t.overview_from, |state| state.range.from))
        .child(day(draft, "to", t.overview_to, |state| state.range.to));
    [
        menu("view", t.builder_view, views, first.state.view.word()),
        where_it_counts(draft, "chart", menu("chart", t.builder_chart, figures, chosen)),
        where_it_counts(
            draft,
            "from",
            menu("range", t.presets_label, [choose].into_iter().chain(presets), ""),
        ),
        where_it_counts(draft, "from", period),
        where_it_counts(draft, "on", day(draft, "on", t.date_day, |state| state.day)),
    ]
}

fn looks(draft: Draft) -> [Markup; 6] {
    let t = use_locale();
    let own = |words: &[(&str, &str)]| -> Vec<(String, String)> {
        let own = |(word, text): &(&str, &str)| ((*word).to_owned(), (*text).to_owned());
        words.iter().map(own).collect()
    };
    let themes = own(&[
        ("auto", t.builder_theme_auto),
        ("light", t.builder_theme_light),
        ("dark", t.builder_theme_dark),
        ("contrast", t.builder_theme_contrast),
    ]);
    let chrome = own(&[("full", t.builder_chrome_full), ("minimal", t.builder_chrome_minimal)]);
    let heights = own(&[("auto", t.builder_height_auto), ("fixed", t.builder_height_fixed)]);
    let px = el("input")
        .attr("type", "number")
        .attr("name", "px")
        .attr("min", MIN_HEIGHT_PX.to_string())
        .attr("max", MAX_HEIGHT_PX.to_string())
        .live_attr("value", move || {
            draft.embed.with(|embed| embed.height_px.to_string()).into()
        })
        .live_bool("aria-invalid", move || draft.bad.with(|bad| bad == "px"));
    let name = el("input")
        .attr("type", "text")
        .attr("name", "title")
        .attr("maxlength", MAX_TITLE_CHARS.to_string())
        .on(ev::input, move |event| draft.choose("title", &input::value_of(&event)));
    let by_itself = move || {
        let title = draft.title.get();
        fill(t.builder_name_about, &[("title", &title)]).into()
    };
    [
        menu("lang", t.builder_language, own(&[("en", t.builder_english)]), "en"),
        menu("theme", t.builder_theme, themes, "auto"),
        menu("chrome", t.builder_chrome, chrome, "full"),
        menu("height", t.builder_height, heights, "auto"),
        field(t.builder_px, px).child(
            el("span")
                .class("builder__about")
                .live_flag("hidden", move || is_fixed(draft))
                .text(t.builder_px_about),
        ),
        field(t.builder_name, name).child(el("span").class("builder__about").live_text(by_itself)),
    ]
}

fn is_fixed(draft: Draft) -> bool {
    draft.embed.with(|embed| embed.parameters.height == Height::Fixed)
}

/// A control with its label.
fn field(label: &'static str, control: Markup) -> Markup {
    el("label")
        .class("builder__field")
        .child(el("span").class("builder__label").text(label))
        .child(control)
}

/// A menu of values with their texts.
fn menu(
    name: &'static str,
    label: &'static str,
    values: impl IntoIterator<Item = (String, String)>,
    chosen: &str,
) -> Markup {
    let options = values.into_iter().map(|(value, text)| {
        let is_chosen = value == chosen;
        el("option").attr("value", value).flag("selected", is_chosen).text(text)
    });
    let options: Vec<Markup> = options.collect();
    field(label, el("select").attr("name", name).children(options))
}

/// A day. What is no day of the record is told and changes nothing.
fn day(draft: Draft, name: &'static str, label: &'static str, read: fn(&ViewState) -> Day) -> Markup {
    let dataset = use_dataset();
    let last = if name == "on" {
        dataset.as_of
    } else {
        limits(dataset).to
    };
    let control = el("input")
        .attr("type", "date")
        .attr("name", name)
        .attr("min", limits(dataset).from.to_string())
        .attr("max", last.to_string())
        .live_attr("value", move || {
            draft.embed.with(|embed| read(&embed.state).to_string()).into()
        })
        .live_bool("aria-invalid", move || draft.bad.with(|bad| bad == name));
    field(label, control)
}

/// A control that is there as long as its key changes what the view shows.
fn where_it_counts(draft: Draft, key: &'static str, control: Markup) -> Markup {
    control.live_flag("hidden", move || !draft.embed.with(|embed| embed.has(key)))
}

fn groups(draft: Draft) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let chosen = draft.embed.with_untracked(|embed| embed.state.filter.groups.clone());
    let rows = dataset.site.groups.iter().zip(0_u8..);
    let rows = rows.map(|(group, at)| (group.id.to_string(), group.title.to_string(), chosen.contains(&at)));
    where_it_counts(draft, "group", checks("group", t.builder_groups, rows.collect()))
}

fn capacities(draft: Draft) -> Markup {
    let t = use_locale();
    let chosen = draft.embed.with_untracked(|embed| embed.state.filter.choices.clone());
    let rows = Capacity::ALL.iter().map(|&word| {
        let is_chosen = chosen.contains(&Choice::Capacity(word));
        (word.word().to_owned(), capacity(t, word).to_owned(), is_chosen)
    });
    where_it_counts(
        draft,
        "capacity",
        checks("capacity", t.filter_capacities, rows.collect()),
    )
}

/// A set of values, any number of which can be chosen.
fn checks(name: &'static str, legend: &'static str, values: Vec<(String, String, bool)>) -> Markup {
    let rows = values.into_iter().map(|(value, text, is_chosen)| {
        let control = el("input")
            .attr("type", "checkbox")
            .attr("name", name)
            .attr("value", value)
            .flag("checked", is_chosen);
        choice(control, text)
    });
    let rows: Vec<Markup> = rows.collect();
    el("fieldset")
        .class("builder__set")
        .child(el("legend").class("builder__label").text(legend))
        .children(rows)
        .child(el("p").class("builder__about").text(use_locale().builder_none_is_all))
}

/// A box or a button of a choice with its label.
pub(super) fn choice(control: Markup, text: String) -> Markup {
    el("label")
        .class("builder__choice")
        .child(control)
        .child(el("span").text(text))
}

/// What the embed has of the view that is not chosen here, and what it cannot have.
fn carried_over(draft: Draft) -> [Markup; 2] {
    let (dataset, t) = (use_dataset(), use_locale());
    let kept = move || -> Vec<String> {
        let query = draft.embed.with(|embed| embed_query(embed, dataset));
        let keys = query.split('&').filter_map(|pair| pair.split('=').next());
        keys.filter(|key| matches!(*key, "office" | "person" | "kind" | "standing" | "q"))
            .map(str::to_owned)
            .collect()
    };
    let lost = move || draft.embed.with(|embed| left_out(embed, dataset));
    let line = |text: &'static str, keys: Vec<String>| fill(text, &[("keys", &keys.join(", "))]).into();
    let drop_them = button("text-button")
        .attr("data-action", "leave-out")
        .on(ev::click, move |_| {
            let keys = untrack(kept);
            draft.put(draft.embed.with_untracked(|embed| embed.without(&keys)));
            focus::focus_id(SHOWS_ID);
        })
        .text(t.builder_kept_drop);
    [
        el("div")
            .class("builder__kept")
            .live_flag("hidden", move || kept().is_empty())
            .child(el("p").live_text(move || line(t.builder_kept, kept())))
            .child(drop_them),
        el("p")
            .class("builder__left-out")
            .live_flag("hidden", move || lost().is_empty())
            .live_text(move || line(t.builder_left_out, lost())),
    ]
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
