//! What each outlet reported, office by office.

use timeline_core::{
    date::DayRange,
    model::{Bound, OfficeIx, Report, ReportStanding},
    query::reported::offices_in_question,
};

use super::{
    axis::Axis,
    chart::{Caption, Chart, KeyEntry, Shown},
    display_list::{Anchor, DisplayList, Key, Pen, ShapeClass},
    plot::{Frame, NAME_PX, Plot, plotted, widest_px},
    records::each_once,
    table_twin::{Cell, TableTwin},
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{Texts, fill, partial_date},
    markup::{Markup, el},
    page::{record_link::record_link, source_list::folded_sources},
};

const ROW_PX: i32 = 22;
/// The height of the heads of the columns: a number, and how many it speaks of.
const HEAD_PX: i32 = 52;
/// Columns narrower than this have heads at three heights.
const NARROW_COLUMN_PX: i32 = 30;
/// How much lower the next head then stands, in pixels.
const HEAD_STEP_PX: i32 = 15;

/// The figure, from the embedded dataset.
#[must_use]
pub(super) fn office_reports() -> Chart {
    let (dataset, t) = (use_dataset(), use_locale());
    let reports = &dataset.reports;
    let first = reports.iter().map(|one| one.date.earliest()).min();
    let last = reports.iter().map(|one| one.date.latest()).max();
    Chart {
        id: "office-reports".to_owned(),
        caption: Caption {
            title: title(),
            subtitle: t.chart_reports_subtitle.to_owned(),
            unit: t.chart_reports_unit.to_owned(),
            period: DayRange::new(first.unwrap_or(dataset.as_of), last.unwrap_or(dataset.as_of)),
            how_to_read: t.chart_reports_how.to_owned(),
            caveats: vec![
                t.chart_reports_caveat_planned.to_owned(),
                t.chart_reports_caveat_other.to_owned(),
            ],
        },
        entries: reported_entries(),
        draw: Box::new(draw),
        table: Box::new(|_| table()),
        sources: each_once(reports.iter().flat_map(|one| &one.sources).copied()),
        more: vec![report_list()],
    }
}

/// The key of what reports say of an office.
pub(super) fn reported_entries() -> Vec<KeyEntry> {
    let t = use_locale();
    ReportStanding::ALL
        .iter()
        .rev()
        .map(|&standing| KeyEntry {
            key: Key::Reported(standing),
            label: reported_text(t, standing).to_owned(),
            meaning: String::new(),
        })
        .collect()
}

/// The takeaway: how many offices were named by any report, and of how many that is confirmed.
fn title() -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    let offices = offices_in_question(dataset);
    let is_named = |office: OfficeIx, is: &dyn Fn(ReportStanding) -> bool| {
        let mut named = dataset.reports.iter().flat_map(|report| &report.offices);
        named.any(|one| one.office == office && is(one.standing))
    };
    let named = offices
        .iter()
        .filter(|&&office| is_named(office, &|standing| standing != ReportStanding::OtherReason));
    let confirmed = offices
        .iter()
        .filter(|&&office| is_named(office, &|standing| standing == ReportStanding::Confirmed));
    fill(
        t.chart_reports_title,
        &[
            ("named", &named.count().to_string()),
            ("all", &offices.len().to_string()),
            ("confirmed", &confirmed.count().to_string()),
        ],
    )
}

