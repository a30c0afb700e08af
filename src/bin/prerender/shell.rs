//! The HTML around a page.

use timeline_app::{
    context::dataset,
    i18n::{EN, day_text, fill, number},
    place::{PageKind, place},
};
use timeline_core::query::figures::head_figures;

use crate::built::Built;

/// A page that the program takes over; where it stands is where the renderer stands.
pub(crate) struct ProgramPage<'a> {
    pub(crate) built: &'a Built,
    /// Its folder, from the root of the site.
    pub(crate) folder: &'a str,
    pub(crate) title: String,
    /// What the program has rendered.
    pub(crate) body: String,
}

/// The text of a page that the program takes over.
pub(crate) fn program_page(page: &ProgramPage) -> String {
    let (built, place) = (page.built, place());
    let is_embed = place.kind == PageKind::Embed;
    let root = &place.root;
    let attribute = |name: &str, value: &str| [" ", name, "=\"", &escaped(value), "\""].concat();
    let canonical = if built.site.is_empty() {
        String::new()
    } else {
        format!(
            "<link rel=\"canonical\" href=\"{}{}\">\n",
            escaped(&built.site),
            page.folder
        )
    };
    let boot = [
        attribute("data-script", &[root.as_str(), &built.script].concat()),
        attribute("data-script-integrity", &built.script_integrity),
        attribute("data-program", &[root.as_str(), &built.program].concat()),
        attribute("data-program-integrity", &built.program_integrity),
    ]
    .concat();
    let app = [
        attribute("data-root", root),
        attribute("data-home", &place.home),
        attribute("data-site", &place.site),
        attribute("data-dataset", &dataset().version),
        attribute("data-app", env!("CARGO_PKG_VERSION")),
        attribute("data-loader", &built.loader),
        attribute("data-loader-integrity", &built.loader_integrity),
    ]
    .concat();
    let policy = if is_embed { &built.embed_policy } else { &built.policy };
    let in_frame = if is_embed {
        "<base target=\"_blank\">\n<script src=\"guest.js\"></script>\n"
    } else {
        ""
    };
    let head = format!(
        "{policy}<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n{canonical}{in_frame}<script src=\"{root}boot.js\" async{boot}></script>\n",
        title = escaped(&page.title),
        description = escaped(&description()),
    );
    let body = format!(
        "{lines}<div id=\"content\">\n<div id=\"app\"{app}>{body}</div>\n</div>",
        lines = status_lines(),
        body = page.body,
    );
    html(place.kind, root, &built.style, &head, &body)
}

/// The text of a page without scripts.
pub(crate) fn static_page(built: &Built, root: &str, title: &str, body: &str) -> String {
    let head = format!(
        "{}<title>{} – {}</title>\n",
        built.policy,
        escaped(title),
        escaped(&dataset().site.title)
    );
    let body = format!("<div id=\"app\">{body}</div>");
    html(PageKind::Site, root, &built.style, &head, &body)
}

fn html(kind: PageKind, root: &str, style: &str, head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\" data-page=\"{kind}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{head}<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"{root}favicon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"{root}{style}\">\n</head>\n<body>\n{body}\n</body>\n</html>\n",
        kind = kind.word(),
    )
}

/// What is said without scripts, without `boot.js` (by the styles, after a while), and by `boot.js`.
fn status_lines() -> String {
    let said = [
        ("slow", EN.boot_slow),
        ("timeout", EN.boot_timeout),
        ("failed", EN.boot_failed),
        ("offline", EN.boot_offline),
        ("data", EN.boot_data),
        ("crashed", EN.boot_crashed),
    ];
    let said = said
        .map(|(name, text)| [" data-", name, "=\"", &escaped(text), "\""].concat())
        .concat();
    format!(
        "<noscript><p class=\"status-line\">{line}</p></noscript>\n<p class=\"status-line status-line--late\">{line}</p>\n<div id=\"boot\" class=\"boot\" role=\"status\" hidden{said}><p></p><button type=\"button\" hidden>{retry}</button></div>\n",
        line = escaped(EN.notice_no_script),
        retry = escaped(EN.boot_retry),
    )
}

/// What the page is about, made from the data.
fn description() -> String {
    let dataset = dataset();
    let begin = fill(
        EN.lede_without_confirmed,
        &[
            ("as_of", &day_text(&EN, dataset.as_of)),
            ("agency", &dataset.site.agency_short),
        ],
    );
    let days = fill(EN.lede_days, &[("n", &number(head_figures(dataset).days_since))]);
    [begin, days, ".".to_owned()].concat()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
