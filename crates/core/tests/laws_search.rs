//! Laws of search and filter.

#[cfg(test)]
mod common;

use std::sync::LazyLock;

use proptest::prelude::*;
use timeline_core::{
    model::{Capacity, Confidence, Dataset, EventKind, Standing},
    query::{
        filter::{Choice, Dimension, Filter, visible},
        search::Query,
    },
};

#[cfg(test)]
static DATASET: LazyLock<Dataset> = LazyLock::new(common::real);

#[cfg(test)]
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof!["[A-Za-zéñÅß .,-]{0,40}", "\\PC{0,30}"]
}

#[cfg(test)]
fn words() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec("[A-Za-zéñ]{1,5}", 0..5)
}

#[cfg(test)]
fn any_choice() -> impl Strategy<Value = Choice> {
    prop::sample::select(Dimension::ALL).prop_flat_map(any_choice_of)
}

#[cfg(test)]
fn any_choice_of(dimension: Dimension) -> BoxedStrategy<Choice> {
    let terms = u8::try_from(DATASET.terms.len()).unwrap();
    match dimension {
        Dimension::Office => prop::sample::select(DATASET.office_ixs().collect::<Vec<_>>())
            .prop_map(Choice::Office)
            .boxed(),
        Dimension::Person => prop::sample::select(DATASET.person_ixs().collect::<Vec<_>>())
            .prop_map(Choice::Person)
            .boxed(),
        Dimension::Capacity => prop::sample::select(Capacity::ALL).prop_map(Choice::Capacity).boxed(),
        Dimension::Kind => prop::sample::select(EventKind::ALL).prop_map(Choice::Kind).boxed(),
        Dimension::Standing => prop::sample::select(Standing::ALL).prop_map(Choice::Standing).boxed(),
        Dimension::Confidence => prop::sample::select(Confidence::ALL)
            .prop_map(Choice::Confidence)
            .boxed(),
        Dimension::Term => (0..terms).prop_map(Choice::Term).boxed(),
    }
}

#[cfg(test)]
fn two_choices_of_one_dimension() -> impl Strategy<Value = (Choice, Choice)> {
    prop::sample::select(Dimension::ALL).prop_flat_map(|dimension| (any_choice_of(dimension), any_choice_of(dimension)))
}

#[cfg(test)]
fn any_filter() -> impl Strategy<Value = Filter> {
    let groups = u8::try_from(DATASET.site.groups.len()).unwrap();
    (
        prop::sample::subsequence((0..groups).collect::<Vec<u8>>(), 0..=2),
        prop::collection::btree_set(any_choice(), 0..4),
        prop_oneof![Just(String::new()), "[a-z]{1,2}"],
    )
        .prop_map(|(groups, choices, text)| Filter {
            groups,
            choices: choices.into_iter().collect(),
            text,
        })
}

/// The positions of what passes a filter: tenures and then events.
#[cfg(test)]
fn passing(filter: &Filter) -> Vec<(bool, usize)> {
    let visible = visible(&DATASET, filter);
    let tenures = visible.tenures.iter().map(|ix| (false, ix.position()));
    tenures
        .chain(visible.events.iter().map(|ix| (true, ix.position())))
        .collect()
}

#[cfg(test)]
fn is_within(some: &[(bool, usize)], all: &[(bool, usize)]) -> bool {
    some.iter().all(|one| all.binary_search(one).is_ok())
}