/// What a report says of an office, in words.
#[must_use]
pub fn reported_text(t: &'static Texts, standing: ReportStanding) -> &'static str {
    match standing {
        ReportStanding::OtherReason => t.reported_other_reason,
        ReportStanding::Named => t.reported_named,
        ReportStanding::Replacement => t.reported_replacement,
        ReportStanding::Confirmed => t.reported_confirmed,
    }
}

/// How many offices a report speaks of: "≥ 12", "about 6".
#[must_use]
pub fn count_text(report: &Report) -> String {
    let Some((bound, number)) = report.count else {
        return "–".to_owned();
    };
    let sign = match bound {
        Bound::Least => "≥ ",
        Bound::Most => "≤ ",
        Bound::About => "~ ",
        Bound::Exactly => "",
    };
    [sign, &number.to_string()].concat()
}

/// The reports, with what each says of how many, and of each office that it names.
fn rows() -> Vec<(usize, Option<usize>)> {
    let reports = &use_dataset().reports;
    let of_report = |(position, report): (usize, &Report)| {
        [(position, None)]
            .into_iter()
            .chain((0..report.offices.len()).map(move |at| (position, Some(at))))
            .collect::<Vec<_>>()
    };
    reports.iter().enumerate().flat_map(of_report).collect()
}

fn table() -> TableTwin {
    let (dataset, t) = (use_dataset(), use_locale());
    let cells = |(report, office): (usize, Option<usize>)| -> Option<Vec<Cell>> {
        let report = dataset.reports.get(report)?;
        let date = Cell::of(partial_date(t, report.date), report.date.to_string());
        Some(match office {
            None => vec![
                report.outlet.to_string().into(),
                date,
                t.chart_reports_all.into(),
                count_text(report).into(),
                report.says.to_string().into(),
            ],
            Some(at) => {
                let named = report.offices.get(at)?;
                vec![
                    report.outlet.to_string().into(),
                    date,
                    dataset.office(named.office).short_title.to_string().into(),
                    reported_text(t, named.standing).into(),
                    named.text.to_string().into(),
                ]
            }
        })
    };
    TableTwin {
        columns: vec![
            t.chart_col_outlet,
            t.table_date,
            t.table_office,
            t.chart_col_reported,
            t.chart_col_note,
        ],
        rows: rows().into_iter().filter_map(cells).collect(),
    }
}

fn draw(Shown { width_px, range, .. }: Shown) -> DisplayList {
    let dataset = use_dataset();
    let offices = offices_in_question(dataset);
    let rows = rows();
    let width = i32::try_from(width_px).unwrap_or(0);
    let count = |number: usize| i32::try_from(number).unwrap_or(1);
    let left = widest_px(offices.iter().map(|&ix| &*dataset.office(ix).short_title), NAME_PX) + 12;
    let columns = count(dataset.reports.len()).max(1);
    let column = ((width - left - 2) / columns).min(56);
    // Where columns are narrow their heads stand at three heights.
    let stagger = if column < NARROW_COLUMN_PX { HEAD_STEP_PX } else { 0 };
    let head_px = HEAD_PX + stagger * 4;
    let frame = Frame {
        width,
        height: head_px + count(offices.len()) * ROW_PX + 2,
        left,
        right: width - left - column * columns,
        top: head_px,
        bottom: 2,
    };
    let unit = Axis::Numbers(0.0, 1.0);
    let mut list = plotted(frame, unit, unit, &|plot| {
        let right = plot.right_px();
        for (position, &office) in (0..).zip(&offices) {
            let y = head_px + position * ROW_PX;
            plot.path_px(ShapeClass::Grid.into(), vec![(0, y), (right, y)], false);
            let name = &dataset.office(office).short_title;
            plot.text_px(ShapeClass::Name, (left - 8, y + ROW_PX / 2), Anchor::End, name);
        }
        for (row, &(report, named)) in rows.iter().enumerate() {
            let Some(one) = dataset.reports.get(report) else {
                continue;
            };
            let x = left + count(report) * column + column / 2;
            match named.and_then(|at| one.offices.get(at)) {
                None => head(plot, row, report, x, stagger),
                Some(named) => {
                    let at = offices.iter().position(|&office| office == named.office);
                    let y = head_px + at.map_or(0, count) * ROW_PX + ROW_PX / 2;
                    reported_mark(plot, row, named.standing, (x, y), 6);
                    plot.spot(row, report, (x, y));
                }
            }
        }
    });
    list.records = rows
        .iter()
        .map(|&(report, named)| {
            let Some(one) = dataset.reports.get(report) else {
                return String::new();
            };
            let event = &dataset.event(one.event).id;
            let office = named.and_then(|at| one.offices.get(at));
            office.map_or_else(
                || event.to_string(),
                |named| [event, " ", &*dataset.office(named.office).id].concat(),
            )
        })
        .collect();
    list.outside = (0_u16..)
        .zip(&rows)
        .filter(|(_, (report, _))| {
            dataset
                .reports
                .get(*report)
                .is_some_and(|one| !DayRange::new(one.date.earliest(), one.date.latest().plus(1)).overlaps(range))
        })
        .map(|(row, _)| row)
        .collect();
    list
}

/// The head of a report's column: its number in the list below, and how many it speaks of.
fn head(plot: &Plot<'_>, row: usize, report: usize, x: i32, stagger: i32) {
    let pen = |class: ShapeClass| Pen::from(class).row(row);
    let lower = i32::try_from(report % 3).unwrap_or(0) * stagger;
    let (number_y, count_y) = (12 + lower, 34 + stagger * 2 + lower);
    let count = use_dataset().reports.get(report).map(count_text).unwrap_or_default();
    plot.text_px(
        pen(ShapeClass::Heading),
        (x, number_y),
        Anchor::Middle,
        &(report + 1).to_string(),
    );
    plot.text_px(
        pen(ShapeClass::Value),
        (x, count_y),
        Anchor::Middle,
        &count.replace(' ', ""),
    );
    plot.path_px(
        ShapeClass::Grid.into(),
        vec![(x, plot.frame.top), (x, plot.floor_px())],
        false,
    );
    plot.spot(row, report, (x, count_y));
}

/// The mark of what is reported: each word has its own form.
pub(super) fn reported_mark(plot: &Plot<'_>, row: usize, standing: ReportStanding, (x, y): (i32, i32), radius: i32) {
    let pen = |class: ShapeClass| Pen::from(class).key(Key::Reported(standing)).row(row);
    match standing {
        ReportStanding::OtherReason => plot.dot_px(pen(ShapeClass::Ring), (x, y), radius - 1),
        ReportStanding::Named => plot.dot_px(pen(ShapeClass::Dot), (x, y), radius),
        ReportStanding::Replacement => {
            let r = radius + 1;
            let points = vec![(x, y - r), (x + r, y), (x, y + r), (x - r, y)];
            plot.path_px(pen(ShapeClass::Mark), points, true);
        }
        ReportStanding::Confirmed => {
            plot.bar_px(pen(ShapeClass::Mark), x - radius, y - radius, radius * 2, radius * 2);
        }
    }
}

/// The reports by their numbers: who, when, how many, citing whom, and from where.
fn report_list() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let one = |report: &Report| {
        let date = partial_date(t, report.date);
        el("li")
            .class("report-list__one")
            .child(
                record_link(timeline_core::view::state::Selection::Event(report.event))
                    .text([&report.outlet, ", ", &*date].concat()),
            )
            .text([": ", &report.says, ". "].concat())
            .child(folded_sources(None, &report.sources, &[], "references__sources"))
    };
    el("section")
        .class("references")
        .child(el("h4").class("references__title").text(t.chart_reports_list))
        .child(el("ol").class("report-list").children(dataset.reports.iter().map(one)))
}
