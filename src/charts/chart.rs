use leptos::{html::Div, prelude::*};
use timeline_core::{date::DayRange, model::SourceIx};

use crate::{
    charts::display_list::{DisplayList, DisplaySvg},
    context::use_locale,
    i18n::{day_text, fill},
    page::source_list::SourceList,
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

/// A figure: title, drawing, table, unit, period, sources and caveats. None of them can be left out.
#[component]
pub fn Chart(
    /// The id of the figure.
    id: &'static str,
    /// What it is about.
    caption: Caption,
    /// What it is drawn as, for a width in pixels.
    draw: fn(u32) -> DisplayList,
    /// Each row's word for the attribute that colours it.
    keys: Vec<&'static str>,
    /// The same numbers as a table.
    table: TableTwin,
    /// What the numbers rest on.
    sources: Vec<SourceIx>,
) -> impl IntoView {
    let t = use_locale();
    let frame = NodeRef::<Div>::new();
    let width = RwSignal::new(FIRST_WIDTH_PX);
    resize::on_width(frame, move |px| width.set(whole(px).clamp(280, 1600)));
    let list = Memo::new(move |_| draw(width.get()));
    let period = fill(
        t.chart_period,
        &[("from", &day_text(t, caption.period.from)), ("to", &day_text(t, caption.period.to))],
    );
    let unit = fill(t.chart_unit, &[("unit", caption.unit)]);
    let count = fill(t.chart_sources, &[("n", &sources.len().to_string())]);
    let caveats = caption.caveats.into_iter().map(|text| view! { <li>{text}</li> }).collect_view();
    let title_id = [id, "-title"].concat();
    view! {
        <figure class="chart" id=id aria-labelledby=title_id.clone()>
            <figcaption class="chart__caption">
                <h3 class="chart__title" id=title_id>{caption.title}</h3>
                <p class="chart__subtitle">{caption.subtitle}". "{unit}". "{period}"."</p>
            </figcaption>
            <div class="chart__frame" node_ref=frame>
                {move || view! { <DisplaySvg list=list.get() keys=keys.clone()/> }}
            </div>
            <details class="chart__more">
                <summary>{t.chart_table}</summary>
                <Twin table/>
            </details>
            <details class="chart__more">
                <summary>{t.chart_about}</summary>
                <p>{caption.how_to_read}</p>
                <ul>{caveats}</ul>
            </details>
            <details class="chart__more">
                <summary>{count}</summary>
                <SourceList sources/>
            </details>
        </figure>
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates; a width is not negative")]
fn whole(px: f64) -> u32 {
    px.floor() as u32
}

/// The table of a chart.
#[component]
fn Twin(
    /// Its cells.
    table: TableTwin,
) -> impl IntoView {
    let heads = table.columns.into_iter().map(|name| view! { <th scope="col">{name}</th> }).collect_view();
    let rows = table
        .rows
        .into_iter()
        .map(|row| {
            let mut cells = row.into_iter();
            let head = cells.next();
            let cells = cells.map(|cell| view! { <td>{cell}</td> }).collect_view();
            view! { <tr><th scope="row">{head}</th>{cells}</tr> }
        })
        .collect_view();
    view! {
        <div class="chart__scroll" tabindex="0" role="group" aria-label=use_locale().chart_table>
            <table class="chart__table"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
}
