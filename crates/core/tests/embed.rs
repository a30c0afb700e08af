//! Embeds: the grammar of their query, and the choices that are made of them.

#[cfg(test)]
mod common;

use std::sync::LazyLock;

use common::{embed, notice};
use proptest::prelude::*;
use timeline_core::{
    date::Day,
    model::{Dataset, Language},
    view::{
        embed::{
            Chrome, Embed, EmbedParameters, Height, MAX_TITLE_CHARS, Theme, embed_query, from_query_on, left_out, read,
            set_on,
        },
        state::{View, ViewState},
        url::{MAX_QUERY_BYTES, from_query},
    },
};

/// The embed after choices, each a key and a value.
#[cfg(test)]
fn chosen(choices: &[(&str, &str)], dataset: &Dataset) -> Embed {
    let first = Embed::of(ViewState::initial(dataset));
    choices.iter().fold(first, |embed, (key, value)| {
        let next = embed.with(key, value, dataset);
        next.unwrap_or_else(|| panic!("{key}={value} cannot be chosen"))
    })
}

#[test]
fn an_address_is_read_for_view_and_frame() {
    let dataset = common::real();
    let read = |query: &str| from_query_on(ViewState::initial(&dataset), query, &dataset);
    let (state, notices) = read("?v=1&id=t1&theme=dark&view=map&chrome=minimal");
    assert_eq!((state.view, notices), (View::Map, Vec::new()));
    let (state, notices) = read("v=2&theme=pink&view=nonsense&id=a%20b");
    assert_eq!(state, ViewState::initial(&dataset));
    let keys: Vec<&str> = notices.iter().map(|notice| notice.key.as_str()).collect();
    assert_eq!(keys, ["v", "theme", "id", "view"]);
    let many = ["office=", &["ice-director"; 21].join(",")].concat();
    let (state, notices) = read(&many);
    assert_eq!(state, ViewState::initial(&dataset));
    assert_eq!(notices.len(), 1);
}

#[test]
fn parameters_are_read_by_their_grammar() {
    let (read_ones, notices) = read("?v=1&theme=dark&chrome=minimal&height=fixed&lang=en&id=t_1-A&view=map&unknown=x");
    assert_eq!(notices, []);
    assert_eq!(
        (read_ones.theme, read_ones.chrome, read_ones.height),
        (Theme::Dark, Chrome::Minimal, Height::Fixed)
    );
    assert_eq!(
        (read_ones.id.as_deref(), read_ones.language.map(Language::word)),
        (Some("t_1-A"), Some("en"))
    );
    assert_eq!(read(""), (EmbedParameters::default(), Vec::new()));
    assert_eq!(read("theme=%64ark").0.theme, Theme::Dark);
}

#[test]
fn bad_parameters_give_the_default_and_are_told_once() {
    let long = "x".repeat(33);
    let query = format!("v=2&theme=red&theme=dark&chrome=&height=300&lang=xx&id={long}&id=a");
    let (parameters, notices) = read(&query);
    assert_eq!(parameters, EmbedParameters::default());
    assert_eq!(
        notices,
        [
            notice("v", "2"),
            notice("theme", "red"),
            notice("chrome", ""),
            notice("height", "300"),
            notice("lang", "xx"),
            notice("id", &long)
        ]
    );
    for id in ["", "a b", "<script>", "é", "a.b", "a%00b"] {
        assert_eq!(read(&format!("id={id}")).0.id, None, "{id}");
    }
    let (parameters, notices) = read(&format!("theme=dark&q={}", "a".repeat(MAX_QUERY_BYTES)));
    assert_eq!((parameters, notices), (EmbedParameters::default(), Vec::new()));
}

