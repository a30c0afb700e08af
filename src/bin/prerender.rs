//! Renders the pages on the host into the folder that Trunk has built.
//!
//! `prerender DIST [SITE-ADDRESS]` fills `index.html` and writes the pages without
//! scripts: `record`, `days`, `figures`, and the `gallery` of the figures.

use std::{env, error::Error, fs, path::Path, sync::Arc};

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use timeline_app::{
    app::App,
    context::{dataset, install},
    embedded,
    i18n::{EN, day_text, fill, number},
    page::{days_page::DaysPage, figures_page::FiguresPage, gallery_page::GalleryPage, record_page::RecordPage},
};
use timeline_core::query::figures::head_figures;

const BODY_MARK: &str = "<!--prerender-->";
const HEAD_MARK: &str = "<!--head-->";
const STATUS_MARK: &str = "<!--status-->";

fn main() -> Result<(), Box<dyn Error>> {
    install(embedded::dataset);
    let mut arguments = env::args().skip(1);
    let dist = arguments.next().ok_or("usage: prerender DIST [SITE-ADDRESS]")?;
    let site = arguments.next();
    let dist = Path::new(&dist);
    let file = dist.join("index.html");
    let page = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut index = without_unused_integrity(&page)?;
    for (mark, text) in [
        (HEAD_MARK, head(site.as_deref())),
        (STATUS_MARK, status_line()),
        (BODY_MARK, render(App)),
    ] {
        index = fill_in(&index, mark, &text)?;
    }
    fs::write(&file, &index)?;
    let style = between(&page, "<link rel=\"stylesheet\" href=\"", "\"")?;
    let static_page = |title: &str, body: &str| {
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{} – {}</title>\n<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"../favicon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"../{}\">\n</head>\n<body><div id=\"app\">{}</div></body>\n</html>\n",
            escaped(title),
            escaped(&dataset().site.title),
            style.trim_start_matches("./"),
            body,
        )
    };
    for (folder, page) in [
        ("record", static_page(EN.record_title, &render(RecordPage))),
        ("days", static_page(EN.days_title, &render(DaysPage))),
        ("figures", static_page(EN.static_figures_title, &render(FiguresPage))),
        ("gallery", static_page(EN.gallery_title, &render(GalleryPage))),
    ] {
        fs::create_dir_all(dist.join(folder))?;
        fs::write(dist.join(folder).join("index.html"), page)?;
    }
    eprintln!("prerender: {} bytes of page", index.len());
    Ok(())
}

fn render<V: IntoView + 'static>(component: fn() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    owner.with(|| component().into_view().to_html())
}

/// Title and description, made from the data.
fn head(site: Option<&str>) -> String {
    let dataset = dataset();
    let figures = head_figures(dataset);
    let begin = fill(
        EN.lede_without_confirmed,
        &[
            ("as_of", &day_text(&EN, dataset.as_of)),
            ("agency", &dataset.site.agency_short),
        ],
    );
    let description = [
        begin,
        fill(EN.lede_days, &[("n", &number(figures.days_since))]),
        ".".to_owned(),
    ]
    .concat();
    let canonical = site
        .map(|site| format!("\n<link rel=\"canonical\" href=\"{}\">", escaped(site)))
        .unwrap_or_default();
    format!(
        "<title>{}</title>\n<meta name=\"description\" content=\"{}\">{canonical}",
        escaped(&dataset.site.title),
        escaped(&description),
    )
}

/// Said to a reader without scripts, and by `boot.js` when the program cannot start.
fn status_line() -> String {
    let text = escaped(EN.notice_no_script);
    format!(
        "<noscript><p class=\"status-line\">{text}</p></noscript>\n<p class=\"status-line\" role=\"status\" hidden>{text}</p>"
    )
}

/// Browsers ignore the integrity of a preload that is fetched, and warn of it; the program's
/// own fetch follows, and the module that asks for it keeps its integrity.
fn without_unused_integrity(page: &str) -> Result<String, String> {
    let before = "<link rel=\"preload\"";
    let link = between(page, before, ">")?;
    let integrity = between(link, " integrity=\"", "\"")?;
    Ok(page.replacen(link, &link.replace(&format!(" integrity=\"{integrity}\""), ""), 1))
}

fn fill_in(page: &str, mark: &str, text: &str) -> Result<String, String> {
    if page.matches(mark).count() == 1 {
        Ok(page.replacen(mark, text, 1))
    } else {
        Err(format!("index.html must hold exactly one {mark}"))
    }
}

fn between<'a>(text: &'a str, before: &str, after: &str) -> Result<&'a str, String> {
    text.split_once(before)
        .and_then(|(_, rest)| rest.split_once(after))
        .map(|(found, _)| found)
        .ok_or_else(|| format!("index.html holds no {before}"))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
