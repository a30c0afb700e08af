//! How long each head of the agency lasted.

use plotters::{
    chart::ChartBuilder,
    coord::Shift,
    drawing::{DrawingArea, IntoDrawingArea},
    element::{PathElement, Polygon, Rectangle, Text},
    style::{
        Color, IntoTextStyle, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};
use timeline_core::{
    date::DayRange,
    layout::text_width::text_width_px,
    query::{
        figures::{HeadFigures, head_figures},
        lengths::{Length, length},
        succession::Spell,
    },
};

use super::{
    backend::{ListBackend, named},
    chart::{Caption, Chart, TableTwin, chart},
    display_list::{DisplayList, ShapeClass, display_svg},
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{self, capacity, day_text, fill, number, partial_date},
    markup::Markup,
};

const ROW_PX: i32 = 26;
const BAR_PX: i32 = 16;
const AXIS_PX: i32 = 24;
const NAME_FONT_PX: f64 = 13.0;
const TICK_FONT_PX: f64 = 12.0;

/// The figure, from the embedded dataset.
#[must_use]
pub fn tenure_lengths() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let figures = head_figures(dataset);
    let mut sources = Vec::new();
    for &ix in figures.spells.iter().flat_map(|spell| &spell.tenures) {
        for &source in &dataset.tenure(ix).sources {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
    }
    let as_of = day_text(t, dataset.as_of);
    let caption = Caption {
        title: title(&figures),
        subtitle: fill(t.chart_lengths_subtitle, &[("agency", &dataset.site.agency_short)]),
        unit: t.chart_lengths_unit,
        period: DayRange::new(figures.since, dataset.as_of),
        how_to_read: t.chart_lengths_how,
        caveats: vec![
            t.chart_lengths_caveat_spells.to_owned(),
            fill(t.chart_lengths_caveat_open, &[("as_of", &as_of)]),
        ],
    };
    let table = table(&figures);
    chart(Chart {
        id: "figure-tenure-lengths",
        caption,
        draw,
        keys: keys(&figures),
        table,
        sources,
    })
}

/// The drawing alone, for a width in pixels.
#[must_use]
pub fn tenure_lengths_drawing(width_px: u32) -> Markup {
    display_svg(&draw(width_px), &keys(&head_figures(use_dataset())))
}

/// The capacity at the beginning of each spell, then that at the end of each.
fn keys(figures: &HeadFigures) -> Vec<&'static str> {
    let dataset = use_dataset();
    let first = figures.spells.iter().map(|spell| spell.tenures.first());
    let last = figures.spells.iter().map(|spell| spell.tenures.last());
    first
        .chain(last)
        .map(|ix| ix.map_or("", |&ix| dataset.tenure(ix).capacity.word()))
        .collect()
}

