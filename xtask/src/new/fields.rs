//! The fields of a record, as the schemas of the data files tell them.

use serde_json::{Map, Value};
use timeline_core::load::schemas;

use crate::outcome::Outcome;

/// The fields of a kind of record.
#[derive(Debug, Default)]
pub(super) struct Fields {
    /// Those that are asked for, in the order of the file; what belongs to the whole file is before them.
    pub(super) asked: Vec<Field>,
    /// Names of those that hold records of their own: they are written in the file.
    pub(super) left: Vec<String>,
}

/// A field of a record.
#[derive(Clone, Debug)]
pub(super) struct Field {
    /// Its name in the file.
    pub(super) name: String,
    /// What it means, in a sentence.
    pub(super) meaning: String,
    /// Whether every record has it.
    pub(super) is_needed: bool,
    /// Whether it belongs to the whole file.
    pub(super) is_of_file: bool,
    /// What it holds.
    pub(super) form: Form,
}

/// What a field holds.
#[derive(Clone, Debug)]
pub(super) enum Form {
    /// One text.
    Text,
    /// Several texts.
    List,
    /// Yes or no.
    Flag,
    /// One word of a closed list: each with its meaning.
    Words(Vec<(String, String)>),
    /// One of several shapes.
    Choice(Vec<Shape>),
}

/// A shape of a field: a text alone when it has no fields, or an object.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    /// What it means.
    pub(super) meaning: String,
    /// The fields of the object.
    pub(super) fields: Vec<Field>,
}

impl Shape {
    /// The word that an answer of this shape begins with; none when it is a text alone.
    pub(super) fn word(&self) -> Option<&str> {
        self.fields.first().map(|field| field.name.as_str())
    }
}

impl Field {
    /// The flag that answers it.
    pub(super) fn flag(&self) -> String {
        format!("--{}", self.name.replace('_', "-"))
    }
}

/// The fields of the records in files with this list.
pub(super) fn fields_of(list: &str) -> Outcome<Fields> {
    let name = format!("{list}.schema.json");
    let broken = || format!("{name} does not say what a record of \"{list}\" holds");
    let text = schemas().into_iter().find(|(found, _)| *found == name);
    let (_, text) = text.ok_or_else(broken)?;
    let schema: Value = serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
    let of_file = schema.get("properties").and_then(Value::as_object).ok_or_else(broken)?;
    let record = of_file.get(list).and_then(|property| property.get("items"));
    let record = record.map(|items| followed(&schema, items)).ok_or_else(broken)?;
    let mut fields = Fields::default();
    for (name, property) in of_file.iter().filter(|(name, _)| *name != "$schema" && *name != list) {
        fields.asked.extend(field(&schema, name, property, true, true));
    }
    let properties = record.get("properties").and_then(Value::as_object).ok_or_else(broken)?;
    for (name, property) in properties {
        match field(&schema, name, property, is_needed(record, name), false) {
            Some(field) => fields.asked.push(field),
            None => fields.left.push(name.clone()),
        }
    }
    Ok(fields)
}

fn is_needed(record: &Value, name: &str) -> bool {
    let required = record.get("required").and_then(Value::as_array);
    required.is_some_and(|required| required.iter().any(|one| one == name))
}

fn field(schema: &Value, name: &str, property: &Value, is_needed: bool, is_of_file: bool) -> Option<Field> {
    Some(Field {
        name: name.to_owned(),
        meaning: description(property),
        is_needed,
        is_of_file,
        form: form(schema, property)?,
    })
}

fn form(schema: &Value, property: &Value) -> Option<Form> {
    let target = followed(schema, property);
    if let Some(words) = target.get("oneOf").and_then(Value::as_array) {
        let word = |one: &Value| Some((one.get("const")?.as_str()?.to_owned(), description(one)));
        return Some(Form::Words(words.iter().filter_map(word).collect()));
    }
    if let Some(shapes) = target.get("anyOf").and_then(Value::as_array) {
        return Some(Form::Choice(shapes.iter().map(|one| shape(schema, one)).collect()));
    }
    let is = |kind: &str| match target.get("type") {
        Some(Value::Array(kinds)) => kinds.iter().any(|one| one == kind),
        found => found.is_some_and(|found| found == kind),
    };
    if is("array") {
        let of_texts = target.get("items")?.get("type")? == "string";
        return of_texts.then_some(Form::List);
    }
    if is("boolean") {
        return Some(Form::Flag);
    }
    is("string").then_some(Form::Text)
}

fn shape(schema: &Value, one: &Value) -> Shape {
    let none = Map::new();
    let target = followed(schema, one);
    let properties = target.get("properties").and_then(Value::as_object).unwrap_or(&none);
    let fields = properties
        .iter()
        .filter_map(|(name, property)| field(schema, name, property, true, false));
    Shape {
        meaning: description(one),
        fields: fields.collect(),
    }
}

fn description(value: &Value) -> String {
    let found = value.get("description").and_then(Value::as_str);
    found.unwrap_or_default().to_owned()
}

/// What a `$ref` leads to; the value itself without one.
fn followed<'a>(schema: &'a Value, value: &'a Value) -> &'a Value {
    let path = value.get("$ref").and_then(Value::as_str);
    let target = path.and_then(|path| schema.pointer(path.trim_start_matches('#')));
    target.unwrap_or(value)
}

#[cfg(test)]
mod tests {
    use super::{Form, fields_of};

    #[test]
    fn a_record_is_asked_for_what_its_type_has() {
        for (list, asked, left) in [
            ("people", "id name sort_name bio sources", "same_as"),
            (
                "tenures",
                "office id person title capacity while_holding continues co_holder start end sources confidence note",
                "evidence disputes",
            ),
            (
                "events",
                "id date kind headline summary people offices tenures standing sources confidence supersedes note",
                "evidence",
            ),
            (
                "sources",
                "id publisher title url archived_url published accessed kind language",
                "",
            ),
        ] {
            let fields = fields_of(list).unwrap();
            let names: Vec<&str> = fields.asked.iter().map(|field| field.name.as_str()).collect();
            assert_eq!(names.join(" "), asked);
            assert_eq!(fields.left.join(" "), left, "{list}");
        }
    }

    #[test]
    fn a_closed_list_and_the_shapes_of_an_end_are_those_of_the_schema() {
        let fields = fields_of("tenures").unwrap();
        let form = |name: &str| &fields.asked.iter().find(|field| field.name == name).unwrap().form;
        let Form::Words(words) = form("confidence") else {
            panic!("{:?}", form("confidence"))
        };
        assert_eq!(
            words.iter().map(|(word, _)| word.as_str()).collect::<Vec<_>>(),
            ["high", "medium", "low"]
        );
        let Form::Choice(shapes) = form("end") else {
            panic!("{:?}", form("end"))
        };
        let words: Vec<_> = shapes.iter().map(super::Shape::word).collect();
        assert_eq!(words, [Some("on"), Some("ongoing_as_of"), Some("unknown_after")]);
    }
}
