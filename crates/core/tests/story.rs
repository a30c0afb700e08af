//! The guided reading: its steps in addresses and in the data, and the pages of text beside it.

#[cfg(test)]
mod common;

use timeline_core::{
    load::{load, pages},
    model::Language,
    view::{
        action::Action,
        state::{View, ViewState},
        url::{from_query, to_query},
    },
};

#[test]
fn the_address_names_the_step() {
    let dataset = common::real();
    for (position, step) in dataset.story.iter().enumerate().skip(1) {
        let (state, notices) = from_query(&format!("view=story&step={}", step.id), &dataset);
        assert!(notices.is_empty(), "{notices:?}");
        assert_eq!((state.view, usize::from(state.step)), (View::Story, position));
        assert_eq!(to_query(&state, &dataset), format!("view=story&step={}", step.id));
    }
    let (state, notices) = from_query("view=story&step=nowhere", &dataset);
    assert_eq!((state.view, state.step), (View::Story, 0));
    assert_eq!(notices.first().map(|notice| &*notice.key), Some("step"));
}

#[test]
fn a_step_that_there_is_not_changes_nothing_and_another_view_begins_anew() {
    let dataset = common::real();
    let first = ViewState::initial(&dataset).apply(Action::Show(View::Story), &dataset);
    let count = u8::try_from(dataset.story.len()).unwrap();
    let last = first.apply(Action::GoToStep(count - 1), &dataset);
    assert_eq!(last.step, count - 1);
    assert_eq!(last.apply(Action::GoToStep(count), &dataset), last);
    assert_eq!(last.apply(Action::Show(View::Map), &dataset).step, 0);
}

#[test]
fn a_record_without_a_story_has_no_such_view() {
    let mut dataset = common::real();
    dataset.story.clear();
    let (state, notices) = from_query("view=story", &dataset);
    assert_eq!(state.view, View::Timeline);
    assert_eq!(notices.len(), 1);
}

#[test]
fn every_step_shows_a_view_that_is_there_and_names_sources() {
    let dataset = common::real();
    assert!((10..=14).contains(&dataset.story.len()));
    for step in &dataset.story {
        assert!(from_query(&step.view, &dataset).1.is_empty(), "{}", step.id);
        assert!(!step.sources.is_empty() && !step.text.is_empty(), "{}", step.id);
    }
}

/// The problems of the real data files with one of them changed.
fn problems(path: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = common::folder("data");
    for file in files.iter_mut().filter(|file| file.path == path) {
        assert!(file.text.contains(from), "{path} has no {from}");
        file.text = file.text.replacen(from, to, 1);
    }
    load(&files).problems.iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_wrong_with_a_step_is_told() {
    let cases = [
        ("view=map&report=2025-10-28-ap", "view=map&report=nobody", "story-view"),
        ("{people} heads, none", "{persons} heads, none", "story-computed"),
        ("The last confirmed director", "The notorious director", "wording"),
    ];
    for (from, to, rule) in cases {
        let told = problems("story.json", from, to);
        assert!(told.iter().any(|line| line.contains(rule)), "{rule}: {told:#?}");
    }
}

#[test]
fn every_language_has_the_same_pages_of_text() {
    let files = common::folder("data");
    let all = pages(&files);
    let languages: Vec<Language> = all.iter().map(|(language, _)| *language).collect();
    assert_eq!(languages, [Language::English, Language::Spanish]);
    let ids: Vec<&str> = all[0].1.iter().map(|page| &*page.id).collect();
    assert_eq!(
        ids,
        [
            "method",
            "sources",
            "corrections",
            "data",
            "about",
            "accessibility",
            "privacy"
        ]
    );
}

#[test]
fn what_is_wrong_with_a_page_of_text_is_told() {
    let cases = [
        (
            "pages/es.json",
            "\"id\": \"scope\"",
            "\"id\": \"alcance\"",
            "page-shape",
        ),
        ("pages/en.json", "{agency}", "{agencies}", "page-computed"),
        ("pages/en.json", "gao-b334562", "gao-b0", "reference-unknown"),
        (
            "pages/en.json",
            "\"Method and vocabulary\"",
            "\"Controversial vocabulary\"",
            "wording",
        ),
    ];
    for (path, from, to, rule) in cases {
        let told = problems(path, from, to);
        assert!(told.iter().any(|line| line.contains(rule)), "{rule}: {told:#?}");
    }
    let mut files = common::folder("data");
    files.retain(|file| file.path != "pages/es.json");
    let told: Vec<String> = load(&files).problems.iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|line| line.contains("page-language")), "{told:#?}");
}
