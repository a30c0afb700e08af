//! The card of the figures: what they have to say in a word, and several of them side by side.

use timeline_app::{
    charts::display_list::{DisplayList, Shape},
    share::{
        subject::Subject,
        words::{chart_of, in_a_page, whole, words},
    },
};
use timeline_core::view::figure_id::FigureId;

use crate::{
    canvas::Canvas,
    drawing::{Stretch, draw as draw_list},
    figure_card::series_figure,
    flow::{Flow, HEADLINE, NOTE, plain},
    ink::Inks,
    numbers::nth,
    references::told_by,
    sheet::{self, MARGIN, Order, TOP, width},
};

/// Where the drawings end.
const BOTTOM: f32 = sheet::BOTTOM - 6.0;
const COLUMNS: usize = 3;
const ROWS: usize = 2;
/// The width that the drawings are made for, in their own pixels.
const MADE_FOR_PX: u32 = 340;
/// The room between the drawings.
const GAP: f32 = 40.0;

/// Draws the card.
///
/// # Errors
/// A text that does not fit.
pub(crate) fn draw(canvas: &mut Canvas, inks: &Inks, order: Order<'_>) -> Result<(), String> {
    let words = words(order.subject, order.t);
    let title = Flow::fitted(
        &canvas.faces,
        &plain(&words.title),
        HEADLINE,
        (46.0, 34.0),
        (width(), 110.0),
    );
    let y = title
        .ok_or("the title does not fit")?
        .write(canvas, (MARGIN, TOP - 8.0), inks.text)
        + 6.0;
    let about = Flow::of(&canvas.faces, &plain(&words.about), NOTE, 21.0, width());
    let top = about.write(canvas, (MARGIN, y), inks.soft) + 22.0;
    let wide = (width() + GAP) / nth(COLUMNS);
    let high = (BOTTOM - top + GAP * 0.6) / nth(ROWS);
    in_a_page(|| {
        let figures = FigureId::all(order.dataset).into_iter().map(|figure| Order {
            subject: Subject::Figure(figure),
            ..order
        });
        let charts = figures.filter_map(|order| Some((series_figure(order), chart_of(order.subject)?)));
        for (position, (series, chart)) in charts.take(COLUMNS * ROWS).enumerate() {
            let (list, _) = told_by("", series, &(chart.draw)(whole(&chart, MADE_FOR_PX)));
            let place = (
                MARGIN + nth(position % COLUMNS) * wide,
                top + nth(position / COLUMNS) * high,
            );
            let (cut, floor) = without_texts(&list);
            let area = (place.0, place.1, wide - GAP, high - GAP * 0.6);
            draw_list(canvas, inks, &cut, &Stretch::over(&cut, floor, area, 1.5));
        }
    });
    Ok(())
}

/// The shapes of a drawing moved to its corner, with the height that they take.
fn without_texts(list: &DisplayList) -> (DisplayList, i32) {
    let shapes = list.items.iter().filter(|item| !matches!(item.shape, Shape::Text(..)));
    let ends = shapes.clone().filter_map(|item| ends(&item.shape));
    let all = ends.reduce(|one, other| {
        (
            one.0.min(other.0),
            one.1.min(other.1),
            one.2.max(other.2),
            one.3.max(other.3),
        )
    });
    let (left, top, right, low) = all.unwrap_or_default();
    let moved = shapes.cloned().map(|mut item| {
        item.shape = item.shape.moved(-left, -top);
        item
    });
    let cut = DisplayList {
        width_px: u32::try_from(right - left).unwrap_or(1).max(1),
        items: moved.collect(),
        ..DisplayList::default()
    };
    (cut, (low - top).max(1))
}

/// The left, upper, right and lower end of a shape.
fn ends(shape: &Shape) -> Option<(i32, i32, i32, i32)> {
    match shape {
        &Shape::Rect(x, y, width, height) => Some((x, y, x + width, y + height)),
        &Shape::Circle((x, y), radius) => Some((x - radius, y - radius, x + radius, y + radius)),
        Shape::Path(points, _) => {
            let across = points.iter().map(|point| point.0);
            let down = points.iter().map(|point| point.1);
            Some((across.clone().min()?, down.clone().min()?, across.max()?, down.max()?))
        }
        Shape::Text(..) => None,
    }
}
