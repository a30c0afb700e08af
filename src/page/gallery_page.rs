//! Every figure at several widths, light and dark: for those who change them.

use leptos::prelude::*;
use timeline_core::view::figure_id::FigureId;

use crate::{
    charts::{
        chart::{Chart, Shown},
        display_list::display_svg,
        figures::figure,
        office_map::office_map,
    },
    context::{ViewContext, use_dataset, use_locale},
    markup::{Markup, el},
};

/// The widths, in pixels: a phone, a tablet, a desktop, as the figures are wide on them.
pub const WIDTHS_PX: [u32; 3] = [320, 768, 1280];

/// The width of the dark drawing, in pixels.
const DARK_WIDTH_PX: u32 = 768;

/// Every figure and the map at each width, and dark.
#[component]
#[expect(clippy::must_use_candidate, reason = "the macro makes the function")]
pub fn GalleryPage() -> impl IntoView {
    provide_context(ViewContext::new());
    page()
}

fn page() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let charts = FigureId::all(dataset)
        .into_iter()
        .filter_map(figure)
        .chain(office_map());
    el("main")
        .class("record-page gallery")
        .child(el("p").child(el("a").attr("href", "../index.html").text(t.days_back)))
        .child(el("h1").text(t.gallery_title))
        .child(el("p").text(t.gallery_intro))
        .children(charts.map(|chart| sheet(&chart)))
}

/// A figure at each width, in each theme.
fn sheet(chart: &Chart) -> Markup {
    let t = use_locale();
    let themes = [("light", t.gallery_light), ("dark", t.gallery_dark)];
    let drawings = themes.into_iter().flat_map(|(theme, name)| {
        // The same drawing has other colours: once is enough.
        let widths = WIDTHS_PX
            .into_iter()
            .filter(move |&width| theme == "light" || width == DARK_WIDTH_PX);
        widths.map(move |width_px| {
            let caption = [&width_px.to_string(), " px, ", name].concat();
            el("figure")
                .class("gallery__one")
                .attr("data-theme", theme)
                .attr("data-width", width_px.to_string())
                .child(drawing(chart, width_px))
                .child(el("figcaption").text(caption))
        })
    });
    el("section")
        .attr("data-sheet", chart.id.clone())
        .child(el("h2").text(chart.caption.title.clone()))
        .children(drawings)
}

/// A figure at a width, over its own days and with all reports.
#[must_use]
pub fn drawing(chart: &Chart, width_px: u32) -> Markup {
    let shown = Shown {
        width_px,
        range: chart.caption.days(),
        reports: use_dataset().reports.len(),
    };
    display_svg(&(chart.draw)(shown))
}
