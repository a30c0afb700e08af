//! What agencies other than the first one have: several seats, posts that end, elected holders, words of their own.

#[cfg(test)]
mod common;

use common::{day, put, replace};
use timeline_core::{
    load::{DataFile, Wording, load, worded},
    model::{Capacity, Dataset, Language},
    query::{
        figures::{head_figures, last_confirmed},
        on_day::{Standing, standing_on},
        succession::gaps,
    },
    view::{figure_id::FigureId, state::View},
};

const HEAD: &str = "tenures/harbour-head.json";
const EAST: &str = "tenures/pier-east.json";
const OFFICES: &str = "offices.json";
const TEXTS: &str = r#"{"a": "{n} of {all}", "b": " joined", "c": "one|two", "d": "as it is"}"#;

fn sound(files: &[DataFile]) -> Dataset {
    let loaded = load(files);
    loaded.dataset.unwrap_or_else(|| panic!("{:#?}", loaded.problems))
}

fn rules(files: &[DataFile]) -> Vec<&'static str> {
    load(files).problems.iter().map(|problem| problem.rule).collect()
}

/// The small record with three people at once on the East Pier, which has some seats.
fn three_at_once(seats: &str) -> Vec<DataFile> {
    let mut files = common::small();
    replace(
        &mut files,
        OFFICES,
        r#""kind": "field-office", "group": "piers", "seats": 1"#,
        &format!(r#""kind": "field-office", "group": "piers", "seats": {seats}"#),
    );
    let one = |id: &str, person: &str, start: &str| {
        format!(
            r#"{{ "id": "{id}", "person": "{person}", "title": "Director", "capacity": "elected", "start": "{start}", "end": {{ "on": "2022-01-01", "reason": "term-ended" }}, "sources": ["gazette-2020"], "confidence": "low" }}"#
        )
    };
    let tenures = [
        one("berg-east-2018", "ada-berg", "2020-02-01"),
        one("dogan-east-2020", "cem-dogan", "2020-02-01"),
        one("berg-east-2021", "ada-berg", "2021-03-01"),
    ];
    let text = format!(
        "{{\n  \"office\": \"pier-east\",\n  \"tenures\": [{}]\n}}",
        tenures.join(", ")
    );
    put(&mut files, EAST, text);
    files
}

#[test]
fn an_office_has_as_many_holders_as_seats() {
    assert_eq!(rules(&three_at_once("3")), Vec::<&str>::new());
    let of_two = load(&three_at_once("2")).problems;
    assert_eq!(of_two.len(), 1, "{of_two:#?}");
    let told = of_two[0].to_string();
    assert!(
        told.contains("berg-east-2021") && told.contains("2 others hold the 2 seats"),
        "{told}"
    );
    assert_eq!(rules(&three_at_once("1")), ["overlap", "overlap"]);
}

#[test]
fn all_holders_of_an_office_of_several_seats_hold_it() {
    let dataset = sound(&three_at_once("3"));
    let office = dataset.find_office("pier-east").unwrap();
    let on = |text| match standing_on(&dataset, office, day(text)) {
        Standing::Held(holders) => holders.len(),
        Standing::Vacant(_) | Standing::Unknown(_) | Standing::Absent => 0,
    };
    assert_eq!((on("2020-06-01"), on("2021-06-01")), (2, 3));
}

#[test]
fn nobody_is_missing_from_an_office_that_does_not_exist() {
    let mut files = common::small();
    let ending = r#""piers", "seats": 1, "exists": { "from": "2018-03", "to": "2019-08-01" }"#;
    replace(&mut files, OFFICES, r#""piers", "seats": 1"#, ending);
    let dataset = sound(&files);
    let office = dataset.find_office("pier-east").unwrap();
    let found = gaps(&dataset, office, day("2010-01-01"));
    let ranges: Vec<String> = found
        .iter()
        .map(|gap| format!("{} {}", gap.range.from, gap.range.to))
        .collect();
    assert_eq!(ranges, ["2019-05-31 2019-08-01"]);
    assert_eq!(standing_on(&dataset, office, day("2018-02-28")), Standing::Absent);
    assert_eq!(standing_on(&dataset, office, day("2019-08-01")), Standing::Absent);
    assert_ne!(standing_on(&dataset, office, day("2018-03-01")), Standing::Absent);
    assert_ne!(standing_on(&dataset, office, day("2019-07-31")), Standing::Absent);
}

#[test]
fn who_is_elected_needs_no_confirmation() {
    let mut files = common::small();
    replace(&mut files, HEAD, "\"acting\"", "\"elected\"");
    assert_eq!(rules(&files), ["capacity-appointed"]);
    replace(
        &mut files,
        OFFICES,
        "\"needs_confirmation\": true",
        "\"needs_confirmation\": false",
    );
    replace(&mut files, HEAD, "\"confirmed\"", "\"appointed\"");
    let dataset = sound(&files);
    assert_eq!(
        dataset.capacities(),
        [Capacity::Appointed, Capacity::Elected, Capacity::PerformingDuties]
    );
}

#[test]
fn an_agency_without_confirmed_heads_has_no_figures_of_them() {
    let mut files = common::small();
    let ids = |dataset: &Dataset| -> Vec<String> {
        FigureId::all(dataset)
            .iter()
            .map(|id| id.id(dataset).to_owned())
            .collect()
    };
    let confirmed = sound(&files);
    assert!(ids(&confirmed).contains(&"days-since-confirmed".to_owned()));
    assert_eq!(head_figures(&confirmed).since, day("2023-03-01"));
    replace(
        &mut files,
        OFFICES,
        "\"needs_confirmation\": true",
        "\"needs_confirmation\": false",
    );
    replace(&mut files, HEAD, "\"confirmed\"", "\"elected\"");
    let elected = sound(&files);
    assert_eq!(last_confirmed(&elected), None);
    assert_eq!(head_figures(&elected).since, day("2020-01-15"));
    let found = ids(&elected);
    assert!(!found.contains(&"days-since-confirmed".to_owned()) && !found.contains(&"capacity-days".to_owned()));
}

#[test]
fn while_a_confirmed_head_is_in_office_no_days_without_one_are_counted() {
    let mut files = common::small();
    replace(&mut files, HEAD, "\"performing-duties\"", "\"confirmed\"");
    let dataset = sound(&files);
    assert_eq!(last_confirmed(&dataset), None);
    assert!(!FigureId::all(&dataset).contains(&FigureId::DaysSinceConfirmed));
    assert!(FigureId::all(&dataset).contains(&FigureId::CapacityDays));
}

#[test]
fn a_record_without_a_map_has_no_view_of_one() {
    let mut files = common::small();
    assert!(View::Map.has_something(&sound(&files)));
    files.retain(|file| file.path != "map.json");
    assert!(!View::Map.has_something(&sound(&files)));
    assert!(!View::Story.has_something(&sound(&files)) && View::Timeline.has_something(&sound(&files)));
}

fn with_words(language: &str, words: &str) -> Vec<DataFile> {
    let mut files = common::small();
    let text = format!("{{ \"interface\": {words} }}");
    put(&mut files, &format!("words/{language}.json"), text);
    files
}

fn told(words: &str) -> Vec<String> {
    let files = with_words("en", words);
    let texts = worded(&files, Language::English, Wording::Interface, ("en.json", TEXTS));
    texts
        .err()
        .unwrap_or_default()
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn a_record_says_texts_of_the_site_in_its_own_words() {
    let files = with_words("en", r#"{"a": "all {all}", "c": "three|four"}"#);
    let texts = worded(&files, Language::English, Wording::Interface, ("en.json", TEXTS)).unwrap();
    let texts: Vec<&str> = texts.values().map(String::as_str).collect();
    assert_eq!(texts, ["all {all}", " joined", "three|four", "as it is"]);
    let documents = worded(&files, Language::English, Wording::Documents, ("en.json", TEXTS)).unwrap();
    assert_eq!(documents["a"], "{n} of {all}", "the words are of the interface alone");
    assert_eq!(rules(&files), Vec::<&str>::new());
}

#[test]
fn words_that_the_site_could_not_use_are_refused_with_their_key() {
    for (words, key, message) in [
        (r#"{"e": "more"}"#, "e", "no text of this key"),
        (r#"{"a": "{n} of {some}"}"#, "a", "does not fill"),
        (r#"{"a": " "}"#, "a", "is empty"),
        (r#"{"b": "joined"}"#, "b", "joined to others by spaces"),
        (r#"{"c": "one"}"#, "c", "between `|`"),
    ] {
        let told = told(words);
        assert_eq!(told.len(), 1, "{told:#?}");
        assert!(
            told[0].contains(&format!("words/en.json > {key}")) && told[0].contains(message),
            "{}",
            told[0]
        );
    }
}

#[test]
fn words_are_of_a_language_judge_nobody_and_are_said_in_every_language_of_the_record() {
    assert_eq!(rules(&with_words("xx", "{}")), ["words-language"]);
    assert_eq!(rules(&with_words("en", r#"{"a": "the regime"}"#)), ["wording"]);
    let mut files = with_words("en", r#"{"a": "all {all}"}"#);
    put(
        &mut files,
        "translations/es.json",
        include_str!("fixtures/small-in-spanish.json").to_owned(),
    );
    assert_eq!(rules(&files), ["words-missing"]);
    put(
        &mut files,
        "words/es.json",
        r#"{ "interface": {"a": "todos: {all}"} }"#.to_owned(),
    );
    assert_eq!(rules(&files), Vec::<&str>::new());
}
