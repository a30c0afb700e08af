//! The card of a figure, or of the map: its title and what to keep in mind beside its drawing.

use timeline_app::{
    charts::{
        chart::Chart,
        display_list::{Anchor, DisplayList, Key, Shape, ShapeClass},
    },
    i18n::{Texts, capacity},
    share::{
        subject::Subject,
        words::{Words, chart_of, in_a_page, whole, words},
    },
};
use timeline_core::{
    model::{Capacity, FigureForm, SeriesFigure},
    view::figure_id::FigureId,
};

use crate::{
    canvas::{Area, Canvas, Type},
    drawing::{Stretch, draw as draw_list},
    face::Font,
    flow::{Flow, HEADLINE, NOTE, plain},
    ink::Inks,
    key::{Entry, KeyRows, Sample},
    map_names::{leave_out_names, name_what_is_not},
    numbers::{px, size},
    references::told_by,
    reports_card,
    sheet::{BOTTOM, MARGIN, Order, TOP, width},
};

/// The room between the text and the drawing.
const GAP: f32 = 44.0;
/// The room at the right of the map.
const BESIDE_MAP: f32 = 58.0;
/// The room under the axis of a drawing, in its own pixels.
const AXIS_PX: i32 = 24;

/// How the card of a figure is laid out.
struct Design {
    /// The width of the text.
    text: f32,
    /// The width that the drawing is made for, in its own pixels.
    made_for: u32,
    /// The factor of its texts.
    grain: f32,
    /// Whether the key stands under the text; above the drawing otherwise.
    key_in_text: bool,
    /// Whether the drawing keeps its proportions.
    keeps_form: bool,
}

fn design(subject: Subject) -> Design {
    let usual = Design {
        text: 410.0,
        made_for: 370,
        grain: 1.65,
        key_in_text: false,
        keeps_form: false,
    };
    match subject {
        Subject::View(_) => Design {
            text: 372.0,
            made_for: 544,
            grain: 1.5,
            key_in_text: true,
            keeps_form: true,
        },
        Subject::Figure(FigureId::TenureLengths) => Design {
            made_for: 410,
            grain: 1.55,
            key_in_text: true,
            ..usual
        },
        Subject::Figure(FigureId::ChangesByQuarter) => Design {
            made_for: 470,
            grain: 1.45,
            ..usual
        },
        Subject::Figure(FigureId::CapacityDays) => Design {
            made_for: 480,
            grain: 1.5,
            text: 350.0,
            ..usual
        },
        Subject::Figure(
            FigureId::DaysSinceConfirmed | FigureId::Series(_) | FigureId::Survival | FigureId::OfficeReports,
        ) => usual,
    }
}

/// Draws the card.
///
/// # Errors
/// A text that does not fit.
pub(crate) fn draw(canvas: &mut Canvas, inks: &Inks, order: Order<'_>) -> Result<(), String> {
    let words = words(order.subject, order.t);
    if order.subject == Subject::Figure(FigureId::OfficeReports) {
        return reports_card::draw(canvas, inks, order, &words);
    }
    let design = design(order.subject);
    in_a_page(|| {
        let chart = chart_of(order.subject).ok_or("there is no such figure")?;
        let mut list = (chart.draw)(whole(&chart, design.made_for));
        if design.keeps_form {
            leave_out_names(&mut list);
        }
        let entries = entries(order, &chart, &list);
        let (in_text, above) = if design.key_in_text {
            (entries, Vec::new())
        } else {
            (Vec::new(), entries)
        };
        text_column(canvas, inks, &words, in_text, design.text)?;
        let left = MARGIN + design.text + GAP;
        let room = width() - design.text - GAP;
        let key = KeyRows::of(canvas, above, room);
        key.draw(canvas, inks, (left, TOP));
        let top = TOP + key.height() + if key.height() > 0.0 { 12.0 } else { 0.0 };
        // Beside the map there is room for names that its drawing has none for.
        let room = if design.keeps_form { room - BESIDE_MAP } else { room };
        let (list, told) = told_by(&words.title, series_figure(order), &list);
        let stretch = drawing(canvas, inks, &list, &design, (left, top, room, BOTTOM - top));
        let style = Type {
            font: Font::SansBold,
            size: 13.0 * design.grain,
            ink: inks.text,
        };
        for one in told {
            let (x, y) = stretch.point(one.end);
            let base = (x, y + style.size * 1.1);
            canvas.haloed(one.label, style, base, Anchor::End, inks.paper);
        }
        if let (Subject::View(_), Some(map)) = (order.subject, &order.dataset.map) {
            let names = map
                .places
                .iter()
                .map(|(office, _)| &*order.dataset.office(*office).short_title);
            name_what_is_not(canvas, inks, &list, &stretch, &names.collect::<Vec<_>>(), style);
        }
        Ok(())
    })
}