#[test]
fn the_query_says_what_is_not_as_it_is_by_itself() {
    let dataset = common::real();
    for (query, wanted) in [
        ("", "v=1"),
        ("view=table&sort=days&q=to the", "v=1&view=table&sort=days&q=to%20the"),
        (
            "view=date&day=2019-07-06&from=2018-01-01&capacity=acting",
            "v=1&view=date&on=2019-07-06",
        ),
        (
            "capacity=acting,confirmed&group=units,above&from=2018-01-01&to=2020-01-01&day=2019-07-06",
            "v=1&from=2018-01-01&to=2020-01-01&group=units,above&capacity=confirmed,acting",
        ),
        (
            "office=ice-ero&person=thomas-homan&kind=target&standing=planned",
            "v=1&office=ice-ero&person=thomas-homan&kind=target&standing=planned",
        ),
        (
            "view=figures&from=2018-01-01&to=2020-01-01",
            "v=1&view=figures&from=2018-01-01&to=2020-01-01",
        ),
        ("view=map&q=homan", "v=1&view=map"),
    ] {
        let embed = embed(query, &dataset);
        assert_eq!(embed_query(&embed, &dataset), wanted, "{query}");
        assert_eq!(left_out(&embed, &dataset), [""; 0], "{query}");
    }
    let all = chosen(
        &[
            ("view", "chart"),
            ("chart", "capacity-days"),
            ("theme", "contrast"),
            ("chrome", "minimal"),
            ("height", "fixed"),
            ("lang", "en"),
            ("id", "t1"),
        ],
        &dataset,
    );
    assert_eq!(
        embed_query(&all, &dataset),
        "v=1&view=chart&chart=capacity-days&theme=contrast&chrome=minimal&height=fixed&lang=en&id=t1"
    );
}

#[test]
fn what_an_embed_cannot_say_is_told() {
    let dataset = common::real();
    for (query, wanted) in [
        ("term=biden&confidence=high", vec!["confidence", "term"]),
        ("toggle=units&select=lyons-ice-director-2025", vec!["toggle", "select"]),
        ("view=table&sort=-days&hide=title", vec!["sort", "hide"]),
        ("view=table&sort=office", vec!["sort"]),
        ("view=date&compare=2020-01-01", vec!["compare"]),
        ("view=map&linked=no&report=2025-10-27-fox", vec!["linked", "report"]),
        ("view=date&term=biden&linked=no", vec![]),
    ] {
        assert_eq!(left_out(&embed(query, &dataset), &dataset), wanted, "{query}");
    }
}

#[test]
fn a_query_is_never_too_long_nor_has_too_many_ids() {
    let dataset = common::real();
    let people: Vec<&str> = dataset.people.iter().map(|person| &*person.id).collect();
    let twenty = embed(&format!("person={}", people[..20].join(",")), &dataset);
    assert!(embed_query(&twenty, &dataset).contains(people[19]));
    let more = embed(&format!("person={}", people[..21].join(",")), &dataset);
    assert_eq!(embed_query(&more, &dataset), "v=1");
    assert_eq!(left_out(&more, &dataset), ["person"]);

    let mut full = embed(
        &format!("person={}&capacity=acting&theme=dark", people[..20].join(",")),
        &dataset,
    );
    let offices: Vec<(&str, &str)> = dataset.offices[..20]
        .iter()
        .map(|office| ("office", &*office.id))
        .collect();
    full = offices
        .iter()
        .fold(full, |embed, (key, id)| embed.with(key, id, &dataset).unwrap());
    full.state.filter.text = "𝒜".repeat(64);
    full.parameters.id = Some("i".repeat(32));
    let query = embed_query(&full, &dataset);
    assert!(query.len() <= MAX_QUERY_BYTES, "{} bytes", query.len());
    assert!(query.ends_with(&"i".repeat(32)), "{query}");
    let said = ["office=", "person=", "q="]
        .iter()
        .filter(|key| query.contains(&format!("&{key}")))
        .count();
    assert_eq!(said + left_out(&full, &dataset).len(), 3, "each is said or told");
}

