//! The view of the map, under the timeline of the head of the agency, with an equal list.

use leptos::ev;
use timeline_core::{
    model::{OfficeIx, Report},
    query::reported::{reports_of, standing_upto},
    view::{action::Action, state::Selection},
};

use crate::{
    charts::{
        chart::{chart, reports_in_range, told_reports},
        display_list::Key,
        office_map::{latest_tenure, map_day, map_range, map_state, office_map},
        reported_text,
    },
    context::{use_dataset, use_locale, use_view},
    i18n::{capacity, partial_date, span},
    markup::{Markup, button, el},
    page::{figures_view::shared_time, polite::polite, record_link::record_link},
};

/// The offices that have a place: what was reported of each up to a report, as a map and as a list.
#[must_use]
pub fn map_view() -> Markup {
    let map = office_map().map(|map| el("div").class("map-view__both").child(chart(map)).child(office_list()));
    el("div")
        .class("map-view")
        .child(shared_time())
        .child(steps())
        .children(map)
}

/// Steps through the reports, in their order.
fn steps() -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let (told, open) = (move || view.with(told_reports), move || view.with(reports_in_range));
    // A report that is later than the range cannot be stepped to.
    let go = move |count: usize| {
        if 0 < count && count <= view.peek(reports_in_range) {
            view.dispatch(Action::ShowReport(u8::try_from(count - 1).ok()));
        }
    };
    let step = |id: &'static str, label: &'static str, sign: &'static str| {
        button("chip").attr("id", id).attr("aria-label", label).text(sign)
    };
    let before = step("report-before", t.map_previous, "←")
        .live_bool("aria-disabled", move || told() <= 1)
        .on(ev::click, move |_| go(view.peek(told_reports).saturating_sub(1)));
    let after = step("report-after", t.map_next, "→")
        .live_bool("aria-disabled", move || told() >= open())
        .on(ev::click, move |_| go(view.peek(told_reports) + 1));
    let reports = dataset.reports.iter().enumerate().map(|(position, report)| {
        let press = button("chip")
            .attr("data-record", dataset.event(report.event).id.to_string())
            .live_bool("aria-pressed", move || told() == position + 1)
            .live_bool("aria-disabled", move || position >= open())
            .on(ev::click, move |_| go(position + 1))
            .text(report_name(report));
        el("li").child(press)
    });
    let said = move || {
        map_state(crate::charts::chart::Shown {
            width_px: 0,
            range: view.with(map_range),
            reports: told(),
        })
    };
    el("section")
        .class("map-steps")
        .attr("aria-label", t.map_steps)
        .child(el("h2").class("map-steps__title").text(t.map_steps))
        .child(el("p").class("map-steps__move").child(before).child(after))
        .child(el("ol").class("map-steps__list").children(reports))
        .child(el("p").class("map-steps__state").live_text(move || said().into()))
        .child(polite(said))
}

fn report_name(report: &Report) -> String {
    let t = use_locale();
    [&report.outlet, ", ", &*partial_date(t, report.date)].concat()
}

/// The offices in display order: the same as the map, in words.
fn office_list() -> Markup {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let offices: Vec<OfficeIx> = dataset
        .map
        .iter()
        .flat_map(|map| &map.places)
        .map(|(office, _)| *office)
        .collect();
    // An office is written anew when something else is to be said of it.
    let keys = move || {
        let (count, day) = (view.with(told_reports), view.with(|state| map_day(map_range(state))));
        let key = |office: &OfficeIx| {
            let said = reports_of(dataset, *office, count).count().to_string();
            let latest = latest_tenure(*office, day).map_or("", |ix| &*dataset.tenure(ix).id);
            [&dataset.office(*office).id, " ", latest, " ", &said].concat()
        };
        offices.iter().map(key).collect()
    };
    let one = move |key: &str| {
        let office = key.split(' ').next().and_then(|id| dataset.find_office(id));
        office.map_or_else(
            || el("li"),
            |office| {
                let (count, day) = (view.peek(told_reports), view.peek(|state| map_day(map_range(state))));
                office_item(office, count, day)
            },
        )
    };
    el("section")
        .class("office-list")
        .attr("aria-labelledby", "office-list-title")
        .child(
            el("h2")
                .class("office-list__title")
                .attr("id", "office-list-title")
                .text(t.map_list),
        )
        .child(el("ol").class("office-list__all").each(keys, one))
}

fn office_item(office: OfficeIx, count: usize, day: timeline_core::date::Day) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let row = dataset.office(office);
    let standing = standing_upto(dataset, office, count);
    let key = standing.map_or(Key::None, Key::Reported);
    let sample = key.on(el("span").class("chart__sample").attr("aria-hidden", "true"));
    let word = standing.map_or(t.reported_nothing, |standing| reported_text(t, standing));
    let latest = match latest_tenure(office, day) {
        Some(ix) => {
            let tenure = dataset.tenure(ix);
            let name = &dataset.person(tenure.person).name;
            el("p")
                .child(record_link(Selection::Tenure(ix)).text(name.to_string()))
                .text([" (", capacity(t, tenure.capacity), "), ", &*span(t, tenure)].concat())
        }
        None => el("p").text(t.map_nobody),
    };
    let said = reports_of(dataset, office, count).map(|(report, named)| {
        el("li")
            .child(record_link(Selection::Event(report.event)).text(report_name(report)))
            .text([": ", &*named.text].concat())
    });
    el("li")
        .class("office-list__one")
        .attr("data-record", row.id.to_string())
        .child(
            el("h3")
                .class("office-list__name")
                .child(sample)
                .text(row.short_title.to_string())
                .child(el("span").class("office-list__word").text([" ", word].concat())),
        )
        .children(
            row.area
                .as_ref()
                .map(|area| el("p").class("office-list__area").text(area.to_string())),
        )
        .child(latest)
        .child(el("ul").class("office-list__said").children(said))
}
