//! The offices that have a place, on a map: what was reported of each up to a report.

use timeline_core::{
    date::{Day, DayRange},
    layout::text_width::text_width_px,
    model::{MAP_SIZE_PX, Map, MapPoint, OfficeIx, ReportStanding, TenureIx},
    order::sort_by_key,
    query::reported::{reports_of, standing_upto},
    view::state::{ViewState, limits},
};

use super::{
    axis::Axis,
    chart::{Caption, Chart, KeyEntry, Shown},
    display_list::{Anchor, DisplayList, Key, Pen, ShapeClass},
    office_reports::{reported_entries, reported_mark, reported_text},
    plot::{Frame, NAME_PX, Plot, plotted},
    records::each_once,
    table_twin::{Cell, TableTwin},
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{capacity, day_text, fill, partial_date, span},
};

/// The radius of an office's mark, in pixels.
const MARK_PX: i32 = 6;
/// A map narrower than this names no offices: the list does.
const NARROW_PX: u32 = 520;

/// The map, from the embedded dataset.
#[must_use]
pub fn office_map() -> Option<Chart> {
    let (dataset, t) = (use_dataset(), use_locale());
    let map: &'static Map = dataset.map.as_ref()?;
    let first = dataset.reports.first()?.date.earliest();
    let of_reports = dataset.reports.iter().flat_map(|one| &one.sources);
    let of_offices = map
        .places
        .iter()
        .flat_map(|(office, _)| &dataset.office(*office).sources);
    let mut entries = reported_entries();
    entries.push(KeyEntry {
        key: Key::None,
        label: t.reported_nothing.to_owned(),
        meaning: String::new(),
    });
    Some(Chart {
        id: "office-map".to_owned(),
        caption: Caption {
            title: fill(t.map_title, &[("n", &map.places.len().to_string())]),
            subtitle: t.map_subtitle.to_owned(),
            unit: t.chart_reports_unit.to_owned(),
            period: DayRange::new(first, dataset.as_of),
            how_to_read: t.map_how.to_owned(),
            caveats: vec![
                t.map_caveat_place.to_owned(),
                t.chart_reports_caveat_planned.to_owned(),
                [map.source.trim_end_matches('.'), ". ", &*map.licence].concat(),
            ],
        },
        entries,
        draw: Box::new(move |shown| draw(map, shown)),
        table: Box::new(move |shown| table(map, shown)),
        sources: each_once(of_reports.chain(of_offices).copied()),
        more: Vec::new(),
    })
}

/// The tenure of an office that is known to have begun last on or before a day.
#[must_use]
pub fn latest_tenure(office: OfficeIx, day: Day) -> Option<TenureIx> {
    let dataset = use_dataset();
    dataset
        .tenures_of(office)
        .rfind(|&ix| dataset.tenure(ix).start.date().latest().min(dataset.as_of) <= day)
}

/// The days that the map tells of: the range that all show, or all.
#[must_use]
pub fn map_range(state: &ViewState) -> DayRange {
    if state.linked {
        state.range
    } else {
        limits(use_dataset())
    }
}

/// The last day that a map tells of: of the range shown, and not after the record's.
#[must_use]
pub fn map_day(range: DayRange) -> Day {
    range.to.min(use_dataset().as_of)
}

/// What reports say of an office, with who says so: one line a report.
fn said(office: OfficeIx, count: usize) -> String {
    let t = use_locale();
    let lines: Vec<String> = reports_of(use_dataset(), office, count)
        .map(|(report, named)| {
            let date = partial_date(t, report.date);
            [&report.outlet, " (", &*date, "): ", &named.text].concat()
        })
        .collect();
    lines.join(" ")
}

fn table(map: &Map, shown: Shown) -> TableTwin {
    let (dataset, t) = (use_dataset(), use_locale());
    let day = map_day(shown.range);
    let cells = |office: OfficeIx| -> Vec<Cell> {
        let row = dataset.office(office);
        let latest = latest_tenure(office, day).map_or_else(
            || t.map_nobody.to_owned(),
            |ix| {
                let tenure = dataset.tenure(ix);
                let name = &dataset.person(tenure.person).name;
                let how = capacity(t, tenure.capacity);
                [name, " (", how, "), ", &*span(t, tenure)].concat()
            },
        );
        let standing = standing_upto(dataset, office, shown.reports)
            .map_or(t.reported_nothing, |standing| reported_text(t, standing));
        vec![
            row.short_title.to_string().into(),
            row.area.as_deref().unwrap_or_default().into(),
            latest.into(),
            standing.into(),
            said(office, shown.reports).into(),
        ]
    };
    TableTwin {
        columns: vec![
            t.table_office,
            t.map_area,
            t.map_latest,
            t.chart_col_reported,
            t.chart_col_note,
        ],
        rows: map.places.iter().map(|(office, _)| cells(*office)).collect(),
    }
}

/// A point of the map for a width in pixels.
fn placed((x, y): MapPoint, width: i32) -> (i32, i32) {
    let scaled = |value: i16| i32::from(value) * width / i32::from(MAP_SIZE_PX.0);
    (scaled(x), scaled(y))
}

/// The points of a line that is stored as steps.
fn line(steps: &[MapPoint], width: i32) -> Vec<(i32, i32)> {
    let mut at = (0_i16, 0_i16);
    let mut points: Vec<(i32, i32)> = Vec::with_capacity(steps.len());
    for step in steps {
        at = (at.0 + step.0, at.1 + step.1);
        let point = placed(at, width);
        if points.last() != Some(&point) {
            points.push(point);
        }
    }
    points
}