/// The title at the largest size that fits, what is shown, the key, and at the foot what to keep in mind.
pub(crate) fn text_column(
    canvas: &mut Canvas,
    inks: &Inks,
    words: &Words,
    entries: Vec<Entry>,
    width: f32,
) -> Result<(), String> {
    let faces = &canvas.faces;
    let key = KeyRows::of(canvas, entries, width);
    let note = Flow::balanced(faces, &plain(&words.note), NOTE, 17.0, width);
    let note_height = if words.note.is_empty() {
        0.0
    } else {
        note.height() + 14.0
    };
    let about = Flow::balanced(faces, &plain(&words.about), NOTE, 19.0, width);
    let room = BOTTOM - TOP - note_height - key.height();
    let fitted =
        |height: f32, sizes: (f32, f32)| Flow::fitted(faces, &plain(&words.title), HEADLINE, sizes, (width, height));
    // A title that needs the room has it.
    let with_about = fitted(room - about.height() - 34.0, (46.0, 34.0)).map(|title| (title, Some(about)));
    let (title, about) = with_about
        .or_else(|| fitted(room - 16.0, (46.0, 28.0)).map(|title| (title, None)))
        .ok_or("the title does not fit")?;
    let mut y = title.write(canvas, (MARGIN, TOP - 4.0), inks.text) + 12.0;
    if let Some(about) = about {
        y = about.write(canvas, (MARGIN, y), inks.soft) + 14.0;
    }
    key.draw(canvas, inks, (MARGIN, y));
    if !words.note.is_empty() {
        note.write(canvas, (MARGIN, BOTTOM - note.height()), inks.soft);
    }
    Ok(())
}

/// The key of a figure: its own, or the capacities that it is coloured by without naming them.
fn entries(order: Order<'_>, chart: &Chart, list: &DisplayList) -> Vec<Entry> {
    if order.subject == Subject::Figure(FigureId::TenureLengths) {
        return capacities(list, order.t);
    }
    let are_bars = series_figure(order).is_some_and(|figure| figure.form == FigureForm::Bars);
    let is_drawn = |key: Key| key != Key::Change || list.items.iter().any(|item| item.pen.key == Key::Change);
    let shown = chart.entries.iter().filter(|entry| is_drawn(entry.key));
    let entry = |entry: &timeline_app::charts::chart::KeyEntry| Entry {
        sample: match entry.key {
            Key::Series(position) if !are_bars && is_dotted(list, position) => Sample::Dot(entry.key),
            Key::Series(_) if !are_bars => Sample::Line(entry.key),
            Key::None
            | Key::Series(_)
            | Key::Capacity(_)
            | Key::Reported(_)
            | Key::Change
            | Key::Vacant
            | Key::Doubtful => Sample::Mark(entry.key),
        },
        label: entry.label.clone(),
    };
    let partial = (are_bars && has_doubt(list)).then(|| Entry {
        sample: Sample::Doubt(Key::Doubtful),
        label: order.t.share_partial.to_owned(),
    });
    shown.map(entry).chain(partial).collect()
}

/// Whether a series is drawn as single days.
fn is_dotted(list: &DisplayList, position: u8) -> bool {
    let mut of_series = list.items.iter().filter(|item| item.pen.key == Key::Series(position));
    of_series.all(|item| item.pen.class != ShapeClass::Line)
}

fn capacities(list: &DisplayList, t: &'static Texts) -> Vec<Entry> {
    let is_used = |capacity: &Capacity| {
        let mut items = list.items.iter();
        items.any(|item| item.pen.key == Key::Capacity(*capacity) && item.pen.class != ShapeClass::Doubt)
    };
    let used = Capacity::ALL.iter().copied().filter(is_used);
    let mut entries: Vec<Entry> = used
        .map(|one| Entry {
            sample: Sample::Mark(Key::Capacity(one)),
            label: capacity(t, one).to_owned(),
        })
        .collect();
    if has_doubt(list) {
        entries.push(Entry {
            sample: Sample::Doubt(Key::Doubtful),
            label: t.key_uncertain.to_owned(),
        });
    }
    entries
}

fn has_doubt(list: &DisplayList) -> bool {
    list.items.iter().any(|item| item.pen.class == ShapeClass::Doubt)
}

/// The series figure of a card that is of one.
pub(crate) fn series_figure(order: Order<'_>) -> Option<&'static SeriesFigure> {
    match order.subject {
        Subject::Figure(FigureId::Series(position)) => order.dataset.figures.get(usize::from(position)),
        Subject::Figure(_) | Subject::View(_) => None,
    }
}

/// Draws the drawing, and tells how it lies.
fn drawing(canvas: &mut Canvas, inks: &Inks, list: &DisplayList, design: &Design, area: Area) -> Stretch {
    let (left, top, wide, high) = area;
    let floor = floor_px(list);
    let high = if design.keeps_form {
        high.min(wide * px(floor) / size(list.width_px))
    } else {
        high
    };
    let stretch = Stretch::over(list, floor, (left, top, wide, high), design.grain);
    draw_list(canvas, inks, list, &stretch);
    stretch
}

/// The end of a drawing with its axis, in its own pixels: what stands below is left to the page.
fn floor_px(list: &DisplayList) -> i32 {
    let axes = list.items.iter().filter(|item| item.pen.class == ShapeClass::Axis);
    let ends = axes.filter_map(|item| match &item.shape {
        Shape::Path(points, _) => points.iter().map(|point| point.1).max(),
        Shape::Rect(..) | Shape::Circle(..) | Shape::Text(..) => None,
    });
    let whole = i32::try_from(list.height_px).unwrap_or(i32::MAX);
    ends.max().map_or(whole, |axis| whole.min(axis + AXIS_PX))
}
