//! The card of the table: the latest rows of the head of the agency, the last begun first.

use timeline_app::{
    charts::display_list::Anchor,
    i18n::{capacity, days, fill, length as length_text, number, span, span_short},
    share::words::words,
};
use timeline_core::{
    model::{Tenure, TenureIx},
    query::lengths::length,
};

use crate::{
    canvas::{Canvas, Line, Type},
    face::Font,
    flow::{Flow, HEADLINE, plain},
    ink::Inks,
    numbers::nth,
    sheet::{BOTTOM, MARGIN, Order, TOP, width},
};

/// The height of a row, at least.
const ROW: f32 = 44.0;
/// Where columns begin, from the margin.
const COLUMNS: [f32; 4] = [18.0, 300.0, 530.0, 905.0];

/// Draws the card.
///
/// # Errors
/// A text that does not fit.
pub(crate) fn draw(canvas: &mut Canvas, inks: &Inks, order: Order<'_>) -> Result<(), String> {
    let (dataset, t) = (order.dataset, order.t);
    let title = plain(&words(order.subject, t).title);
    let title = Flow::fitted(&canvas.faces, &title, HEADLINE, (46.0, 34.0), (width(), 110.0));
    let top = title
        .ok_or("the title does not fit")?
        .write(canvas, (MARGIN, TOP - 8.0), inks.text)
        + 16.0;
    let office = dataset.office(dataset.site.head_office);
    let one = |text: &str| vec![text.to_owned()];
    let head = [
        vec![office.title.to_string(), office.short_title.to_string()],
        one(t.table_capacity),
        one(t.chart_col_period),
        one(t.table_length),
    ];
    let bold = Type {
        font: Font::SansBold,
        size: 18.0,
        ink: inks.soft,
    };
    cells(canvas, &head, [bold; 4], top + 22.0)?;
    let rule =
        |canvas: &mut Canvas, y: f32, ink| canvas.line(&[(MARGIN, y), (MARGIN + width(), y)], &Line::of(1.5), ink);
    let body = top + 34.0;
    rule(canvas, body, inks.strong_rule);
    let tenures: Vec<TenureIx> = dataset.tenures_of(dataset.site.head_office).rev().collect();
    let mut count = 0_usize;
    while nth(count + 1) * ROW <= BOTTOM - body - 30.0 {
        count += 1;
    }
    for (position, &ix) in tenures.iter().take(count).enumerate() {
        let y = body + nth(position) * ROW;
        let tenure = dataset.tenure(ix);
        canvas.fill_box(
            (MARGIN, y + 8.0, 6.0, ROW - 16.0),
            inks.capacity(tenure.capacity).strong,
        );
        let style = |font: Font, size: f32, ink| Type { font, size, ink };
        let plain = style(Font::Sans, 20.0, inks.text);
        let styles = [style(Font::SansBold, 22.0, inks.text), plain, plain, plain];
        cells(canvas, &row(order, tenure), styles, y + 29.0)?;
        rule(canvas, y + ROW, inks.rule);
    }
    let more = dataset.tenures.len().saturating_sub(count.min(tenures.len()));
    let more = number(i32::try_from(more).unwrap_or(i32::MAX));
    let more = fill(t.card_more, &[("n", &more)]);
    canvas.text(
        &more,
        Type {
            font: Font::Sans,
            ..bold
        },
        (MARGIN + 18.0, BOTTOM - 4.0),
        Anchor::Start,
    );
    Ok(())
}

/// What a row says: who, in what capacity, from when to when, for how long. Each from the longest to the shortest way of
/// saying it.
fn row(order: Order<'_>, tenure: &Tenure) -> [Vec<String>; 4] {
    let (dataset, t) = (order.dataset, order.t);
    let person = dataset.person(tenure.person);
    let length = length(tenure, dataset.as_of);
    let long = if length.is_exact() && !length.ongoing {
        days(t, length.min_days)
    } else {
        length_text(t, length)
    };
    [
        vec![person.name.to_string(), person.surname().to_owned()],
        vec![capacity(t, tenure.capacity).to_owned()],
        vec![span(t, tenure), span_short(t, tenure)],
        vec![long],
    ]
}

/// Writes the cells of a row on a base line, each in the first way that fits its column, as small as that needs.
fn cells(canvas: &mut Canvas, texts: &[Vec<String>; 4], styles: [Type; 4], base: f32) -> Result<(), String> {
    let ends = COLUMNS.iter().skip(1).copied().chain([width() + 16.0]);
    for (((text, style), left), end) in texts.iter().zip(styles).zip(COLUMNS).zip(ends) {
        let room = end - left - 16.0;
        let sized = |text: &String| (style.size * room / canvas.width(text, style)).min(style.size);
        let Some((text, size)) = text
            .iter()
            .map(|text| (text, sized(text)))
            .find(|(_, size)| *size >= 14.0)
        else {
            return Err(format!("{} does not fit", text.join(" / ")));
        };
        canvas.text(text, Type { size, ..style }, (MARGIN + left, base), Anchor::Start);
    }
    Ok(())
}
