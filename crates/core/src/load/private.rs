//! What belongs to nobody's public office: addresses, numbers and birthdays.

/// What is looked for.
pub(super) const WHAT: &str = "a private address, a number of a person, or a birthday";

const STREETS: [&str; 6] = ["street", "avenue", "boulevard", "road", "drive", "lane"];
const PHRASES: [&str; 5] = ["born on ", "born in ", "date of birth", "home address", "lives at "];

/// The first part of a text that reads as private.
pub(super) fn found(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    if let Some(phrase) = PHRASES.iter().find(|phrase| lower.contains(**phrase)) {
        return Some(phrase.trim_end().to_owned());
    }
    let trim = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    let words: Vec<String> = text.split_whitespace().map(trim).collect();
    let alone = words.iter().find(|word| is_mail(word) || is_number_of_person(word));
    alone.cloned().or_else(|| street(&words))
}

fn is_mail(word: &str) -> bool {
    word.split_once('@')
        .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// A telephone number as 202-555-0100, or a social security number as 000-00-0000; no date and no range of numbers.
fn is_number_of_person(word: &str) -> bool {
    let groups: Vec<&str> = word.split(['-', '.']).collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    let is_digits = groups
        .iter()
        .all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    is_digits && matches!(lengths.as_slice(), [3, 3 | 2, 4] | [1, 3, 3, 4])
}

/// A number, a name of one to three words and the word for a street: "12 North Harbour Street".
fn street(words: &[String]) -> Option<String> {
    let is_year = |number: u32| (1900..2100).contains(&number);
    let is_house = |word: &str| word.len() <= 5 && word.parse().is_ok_and(|number| !is_year(number));
    let is_name = |word: &String| {
        word.chars()
            .next()
            .is_some_and(|letter| letter.is_uppercase() || letter.is_ascii_digit())
    };
    words.iter().enumerate().find_map(|(at, word)| {
        if !is_house(word) {
            return None;
        }
        let after = words.get(at + 1..)?;
        let last = after
            .iter()
            .take(4)
            .position(|word| STREETS.contains(&word.to_lowercase().as_str()))?;
        let name = after.get(..=last)?;
        (last > 0 && name.iter().all(is_name)).then(|| [word, " ", &name.join(" ")].concat())
    })
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn private_matters_are_found_and_public_ones_are_not() {
        for text in [
            "Write to ada.berg@example.org.",
            "Reached at (202-555-0100).",
            "Number 078-05-1120",
            "Berg, born on 3 May 1960, leads it.",
            "The house at 12 North Harbour Street",
            "1750 Elm Street",
            "12 5th Avenue",
            "She lived at 7 Grand Old Harbour Road.",
        ] {
            assert!(found(text).is_some(), "{text}");
        }
        for text in [
            "The 2023-2024 plan named 25 directors on 2025-10-28.",
            "In May 2026 The Wall Street Journal wrote; 50 court orders; 3,000 arrests a day; born of a dispute",
            "On 12 March 2025 the Court ruled",
            "@ICEgov wrote on 9 May",
            "a@b and @example.org",
            "In 12 Street",
            "12 people left by the street",
            "Of 50 officers 4 Drive",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
