//! The dictionary of the data tells of every field that a file can have.
#![cfg(feature = "schema")]

use serde_json::Value;
use timeline_core::load::schemas;

const DICTIONARY: &str = include_str!("../../../docs/data-dictionary.md");

/// What stands under the first heading of a level that begins with a text.
#[cfg(test)]
fn part<'a>(level: &str, heading: &str) -> Option<&'a str> {
    let (_, after) = DICTIONARY.split_once(&["\n", level, " ", heading].concat())?;
    after.split(&["\n", level, " "].concat()).next()
}

#[test]
fn the_dictionary_tells_of_every_field_of_every_file() {
    for (name, text) in schemas() {
        let schema: Value = serde_json::from_str(&text).unwrap();
        let kind = name.trim_end_matches("schema.json");
        let own = part("##", kind).or_else(|| part("##", kind.trim_end_matches('.')));
        let own = own.unwrap_or_else(|| panic!("docs/data-dictionary.md has no part on {name}"));
        let types = schema.get("$defs").and_then(Value::as_object).into_iter().flatten();
        // A type with a heading of its own may stand with the first file that has it.
        let parts = types.map(|(of, fields)| (part("###", of).unwrap_or(own), fields));
        for (part, of) in parts.chain([(own, &schema)]) {
            let fields = of.get("properties").and_then(Value::as_object).into_iter().flatten();
            for (field, _) in fields.filter(|(field, _)| *field != "$schema") {
                assert!(
                    part.contains(&["`", field, "`"].concat()),
                    "docs/data-dictionary.md does not tell of `{field}` ({name})"
                );
            }
        }
    }
}
