//! The tags of a page's head that say what it is where it is shared: Open Graph, the card of X,
//! and the link to its oEmbed.

use timeline_core::view::snippet::in_html;

use super::{
    CARD_HEIGHT_PX, CARD_WIDTH_PX, address,
    subject::{Subject, language_of},
    words::words,
};
use crate::{context::use_dataset, i18n::Texts};

/// The tags of a page's head, a line each; without the site's address those alone that need none.
///
/// They must stand within the first 4 kB of the head: who looks for the link reads no further.
#[must_use]
pub fn head_tags(subject: Subject, t: &'static Texts, site: Option<&str>) -> String {
    let dataset = use_dataset();
    let words = words(subject, t);
    let description = words.description();
    let mut tags = String::new();
    if let Some(site) = site {
        let oembed = address(site, &subject.oembed(dataset, t));
        let (oembed, title) = (in_html(&oembed), in_html(&words.title));
        tags =
            format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{oembed}\" title=\"{title}\">\n");
    }
    let mut tag = |kind: &str, name: &str, content: &str| {
        let content = in_html(content);
        tags.extend(["<meta ", kind, "=\"", name, "\" content=\"", &content, "\">\n"]);
    };
    tag("property", "og:type", "website");
    tag("property", "og:site_name", &dataset.site.title);
    tag("property", "og:locale", t.language_region);
    tag("property", "og:title", &words.title);
    tag("property", "og:description", &description);
    if let Some(site) = site {
        let card = address(site, &subject.card(dataset, t));
        let alt = [&words.title, ". ", &*words.about].concat();
        tag(
            "property",
            "og:url",
            &address(site, &[&language_of(t).folder(), &*subject.page(dataset)].concat()),
        );
        tag("property", "og:image", &card);
        tag("property", "og:image:type", "image/png");
        tag("property", "og:image:width", &CARD_WIDTH_PX.to_string());
        tag("property", "og:image:height", &CARD_HEIGHT_PX.to_string());
        tag("property", "og:image:alt", &alt);
        tag("name", "twitter:card", "summary_large_image");
        tag("name", "twitter:image:alt", &alt);
    }
    tags
}

#[cfg(test)]
mod tests {
    use timeline_core::view::{figure_id::FigureId, state::View};

    use super::*;
    use crate::{
        context::{dataset, install},
        embedded,
        i18n::EN,
    };

    const SITE: &str = "https://embed.example/who";

    fn tags(subject: Subject, site: Option<&str>) -> String {
        install(embedded::dataset().unwrap());
        head_tags(subject, &EN, site)
    }

    /// What the only tag of a name holds, as it is written.
    fn content<'a>(tags: &'a str, name: &str) -> Option<&'a str> {
        let mark = ["\"", name, "\" content=\""].concat();
        assert!(tags.matches(&mark).count() < 2, "{name} twice");
        let (_, rest) = tags.split_once(&mark)?;
        rest.split_once('"').map(|(content, _)| content)
    }

    #[test]
    fn every_page_names_its_picture_and_its_oembed() {
        install(embedded::dataset().unwrap());
        for subject in Subject::all(dataset()) {
            let (tags, name) = (tags(subject, Some(SITE)), subject.name(dataset(), &EN));
            let image = [SITE, "/cards/", &name, ".png"].concat();
            assert_eq!(content(&tags, "og:image"), Some(&*image));
            assert_eq!(content(&tags, "og:image:width"), Some("1200"));
            assert_eq!(content(&tags, "og:image:height"), Some("630"));
            assert_eq!(content(&tags, "twitter:card"), Some("summary_large_image"));
            assert_eq!(content(&tags, "og:locale"), Some("en_US"));
            assert_eq!(content(&tags, "og:title"), Some(&*in_html(&words(subject, &EN).title)));
            assert!(
                content(&tags, "og:image:alt").is_some_and(|alt| alt.len() > 20),
                "{name}"
            );
            let link = format!(
                "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{SITE}/oembed/{name}.json\" title=\""
            );
            assert!(tags.contains(&link), "{name}");
        }
    }

    #[test]
    fn they_leave_room_in_the_first_four_kilobytes() {
        install(embedded::dataset().unwrap());
        for subject in Subject::all(dataset()) {
            let tags = tags(subject, Some(SITE));
            assert!(tags.len() < 3_000, "{}: {}", subject.name(dataset(), &EN), tags.len());
        }
    }

    #[test]
    fn an_address_is_that_of_the_page() {
        let of = |subject| {
            let tags = tags(subject, Some("https://embed.example/who/"));
            content(&tags, "og:url").map(str::to_owned)
        };
        let at = |path: &str| Some([SITE, "/", path].concat());
        assert_eq!(of(Subject::View(View::Timeline)), at(""));
        assert_eq!(of(Subject::View(View::Map)), at("view/map/"));
        assert_eq!(of(Subject::Figure(FigureId::CapacityDays)), at("chart/capacity-days/"));
    }

    #[test]
    fn without_the_address_of_the_site_no_tag_needs_it() {
        let tags = tags(Subject::View(View::Timeline), None);
        for name in ["og:url", "og:image", "og:image:alt", "twitter:card"] {
            assert_eq!(content(&tags, name), None);
        }
        assert!(!tags.contains("<link"));
        assert!(content(&tags, "og:description").is_some_and(|text| text.starts_with("As of ")));
    }

    #[test]
    fn each_tag_is_one_line_that_nothing_breaks() {
        install(embedded::dataset().unwrap());
        for subject in Subject::all(dataset()) {
            for line in tags(subject, Some(SITE)).lines() {
                assert!(line.starts_with("<meta ") || line.starts_with("<link "), "{line}");
                assert!(line.ends_with("\">"), "{line}");
                assert_eq!(line.matches(['<', '>']).count(), 2, "{line}");
            }
        }
    }
}
