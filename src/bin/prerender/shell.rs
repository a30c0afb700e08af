//! The HTML around a page.

use timeline_app::{
    context::{dataset, use_locale},
    document::{self, Document, feeds::Feed, structured},
    i18n::fill,
    place::{PageKind, Place, in_language, place, to_page},
    share::{head_tags::head_tags, subject::Subject, words::words},
};
use timeline_core::{
    model::Language,
    view::{snippet::in_html, state::View},
};

use crate::built::Built;

/// The pages that name the feeds, by their paths.
const FOLLOWED: [&str; 3] = ["", "corrections/", "data/"];

/// The whole record as it is first seen.
const WHOLE: Subject = Subject::View(View::Timeline);

/// The text of a page that the program takes over, around what it has rendered and before what needs no program. Where
/// the page stands is where the renderer stands.
pub(crate) fn program_page(built: &Built, subject: Option<Subject>, body: &str, beside: &str) -> String {
    let place = place();
    let is_embed = place.kind == PageKind::Embed;
    let root = &place.root;
    let mut boot = [
        attribute("data-script", &[root.as_str(), &built.script].concat()),
        attribute("data-script-integrity", &built.script_integrity),
        attribute("data-program", &[root.as_str(), &built.program].concat()),
        attribute("data-program-integrity", &built.program_integrity),
    ]
    .concat();
    if !built.texts.is_empty() {
        boot.push_str(&attribute("data-texts", &[root.as_str(), &built.texts].concat()));
        boot.push_str(&attribute("data-texts-integrity", &built.texts_integrity));
    }
    let app = [
        attribute("data-root", root),
        attribute("data-path", &place.path),
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
        format!(
            "<base target=\"_blank\">\n<script src=\"{root}embed/guest.js\"{}></script>\n",
            embeds()
        )
    } else {
        String::new()
    };
    let site = Some(&*built.site).filter(|site| !site.is_empty());
    let shared = subject
        .map(|subject| head_tags(subject, use_locale(), site))
        .unwrap_or_default();
    let head = format!(
        "{policy}{in_frame}<script src=\"{root}boot.js\" async{boot}></script>\n<title>{title}</title>\n{shared}{description}{links}{data}",
        title = in_html(&title(place.kind, subject)),
        description = description_tag(&description(place.kind, subject)),
        links = links(&place),
        data = if subject == Some(WHOLE) {
            data_tag(&structured::of_record())
        } else {
            String::new()
        },
    );
    let body = format!(
        "{lines}<div id=\"content\">\n<div id=\"app\"{app}>{body}</div>\n</div>{beside}",
        lines = status_lines(),
    );
    html(&place, &built.style, &head, &body)
}

/// The text of a page of a record, or of one around the record.
pub(crate) fn document_page(built: &Built, document: Document, body: &str) -> String {
    let place = place();
    let (title, description) = (document.title(), document.description());
    let head = format!(
        "{policy}{title}{description}{links}{data}",
        policy = built.policy,
        title = title_tag(&title),
        description = description_tag(&description),
        links = links(&place),
        data = data_tag(&structured::of_document(document)),
    );
    html(&place, &built.style, &head, &body_of(body))
}

/// The text of a page that leads on to another, whose place it stands at.
pub(crate) fn redirect_page(built: &Built, path: &str) -> String {
    let place = place();
    let way = to_page(&[path, "index.html"].concat());
    let text = document::moved_text();
    let head = format!(
        "{policy}<meta http-equiv=\"refresh\" content=\"0; url={way}\">\n<meta name=\"robots\" content=\"noindex\">\n{title}",
        policy = built.policy,
        title = title_tag(text),
    );
    let body = format!(
        "<main class=\"record-page\"><p><a href=\"{way}\">{}</a></p></main>",
        in_html(text)
    );
    html(&place, &built.style, &head, &body_of(&body))
}

fn body_of(body: &str) -> String {
    format!("<div id=\"app\">{body}</div>")
}

/// The title of a page, before the name of the site.
fn title_tag(title: &str) -> String {
    format!(
        "<title>{} – {}</title>\n",
        in_html(title),
        in_html(&dataset().site.title)
    )
}

fn description_tag(description: &str) -> String {
    if description.is_empty() {
        return String::new();
    }
    format!("<meta name=\"description\" content=\"{}\">\n", in_html(description))
}

