//! Search over people, titles, offices, events, summaries and publishers.
//!
//! Case and diacritics do not matter, each word must begin a word of the text,
//! and every word of the query must match.

use crate::model::{Dataset, EventIx, TenureIx};

/// A query, folded and split into words.
#[derive(Clone, Debug, PartialEq, Eq)]
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

    /// Whether a tenure matches: its person, title, office or a publisher.
    #[must_use]
    pub fn matches_tenure(&self, dataset: &Dataset, ix: TenureIx) -> bool {
        let tenure = dataset.tenure(ix);
        let person = dataset.person(tenure.person);
        let office = dataset.office(tenure.office);
        let mut texts = vec![&*person.name, &*tenure.title, &*office.title, &*office.short_title];
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

/// Lower case without the diacritics of the Latin letters of Western and Central Europe.
fn fold(text: &str) -> String {
    text.chars()
        .filter(|letter| !('\u{300}'..='\u{36f}').contains(letter))
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
    fn combining_marks_are_folded_too() {
        assert!(Query::new("Saldan\u{303}a").matches(&["Saldaña"]));
    }
}