fn draw(map: &Map, shown: Shown) -> DisplayList {
    let dataset = use_dataset();
    let width = i32::try_from(shown.width_px).unwrap_or(0);
    let frame = Frame {
        width,
        height: width * i32::from(MAP_SIZE_PX.1) / i32::from(MAP_SIZE_PX.0),
        ..Frame::default()
    };
    let unit = Axis::Numbers(0.0, 1.0);
    let mut list = plotted(frame, unit, unit, &|plot| {
        for ring in &map.land {
            plot.path_px(ShapeClass::Land.into(), line(ring, width), true);
        }
        for border in &map.borders {
            plot.path_px(ShapeClass::Border.into(), line(border, width), false);
        }
        let mut taken: Vec<Taken> = map
            .places
            .iter()
            .map(|(_, at)| Taken::around(placed(*at, width), MARK_PX + 1))
            .collect();
        for (row, (office, at)) in map.places.iter().enumerate() {
            let at = placed(*at, width);
            let standing = standing_upto(dataset, *office, shown.reports);
            match standing {
                Some(standing) => reported_mark(plot, row, standing, at, MARK_PX),
                None => plot.dot_px(Pen::from(ShapeClass::Dot).row(row), at, 4),
            }
            plot.spot(row, 0, at);
        }
        if shown.width_px >= NARROW_PX {
            // What was reported is named first, as long as there is room.
            let mut order: Vec<usize> = (0..map.places.len()).collect();
            let standing = |row: &usize| {
                let office = map.places.get(*row).map(|(office, _)| *office);
                office.and_then(|office| standing_upto(dataset, office, shown.reports))
            };
            sort_by_key(&mut order, |row| std::cmp::Reverse(standing(row)));
            for row in order {
                if let Some((office, at)) = map.places.get(row) {
                    name(
                        plot,
                        row,
                        &dataset.office(*office).short_title,
                        standing(&row),
                        placed(*at, width),
                        &mut taken,
                    );
                }
            }
        }
    });
    list.records = map
        .places
        .iter()
        .map(|(office, _)| {
            let latest = latest_tenure(*office, map_day(shown.range));
            let latest = latest.map_or_else(String::new, |ix| dataset.tenure(ix).id.to_string());
            let office_id = &*dataset.office(*office).id;
            let events =
                reports_of(dataset, *office, shown.reports).map(|(report, _)| &*dataset.event(report.event).id);
            let mut ids = vec![&*latest, office_id];
            ids.extend(events);
            ids.retain(|id| !id.is_empty());
            ids.join(" ")
        })
        .collect();
    list
}

/// Room that is taken: left, top, right, bottom.
struct Taken(i32, i32, i32, i32);

impl Taken {
    fn around((x, y): (i32, i32), by: i32) -> Self {
        Self(x - by, y - by, x + by, y + by)
    }

    fn meets(&self, other: &Self) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }
}

/// Names an office beside its mark, where no mark and no other name is; or not at all.
fn name(
    plot: &Plot<'_>,
    row: usize,
    text: &str,
    standing: Option<ReportStanding>,
    (x, y): (i32, i32),
    taken: &mut Vec<Taken>,
) {
    // A bold text is wider.
    let wide = text_width_px(text, NAME_PX) * if standing.is_some() { 1.12 } else { 1.0 };
    let wide = super::axis::whole(wide.ceil());
    let (far, half) = (MARK_PX + 4, 8);
    let places = [
        (Anchor::Start, x + far, y),
        (Anchor::End, x - far, y),
        (Anchor::Middle, x, y - far - 6),
        (Anchor::Middle, x, y + far + 6),
    ];
    for (anchor, at_x, at_y) in places {
        let left = match anchor {
            Anchor::Start => at_x,
            Anchor::Middle => at_x - wide / 2,
            Anchor::End => at_x - wide,
        };
        let room = Taken(left, at_y - half, left + wide, at_y + half);
        let own = Taken::around((x, y), MARK_PX + 1);
        let is_free = taken
            .iter()
            .all(|other| !other.meets(&room) || (other.0 == own.0 && other.1 == own.1));
        if is_free && room.0 >= 0 && room.2 <= plot.frame.width && room.1 >= 0 {
            let class = if standing.is_some() {
                ShapeClass::Heading
            } else {
                ShapeClass::Name
            };
            plot.text_px(Pen::from(class).row(row), (at_x, at_y), anchor, text);
            taken.push(room);
            return;
        }
    }
}

/// The line under the map's title: the day, and the last report that is taken into account.
#[must_use]
pub fn map_state(shown: Shown) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    let named = dataset.map.iter().flat_map(|map| &map.places).filter(|(office, _)| {
        standing_upto(dataset, *office, shown.reports).is_some_and(|standing| standing != ReportStanding::OtherReason)
    });
    let named = named.count().to_string();
    let day = day_text(t, map_day(shown.range));
    let last = shown.reports.checked_sub(1).and_then(|at| dataset.reports.get(at));
    let Some(last) = last else {
        return fill(t.map_state_none, &[("day", &day)]);
    };
    let report = [&last.outlet, ", ", &*partial_date(t, last.date)].concat();
    fill(t.map_state, &[("n", &named), ("report", &report), ("day", &day)])
}
