//! Figures of series over time: lines and steps, or bars, with what others said and changes of holder.

use timeline_core::{
    date::DayRange,
    layout::spread::spread,
    model::{FigureForm, Interval, Reference, SeriesFigure},
};

use super::{
    axis::{Axis, on_axis, rounded_up, whole},
    chart::{Caption, Chart, KeyEntry, Shown},
    display_list::{Anchor, DisplayList, Key, Pen, ShapeClass},
    plot::{AXIS_PX, Frame, NAME_PX, Plot, TICK_PX, plotted, widest_px},
    records::each_once,
    references::references,
    series_values::{Row, Value, change_day, computed, not_marked, period, records_of, reference_days, rows, table},
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{fill, month_year_short, number, tenths},
};

/// A figure narrower than this has numbers only for names beside it.
const NARROW_PX: i32 = 560;
/// A series that ends nearer to the end of the plane is not named there.
const ENDS_APART_PX: i32 = 84;
/// The least distance of names beside a figure.
const APART_PX: i32 = 15;

/// The figure of the dataset with this position.
#[must_use]
pub(super) fn series_figure(position: u8) -> Option<Chart> {
    let (dataset, t) = (use_dataset(), use_locale());
    let figure: &'static SeriesFigure = dataset.figures.get(usize::from(position))?;
    let series = || {
        figure
            .parts
            .iter()
            .filter_map(|part| dataset.series.get(usize::from(part.series)))
    };
    let first = series()
        .filter_map(|one| one.points.first().map(|point| period(one.interval, point.day).from))
        .min()
        .unwrap_or(dataset.as_of);
    let last = series()
        .filter_map(|one| one.points.last().map(|point| period(one.interval, point.day).to))
        .max()
        .unwrap_or(dataset.as_of);
    let of_references = figure.references.iter().flat_map(|one| &one.sources);
    let of_series = series().flat_map(|one| &one.sources);
    let of_changes = figure
        .marked_offices
        .iter()
        .flat_map(|&office| dataset.tenures_of(office))
        .flat_map(|ix| &dataset.tenure(ix).sources);
    let sources = each_once(of_series.chain(of_references).chain(of_changes).copied());
    let of_series = series().map(|one| [&*one.title, ": ", &one.caveats].concat());
    let caveats = figure.caveats.iter().map(ToString::to_string);
    let not_marked = match not_marked(figure) {
        0 => None,
        count => Some(fill(t.chart_changes_not_marked, &[("n", &count.to_string())])),
    };
    let mut entries: Vec<KeyEntry> = (0_u8..)
        .zip(&figure.parts)
        .map(|(position, part)| KeyEntry {
            key: Key::Series(position),
            label: part.label.to_string(),
            meaning: [&part.meaning, " ", &*part.ends].concat(),
        })
        .collect();
    if !figure.marked_offices.is_empty() {
        let offices: Vec<&str> = figure
            .marked_offices
            .iter()
            .map(|&ix| &*dataset.office(ix).short_title)
            .collect();
        entries.push(KeyEntry {
            key: Key::Change,
            label: t.chart_changes_key.to_owned(),
            meaning: fill(t.chart_changes_key_about, &[("offices", &offices.join(", "))]),
        });
    }
    Some(Chart {
        id: figure.id.to_string(),
        caption: Caption {
            title: title(figure),
            subtitle: figure.subtitle.to_string(),
            unit: figure.unit.to_string(),
            period: DayRange::new(first, last.plus(-1)),
            how_to_read: figure.how_to_read.to_string(),
            caveats: caveats.chain(not_marked).chain(of_series).collect(),
        },
        entries,
        draw: match figure.form {
            FigureForm::Lines => Box::new(move |shown| draw_lines(figure, shown)),
            FigureForm::Bars => Box::new(move |shown| draw_bars(figure, shown)),
        },
        table: Box::new(move |shown| table(figure, shown.range)),
        sources,
        more: references(figure).into_iter().collect(),
    })
}

