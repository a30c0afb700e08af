//! Search over people, titles, offices, events, summaries and publishers.
//!
//! Case and diacritics do not matter, each word must begin a word of the text,
//! and every word of the query must match.

use crate::model::{Dataset, EventIx, TenureIx};

/// A query, folded and split into words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<String>);

impl Query {
    /// Folds a reader's text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let folded = fold(text);
        Self(words(&folded).map(str::to_owned).collect())
    }

    /// Whether there is nothing to look for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether every word of the query begins a word of one of the texts.
    #[must_use]
    pub fn matches(&self, texts: &[&str]) -> bool {
        if self.is_empty() {
            return true;
        }
        let folded: Vec<String> = texts.iter().map(|text| fold(text)).collect();
        self.0.iter().all(|wanted| {
            folded
                .iter()
                .any(|text| words(text).any(|word| word.starts_with(wanted.as_str())))
        })
    }

    /// The parts of a text, in order, and whether each is a word that the query finds.
    #[must_use]
    pub fn parts<'a>(&self, text: &'a str) -> Vec<(&'a str, bool)> {
        let mut parts: Vec<(&str, bool)> = Vec::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let is_word = first.is_alphanumeric();
            let end = rest
                .find(|letter: char| letter.is_alphanumeric() != is_word)
                .unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            let folded = fold(part);
            let is_found = is_word && self.0.iter().any(|wanted| folded.starts_with(wanted.as_str()));
            parts.push((part, is_found));
            rest = after;
        }
        parts
    }

    /// Whether a tenure matches: its person, title, office or a publisher.
    #[must_use]
    pub fn matches_tenure(&self, dataset: &Dataset, ix: TenureIx) -> bool {
        let tenure = dataset.tenure(ix);
        let person = dataset.person(tenure.person);
        let office = dataset.office(tenure.office);
        let mut texts = vec![&*person.name, &*tenure.title, &*office.title, &*office.short_title];
        texts.extend(tenure.original_title.as_deref());
        texts.extend(office.former_titles.iter().map(|former| &*former.title));
        texts.extend(tenure.sources.iter().map(|&source| &*dataset.source(source).publisher));
        self.matches(&texts)
    }

    /// Whether an event matches: its headline, summary, people, offices or a publisher.
    #[must_use]
    pub fn matches_event(&self, dataset: &Dataset, ix: EventIx) -> bool {
        let event = dataset.event(ix);
        let mut texts = vec![&*event.headline, &*event.summary];
        texts.extend(event.people.iter().map(|&person| &*dataset.person(person).name));
        texts.extend(event.offices.iter().map(|&office| &*dataset.office(office).title));
        texts.extend(event.sources.iter().map(|&source| &*dataset.source(source).publisher));
        self.matches(&texts)
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// Lower case without the diacritics of the Latin letters of Western and Central Europe, and without the letters of
/// Polynesian languages that keyboards lack (ʻokina).
fn fold(text: &str) -> String {
    text.chars()
        .filter(|letter| !matches!(letter, '\u{300}'..='\u{36f}' | 'ʻ' | 'ʼ'))
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
            'ç' | 'ć' | 'č' => 'c',
            'ď' | 'đ' => 'd',
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
            'ì'..='ï' | 'ī' | 'į' => 'i',
            'ł' => 'l',
            'ñ' | 'ń' | 'ň' => 'n',
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
            'ř' => 'r',
            'ś' | 'š' => 's',
            'ť' => 't',
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
            'ý' | 'ÿ' => 'y',
            'ź' | 'ż' | 'ž' => 'z',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_match_from_their_beginning_whatever_case_or_diacritics() {
        let texts = ["Sarah R. Saldaña", "Acting Director"];
        for query in ["saldana", "SALDAÑA dir", "sar", "", "  act  sal", "r. saldaña"] {
            assert!(Query::new(query).matches(&texts), "{query}");
        }
        for query in ["aldana", "saldana deputy", "x"] {
            assert!(!Query::new(query).matches(&texts), "{query}");
        }
    }

    #[test]
    fn the_words_that_are_found_are_told_apart() {
        let parts = Query::new("sal dir").parts("Sarah R. Saldaña, Director");
        let found: Vec<&str> = parts
            .iter()
            .filter(|(_, found)| *found)
            .map(|(part, _)| *part)
            .collect();
        assert_eq!(found, ["Saldaña", "Director"]);
        assert_eq!(
            parts.iter().map(|(part, _)| *part).collect::<String>(),
            "Sarah R. Saldaña, Director"
        );
        assert!(Query::new("").parts("Sarah").iter().all(|(_, found)| !found));
    }

    #[test]
    fn combining_marks_are_folded_too() {
        assert!(Query::new("Saldan\u{303}a").matches(&["Saldaña"]));
    }

    #[test]
    fn signs_alone_are_nothing_to_look_for() {
        for text in ["", "  ", " , - "] {
            assert!(Query::new(text).is_empty(), "{text}");
        }
        assert!(!Query::new("-a-").is_empty());
    }
}
