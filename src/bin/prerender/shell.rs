//! The HTML around a page.

use timeline_app::{
    context::dataset,
    i18n::{EN, fill},
    place::{PageKind, place},
    share::{head_tags::head_tags, subject::Subject, words::words},
};
use timeline_core::view::{snippet::in_html, state::View};

use crate::built::Built;

/// The whole record as it is first seen.
const WHOLE: Subject = Subject::View(View::Timeline);

/// The text of a page that the program takes over, around what it has rendered. Where the page stands is where the
/// renderer stands.
pub(crate) fn program_page(built: &Built, folder: &str, subject: Option<Subject>, body: &str) -> String {
    let place = place();
    let is_embed = place.kind == PageKind::Embed;
    let root = &place.root;
    let attribute = |name: &str, value: &str| [" ", name, "=\"", &in_html(value), "\""].concat();
    // An embed shows what the site shows.
    let folder = if is_embed { "" } else { folder };
    let canonical = if built.site.is_empty() {
        String::new()
    } else {
        format!("<link rel=\"canonical\" href=\"{}{}\">\n", in_html(&built.site), folder)
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
        attribute("data-dataset", &dataset().as_of.to_string()),
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
    let site = Some(&*built.site).filter(|site| !site.is_empty());
    let shared = subject.map(|subject| head_tags(subject, &EN, site)).unwrap_or_default();
    let head = format!(
        "{policy}{in_frame}<script src=\"{root}boot.js\" async{boot}></script>\n<title>{title}</title>\n{shared}<meta name=\"description\" content=\"{description}\">\n{canonical}",
        title = in_html(&title(place.kind, subject)),
        description = in_html(&description(place.kind, subject)),
    );
    let body = format!(
        "{lines}<div id=\"content\">\n<div id=\"app\"{app}>{body}</div>\n</div>",
        lines = status_lines(),
    );
    html(place.kind, root, &built.style, &head, &body)
}

/// The text of a page without scripts.
pub(crate) fn static_page(built: &Built, policy: &str, root: &str, title: &str, body: &str) -> String {
    let head = format!(
        "{policy}<title>{} – {}</title>\n",
        in_html(title),
        in_html(&dataset().site.title)
    );
    let body = format!("<div id=\"app\">{body}</div>");
    html(PageKind::Site, root, &built.style, &head, &body)
}

fn html(kind: PageKind, root: &str, style: &str, head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{language}\" data-page=\"{kind}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{head}<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"{root}favicon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"{root}{style}\">\n</head>\n<body>\n{body}\n</body>\n</html>\n",
        kind = kind.word(),
        language = EN.language,
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
        .map(|(name, text)| [" data-", name, "=\"", &in_html(text), "\""].concat())
        .concat();
    format!(
        "<noscript><p class=\"status-line\">{line}</p></noscript>\n<p class=\"status-line status-line--late\">{line}</p>\n<div id=\"boot\" class=\"boot\" role=\"status\" hidden{said}><p></p><button type=\"button\" hidden>{retry}</button></div>\n",
        line = in_html(EN.notice_no_script),
        retry = in_html(EN.boot_retry),
    )
}

/// What a page is of, before the name of the site.
fn title(kind: PageKind, subject: Option<Subject>) -> String {
    let site = &dataset().site.title;
    let name = match (kind, subject) {
        (PageKind::Builder, _) => EN.embed_this.to_owned(),
        (_, None | Some(WHOLE)) => return site.to_string(),
        (_, Some(subject)) => words(subject, &EN).title,
    };
    fill(EN.view_page_title, &[("view", &name), ("title", site)])
}

fn description(kind: PageKind, subject: Option<Subject>) -> String {
    match kind {
        PageKind::Builder => EN.builder_intro.to_owned(),
        PageKind::Site | PageKind::Embed => words(subject.unwrap_or(WHOLE), &EN).description(),
    }
}
