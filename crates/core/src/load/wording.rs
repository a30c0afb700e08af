//! Neutral words and attribution (the editorial policy).

/// Words that judge, with what to write instead.
const JUDGING: [(&str, &str); 8] = [
    ("controversial", "say who objects to what"),
    ("notorious", "leave it out"),
    ("so-called", "name the thing"),
    ("regime", "write administration or government"),
    (
        "ousted",
        "use the best source's verb: left, resigned, retired, removed, reassigned",
    ),
    ("scandal", "say what happened"),
    ("admitted", "write said or acknowledged"),
    ("claimed", "write said"),
];

/// The first word of a text that judges, and what to write instead; `None` when there is none.
///
/// Words in quotation marks are the speaker's. `illegal` is allowed only there.
pub(super) fn judging_word(text: &str) -> Option<(&'static str, &'static str)> {
    let own = without_quotations(text).to_lowercase();
    let words: Vec<&str> = own
        .split(|letter: char| !letter.is_alphanumeric() && letter != '-')
        .collect();
    let found = JUDGING.iter().find(|(word, _)| words.contains(word)).copied();
    found.or_else(|| {
        words
            .iter()
            .any(|word| matches!(*word, "illegal" | "illegally" | "illegals"))
            .then_some((
                "illegal",
                "use it only within quotation marks, attributed, or write without legal status",
            ))
    })
}

/// The text without what stands between quotation marks.
fn without_quotations(text: &str) -> String {
    let mut own = String::new();
    let mut depth = 0_u32;
    let mut straight = false;
    for letter in text.chars() {
        match letter {
            '“' => depth += 1,
            '”' => depth = depth.saturating_sub(1),
            '"' => straight = !straight,
            _ if depth == 0 && !straight => own.push(letter),
            _ => {}
        }
    }
    own
}

/// Whether a report that rests on unnamed people says so.
pub(super) fn tells_of_unnamed(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "unnamed",
        "not named",
        "anonym",
        "declined to be named",
        "did not name",
        "without naming",
    ]
    .iter()
    .any(|words| text.contains(words))
}

/// Whether a text attributes to nobody in particular.
pub(super) fn says_sources_say(text: &str) -> bool {
    let text = text.to_lowercase();
    ["sources say", "sources said", "it is said that", "reportedly"]
        .iter()
        .any(|words| text.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judging_words_are_found_but_not_within_quotations() {
        assert_eq!(judging_word("He was ousted.").map(|(word, _)| word), Some("ousted"));
        assert_eq!(judging_word("A “so-called” plan, \"illegal\" he said"), None);
        assert_eq!(judging_word("Reclaimed land in a regimen"), None);
        assert!(judging_word("illegal stops").is_some());
        assert!(judging_word("A “plan” that he \"read\", and he was ousted").is_some());
    }
}