/// The takeaway: how many spells have certainly ended within a year.
fn title(figures: &HeadFigures) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    let ended = |length: &Length| !length.ongoing;
    let lengths: Vec<Length> = figures.spells.iter().map(|spell| spell.length(dataset.as_of)).collect();
    let short = lengths
        .iter()
        .filter(|length| ended(length) && length.max_days.is_some_and(|days| days < 365))
        .count();
    fill(
        t.chart_lengths_title,
        &[
            ("short", &short.to_string()),
            (
                "all",
                &lengths.iter().filter(|length| ended(length)).count().to_string(),
            ),
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
            vec![
                dataset.person(spell.person).name.to_string(),
                partial_date(t, spell.start.date()),
                i18n::end(t, spell.end),
                days_label(spell.length(dataset.as_of)),
                capacities.join(", "),
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

/// Draws the figure for a width in pixels.
fn draw(width_px: u32) -> DisplayList {
    let dataset = use_dataset();
    let spells = head_figures(dataset).spells;
    let rows = i32::try_from(spells.len()).unwrap_or(0);
    let height_px = u32::try_from(rows * ROW_PX + AXIS_PX).unwrap_or(0);
    let mut list = DisplayList {
        width_px,
        height_px,
        items: Vec::new(),
    };
    let root = ListBackend(&mut list).into_drawing_area();
    let drawn = draw_on(&root, &spells, i32::try_from(width_px).unwrap_or(0));
    drop(root);
    match drawn {
        Ok(()) => list,
        // The backend never fails; a scale of no days has nothing to draw.
        Err(_) => DisplayList {
            width_px,
            height_px,
            items: Vec::new(),
        },
    }
}

type Drawn<'a> = Result<
    (),
    plotters::drawing::DrawingAreaErrorKind<<ListBackend<'a> as plotters::backend::DrawingBackend>::ErrorType>,
>;

fn text_style(class: ShapeClass, row: Option<u16>, size_px: f64, h_pos: HPos) -> TextStyle<'static> {
    let mut style = ("sans-serif", size_px).into_text_style(&(1, 1));
    style.color = named(class, row).to_backend_color();
    style.pos = Pos::new(h_pos, VPos::Center);
    style
}

fn draw_on<'a>(root: &DrawingArea<ListBackend<'a>, Shift>, spells: &[Spell], width_px: i32) -> Drawn<'a> {
    let dataset = use_dataset();
    let lengths: Vec<Length> = spells.iter().map(|spell| spell.length(dataset.as_of)).collect();
    let longest = lengths
        .iter()
        .filter_map(|length| length.max_days.or(Some(length.min_days)))
        .max()
        .unwrap_or(0);
    let names: Vec<&str> = spells
        .iter()
        .map(|spell| {
            let person = dataset.person(spell.person);
            if width_px < 480 {
                person.surname()
            } else {
                &*person.name
            }
        })
        .collect();
    let widest = |texts: &mut dyn Iterator<Item = f64>| texts.fold(0.0, f64::max);
    let name_column_px = whole(widest(&mut names.iter().map(|name| text_width_px(name, NAME_FONT_PX))));
    let values_px = whole(widest(
        &mut lengths
            .iter()
            .map(|&length| text_width_px(&days_label(length), NAME_FONT_PX)),
    )) + 10;
    let plot_px = (width_px - name_column_px - 12 - values_px).max(40);
    let domain_to = longest.max(1);
    let mut plot = ChartBuilder::on(root)
        .set_label_area_size(plotters::chart::LabelAreaPosition::Left, name_column_px + 12)
        .set_label_area_size(plotters::chart::LabelAreaPosition::Bottom, AXIS_PX)
        .margin_right(values_px)
        .build_cartesian_2d(0..domain_to, 0..(i32::try_from(spells.len()).unwrap_or(0) * ROW_PX))?;
    let bottom = i32::try_from(spells.len()).unwrap_or(0) * ROW_PX;
    let step = year_step(domain_to, plot_px);
    let years = (0..).map(|count| count * step).take_while(|&days| days <= domain_to);
    let left = name_column_px + 12;
    let x_px = |days: i32| left + days * plot_px / domain_to;
    for days in years {
        let class = if days == 0 { ShapeClass::Axis } else { ShapeClass::Grid };
        plot.draw_series(std::iter::once(PathElement::new(
            vec![(days, 0), (days, bottom)],
            named(class, None),
        )))?;
        root.draw(&Text::new(
            number(days),
            (x_px(days), bottom + AXIS_PX / 2 + 2),
            text_style(ShapeClass::Tick, None, TICK_FONT_PX, HPos::Center),
        ))?;
    }
    for (position, (name, length)) in names.iter().zip(&lengths).enumerate() {
        let row = u16::try_from(position).ok();
        let top = bottom - i32::try_from(position).unwrap_or(0) * ROW_PX - (ROW_PX - BAR_PX) / 2;
        let max = length.max_days.unwrap_or(length.min_days);
        // A second colour key a row, for a spell that ended in another capacity than it began.
        let last_row = u16::try_from(position + spells.len()).ok();
        let bar = |from: i32, to: i32, class, row| {
            Rectangle::new([(from, top), (to.max(from), top - BAR_PX)], named(class, row))
        };
        let change = spells.get(position).and_then(first_part);
        let (first_to, second_from) = change.map_or((length.min_days, length.min_days), |change| {
            let max = change.max_days.unwrap_or(length.min_days);
            (change.min_days.min(length.min_days), max.min(length.min_days))
        });
        let mut parts = vec![bar(0, first_to, ShapeClass::Mark, row)];
        if second_from > first_to {
            parts.push(bar(first_to, second_from, ShapeClass::Doubt, last_row));
        }
        if length.min_days > second_from {
            parts.push(bar(second_from, length.min_days, ShapeClass::Part, last_row));
        }
        if max > length.min_days {
            parts.push(bar(length.min_days, max, ShapeClass::Doubt, last_row));
        }
        plot.draw_series(parts)?;
        let middle_px = bottom - top + BAR_PX / 2;
        let end_px = x_px(max);
        if length.ongoing {
            let tip = vec![
                (end_px, middle_px - BAR_PX / 2),
                (end_px + 7, middle_px),
                (end_px, middle_px + BAR_PX / 2),
            ];
            root.draw(&Polygon::new(tip, named(ShapeClass::Open, last_row)))?;
        }
        let label_px = end_px + if length.ongoing { 11 } else { 5 };
        root.draw(&Text::new(
            (*name).to_owned(),
            (name_column_px + 4, middle_px),
            text_style(ShapeClass::Name, row, NAME_FONT_PX, HPos::Right),
        ))?;
        root.draw(&Text::new(
            days_label(*length),
            (label_px, middle_px),
            text_style(ShapeClass::Value, row, NAME_FONT_PX, HPos::Left),
        ))?;
    }
    root.present()
}

/// How long the first capacity of a spell lasted; none when it is the only one.
fn first_part(spell: &Spell) -> Option<Length> {
    let dataset = use_dataset();
    let [first, _, ..] = *spell.tenures else { return None };
    Some(length(dataset.tenure(first), dataset.as_of))
}

/// Days between two lines of the grid: years, or halves and quarters of them, as many as there is room for.
fn year_step(domain_to: i32, plot_px: i32) -> i32 {
    [100, 200, 500, 1000, 2000, 5000]
        .into_iter()
        .find(|step| step * plot_px / domain_to >= 56)
        .unwrap_or(10_000)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a float cast saturates; widths of text are small"
)]
fn whole(px: f64) -> i32 {
    px.ceil() as i32
}
