//! In what capacity the agency was led on the days of each president's term.

use timeline_core::{
    date::DayRange,
    model::Capacity,
    query::{
        capacity_days::{Held, TermDays, days_by_capacity},
        lengths::end_span,
    },
};

use super::{
    axis::Axis,
    chart::{Caption, Chart, Shown},
    display_list::{Anchor, DisplayList, Key, Pen, ShapeClass},
    plot::{AXIS_PX, Frame, NAME_PX, Plot, plotted, widest_px},
    records::{ids, sources_of},
    table_twin::{Cell, TableTwin},
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{capacity, day_text, fill, number},
};

const ROW_PX: i32 = 24;
const BAR_PX: i32 = 15;
const HEADING_PX: i32 = 30;

/// The figure, from the embedded dataset.
#[must_use]
pub(super) fn capacity_days() -> Chart {
    let (dataset, t) = (use_dataset(), use_locale());
    let terms = days_by_capacity(dataset, dataset.site.head_office);
    let tenures: Vec<_> = dataset.tenures_of(dataset.site.head_office).collect();
    let first = terms.first().map_or(dataset.as_of, |term| term.range.from);
    Chart {
        id: "capacity-days".to_owned(),
        caption: Caption {
            title: title(&terms),
            subtitle: fill(t.chart_capacity_subtitle, &[("agency", &dataset.site.agency_short)]),
            unit: t.chart_capacity_unit.to_owned(),
            period: DayRange::new(first, dataset.as_of),
            how_to_read: t.chart_capacity_how.to_owned(),
            caveats: vec![
                fill(t.chart_capacity_caveat_change, &[("first", &day_text(t, first))]),
                t.chart_capacity_caveat_doubt.to_owned(),
                fill(t.chart_lengths_caveat_open, &[("as_of", &day_text(t, dataset.as_of))]),
            ],
        },
        entries: Vec::new(),
        draw: Box::new(draw),
        table: Box::new(|_| table()),
        sources: sources_of(&tenures),
        more: Vec::new(),
    }
}

/// The terms and each way of their days, row by row.
fn rows(terms: &[TermDays]) -> Vec<(&TermDays, Held, i32)> {
    terms
        .iter()
        .flat_map(|term| term.days.iter().map(move |&(held, days)| (term, held, days)))
        .collect()
}

/// The takeaway: how many terms, up to the last, had no confirmed head on any day.
fn title(terms: &[TermDays]) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    let has_confirmed = |term: &&TermDays| {
        let mut held = term.days.iter();
        held.any(|(held, _)| *held == Held::In(Capacity::Confirmed))
    };
    let without = terms.iter().rev().take_while(|term| !has_confirmed(term)).count();
    fill(
        t.chart_capacity_title,
        &[("agency", &dataset.site.agency_short), ("n", &without.to_string())],
    )
}

/// The name of a term, and from when it is counted where that is not its begin.
fn term_text(term: &TermDays) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    let Some(row) = dataset.terms.get(term.term) else {
        return String::new();
    };
    if row.start == term.range.from {
        return row.label.to_string();
    }
    let from = day_text(t, term.range.from);
    fill(t.chart_term_from, &[("term", &row.label), ("from", &from)])
}

fn held_text(held: Held) -> &'static str {
    let t = use_locale();
    match held {
        Held::In(one) => capacity(t, one),
        Held::Doubtful => t.chart_held_doubtful,
        Held::Vacant => t.key_vacant,
    }
}

fn key_of(held: Held) -> Key {
    match held {
        Held::In(capacity) => Key::Capacity(capacity),
        Held::Doubtful => Key::Doubtful,
        Held::Vacant => Key::Vacant,
    }
}

/// A share in tenths of a percent, rounded.
fn per_mille(part: i32, whole: i32) -> i32 {
    (part * 1000 + whole / 2) / whole.max(1)
}

fn share(part: i32, whole: i32) -> String {
    let share = per_mille(part, whole);
    [&(share / 10).to_string(), ".", &(share % 10).to_string(), " %"].concat()
}

fn table() -> TableTwin {
    let (dataset, t) = (use_dataset(), use_locale());
    let terms = days_by_capacity(dataset, dataset.site.head_office);
    let cells = |(term, held, days): (&TermDays, Held, i32)| -> Vec<Cell> {
        vec![
            term_text(term).into(),
            held_text(held).into(),
            Cell::of(number(days), days.to_string()),
            Cell::of(
                share(days, term.range.len_days()),
                super::days_since::decimal(per_mille(days, term.range.len_days())),
            ),
        ]
    };
    TableTwin {
        columns: vec![t.chart_col_term, t.chart_col_held, t.chart_col_days, t.chart_col_share],
        rows: rows(&terms).into_iter().map(cells).collect(),
    }
}

