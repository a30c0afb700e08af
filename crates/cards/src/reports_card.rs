//! The card of what was reported of many offices: a row for each who reported, a column for each office named.

use timeline_app::{
    charts::{count_text, display_list::Anchor, reported_text},
    i18n::fill,
    share::words::Words,
};
use timeline_core::{
    model::{OfficeIx, ReportStanding},
    query::reported::offices_in_question,
};

use crate::{
    canvas::{Canvas, Line, Type},
    face::Font,
    figure_card::text_column,
    ink::Inks,
    key::{Entry, Sample, reported},
    numbers::nth,
    sheet::{self, MARGIN, Order, TOP, width},
};

/// The width of the text.
const TEXT: f32 = 372.0;
/// The room for the names of the offices, which stand upright.
const HEAD: f32 = 122.0;
/// Where the rows end.
const BOTTOM: f32 = sheet::BOTTOM - 6.0;
/// The room for how many a report speaks of.
const COUNT: f32 = 58.0;

/// Draws the card.
///
/// # Errors
/// A text that does not fit.
pub(crate) fn draw(canvas: &mut Canvas, inks: &Inks, order: Order<'_>, words: &Words) -> Result<(), String> {
    let (dataset, t) = (order.dataset, order.t);
    let entries = ReportStanding::ALL.iter().rev().map(|&standing| Entry {
        sample: Sample::Mark(timeline_app::charts::display_list::Key::Reported(standing)),
        label: reported_text(t, standing).to_owned(),
    });
    text_column(canvas, inks, words, entries.collect(), TEXT)?;
    let offices: Vec<OfficeIx> = offices_in_question(dataset)
        .into_iter()
        .filter(|office| {
            let mut named = dataset.reports.iter().flat_map(|report| &report.offices);
            named.any(|named| named.office == *office)
        })
        .collect();
    let small = Type {
        font: Font::Sans,
        size: 18.0,
        ink: inks.text,
    };
    let names = dataset.reports.iter().map(|report| canvas.width(&report.outlet, small));
    let left = MARGIN + TEXT + 40.0;
    let marks = left + names.fold(0.0, f32::max) + COUNT + 12.0;
    let right = MARGIN + width();
    let column = (right - marks) / nth(offices.len().max(1));
    let row = (BOTTOM - TOP - HEAD) / nth(dataset.reports.len().max(1));
    if row < small.size * 1.2 || column < small.size * 1.1 {
        return Err("the reports do not fit".to_owned());
    }
    let count = offices_in_question(dataset).len().to_string();
    let count = fill(t.share_reports_count, &[("n", &count)]);
    let soft = Type {
        ink: inks.soft,
        ..small
    };
    let head = TOP + HEAD - 8.0;
    canvas.upright(&count, soft, (marks - COUNT / 2.0 + 2.0, head));
    for (position, office) in offices.iter().enumerate() {
        let x = marks + (nth(position) + 0.5) * column;
        canvas.upright(&dataset.office(*office).short_title, small, (x + 6.0, head));
        canvas.line(&[(x, TOP + HEAD), (x, BOTTOM)], &Line::of(1.5), inks.rule);
    }
    for (position, report) in dataset.reports.iter().enumerate() {
        let top = TOP + HEAD + nth(position) * row;
        let (middle, base) = (top + row / 2.0, top + row / 2.0 + small.size * 0.36);
        canvas.line(&[(left, top), (right, top)], &Line::of(1.5), inks.rule);
        canvas.text(&report.outlet, small, (left, base), Anchor::Start);
        canvas.text(&count_text(report), soft, (marks - 10.0, base), Anchor::End);
        for named in &report.offices {
            if let Some(at) = offices.iter().position(|office| *office == named.office) {
                let x = marks + (nth(at) + 0.5) * column;
                reported(canvas, inks, named.standing, (x, middle), 8.5);
            }
        }
    }
    Ok(())
}
