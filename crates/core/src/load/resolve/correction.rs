//! Corrections.

use serde_json::Value;

use super::{ids::Ids, place::At};
use crate::{
    model::{Correction, CorrectionClass},
    wire,
};

pub(super) fn correction(at: &mut At<'_>, ids: &Ids, row: &wire::Correction) -> Correction {
    Correction {
        id: row.id.as_str().into(),
        date: at.day("date", &row.date),
        class: match row.class {
            wire::CorrectionClass::C1 => CorrectionClass::Serious,
            wire::CorrectionClass::C2 => CorrectionClass::Factual,
            wire::CorrectionClass::C3 => CorrectionClass::Minor,
        },
        record: row.record.as_str().into(),
        field: row.field.as_str().into(),
        old: words(&row.old).into(),
        new: words(&row.new).into(),
        reason: row.reason.as_str().into(),
        sources: at.sources(ids, "sources", &row.sources),
        dataset: row.dataset.as_str().into(),
    }
}

/// A value of a file in words.
fn words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(is) => is.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(words).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let said = fields
                .iter()
                .map(|(name, value)| [&name.replace('_', " "), " ", &words(value)].concat());
            said.collect::<Vec<_>>().join(", ")
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::words;

    #[test]
    fn a_value_reads_as_words_and_not_as_its_file_writes_it() {
        for (value, said) in [
            (json!(null), ""),
            (json!(true), "true"),
            (json!(42.36), "42.36"),
            (json!("Ada M. Berg"), "Ada M. Berg"),
            (json!(["ada-berg", "cem-dogan"]), "ada-berg, cem-dogan"),
            (
                json!({ "on": "2023-03", "reason": "retired" }),
                "on 2023-03, reason retired",
            ),
            (json!({ "ongoing_as_of": "2024-06-01" }), "ongoing as of 2024-06-01"),
        ] {
            assert_eq!(words(&value), said);
        }
    }
}
