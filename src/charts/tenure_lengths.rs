//! How long each head of the agency lasted.

use timeline_core::{
    date::DayRange,
    query::{
        figures::{HeadFigures, head_figures},
        lengths::{Length, end_span, length},
        succession::Spell,
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
    i18n::{self, capacity, day_text, fill, number, partial_date},
};

const ROW_PX: i32 = 26;
const BAR_PX: i32 = 16;

/// The figure, from the embedded dataset.
#[must_use]
pub(super) fn tenure_lengths() -> Chart {
    let (dataset, t) = (use_dataset(), use_locale());
    let figures = head_figures(dataset);
    let as_of = day_text(t, dataset.as_of);
    let sources = sources_of(figures.spells.iter().flat_map(|spell| &spell.tenures));
    Chart {
        id: "tenure-lengths".to_owned(),
        caption: Caption {
            title: title(&figures),
            subtitle: fill(t.chart_lengths_subtitle, &[("agency", &dataset.site.agency_short)]),
            unit: t.chart_lengths_unit.to_owned(),
            period: DayRange::new(figures.since, dataset.as_of),
            how_to_read: t.chart_lengths_how.to_owned(),
            caveats: vec![
                t.chart_lengths_caveat_spells.to_owned(),
                fill(t.chart_lengths_caveat_open, &[("as_of", &as_of)]),
            ],
        },
        entries: Vec::new(),
        draw: Box::new(draw),
        table: Box::new(|_| table(&head_figures(use_dataset()))),
        sources,
        more: Vec::new(),
    }
}

/// The takeaway: how many spells have certainly ended within a year.
fn title(figures: &HeadFigures) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    let lengths = figures.spells.iter().map(|spell| spell.length(dataset.as_of));
    let ended: Vec<Length> = lengths.filter(|length| !length.ongoing).collect();
    let is_short = |length: &&Length| length.max_days.is_some_and(|days| days < 365);
    fill(
        t.chart_lengths_title,
        &[
            ("short", &ended.iter().filter(is_short).count().to_string()),
            ("all", &ended.len().to_string()),
            ("agency", &dataset.site.agency_short),
            ("since", &day_text(t, figures.since)),
        ],
    )
}

fn table(figures: &HeadFigures) -> TableTwin {
    let (dataset, t) = (use_dataset(), use_locale());
    let rows = figures
        .spells
        .iter()
        .map(|spell| {
            let capacities: Vec<&str> = spell
                .tenures
                .iter()
                .map(|&ix| capacity(t, dataset.tenure(ix).capacity))
                .collect();
            let length = spell.length(dataset.as_of);
            vec![
                dataset.person(spell.person).name.to_string().into(),
                Cell::of(partial_date(t, spell.start.date()), spell.start.date().to_string()),
                i18n::end(t, spell.end).into(),
                Cell::of(days_label(length), plain_days(length)),
                capacities.join(", ").into(),
            ]
        })
        .collect();
    TableTwin {
        columns: vec![
            t.chart_col_person,
            t.chart_col_from,
            t.chart_col_to,
            t.chart_col_days,
            t.chart_col_capacity,
        ],
        rows,
    }
}

/// The days of a spell as a bar's label and a table's cell: "448", "367–426", "110 so far".
fn days_label(length: Length) -> String {
    let t = use_locale();
    let min = number(length.min_days);
    match length.max_days {
        _ if length.ongoing => fill(t.chart_so_far, &[("n", &min)]),
        Some(max) if max != length.min_days => [&min, "–", &number(max)].concat(),
        Some(_) => min,
        None => ["≥ ", &min].concat(),
    }
}

/// The days of a spell for programs: "448", "367/426", "110/".
fn plain_days(length: Length) -> String {
    let min = length.min_days.to_string();
    match length.max_days {
        Some(max) if !length.ongoing && max != length.min_days => [&min, "/", &max.to_string()].concat(),
        Some(_) if !length.ongoing => min,
        _ => [&min, "/"].concat(),
    }
}

