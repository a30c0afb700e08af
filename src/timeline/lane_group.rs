//! A group of lanes, open or as one strip.

use leptos::{ev, prelude::*};
use timeline_core::{layout::placed::placed, model::OfficeIx, view::action::Action};

use crate::{
    context::{use_dataset, use_locale, use_view},
    derived::derived,
    i18n::fill,
    markup::{Markup, button, el},
    platform::focus,
    timeline::{
        lane::lane,
        plane::{Plane, span_style},
    },
};

/// A group of lanes with its heading, which opens and closes it. The group is named by its
/// position in the site's list.
#[must_use]
pub(super) fn lane_group(group: u8) -> Markup {
    let (dataset, view) = (use_dataset(), use_view());
    let row = dataset.site.groups.get(usize::from(group));
    let (id, title) = row
        .map(|row| (row.id.to_string(), row.title.to_string()))
        .unwrap_or_default();
    let open = derived(move |_| view.with(|state| state.is_open(dataset, group)));
    let heading = ["group-", &id].concat();
    let toggle = button("lane-group__toggle")
        .attr("id", heading.clone())
        .live_bool("aria-expanded", move || open.get())
        .on(ev::click, move |_| view.dispatch(Action::ToggleGroup(group)))
        .text(title);
    let toggle_id = heading.clone();
    let shown = move || vec![if open.get() { "open" } else { "closed" }.to_owned()];
    let content = el("div")
        .class("lane-group__lanes")
        .each(shown, move |state| match state {
            "open" => dataset.offices_of(group).fold(el("div"), lane),
            _ => summary(group, toggle_id.clone()),
        });
    el("section")
        .class("lane-group")
        .attr("data-lane-group", id)
        .attr("aria-labelledby", heading)
        .live_flag("hidden", move || view.with(|state| !state.filter.shows_group(group)))
        .child(el("h2").class("lane-group__title").child(toggle))
        .child(content)
}

/// A closed group: all of its tenures on one strip, and a button that opens it, which hands
/// the focus to the group's heading.
fn summary(group: u8, toggle_id: String) -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let plane = expect_context::<Plane>();
    let offices: Vec<OfficeIx> = dataset.offices_of(group).collect();
    let placed: Vec<_> = offices
        .iter()
        .enumerate()
        .flat_map(|(line, &office)| placed(dataset, office).into_iter().map(move |placed| (line, placed)))
        .collect();
    let count = offices.len().to_string();
    let text = fill(
        t.group_summary,
        &[("n", &count), ("tenures", &placed.len().to_string())],
    );
    let strips = placed.into_iter().map(|(line, placed)| {
        el("li")
            .class("group-summary__strip")
            .attr("data-capacity", dataset.tenure(placed.tenure).capacity.word())
            .attr(
                "style",
                [&span_style(placed.from, placed.to), ";--line:", &line.to_string()].concat(),
            )
            .live_flag("hidden", move || {
                view.visible.with(|visible| !visible.has_tenure(placed.tenure))
            })
    });
    let open = button("group-summary__open")
        .on(ev::click, move |_| {
            view.dispatch(Action::ToggleGroup(group));
            focus::focus_id(&toggle_id);
        })
        .text(fill(t.group_open, &[("n", &count)]));
    el("div")
        .class("lane lane--summary")
        .child(el("p").class("lane__name").text([&text, " "].concat()).child(open))
        .child(
            el("div")
                .class("group-summary")
                .attr("aria-hidden", "true")
                .attr("style", ["--rows:", &count].concat())
                .child(
                    el("ul")
                        .class("lane__layer")
                        .live_attr("style", move || plane.layer_style.get().into())
                        .children(strips),
                ),
        )
}