/// The title with what is computed in its places.
fn title(figure: &SeriesFigure) -> String {
    let mut text = String::new();
    let mut rest = &*figure.title;
    while let Some((before, (asked, after))) = rest
        .split_once('{')
        .and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
    {
        text.push_str(before);
        text.push_str(&computed(figure, asked).unwrap_or_default());
        rest = after;
    }
    text.push_str(rest);
    text
}

/// A number of the figure's unit from tenths of it.
fn units(tenths: i32) -> f64 {
    f64::from(tenths) / 10.0
}

/// The greatest value that a figure can show, whatever its range: its axis stays as it is.
fn greatest(figure: &SeriesFigure) -> f64 {
    let dataset = use_dataset();
    let of_parts = figure.parts.iter().flat_map(|part| {
        let series = dataset.series.get(usize::from(part.series));
        let points = series.into_iter().flat_map(|series| &series.points);
        points.map(|point| super::series_values::divided(point.tenths, part))
    });
    let of_references = figure.references.iter().map(|one| one.tenths);
    units(of_parts.chain(of_references).max().unwrap_or(10))
}

fn frame(figure: &SeriesFigure, width_px: u32, labels: &[String]) -> Frame {
    let width = i32::try_from(width_px).unwrap_or(0);
    let most = number(whole(rounded_up(greatest(figure), 5)));
    let beside = widest_px(labels.iter().map(String::as_str), TICK_PX);
    Frame {
        width,
        height: if width < NARROW_PX { 340 } else { 400 },
        left: widest_px([&*most], NAME_PX) + 8,
        right: if labels.is_empty() { 12 } else { beside + 18 },
        top: if figure.marked_offices.is_empty() { 14 } else { 26 },
        bottom: AXIS_PX,
    }
}

fn axes(figure: &SeriesFigure, range: DayRange) -> (Axis, Axis) {
    let most = rounded_up(greatest(figure), 5);
    (Axis::Days(range), Axis::Numbers(0.0, most))
}

fn with_records(mut list: DisplayList, rows: &[Row<'_>]) -> DisplayList {
    list.records = rows.iter().map(records_of).collect();
    list
}

/// The name of a reference beside the figure.
fn reference_name(reference: &Reference, is_narrow: bool) -> String {
    if is_narrow {
        tenths(reference.tenths)
    } else {
        reference.label.to_string()
    }
}

fn draw_lines(figure: &SeriesFigure, Shown { width_px, range, .. }: Shown) -> DisplayList {
    let rows = rows(figure, range);
    let is_narrow = width_px < u32::try_from(NARROW_PX).unwrap_or(0);
    let names: Vec<String> = rows
        .iter()
        .filter_map(|row| match row {
            Row::Reference(one) => Some(reference_name(one, is_narrow)),
            Row::Value(_) | Row::Change(_) => None,
        })
        .collect();
    let (x, y) = axes(figure, range);
    let list = plotted(frame(figure, width_px, &names), x, y, &|plot| {
        plot.days_axis();
        plot.numbers_axis(5, &|value| number(whole(value)));
        draw_changes(plot, figure, &rows);
        draw_references(plot, figure, &rows, range, is_narrow);
        for part in 0..figure.parts.len() {
            let values: Vec<(usize, &Value<'_>)> = rows
                .iter()
                .enumerate()
                .filter_map(|(position, row)| match row {
                    Row::Value(value) if value.part == part => Some((position, value)),
                    Row::Value(_) | Row::Reference(_) | Row::Change(_) => None,
                })
                .collect();
            draw_part(plot, part, &values);
        }
        draw_ends(plot, figure, &rows, range);
    });
    with_records(list, &rows)
}

/// The line of a part: steps of weeks and months, which hold for all their days; a line through
/// days; dots on irregular ones. What is missing is left out and shaded.
fn draw_part(plot: &Plot<'_>, part: usize, values: &[(usize, &Value<'_>)]) {
    let key = Key::Series(u8::try_from(part).unwrap_or(0));
    let pen = |class: ShapeClass| Pen::from(class).key(key);
    let mut run: Vec<(f64, f64)> = Vec::new();
    let mut before: Option<DayRange> = None;
    let ends = |period: DayRange| (on_axis(period.from), on_axis(period.to));
    for &(row, value) in values {
        let ((from, to), y) = (ends(value.period), units(value.tenths));
        let is_point = matches!(value.interval, Interval::Day | Interval::Irregular);
        let middle = if is_point { from } else { f64::midpoint(from, to) };
        plot.spot(row, part, plot.px((middle, y)));
        if value.interval == Interval::Irregular {
            plot.dot(pen(ShapeClass::Dot).row(row), (from, y), 4);
            continue;
        }
        let is_partial = value.note.is_some() && !is_point;
        let is_next = before.is_none_or(|before| before.to == value.period.from);
        if let Some(before) = before.filter(|_| !is_next) {
            gap(plot, pen(ShapeClass::Gap), on_axis(before.to), from);
        }
        if is_partial || !is_next {
            plot.line(pen(ShapeClass::Line), &run);
            run.clear();
        }
        if is_partial {
            plot.line(pen(ShapeClass::Partial).row(row), &[(from, y), (to, y)]);
        } else if is_point {
            run.push((from, y));
        } else {
            run.extend([(from, y), (to, y)]);
        }
        before = Some(value.period);
    }
    plot.line(pen(ShapeClass::Line), &run);
}

