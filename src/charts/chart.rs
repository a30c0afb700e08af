//! The figure around every chart: what it shows, its unit, period, sources, caveats and table.
//! It draws nothing itself: a chart gives it a display list for a width.

use leptos::prelude::*;
use timeline_core::{date::DayRange, model::SourceIx, query::search::Query};

use crate::{
    charts::display_list::{DisplayList, display_svg},
    context::use_locale,
    i18n::{day_text, fill},
    markup::{Markup, Slot, el},
    page::source_list::source_list,
    platform::resize,
};

/// The width that the first rendering assumes, in pixels.
const FIRST_WIDTH_PX: u32 = 720;

/// The numbers of a chart as a table: the same that it draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableTwin {
    /// The heads of the columns.
    pub columns: Vec<&'static str>,
    /// The rows, each with a cell a column; the first is the row's head.
    pub rows: Vec<Vec<String>>,
}

/// What a chart is about, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// What one sees, computed from the data.
    pub title: String,
    /// What is drawn.
    pub subtitle: String,
    /// The unit of its values.
    pub unit: &'static str,
    /// The days that it covers.
    pub period: DayRange,
    /// How to read it.
    pub how_to_read: &'static str,
    /// What to keep in mind.
    pub caveats: Vec<String>,
}

/// What a figure needs: none of it can be left out.
pub struct Chart {
    /// The id of the figure.
    pub id: &'static str,
    /// What it is about.
    pub caption: Caption,
    /// What it is drawn as, for a width in pixels.
    pub draw: fn(u32) -> DisplayList,
    /// Each row's word for the attribute that colours it.
    pub keys: Vec<&'static str>,
    /// The same numbers as a table.
    pub table: TableTwin,
    /// What the numbers rest on.
    pub sources: Vec<SourceIx>,
}

/// A figure: title, drawing, table, unit, period, sources and caveats.
#[must_use]
pub fn chart(chart: Chart) -> Markup {
    let t = use_locale();
    let Chart {
        id,
        caption,
        draw,
        keys,
        table,
        sources,
    } = chart;
    let frame = Slot::new();
    let width = RwSignal::new(FIRST_WIDTH_PX);
    resize::on_width(frame, move |px| width.set(whole(px).clamp(280, 1600)));
    let period = fill(
        t.chart_period,
        &[
            ("from", &day_text(t, caption.period.from)),
            ("to", &day_text(t, caption.period.to)),
        ],
    );
    let unit = fill(t.chart_unit, &[("unit", caption.unit)]);
    let count = fill(t.chart_sources, &[("n", &sources.len().to_string())]);
    let title_id = [id, "-title"].concat();
    let head = el("figcaption")
        .class("chart__caption")
        .child(
            el("h3")
                .class("chart__title")
                .attr("id", title_id.clone())
                .text(caption.title),
        )
        .child(
            el("p")
                .class("chart__subtitle")
                .text([&caption.subtitle, ". ", &unit, ". ", &period, "."].concat()),
        );
    let caveats = caption.caveats.into_iter().map(|text| el("li").text(text));
    let about = [el("p").text(caption.how_to_read), el("ul").children(caveats)];
    let drawing = el("div").class("chart__frame").keep(frame).each(
        move || vec![width.get().to_string()],
        move |width| display_svg(&draw(width.parse().unwrap_or(FIRST_WIDTH_PX)), &keys),
    );
    el("figure")
        .class("chart")
        .attr("id", id)
        .attr("aria-labelledby", title_id)
        .child(head)
        .child(drawing)
        .child(folded(t.chart_table.to_owned(), [twin(table)]))
        .child(folded(t.chart_about.to_owned(), about))
        .child(folded(count, [source_list(&sources, &[], &Query::default())]))
}

/// Content that opens under its title.
fn folded(title: String, content: impl IntoIterator<Item = Markup>) -> Markup {
    el("details")
        .class("chart__more")
        .child(el("summary").text(title))
        .children(content)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float cast saturates; a width is not negative"
)]
fn whole(px: f64) -> u32 {
    px.floor() as u32
}

/// The table of a chart.
fn twin(table: TableTwin) -> Markup {
    let heads = table
        .columns
        .into_iter()
        .map(|name| el("th").attr("scope", "col").text(name));
    let rows = table.rows.into_iter().map(|row| {
        let cells = row.into_iter().enumerate().map(|(position, cell)| match position {
            0 => el("th").attr("scope", "row").text(cell),
            _ => el("td").text(cell),
        });
        el("tr").children(cells)
    });
    let table = el("table")
        .class("chart__table")
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children(rows));
    el("div")
        .class("chart__scroll")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", use_locale().chart_table)
        .child(table)
}