proptest! {
    #[test]
    fn case_does_not_matter_to_a_search(query in "[a-zñé ]{0,12}", text in "[a-zñé ]{0,30}") {
        let found = Query::new(&query).matches(&[&text]);
        prop_assert_eq!(Query::new(&query.to_uppercase()).matches(&[&text]), found);
        prop_assert_eq!(Query::new(&query).matches(&[&text.to_uppercase()]), found);
    }

    #[test]
    fn diacritics_do_not_matter_to_a_search(query in "[aeioucn ]{0,6}", text in "[aeioucn ]{0,30}") {
        let marked = |text: &str| -> String {
            text.chars().map(|letter| match letter { 'a' => 'á', 'e' => 'ê', 'i' => 'ï', 'o' => 'ø', 'u' => 'ū', 'c' => 'ç', 'n' => 'ñ', other => other }).collect()
        };
        let found = Query::new(&query).matches(&[&text]);
        prop_assert_eq!(Query::new(&marked(&query)).matches(&[&text]), found);
        prop_assert_eq!(Query::new(&query).matches(&[&marked(&text)]), found);
    }

    #[test]
    fn the_order_of_words_and_texts_does_not_matter_to_a_search(words in words(), texts in prop::collection::vec(any_text(), 0..4)) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (mut words_back, mut texts_back) = (words.clone(), texts.clone());
        words_back.reverse();
        texts_back.reverse();
        let found = Query::new(&words.join(" ")).matches(&texts);
        prop_assert_eq!(Query::new(&words_back.join("  ")).matches(&texts), found);
        prop_assert_eq!(Query::new(&words.join(",")).matches(&texts_back), found);
    }

    #[test]
    fn a_text_is_found_by_each_beginning_of_its_words(text in any_text(), letters in 1_usize..5) {
        // A mark on a letter is part of its word.
        for word in text.split(|letter: char| !(letter.is_alphanumeric() || matches!(letter, '\u{300}'..='\u{36f}'))) {
            let beginning: String = word.chars().take(letters).collect();
            prop_assert!(Query::new(&beginning).matches(&[&text]), "{beginning} in {text}");
        }
    }

    #[test]
    fn a_word_is_not_found_by_what_follows_a_mark_in_it(mark in prop::char::range('\u{300}', '\u{36f}')) {
        let text = String::from_iter(['a', mark, 'b']);
        prop_assert!(!Query::new("b").matches(&[&text]));
        prop_assert!(Query::new("ab").matches(&[&text]));
    }

    #[test]
    fn a_longer_search_finds_no_more(words in words(), more in "[a-z]{1,3}", text in any_text()) {
        let longer = [words.join(" "), more].join(" ");
        if Query::new(&longer).matches(&[&text]) {
            prop_assert!(Query::new(&words.join(" ")).matches(&[&text]));
        }
    }

    #[test]
    fn the_parts_of_a_text_are_the_text(query in any_text(), text in any_text()) {
        let parts = Query::new(&query).parts(&text);
        prop_assert_eq!(parts.iter().map(|(part, _)| *part).collect::<String>(), text.as_str());
        prop_assert!(parts.iter().all(|(part, _)| !part.is_empty()));
    }

    #[test]
    fn one_more_value_of_a_dimension_hides_nothing(mut filter in any_filter(), (one, other) in two_choices_of_one_dimension()) {
        filter.choices.push(one);
        let fewer = passing(&filter);
        filter.choices.push(other);
        prop_assert!(is_within(&fewer, &passing(&filter)));
    }

    #[test]
    fn one_more_dimension_a_group_or_a_word_shows_nothing_more(filter in any_filter(), choice in any_choice(), word in "[a-z]{1,2}") {
        let all = passing(&filter);
        let mut by_text = filter.clone();
        by_text.text = [&filter.text, " ", &word].concat();
        prop_assert!(is_within(&passing(&by_text), &all));
        if filter.choices.iter().all(|other| other.dimension() != choice.dimension()) {
            let mut by_choice = filter.clone();
            by_choice.choices.push(choice);
            prop_assert!(is_within(&passing(&by_choice), &all));
        }
        if filter.groups.is_empty() {
            let by_group = Filter { groups: vec![0], ..filter };
            prop_assert!(is_within(&passing(&by_group), &all));
        }
    }

    #[test]
    fn groups_together_show_what_each_shows(filter in any_filter()) {
        prop_assume!(!filter.groups.is_empty());
        let mut each: Vec<(bool, usize)> = filter.groups.iter()
            .flat_map(|&group| passing(&Filter { groups: vec![group], ..filter.clone() }))
            .collect();
        each.sort_unstable();
        each.dedup();
        prop_assert_eq!(passing(&filter), each);
    }
}
