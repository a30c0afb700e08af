//! The oEmbed of a page: a static answer of the type `rich`, whose frame has only the attributes
//! that strict consumers keep.

use serde_json::json;
use timeline_core::view::snippet::in_html;

use super::{CARD_HEIGHT_PX, CARD_WIDTH_PX, address, subject::Subject, words::words};
use crate::{context::use_dataset, i18n::Texts};

/// The width of an embed, in pixels, for who asks before there is a page to measure.
const WIDTH_PX: u32 = 720;
/// The height of an embed, in pixels: without our script the frame scrolls.
const HEIGHT_PX: u32 = 720;
/// How long an answer may be kept, in seconds: a day.
const CACHE_AGE_S: u32 = 86_400;

/// The oEmbed of a page of the site at an address, as JSON.
#[must_use]
pub fn oembed(subject: Subject, t: &'static Texts, site: &str) -> String {
    let dataset = use_dataset();
    let title = words(subject, t).title;
    let answer = json!({
        "type": "rich",
        "version": "1.0",
        "title": title,
        "provider_name": &*dataset.site.title,
        "provider_url": address(site, ""),
        "cache_age": CACHE_AGE_S,
        "width": WIDTH_PX,
        "height": HEIGHT_PX,
        "html": frame(&title, &address(site, &subject.embed(dataset, t))),
        "thumbnail_url": address(site, &subject.card(dataset, t)),
        "thumbnail_width": CARD_WIDTH_PX,
        "thumbnail_height": CARD_HEIGHT_PX,
    });
    [answer.to_string(), "\n".to_owned()].concat()
}

fn frame(title: &str, source: &str) -> String {
    let (title, source) = (in_html(title), in_html(source));
    format!(
        "<iframe src=\"{source}\" title=\"{title}\" width=\"100%\" height=\"{HEIGHT_PX}\" frameborder=\"0\"></iframe>"
    )
}

#[cfg(test)]
mod tests {
    use serde_json::Value;
    use timeline_core::view::state::View;

    use super::*;
    use crate::{
        context::{dataset, install},
        embedded,
        i18n::EN,
    };

    /// What WordPress keeps of the frame of a provider that it does not know.
    const KEPT: [&str; 8] = [
        "src",
        "width",
        "height",
        "frameborder",
        "marginwidth",
        "marginheight",
        "scrolling",
        "title",
    ];
    const SITE: &str = "https://embed.example/who";

    fn all() -> Vec<(Subject, Value)> {
        install(embedded::dataset().unwrap());
        let read = |subject| (subject, serde_json::from_str(&oembed(subject, &EN, SITE)).unwrap());
        Subject::all(dataset()).into_iter().map(read).collect()
    }

    fn text<'a>(answer: &'a Value, key: &str) -> &'a str {
        answer
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_else(|| panic!("{key} in {answer}"))
    }

    /// The attributes of the only element, unescaped.
    fn attributes(html: &str) -> Vec<(String, String)> {
        let inner = html
            .strip_prefix("<iframe ")
            .and_then(|rest| rest.strip_suffix("></iframe>"));
        let mut rest = inner.expect("one frame and nothing else");
        assert!(!rest.contains(['<', '>']), "{html}");
        let mut found = Vec::new();
        while let Some((name, after)) = rest.split_once("=\"") {
            let (value, after) = after.split_once('"').expect("a closed value");
            let value = value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
            found.push((name.trim().to_owned(), value.replace("&amp;", "&")));
            rest = after;
        }
        assert_eq!(rest.trim(), "", "{html}");
        found
    }

    #[test]
    fn every_page_has_a_full_answer() {
        for (subject, answer) in all() {
            let name = subject.name(dataset(), &EN);
            assert_eq!(
                (text(&answer, "type"), text(&answer, "version")),
                ("rich", "1.0"),
                "{name}"
            );
            assert_eq!(text(&answer, "title"), words(subject, &EN).title, "{name}");
            assert_eq!(text(&answer, "provider_name"), &*dataset().site.title, "{name}");
            assert_eq!(text(&answer, "provider_url"), "https://embed.example/who/", "{name}");
            let card = [SITE, "/cards/", &name, ".png"].concat();
            assert_eq!(text(&answer, "thumbnail_url"), card, "{name}");
            for key in ["width", "height", "cache_age", "thumbnail_width", "thumbnail_height"] {
                assert!(answer.get(key).is_some_and(Value::is_u64), "{name}: {key}");
            }
        }
    }

    #[test]
    fn the_frame_has_only_attributes_that_are_kept() {
        for (subject, answer) in all() {
            let found = attributes(text(&answer, "html"));
            for (attribute, _) in &found {
                assert!(KEPT.contains(&&**attribute), "{attribute}");
            }
            let value = |name: &str| found.iter().find(|(other, _)| other == name).map(|(_, value)| &**value);
            assert_eq!(value("title"), Some(text(&answer, "title")));
            let source = [SITE, "/", &subject.embed(dataset(), &EN)].concat();
            assert_eq!(value("src"), Some(&*source));
        }
    }

    #[test]
    fn a_hostile_title_stays_a_title() {
        let title = "\"><script>&amp;</script>";
        let html = frame(title, "https://embed.example/?a=1&b=\"2\"");
        let found = attributes(&html);
        assert!(found.contains(&("title".to_owned(), title.to_owned())));
        assert!(found.contains(&("src".to_owned(), "https://embed.example/?a=1&b=\"2\"".to_owned())));
    }

    #[test]
    fn the_address_of_the_site_may_end_with_a_stroke() {
        install(embedded::dataset().unwrap());
        let subject = Subject::View(View::Map);
        assert_eq!(
            oembed(subject, &EN, "https://embed.example/who/"),
            oembed(subject, &EN, SITE)
        );
    }
}