/// Draws the figure for a width in pixels.
fn draw(Shown { width_px, range, .. }: Shown) -> DisplayList {
    let dataset = use_dataset();
    let spells = head_figures(dataset).spells;
    let width = i32::try_from(width_px).unwrap_or(0);
    let lengths: Vec<Length> = spells.iter().map(|spell| spell.length(dataset.as_of)).collect();
    let names: Vec<&str> = spells
        .iter()
        .map(|spell| {
            let person = dataset.person(spell.person);
            if width < 480 { person.surname() } else { &*person.name }
        })
        .collect();
    let labels: Vec<String> = lengths.iter().map(|&length| days_label(length)).collect();
    let values_px = widest_px(labels.iter().map(String::as_str), NAME_PX) + 16;
    let left = widest_px(names.iter().copied(), NAME_PX) + 12;
    let rows = i32::try_from(spells.len()).unwrap_or(0);
    let longest = lengths
        .iter()
        .map(|length| length.max_days.unwrap_or(length.min_days))
        .max();
    let frame = Frame {
        width,
        height: rows * ROW_PX + AXIS_PX,
        left,
        right: values_px.min(width - left - 40),
        top: 0,
        bottom: AXIS_PX,
    };
    let x = Axis::Numbers(0.0, f64::from(longest.unwrap_or(1).max(1)));
    let y = Axis::Numbers(f64::from(rows * ROW_PX), 0.0);
    let mut list = plotted(frame, x, y, &|plot| {
        plot.values_axis(56, &|value| number(super::axis::whole(value)));
        for (position, spell) in spells.iter().enumerate() {
            if let (Some(name), Some(&length), Some(label)) =
                (names.get(position), lengths.get(position), labels.get(position))
            {
                draw_row(plot, position, spell, length, name, label);
            }
        }
    });
    list.records = spells.iter().map(|spell| ids(&spell.tenures)).collect();
    list.outside = outside(&spells, range);
    list
}

/// The spells that no day of a range is in.
fn outside(spells: &[Spell], range: DayRange) -> Vec<u16> {
    let dataset = use_dataset();
    let is_outside = |spell: &Spell| {
        let first = spell.start.date().earliest();
        let last = end_span(spell.end, dataset.as_of);
        !DayRange::new(first, last.1.unwrap_or(last.0)).overlaps(range)
    };
    (0_u16..)
        .zip(spells)
        .filter(|(_, spell)| is_outside(spell))
        .map(|(row, _)| row)
        .collect()
}

fn draw_row(plot: &Plot<'_>, position: usize, spell: &Spell, length: Length, name: &str, label: &str) {
    let dataset = use_dataset();
    let pen = |class: ShapeClass| Pen::from(class).row(position);
    let capacity_of = |ix: Option<&timeline_core::model::TenureIx>| {
        ix.map_or(Key::None, |&ix| Key::Capacity(dataset.tenure(ix).capacity))
    };
    let (first, last) = (capacity_of(spell.tenures.first()), capacity_of(spell.tenures.last()));
    let top = i32::try_from(position).unwrap_or(0) * ROW_PX + (ROW_PX - BAR_PX) / 2;
    let max = length.max_days.unwrap_or(length.min_days);
    let bar = |class: ShapeClass, key: Key, from: i32, to: i32| {
        let (low, high) = (f64::from(top + BAR_PX), f64::from(top));
        plot.bar(pen(class).key(key), (f64::from(from), low), (f64::from(to), high));
    };
    let change = first_part(spell);
    let (first_to, second_from) = change.map_or((length.min_days, length.min_days), |change| {
        let max = change.max_days.unwrap_or(length.min_days);
        (change.min_days.min(length.min_days), max.min(length.min_days))
    });
    bar(ShapeClass::Mark, first, 0, first_to);
    if second_from > first_to {
        bar(ShapeClass::Doubt, last, first_to, second_from);
    }
    if length.min_days > second_from {
        bar(ShapeClass::Part, last, second_from, length.min_days);
    }
    if max > length.min_days {
        bar(ShapeClass::Doubt, last, length.min_days, max);
    }
    let (end_px, middle_px) = (plot.px((f64::from(max), 0.0)).0, top + BAR_PX / 2);
    if length.ongoing {
        let tip = vec![
            (end_px, middle_px - BAR_PX / 2),
            (end_px + 7, middle_px),
            (end_px, middle_px + BAR_PX / 2),
        ];
        plot.path_px(pen(ShapeClass::Open).key(last), tip, true);
    }
    let label_px = end_px + if length.ongoing { 11 } else { 5 };
    plot.text_px(
        pen(ShapeClass::Name),
        (plot.frame.left - 8, middle_px),
        Anchor::End,
        name,
    );
    plot.text_px(pen(ShapeClass::Value), (label_px, middle_px), Anchor::Start, label);
    plot.spot(position, 0, (end_px, middle_px));
}

/// How long the first capacity of a spell lasted; none when it is the only one.
fn first_part(spell: &Spell) -> Option<Length> {
    let dataset = use_dataset();
    let [first, _, ..] = *spell.tenures else { return None };
    Some(length(dataset.tenure(first), dataset.as_of))
}
