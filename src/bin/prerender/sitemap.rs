//! What search engines read first: the list of all pages, and where it is.

use std::fmt::Write as _;

use timeline_app::context::dataset;
use timeline_core::{model::Language, view::snippet::in_html};

use crate::{built::Built, pages::Page};

/// `sitemap.xml` and `robots.txt`, of the pages of the first language: every other language has the same. Without the
/// site's address there is no list.
pub(crate) fn sitemap(built: &Built, pages: &[Page]) -> Vec<Page> {
    let robots = "User-agent: *\nAllow: /\n";
    let file = |path: &str, text: String| Page {
        path: path.to_owned(),
        text,
    };
    if built.site.is_empty() {
        return vec![file("robots.txt", robots.to_owned())];
    }
    vec![
        file("robots.txt", format!("{robots}\nSitemap: {}sitemap.xml\n", built.site)),
        file("sitemap.xml", list(built, pages)),
    ]
}

fn list(built: &Built, pages: &[Page]) -> String {
    let mut text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
            .to_owned();
    for page in pages.iter().filter(|page| page.is_listed()) {
        let path = page.path.trim_end_matches("index.html");
        for language in &dataset().languages {
            let address = address(built, *language, path);
            let _ = writeln!(
                text,
                "<url><loc>{address}</loc><lastmod>{}</lastmod></url>",
                dataset().as_of
            );
        }
    }
    text.push_str("</urlset>\n");
    text
}

fn address(built: &Built, language: Language, path: &str) -> String {
    in_html(&[&*built.site, &*language.folder(), path].concat())
}