/// Days without a value, from the top to the floor of the plane.
fn gap(plot: &Plot<'_>, pen: Pen, from: f64, to: f64) {
    let (left, right) = (plot.px((from, 0.0)).0, plot.px((to, 0.0)).0);
    let (left, right) = (left.max(plot.frame.left), right.min(plot.right_px()));
    if right > left {
        let top = plot.frame.top;
        plot.bar_px(pen, left, top, right - left, plot.floor_px() - top);
    }
}

/// Where each series ends: a ring on its last value, and the month in words.
fn draw_ends(plot: &Plot<'_>, figure: &SeriesFigure, rows: &[Row<'_>], range: DayRange) {
    let (dataset, t) = (use_dataset(), use_locale());
    let mut ends = Vec::new();
    for (position, part) in figure.parts.iter().enumerate() {
        let last = rows.iter().enumerate().rev().find_map(|(row, one)| match one {
            Row::Value(value) if value.part == position => Some((row, value)),
            Row::Value(_) | Row::Reference(_) | Row::Change(_) => None,
        });
        let Some((row, value)) = last else { continue };
        let series = dataset.series.get(usize::from(part.series));
        let is_last = series
            .and_then(|one| one.points.last())
            .is_some_and(|point| period(value.interval, point.day) == value.period);
        // A series that goes on beyond the range does not end in it.
        if !is_last || value.period.from > range.to {
            continue;
        }
        let at = (on_axis(value.period.to.min(range.to)), units(value.tenths));
        let pen = Pen::from(ShapeClass::Ring)
            .key(Key::Series(u8::try_from(position).unwrap_or(0)))
            .row(row);
        plot.dot(pen, at, 3);
        let when = month_year_short(t, value.period.to.plus(-1));
        ends.push((plot.px(at), pen, fill(t.chart_ends, &[("when", &when)])));
    }
    // Where the plane ends too, the key alone tells of it: a text would cover what is drawn.
    ends.retain(|&((x, _), ..)| plot.right_px() - x >= ENDS_APART_PX);
    let wanted: Vec<i32> = ends.iter().map(|((_, y), ..)| *y).collect();
    let places = spread(&wanted, APART_PX, plot.frame.top + 8, plot.floor_px() - 8);
    for (((x, _), pen, text), y) in ends.into_iter().zip(places) {
        let class = ShapeClass::Note;
        plot.text_px(Pen { class, ..pen }, (x + 8, y), Anchor::Start, &text);
    }
}