fn draw(Shown { width_px, range, .. }: Shown) -> DisplayList {
    let dataset = use_dataset();
    let terms = days_by_capacity(dataset, dataset.site.head_office);
    let rows = rows(&terms);
    let width = i32::try_from(width_px).unwrap_or(0);
    let count = |number: usize| i32::try_from(number).unwrap_or(0);
    let names = rows.iter().map(|(_, held, _)| held_text(*held));
    let wide = widest_px(names, NAME_PX) + 12;
    // On a narrow screen the names stand above their bars.
    let stacked = wide > width / 2;
    let row_px = if stacked { ROW_PX + 18 } else { ROW_PX };
    let frame = Frame {
        width,
        height: count(rows.len()) * row_px + count(terms.len()) * HEADING_PX + AXIS_PX,
        left: if stacked { 14 } else { wide },
        right: widest_px(["8,888 (88.8 %)"], NAME_PX) + 8,
        top: 0,
        bottom: AXIS_PX,
    };
    let y = Axis::Numbers(f64::from(frame.height - AXIS_PX), 0.0);
    let mut list = plotted(frame, Axis::Numbers(0.0, 100.0), y, &|plot| {
        plot.values_axis(56, &|value| [&super::axis::whole(value).to_string(), " %"].concat());
        let (mut top, mut row) = (0, 0);
        for term in &terms {
            heading(plot, term, top);
            top += HEADING_PX;
            for &(held, days) in &term.days {
                draw_row(plot, term, (row, held, days), top, stacked);
                top += row_px;
                row += 1;
            }
        }
    });
    list.records = rows
        .iter()
        .map(|(term, held, _)| {
            let led = dataset.tenures_of(dataset.site.head_office).filter(|&ix| {
                let tenure = dataset.tenure(ix);
                let days = DayRange::new(tenure.start.date().earliest(), end_span(tenure.end, dataset.as_of).0);
                *held == Held::In(tenure.capacity) && days.overlaps(term.range)
            });
            ids(&led.collect::<Vec<_>>())
        })
        .collect();
    list.outside = (0_u16..)
        .zip(&rows)
        .filter(|(_, (term, ..))| !term.range.overlaps(range))
        .map(|(row, _)| row)
        .collect();
    list
}

fn heading(plot: &Plot<'_>, term: &TermDays, top: i32) {
    let t = use_locale();
    let days = fill(t.days_other, &[("n", &number(term.range.len_days()))]);
    let mut text = [&term_text(term), " · ", &*days].concat();
    // A bold text is wider.
    if widest_px([&*text], NAME_PX) * 9 / 8 > plot.frame.width {
        let label = use_dataset().terms.get(term.term).map_or("", |row| &*row.label);
        text = [label, " · ", &*days].concat();
    }
    plot.text_px(ShapeClass::Heading, (2, top + HEADING_PX / 2 + 3), Anchor::Start, &text);
}

fn draw_row(plot: &Plot<'_>, term: &TermDays, (row, held, days): (usize, Held, i32), top: i32, stacked: bool) {
    let pen = |class: ShapeClass| Pen::from(class).key(key_of(held)).row(row);
    let all = term.range.len_days();
    let (name_y, top) = if stacked {
        (top + 9, top + 18)
    } else {
        (top + ROW_PX / 2, top)
    };
    let bar_top = top + (ROW_PX - BAR_PX) / 2;
    let at = |share: f64, y: i32| (share, f64::from(y));
    let part = f64::from(days) * 100.0 / f64::from(all.max(1));
    plot.bar(pen(ShapeClass::Track), at(0.0, bar_top + BAR_PX), at(100.0, bar_top));
    let class = if held == Held::Doubtful {
        ShapeClass::Doubt
    } else {
        ShapeClass::Mark
    };
    plot.bar(pen(class), at(0.0, bar_top + BAR_PX), at(part, bar_top));
    let (name_x, anchor) = if stacked {
        (2, Anchor::Start)
    } else {
        (plot.frame.left - 8, Anchor::End)
    };
    plot.text_px(pen(ShapeClass::Name), (name_x, name_y), anchor, held_text(held));
    let label = [&number(days), " (", &share(days, all), ")"].concat();
    let middle = top + ROW_PX / 2;
    plot.text_px(
        pen(ShapeClass::Value),
        (plot.right_px() + 6, middle),
        Anchor::Start,
        &label,
    );
    plot.spot(row, 0, (plot.px(at(part, 0)).0, middle));
}
