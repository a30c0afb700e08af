//! The snippets that show an embed on another page.

#[cfg(test)]
mod common;

use timeline_core::{
    model::Dataset,
    view::{
        embed::{Embed, MAX_HEIGHT_PX, is_more_than_its_view},
        snippet::{PinnedScript, SnippetKind, Snippets, in_html},
        state::{View, ViewState},
        url::{MAX_QUERY_BYTES, from_query},
    },
};

#[cfg(test)]
const SITE: &str = "https://embed.example/";

/// The embed after choices, each a key and a value.
#[cfg(test)]
fn chosen(choices: &[(&str, &str)], dataset: &Dataset) -> Embed {
    let first = Embed::of(ViewState::initial(dataset));
    choices.iter().fold(first, |embed, (key, value)| {
        let next = embed.with(key, value, dataset);
        next.unwrap_or_else(|| panic!("{key}={value} cannot be chosen"))
    })
}

#[cfg(test)]
fn pinned() -> PinnedScript {
    PinnedScript {
        path: "assets/embed-v1-0123456789abcdef.js".to_owned(),
        integrity: "sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC".to_owned(),
    }
}

#[cfg(test)]
fn every_snippet(site: &str, embed: &Embed, title: &str, dataset: &Dataset) -> Vec<(&'static str, String)> {
    let pinned = pinned();
    let snippets = Snippets {
        site,
        embed,
        title,
        pinned: Some(&pinned),
        dataset,
    };
    let kinds = SnippetKind::ALL.iter();
    kinds.map(|&kind| (kind.word(), snippets.of(kind).unwrap())).collect()
}

#[test]
fn the_snippets_of_a_few_embeds() {
    let dataset = common::real();
    let all: &[(&str, &str)] = &[
        ("range", "october-2025"),
        ("group", "field-offices"),
        ("capacity", "acting"),
        ("theme", "dark"),
        ("height", "fixed"),
        ("px", "480"),
        ("title", "Field offices, October 2025"),
    ];
    for (name, choices) in [
        ("timeline", &[][..]),
        ("map", &[("view", "map")]),
        ("chart", &[("view", "chart"), ("chart", "capacity-days")]),
        ("filtered", all),
    ] {
        let snippets = every_snippet(SITE, &chosen(choices, &dataset), &dataset.site.title, &dataset);
        let text: Vec<String> = snippets
            .iter()
            .map(|(kind, text)| format!("== {kind} ==\n{text}\n"))
            .collect();
        insta::assert_snapshot!(name, text.join("\n"));
    }
}

/// The tags of a snippet with their attributes, as a browser reads them.
#[cfg(test)]
fn tags(html: &str) -> Vec<(String, Vec<(String, String)>)> {
    let mut found = Vec::new();
    for tag in html.split('<').skip(1).map(|rest| rest.split_once('>').unwrap().0) {
        let (name, mut rest) = tag.split_once([' ', '\n']).unwrap_or((tag, ""));
        let mut attributes = Vec::new();
        while let Some((key, after)) = rest.trim_start().split_once("=\"") {
            let (value, next) = after.split_once('"').unwrap();
            let key = key.split_whitespace().last().unwrap();
            attributes.push((key.to_owned(), unescaped(value)));
            rest = next;
        }
        found.push((name.to_owned(), attributes));
    }
    found
}

#[cfg(test)]
fn unescaped(text: &str) -> String {
    let text = text.replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<");
    text.replace("&gt;", ">").replace("&amp;", "&")
}

#[cfg(test)]
fn attribute<'a>(tags: &'a [(String, Vec<(String, String)>)], tag: &str, key: &str) -> Option<&'a str> {
    let (_, attributes) = tags.iter().find(|(name, _)| name == tag)?;
    attributes
        .iter()
        .find(|(name, _)| name == key)
        .map(|(_, value)| &**value)
}

#[test]
fn hostile_titles_and_searches_stay_texts() {
    let dataset = common::real();
    for hostile in [
        "\"><script>alert(1)</script>",
        "' onload='alert(1)",
        "</iframe><img src=x onerror=alert(1)>",
        "&quot;&#34;&lt;",
        "a](javascript:alert(1)) [b",
        "`code` **bold** <b> \\",
        "line\nbreak\u{0}\u{202e}",
    ] {
        let mut embed = chosen(&[("view", "table")], &dataset);
        embed.state.filter.text = hostile.to_owned();
        embed.title = hostile.to_owned();
        let clean: String = hostile
            .chars()
            .filter(|letter| !letter.is_control() && *letter != '\u{202e}')
            .collect();
        let plain = every_snippet(
            SITE,
            &chosen(&[("view", "table")], &dataset),
            &dataset.site.title,
            &dataset,
        );
        for ((kind, text), (_, harmless)) in every_snippet(SITE, &embed, &dataset.site.title, &dataset)
            .into_iter()
            .zip(plain)
        {
            if matches!(kind, "address" | "markdown") {
                continue;
            }
            let (found, wanted) = (tags(&text), tags(&harmless));
            let names = |tags: &[(String, Vec<(String, String)>)]| {
                tags.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>()
            };
            assert_eq!(names(&found), names(&wanted), "{kind}: {text}");
            let title = match kind {
                "element" => attribute(&found, "div", "data-title"),
                "card" => attribute(&found, "img", "alt"),
                _ => attribute(&found, "iframe", "title"),
            };
            assert_eq!(title, Some(&*clean), "{kind}");
        }
        let snippets = Snippets {
            site: SITE,
            embed: &embed,
            title: "",
            pinned: None,
            dataset: &dataset,
        };
        let markdown = snippets.of(SnippetKind::Markdown).unwrap();
        for (at, _) in markdown.match_indices(['[', ']', '<', '`', '*']) {
            let before = &markdown[..at];
            let is_own = markdown.starts_with("[![") && (at < 3 || before.ends_with('!') || before.ends_with("\n\n"));
            let ends_own = markdown[at..].starts_with("](https://embed.example/");
            assert!(before.ends_with('\\') || is_own || ends_own, "{markdown} at {at}");
        }
        let (state, notices) = from_query(snippets.embed_address().split_once('?').unwrap().1, &dataset);
        assert_eq!(
            (state.view, notices.len()),
            (View::Table, usize::from(clean != hostile))
        );
    }
}