#[test]
fn a_choice_changes_the_embed_or_cannot_be_made() {
    let dataset = common::real();
    let first = chosen(&[], &dataset);
    for view in View::ALL.iter().map(|view| view.word()) {
        let embed = chosen(&[("view", view)], &dataset);
        assert_eq!(embed.state.view.word(), view);
        assert_eq!(embed.has("chart"), view == "chart", "{view}");
        assert_eq!(embed.has("on"), view == "date", "{view}");
        assert_eq!(embed.has("from"), view != "date" && view != "story", "{view}");
        assert_eq!(embed.has("step"), view == "story", "{view}");
        assert_eq!(embed.has("capacity"), view == "timeline" || view == "table", "{view}");
    }
    let back = chosen(
        &[("view", "chart"), ("chart", "capacity-days"), ("view", "figures")],
        &dataset,
    );
    assert_eq!(embed_query(&back, &dataset), "v=1&view=figures");
    let groups = chosen(&[("group", "above"), ("group", "units"), ("group", "above")], &dataset);
    assert_eq!(embed_query(&groups, &dataset), "v=1&group=units");
    let days = chosen(&[("range", "biden"), ("from", "2022-01-01")], &dataset);
    assert_eq!(embed_query(&days, &dataset), "v=1&from=2022-01-01&to=2025-01-20");
    let day = chosen(&[("view", "date"), ("on", "2019-07-06")], &dataset);
    assert_eq!(day.state.day, Day::parse("2019-07-06").unwrap());
    assert_eq!(chosen(&[("px", "480")], &dataset).height_px, 480);
    let titled = chosen(&[("title", &"a\u{202e}b\n".repeat(200))], &dataset);
    assert_eq!(titled.title, "ab".repeat(MAX_TITLE_CHARS / 2));
    let kept = embed("person=thomas-homan&capacity=acting&q=homan", &dataset);
    assert_eq!(
        embed_query(&kept.without_other_filters(), &dataset),
        "v=1&capacity=acting"
    );
    for (key, value) in [
        ("view", "novel"),
        ("step", "nothing"),
        ("view", ""),
        ("chart", "nothing"),
        ("from", "2018-02-30"),
        ("from", "1990-01-01"),
        ("from", "2026-12-31"),
        ("to", "2010-01-01"),
        ("range", "nothing"),
        ("on", "2030-01-01"),
        ("group", "nothing"),
        ("capacity", "nothing"),
        ("nothing", "1"),
        ("px", "119"),
        ("px", "5001"),
        ("px", "1e3"),
        ("px", ""),
        ("theme", "red"),
        ("id", "a b"),
    ] {
        assert_eq!(first.with(key, value, &dataset), None, "{key}={value}");
    }
    let narrow = chosen(&[("to", "2018-01-01")], &dataset);
    assert_eq!(narrow.with("from", "2018-01-01", &dataset), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn any_query_of_an_embed_gives_a_view(
        pairs in proptest::collection::vec(("(v|view|chart|office|group|person|from|to|on|capacity|kind|standing|sort|q|lang|theme|id|__proto__|x)", "[ -~éא\u{0}\u{61c}\u{202e}]{0,24}"), 0..8),
    ) {
        static DATASET: LazyLock<Dataset> = LazyLock::new(common::real);
        let query: Vec<String> = pairs.iter().map(|(key, value)| [key, "=", value].concat()).collect();
        let query = query.join("&");
        let home = ViewState::initial(&DATASET);
        let (state, notices) = from_query_on(home.clone(), &query, &DATASET);
        prop_assert!(state.range.from >= home.range.from.min(state.range.to) && state.range.from < state.range.to);
        let is_plain = |letter: char| !letter.is_control() && letter != '\u{202e}' && letter != '\u{61c}';
        let text = &state.filter.text;
        prop_assert!(text.chars().all(is_plain));
        prop_assert!(notices.len() <= pairs.len() + 1, "{notices:?}");
        let (shown, _) = set_on(home, &state, &query, &DATASET);
        prop_assert!(shown.range.from < shown.range.to);
    }
}

proptest! {
    #[test]
    fn any_query_gives_parameters(query in "[ -~]{0,120}") {
        let (parameters, notices) = read(&query);
        prop_assert!(parameters.id.is_none_or(|id| !id.is_empty() && id.len() <= 32));
        prop_assert!(notices.len() <= 6);
    }

    #[test]
    fn what_a_query_says_is_read_again(
        view in 0_usize..6,
        group in proptest::option::of(0_usize..4),
        theme in 0_usize..4,
        days in (0_i32..3000, 20_i32..400),
        q in "[a-zA-Zé&=#%+ \"<>]{0,40}",
    ) {
        let dataset = common::real();
        let first = ViewState::initial(&dataset).range.from;
        let (from, to) = (first.plus(days.0), first.plus(days.0 + days.1));
        let mut choices = vec![("view", View::ALL[view].word().to_owned()), ("to", to.to_string()), ("from", from.to_string())];
        choices.extend(group.map(|at| ("group", dataset.site.groups[at].id.to_string())));
        choices.push(("theme", Theme::ALL[theme].word().to_owned()));
        let pairs: Vec<(&str, &str)> = choices.iter().map(|(key, value)| (*key, &**value)).collect();
        let mut embed = chosen(&pairs, &dataset);
        embed.state.filter.text = q;
        let query = embed_query(&embed, &dataset);
        let (state, notices) = from_query(&query, &dataset);
        let (parameters, bad) = read(&query);
        prop_assert_eq!((notices, bad), (vec![], vec![]));
        prop_assert_eq!(&parameters, &embed.parameters);
        let again = Embed { state, parameters, ..embed };
        prop_assert_eq!(embed_query(&again, &dataset), query);
    }
}

#[test]
fn a_search_that_cannot_be_made_is_told_and_not_made() {
    let dataset = common::real();
    let home = ViewState::initial(&dataset);
    for q in ["%00abc", "%D8%9Cabc", "%E2%80%AEabc", &"a".repeat(65)] {
        let (state, notices) = from_query_on(home.clone(), &["q=", q].concat(), &dataset);
        assert_eq!((state, notices.len()), (home.clone(), 1), "{q}");
    }
    assert_eq!(from_query_on(home, &format!("q={}", "é".repeat(64)), &dataset).1, []);
}

#[test]
fn only_the_keys_of_the_grammar_are_read_and_the_first_counts() {
    let dataset = common::real();
    let home = ViewState::initial(&dataset);
    for query in [
        "select=lyons-ice-director-2025",
        "toggle=units",
        "hide=kind",
        "report=2025-10-27-fox",
        "day=2019-07-06",
        "search=homan",
    ] {
        assert_eq!(
            from_query_on(home.clone(), query, &dataset),
            (home.clone(), Vec::new()),
            "{query}"
        );
    }
    let many = ["ice-director"; 21].join(",");
    let (state, notices) = from_query_on(home.clone(), &format!("office={many}&office=ice-ero"), &dataset);
    assert_eq!((state, notices.len()), (home.clone(), 1));
    let (state, notices) = from_query_on(home.clone(), &format!("office=ice-ero&office={many}"), &dataset);
    assert_eq!((state.filter.choices.len(), notices), (1, Vec::new()));
    assert_eq!(from_query_on(home, "sort=-days", &dataset).1, [notice("sort", "-days")]);
}

#[test]
fn what_is_set_takes_the_place_of_what_it_names_and_of_nothing_else() {
    let dataset = common::real();
    let home = ViewState::initial(&dataset);
    let from = |query: &str| from_query(query, &dataset).0;
    let set = |shown: &str, asked: &str| set_on(home.clone(), &from(shown), asked, &dataset);
    let shown = "view=date&from=2025-01-01&to=2026-01-01&day=2025-03-09&compare=2025-03-01&select=lyons-ice-director-2025&toggle=units";
    for (asked, wanted) in [
        ("view=timeline", shown.replace("view=date&", "")),
        ("view=map&q=homan", shown.replace("view=date", "view=map") + "&q=homan"),
        ("on=2019-07-06", shown.replace("2025-03-09", "2019-07-06")),
        (
            "from=&to=&on=",
            "view=date&compare=2025-03-01&select=lyons-ice-director-2025&toggle=units".to_owned(),
        ),
        (
            "select=&toggle=&unknown=1&view",
            shown.to_owned().replace("view=date&", ""),
        ),
    ] {
        assert_eq!(set(shown, asked), (from(&wanted), Vec::new()), "{asked}");
    }
    let (state, notices) = set("view=map", "view=nonsense&capacity=acting");
    assert_eq!(
        (state, notices),
        (from("capacity=acting"), vec![notice("view", "nonsense")])
    );
    let long = format!("q={}", "a".repeat(MAX_QUERY_BYTES));
    assert_eq!(set("view=map", &long).0, from("view=map"));
}