/// What a page is, for programs. Browsers run nothing of this type.
fn data_tag(data: &str) -> String {
    if data.is_empty() {
        return String::new();
    }
    format!("<script type=\"application/ld+json\">{data}</script>\n")
}

/// The text of a page without scripts.
pub(crate) fn static_page(built: &Built, policy: &str, title: &str, description: &str, body: &str) -> String {
    let place = place();
    let head = format!(
        "{policy}{}{}{}",
        title_tag(title),
        description_tag(description),
        links(&place),
    );
    html(&place, &built.style, &head, &body_of(body))
}

fn html(place: &Place, style: &str, head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{language}\" data-page=\"{kind}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n{head}<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"{root}favicon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"{root}{style}\">\n</head>\n<body>\n{body}\n</body>\n</html>\n",
        root = place.root,
        kind = place.kind.word(),
        language = place.language.word(),
    )
}

fn attribute(name: &str, value: &str) -> String {
    [" ", name, "=\"", &in_html(value), "\""].concat()
}

/// Where a page stands for search engines, and in which languages; nothing where the site has no address. An embed shows
/// what the site shows.
fn links(place: &Place) -> String {
    if place.site.is_empty() {
        return String::new();
    }
    let address = |language: Language| in_html(&[&*place.site, &*language.folder(), &*place.path].concat());
    let line = |what: &str, language: Language| format!("<link rel={what} href=\"{}\">\n", address(language));
    let mut lines = vec![line("\"canonical\"", place.language)];
    let languages = &dataset().languages;
    if languages.len() > 1 {
        let alternate = |word: &str, language| line(&format!("\"alternate\" hreflang=\"{word}\""), language);
        lines.extend(languages.iter().map(|language| alternate(language.word(), *language)));
        lines.push(alternate("x-default", Language::FIRST));
    }
    if FOLLOWED.contains(&&*place.path) {
        lines.extend(Feed::ALL.map(|feed| feed_link(place, feed)));
    }
    lines.concat()
}

/// Programs that follow feeds find them by the page. The way to one is that of every page of its language.
fn feed_link(place: &Place, feed: Feed) -> String {
    let link = |kind: &str, way: &str| {
        format!(
            "<link rel=\"alternate\" type=\"{kind}\" title=\"{}\" href=\"{}{}{way}\">\n",
            in_html(&feed.title()),
            place.root,
            place.language.folder()
        )
    };
    link("application/atom+xml", &feed.atom_path()) + &link("application/feed+json", &feed.json_path())
}

/// The way from an embed to that of each language, for a frame that asks for another.
fn embeds() -> String {
    let ways = dataset().languages.iter().map(|language| {
        let name = ["data-", language.word()].concat();
        attribute(&name, &in_language(*language).replace("index.html", ""))
    });
    ways.collect()
}

/// What is said without scripts, without `boot.js` (by the styles, after a while), and by `boot.js`.
fn status_lines() -> String {
    let said = [
        ("slow", use_locale().boot_slow),
        ("timeout", use_locale().boot_timeout),
        ("failed", use_locale().boot_failed),
        ("offline", use_locale().boot_offline),
        ("data", use_locale().boot_data),
        ("crashed", use_locale().boot_crashed),
    ];
    let said = said
        .map(|(name, text)| [" data-", name, "=\"", &in_html(text), "\""].concat())
        .concat();
    format!(
        "<noscript><p class=\"status-line\">{line}</p></noscript>\n<p class=\"status-line status-line--late\">{line}</p>\n<div id=\"boot\" class=\"boot\" role=\"status\" hidden{said}><p></p><button type=\"button\" hidden>{retry}</button></div>\n",
        line = in_html(use_locale().notice_no_script),
        retry = in_html(use_locale().boot_retry),
    )
}

/// What a page is of, before the name of the site.
fn title(kind: PageKind, subject: Option<Subject>) -> String {
    let site = &dataset().site.title;
    let name = match (kind, subject) {
        (PageKind::Builder, _) => use_locale().embed_this.to_owned(),
        (_, None | Some(WHOLE)) => return site.to_string(),
        (_, Some(subject)) => words(subject, use_locale()).title,
    };
    fill(use_locale().view_page_title, &[("view", &name), ("title", site)])
}

fn description(kind: PageKind, subject: Option<Subject>) -> String {
    match kind {
        PageKind::Builder => use_locale().builder_intro.to_owned(),
        PageKind::Site | PageKind::Embed => words(subject.unwrap_or(WHOLE), use_locale()).description(),
    }
}
