use serde::{Deserialize, Serialize};

use super::SourceIx;

/// Someone who held, or was to hold, a public office, or who is named by an event.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Permanent slug.
    pub id: Box<str>,
    /// The full name as it is shown.
    pub name: Box<str>,
    /// Surname first, for sorting.
    pub sort_name: Box<str>,
    /// One or two neutral sentences on the public role.
    pub bio: Box<str>,
    /// The same person elsewhere: a scheme (`wikidata`) and its identifier.
    pub same_as: Vec<(Box<str>, Box<str>)>,
    /// What the record of the person rests on.
    pub sources: Vec<SourceIx>,
}

impl Person {
    /// The surname: what stands before the comma of the sort name.
    #[must_use]
    pub fn surname(&self) -> &str {
        self.sort_name.split(',').next().unwrap_or(&self.name)
    }

    /// The first letters of the parts of the name ("TDH" for "Thomas D. Homan").
    #[must_use]
    pub fn initials(&self) -> String {
        self.name
            .split([' ', '-'])
            .filter_map(|part| part.chars().next())
            .filter(|letter| letter.is_uppercase())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::sample;

    #[test]
    fn initials_are_of_the_parts_of_a_name_that_begin_with_a_capital() {
        let mut person = sample::record(1).people.swap_remove(0);
        for (name, initials) in [
            ("Thomas D. Homan", "TDH"),
            ("Jean-Paul van Dam", "JPD"),
            ("Łukasz  Öz", "ŁÖ"),
        ] {
            person.name = name.into();
            assert_eq!(person.initials(), initials, "{name}");
        }
    }
}
