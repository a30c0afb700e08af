//! What an id is, and which ids a wrong one may have meant.

/// Whether an id is a slug: small letters, digits and single hyphens, as an address can have it.
#[must_use]
pub fn is_slug(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 80
        && !id.starts_with('-')
        && !id.ends_with('-')
        && !id.contains("--")
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// The ids that a wrong one may have meant, the most likely first: those that share its words, and those that differ by little.
#[must_use]
pub fn nearest<'a>(known: impl IntoIterator<Item = &'a str>, wrong: &str) -> Vec<&'a str> {
    let wrong = wrong.to_lowercase();
    let words: Vec<&str> = wrong.split([' ', '-', '_']).filter(|word| word.len() > 2).collect();
    let mut found: Vec<(usize, usize, &str)> = known
        .into_iter()
        .map(|id| {
            let shared = id.split('-').filter(|word| words.contains(word)).count();
            (shared, distance(id, &wrong), id)
        })
        .filter(|(shared, distance, _)| *shared > 0 || *distance <= wrong.len() / 3)
        .collect();
    found.sort_by(|(shared, far, id), (other_shared, other_far, other)| {
        other_shared.cmp(shared).then(far.cmp(other_far)).then(other.cmp(id))
    });
    found.into_iter().map(|(_, _, id)| id).collect()
}

/// How many letters have to be added, left out or changed to make one word of another.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (position, letter) in one.chars().enumerate() {
        let mut next = vec![position + 1];
        for (pair, wanted) in row.windows(2).zip(&other) {
            let (Some(left), [diagonal, above]) = (next.last(), pair) else {
                continue;
            };
            let changed = diagonal + usize::from(letter != *wanted);
            next.push(changed.min(left + 1).min(above + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{distance, is_slug, nearest};

    #[test]
    fn a_wrong_id_leads_to_those_like_it() {
        let known = ["ada-berg", "cem-dogan", "gazette-2023", "gazette-2024"];
        for (wrong, meant) in [
            ("ada-borg", &["ada-berg"][..]),
            ("Berg", &["ada-berg"]),
            ("cemdogan", &["cem-dogan"]),
            ("gazette-2025", &["gazette-2024", "gazette-2023"]),
            ("harbour", &[]),
        ] {
            assert_eq!(nearest(known, wrong), meant, "{wrong}");
        }
    }

    #[test]
    fn an_id_can_stand_in_an_address() {
        let longest = "a".repeat(80);
        for id in ["a", "2024-05-01-plan", &longest] {
            assert!(is_slug(id), "{id}");
        }
        let too_long = "a".repeat(81);
        for id in ["", "-a", "a-", "a--b", "A", "a_b", "ğ", "a b", &too_long] {
            assert!(!is_slug(id), "{id}");
        }
    }

    #[test]
    fn the_letters_that_differ_are_counted() {
        for (one, other, differ) in [
            ("", "abc", 3),
            ("abc", "", 3),
            ("abc", "abd", 1),
            ("abc", "bc", 1),
            ("kitten", "sitting", 3),
            ("ab", "ba", 2),
        ] {
            assert_eq!(distance(one, other), differ, "{one} {other}");
        }
    }

    #[test]
    fn short_words_and_distant_ids_lead_nowhere() {
        // "of" is in too many ids to tell one.
        assert_eq!(nearest(["head-of-office"], "of"), [""; 0]);
        assert_eq!(nearest(["abcdef"], "abcdxy"), ["abcdef"]);
        assert_eq!(nearest(["abcdef"], "abcxyz"), [""; 0]);
    }
}
