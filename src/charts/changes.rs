//! How many people took up a post, quarter by quarter, a panel for each group.

use timeline_core::{
    date::{Day, DayRange},
    query::changes::{Quarter, changes_by_quarter},
};

use super::{
    axis::{Axis, on_axis},
    chart::{Caption, Chart, Shown},
    display_list::{Anchor, DisplayList, Pen, ShapeClass},
    plot::{AXIS_PX, Frame, NAME_PX, Plot, plotted, widest_px},
    records::{ids, sources_of},
    table_twin::{Cell, TableTwin},
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{day_text, fill},
};

const PANEL_PX: i32 = 84;
const HEADING_PX: i32 = 24;

/// The figure, from the embedded dataset.
#[must_use]
pub(super) fn changes() -> Chart {
    let (dataset, t) = (use_dataset(), use_locale());
    let changes = changes_by_quarter(dataset);
    let not_placed: Vec<String> = dataset
        .site
        .groups
        .iter()
        .zip(&changes.not_placed)
        .map(|(group, count)| [&group.title, ": ", &*count.to_string()].concat())
        .collect();
    let all = changes
        .quarters
        .iter()
        .flat_map(|quarter| quarter.began.iter().flatten());
    let first = changes
        .quarters
        .first()
        .map_or(dataset.as_of, |quarter| quarter.range.from);
    Chart {
        id: "changes-by-quarter".to_owned(),
        caption: Caption {
            title: title(&changes.quarters),
            subtitle: t.chart_changes_subtitle.to_owned(),
            unit: t.chart_changes_unit.to_owned(),
            period: DayRange::new(first, dataset.as_of),
            how_to_read: t.chart_changes_how.to_owned(),
            caveats: vec![
                fill(t.chart_changes_caveat_missing, &[("groups", &not_placed.join("; "))]),
                fill(t.chart_changes_caveat_last, &[("as_of", &day_text(t, dataset.as_of))]),
            ],
        },
        entries: Vec::new(),
        draw: Box::new(draw),
        table: Box::new(|shown| table(shown.range)),
        sources: sources_of(all),
        more: Vec::new(),
    }
}

/// The takeaway: the quarter with the most changes.
fn title(quarters: &[Quarter]) -> String {
    let t = use_locale();
    let count = |quarter: &Quarter| quarter.began.iter().map(Vec::len).sum::<usize>();
    // The first of those with as many.
    let most = quarters.iter().rev().max_by_key(|quarter| count(quarter));
    most.map_or_else(String::new, |quarter| {
        fill(
            t.chart_changes_title,
            &[
                ("n", &count(quarter).to_string()),
                ("quarter", &quarter_text(quarter.range.from)),
            ],
        )
    })
}

fn quarter_text(from: Day) -> String {
    let (year, month, _) = from.ymd();
    let quarter = (month - 1) / 3 + 1;
    fill(
        use_locale().chart_quarter,
        &[("quarter", &quarter.to_string()), ("year", &year.to_string())],
    )
}

/// A quarter of a group in which somebody took up a post.
struct Row {
    group: usize,
    range: DayRange,
    began: Vec<timeline_core::model::TenureIx>,
}

fn rows(range: DayRange) -> Vec<Row> {
    let dataset = use_dataset();
    let quarters = changes_by_quarter(dataset).quarters;
    let mut rows = Vec::new();
    for group in 0..dataset.site.groups.len() {
        for quarter in quarters.iter().filter(|quarter| quarter.range.overlaps(range)) {
            let began = quarter.began.get(group).cloned().unwrap_or_default();
            if !began.is_empty() {
                rows.push(Row {
                    group,
                    range: quarter.range,
                    began,
                });
            }
        }
    }
    rows
}