#[test]
fn every_snippet_has_a_title_and_leads_to_the_site() {
    let dataset = common::real();
    for view in View::ALL.iter().map(|view| view.word()) {
        let embed = chosen(&[("view", view), ("title", "  ")], &dataset);
        for site in ["https://embed.example/a", "https://embed.example/a/"] {
            for (kind, text) in every_snippet(site, &embed, " ", &dataset) {
                assert!(text.contains("https://embed.example/a/"), "{kind}: {text}");
                assert!(!text.contains("a//"), "{kind}: {text}");
                assert!(
                    kind == "address" || text.contains(&*dataset.site.title),
                    "{kind}: {text}"
                );
            }
        }
    }
}

#[test]
fn without_a_script_the_height_is_fixed_and_without_a_pinned_one_there_is_none() {
    let dataset = common::real();
    let embed = chosen(&[("px", &MAX_HEIGHT_PX.to_string())], &dataset);
    let snippets = Snippets {
        site: SITE,
        embed: &embed,
        title: "A",
        pinned: None,
        dataset: &dataset,
    };
    let plain = snippets.of(SnippetKind::Plain).unwrap();
    assert!(!plain.contains("<script") && plain.contains("height=fixed") && plain.contains("height=\"5000\""));
    assert_eq!(snippets.of(SnippetKind::Pinned), None);
}

#[test]
fn an_address_alone_says_less_than_what_was_chosen() {
    let dataset = common::real();
    for (choices, more) in [
        (&[("view", "map")][..], false),
        (&[("view", "chart"), ("chart", "capacity-days")], false),
        (&[("view", "chart"), ("from", "2020-01-01")], true),
        (&[("theme", "dark")], true),
        (&[("group", "units")], true),
        (&[("px", "400"), ("title", "A")], false),
    ] {
        let embed = chosen(choices, &dataset);
        assert_eq!(is_more_than_its_view(&embed, &dataset), more, "{choices:?}");
    }
}

#[test]
fn a_title_that_is_computed_stands_whole() {
    let dataset = common::real();
    let title = [
        "A finding, and who says so; ",
        &"with what it rests on, ".repeat(12),
        "to its end.",
    ]
    .concat();
    for (kind, snippet) in every_snippet(SITE, &Embed::of(ViewState::initial(&dataset)), &title, &dataset) {
        if kind != "address" {
            assert!(snippet.contains(&title), "{kind}");
        }
    }
}

#[test]
fn an_embed_in_another_language_leads_to_the_pages_of_it() {
    let dataset = common::real();
    let map = chosen(&[("view", "map"), ("lang", "es")], &dataset);
    let of = |kind: &str| {
        let all = every_snippet(SITE, &map, "Mapa", &dataset);
        all.into_iter().find(|(word, _)| *word == kind).unwrap().1
    };
    assert!(
        of("plain").contains("src=\"https://embed.example/embed/es/?v=1&amp;view=map&amp;height=fixed&amp;lang=es\"")
    );
    assert!(of("element").contains(" data-view=\"map\" data-lang=\"es\""));
    assert_eq!(of("address"), "https://embed.example/es/view/map/");
    let card = of("card");
    assert!(card.contains("href=\"https://embed.example/es/view/map/\""), "{card}");
    assert!(
        card.contains("src=\"https://embed.example/cards/map.es.png\""),
        "{card}"
    );
}

#[test]
fn a_link_says_no_more_than_an_address_that_is_read() {
    let mut dataset = common::real();
    let mut link = |len: usize| {
        dataset.site.groups[0].id = "a".repeat(len - "group=".len()).into();
        let mut embed = Embed::of(ViewState::initial(&dataset));
        embed.state.filter.groups = vec![0];
        let all = every_snippet(SITE, &embed, "A", &dataset);
        let (_, markdown) = all.into_iter().find(|(word, _)| *word == "markdown").unwrap();
        let (_, link) = markdown.rsplit_once("](").unwrap();
        link.trim_end_matches(')').to_owned()
    };
    let longest = link(MAX_QUERY_BYTES);
    let query = longest.strip_prefix("https://embed.example/?").unwrap();
    assert!(query.starts_with("group=aaa") && query.len() == MAX_QUERY_BYTES);
    assert_eq!(link(MAX_QUERY_BYTES + 1), "https://embed.example/");
}

#[test]
fn no_sign_of_a_text_ends_or_begins_something_in_html() {
    assert_eq!(
        in_html("<b class=\"a\">Who's who & why</b>"),
        "&lt;b class=&quot;a&quot;&gt;Who&#39;s who &amp; why&lt;/b&gt;"
    );
}