/// Changes of holder: a line from the top, with a mark that opens the record.
fn draw_changes(plot: &Plot<'_>, figure: &SeriesFigure, rows: &[Row<'_>]) {
    let lane = figure.parts.len() + 1;
    for (position, row) in rows.iter().enumerate() {
        let Row::Change(ix) = row else { continue };
        let x = plot.px((on_axis(change_day(*ix)), 0.0)).0;
        let pen = |class: ShapeClass| Pen::from(class).key(Key::Change).row(position);
        plot.path_px(pen(ShapeClass::Change), vec![(x, 14), (x, plot.floor_px())], false);
        plot.path_px(pen(ShapeClass::Open), vec![(x - 5, 4), (x + 5, 4), (x, 14)], true);
        plot.spot(position, lane, (x, 9));
    }
}

/// What others said: a line or a span at its value, named beside the figure.
fn draw_references(plot: &Plot<'_>, figure: &SeriesFigure, rows: &[Row<'_>], range: DayRange, is_narrow: bool) {
    let mut named = Vec::new();
    for (position, row) in rows.iter().enumerate() {
        let Row::Reference(one) = row else { continue };
        let days = reference_days(one, range);
        let (from, to) = (on_axis(days.from.max(range.from)), on_axis(days.to.min(range.to)));
        let value = units(one.tenths);
        let pen = Pen::from(ShapeClass::Reference).row(position);
        plot.line(pen, &[(from, value), (to, value)]);
        let at = plot.px((f64::midpoint(from, to), value));
        plot.spot(position, figure.parts.len(), at);
        named.push((pen, one, plot.px((to, value))));
    }
    let wanted: Vec<i32> = named.iter().map(|(_, _, at)| at.1).collect();
    let places = spread(&wanted, APART_PX, plot.frame.top, plot.floor_px() - 4);
    for ((pen, one, at), y) in named.into_iter().zip(places) {
        let right = plot.right_px();
        let lead = Pen {
            class: ShapeClass::Grid,
            ..pen
        };
        plot.path_px(lead, vec![at, (right + 2, at.1), (right + 10, y)], false);
        let name = Pen {
            class: ShapeClass::ReferenceName,
            ..pen
        };
        plot.text_px(name, (right + 13, y), Anchor::Start, &reference_name(one, is_narrow));
    }
}

fn draw_bars(figure: &SeriesFigure, Shown { width_px, range, .. }: Shown) -> DisplayList {
    let rows = rows(figure, range);
    let parts = u32::try_from(figure.parts.len().max(1)).unwrap_or(1);
    let (x, y) = axes(figure, range);
    let list = plotted(frame(figure, width_px, &[]), x, y, &|plot| {
        plot.days_axis();
        plot.numbers_axis(5, &|value| number(whole(value)));
        draw_changes(plot, figure, &rows);
        for (position, row) in rows.iter().enumerate() {
            let Row::Value(value) = row else { continue };
            draw_bar(plot, position, value, f64::from(parts));
        }
    });
    with_records(list, &rows)
}

/// A bar among those of its period; one that rests on a part of its days has a broken edge.
fn draw_bar(plot: &Plot<'_>, position: usize, value: &Value<'_>, parts: f64) {
    let (from, to) = (on_axis(value.period.from), on_axis(value.period.to));
    let width = (to - from) * 0.88 / parts;
    let part = u8::try_from(value.part).unwrap_or(0);
    let left = from + (to - from) * 0.06 + width * f64::from(part);
    let class = if value.note.is_some() {
        ShapeClass::Doubt
    } else {
        ShapeClass::Mark
    };
    let pen = |class: ShapeClass| Pen::from(class).key(Key::Series(part)).row(position);
    let height = units(value.tenths);
    plot.bar(pen(class), (left, 0.0), (left + width, height));
    let (x, y) = plot.px((left + width / 2.0, height));
    plot.spot(position, value.part, (x, y));
    let label = tenths(value.tenths);
    let room = plot.px((left + width, 0.0)).0 - plot.px((left, 0.0)).0;
    let wide = widest_px([&*label], NAME_PX);
    if room >= wide && x - wide / 2 >= plot.frame.left && x + wide / 2 <= plot.right_px() {
        plot.text_px(pen(ShapeClass::Value), (x, y - 9), Anchor::Middle, &label);
    }
}