fn table(range: DayRange) -> TableTwin {
    let (dataset, t) = (use_dataset(), use_locale());
    let cells = |row: Row| -> Vec<Cell> {
        let group = dataset.site.groups.get(row.group).map_or("", |group| &*group.title);
        let who: Vec<String> = row
            .began
            .iter()
            .map(|&ix| {
                let tenure = dataset.tenure(ix);
                let office = &dataset.office(tenure.office).short_title;
                [&dataset.person(tenure.person).name, " (", office, ")"].concat()
            })
            .collect();
        vec![
            Cell::of(quarter_text(row.range.from), row.range.from.to_string()),
            group.into(),
            row.began.len().to_string().into(),
            who.join(", ").into(),
        ]
    };
    TableTwin {
        columns: vec![
            t.chart_col_quarter,
            t.chart_col_group,
            t.chart_col_changes,
            t.chart_col_who,
        ],
        rows: rows(range).into_iter().map(cells).collect(),
    }
}

fn draw(Shown { width_px, range, .. }: Shown) -> DisplayList {
    let dataset = use_dataset();
    let rows = rows(range);
    let groups = i32::try_from(dataset.site.groups.len()).unwrap_or(0);
    let most = changes_by_quarter(dataset)
        .quarters
        .iter()
        .flat_map(|quarter| quarter.began.iter().map(Vec::len))
        .max()
        .unwrap_or(1);
    let most = i32::try_from(most).unwrap_or(1);
    let frame = Frame {
        width: i32::try_from(width_px).unwrap_or(0),
        height: groups * PANEL_PX + AXIS_PX,
        left: widest_px(["88"], NAME_PX) + 10,
        right: 10,
        top: 0,
        bottom: AXIS_PX,
    };
    let y = Axis::Numbers(f64::from(frame.height - AXIS_PX), 0.0);
    let mut list = plotted(frame, Axis::Days(range), y, &|plot| {
        plot.days_axis();
        for (panel, group) in (0..).zip(&dataset.site.groups) {
            panel_axis(plot, panel * PANEL_PX, &group.title, most);
        }
        for (position, row) in rows.iter().enumerate() {
            draw_bar(plot, position, row, most);
        }
    });
    list.records = rows.iter().map(|row| ids(&row.began)).collect();
    list
}

/// The height of a number of changes above the floor of its panel.
fn height_px(count: i32, most: i32) -> i32 {
    count * (PANEL_PX - HEADING_PX - 8) / most.max(1)
}

fn panel_axis(plot: &Plot<'_>, top: i32, title: &str, most: i32) {
    let (left, right, floor) = (plot.frame.left, plot.right_px(), top + PANEL_PX);
    plot.text_px(
        ShapeClass::Heading,
        (left, top + HEADING_PX / 2 + 2),
        Anchor::Start,
        title,
    );
    for count in [0, most] {
        let y = floor - height_px(count, most);
        let class = if count == 0 { ShapeClass::Axis } else { ShapeClass::Grid };
        plot.path_px(class.into(), vec![(left, y), (right, y)], false);
        plot.text_px(
            ShapeClass::Tick,
            (left - 6, y.min(floor - 6)),
            Anchor::End,
            &count.to_string(),
        );
    }
}

fn draw_bar(plot: &Plot<'_>, position: usize, row: &Row, most: i32) {
    let floor = (i32::try_from(row.group).unwrap_or(0) + 1) * PANEL_PX;
    let count = i32::try_from(row.began.len()).unwrap_or(0);
    let top = floor - height_px(count, most);
    let (from, to) = (on_axis(row.range.from), on_axis(row.range.to));
    // A quarter's bar leaves a tenth of its width free.
    let room = (to - from) / 20.0;
    plot.bar(
        Pen::from(ShapeClass::Mark).row(position),
        (from + room, f64::from(floor)),
        (to - room, f64::from(top)),
    );
    let middle = plot.px((f64::midpoint(from, to), 0.0)).0;
    plot.spot(position, row.group, (middle, top));
    let wide = plot.px((to, 0.0)).0 - plot.px((from, 0.0)).0;
    let label = count.to_string();
    if wide >= widest_px([&*label], NAME_PX) && middle > plot.frame.left && middle < plot.right_px() {
        let pen = Pen::from(ShapeClass::Value).row(position);
        plot.text_px(pen, (middle, top - 8), Anchor::Middle, &label);
    }
}
