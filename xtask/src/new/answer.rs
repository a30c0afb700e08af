//! An answer as the value of a field, or what is wrong with it.

use serde_json::{Map, Value};
use timeline_core::{
    date::{Day, PartialDate},
    load::{is_slug, nearest},
};

use super::{
    fields::{Field, Form, Shape},
    known::Known,
};

/// Fields that name records, and the list that these are in.
const NAMES: [(&str, &str); 10] = [
    ("office", "offices"),
    ("offices", "offices"),
    ("person", "people"),
    ("people", "people"),
    ("tenures", "tenures"),
    ("while_holding", "tenures"),
    ("continues", "tenures"),
    ("supersedes", "events"),
    ("sources", "sources"),
    ("events", "events"),
];

/// Fields that hold a date, with as many digits as its source has.
const DATES: [&str; 7] = [
    "date",
    "published",
    "accessed",
    "start",
    "in_post_by",
    "on",
    "unknown_after",
];

/// Fields that hold a whole day.
const DAYS: [&str; 1] = ["ongoing_as_of"];

/// The list that the records of a field are in.
pub(super) fn names(field: &str) -> Option<&'static str> {
    NAMES.iter().find(|(name, _)| *name == field).map(|(_, list)| *list)
}

/// What is allowed, a line each.
pub(super) fn allowed(field: &Field) -> Vec<String> {
    match &field.form {
        Form::Words(words) => words
            .iter()
            .map(|(word, meaning)| format!("{word}: {meaning}"))
            .collect(),
        Form::Choice(shapes) => shapes.iter().flat_map(|shape| shape_allowed(field, shape)).collect(),
        Form::Flag => vec!["yes or no".to_owned()],
        Form::List => match names(&field.name) {
            Some(list) => vec![format!("ids of {list}, with commas")],
            None => vec!["several, with commas".to_owned()],
        },
        Form::Text if field.name == "id" => {
            vec!["small letters, digits and single hyphens; it stays for ever".to_owned()]
        }
        Form::Text => text_allowed(&field.name).into_iter().collect(),
    }
}

fn text_allowed(name: &str) -> Option<String> {
    if let Some(list) = names(name) {
        return Some(format!("an id of {list}"));
    }
    if DAYS.contains(&name) {
        return Some("a day as 2017-01-30".to_owned());
    }
    let is_date = DATES.contains(&name);
    is_date.then(|| {
        "only the digits that the source gives: 2017, 2017-01 or 2017-01-30; ~ after it is about, ? uncertain"
            .to_owned()
    })
}

fn shape_allowed(field: &Field, shape: &Shape) -> Vec<String> {
    let Some(word) = shape.word() else {
        return vec![format!("{}: {}", placeholder(&field.name), shape.meaning)];
    };
    let mut line = word.to_owned();
    let mut more = Vec::new();
    for part in &shape.fields {
        line.extend([" ", placeholder(&part.name)]);
        if let Form::Words(words) = &part.form {
            let words: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
            more.push(format!("  WORD is one of {}", words.join(", ")));
        }
    }
    more.insert(0, format!("{line}: {}", shape.meaning));
    more
}

/// What stands for the value of a part of an answer.
fn placeholder(name: &str) -> &'static str {
    match name {
        name if DAYS.contains(&name) => "DAY",
        name if DATES.contains(&name) => "DATE",
        _ => "WORD",
    }
}

/// Reads an answer that is not empty.
///
/// # Errors
/// What is wrong with it, and what would do.
pub(super) fn read(field: &Field, answer: &str, known: &Known) -> Result<Value, String> {
    let answer = answer.trim();
    match &field.form {
        Form::Text => text(&field.name, answer, known),
        Form::List => list(&field.name, answer, known),
        Form::Words(words) => word(answer, words),
        Form::Flag => match answer {
            "yes" | "true" => Ok(Value::Bool(true)),
            "no" | "false" => Ok(Value::Bool(false)),
            _ => Err(format!("\"{answer}\" is neither yes nor no")),
        },
        Form::Choice(shapes) => choice(&field.name, shapes, answer, known),
    }
}

fn text(name: &str, answer: &str, known: &Known) -> Result<Value, String> {
    if let Some(letter) = answer.chars().find(|letter| letter.is_control()) {
        return Err(format!(
            "it holds the invisible character U+{:04X}: leave that out",
            u32::from(letter)
        ));
    }
    if name == "id" {
        if !is_slug(answer) {
            return Err(format!(
                "\"{answer}\" is no id: write small letters, digits and single hyphens, such as some-name-2024"
            ));
        }
        if let Some(file) = known.place_of_new(answer) {
            return Err(format!(
                "\"{answer}\" is taken, in {file}: choose another id, or change that record"
            ));
        }
    }
    if let Some(list) = names(name) {
        is_there(list, answer, known)?;
    }
    if DATES.contains(&name) && PartialDate::parse(answer).is_none() {
        return Err(format!(
            "\"{answer}\" is no date: write 2017, 2017-01 or 2017-01-30, each perhaps with ~ or ? after it"
        ));
    }
    if DAYS.contains(&name) && Day::parse(answer).is_none() {
        return Err(format!("\"{answer}\" is no day: write it as 2017-01-30"));
    }
    Ok(Value::from(answer))
}

fn is_there(list: &str, id: &str, known: &Known) -> Result<(), String> {
    if known.has(list, id) {
        return Ok(());
    }
    let near: Vec<&str> = nearest(known.ids(list), id).into_iter().take(3).collect();
    let hint = if near.is_empty() {
        format!("add it first with `cargo xtask data new`, or see {list} in the data folder")
    } else {
        format!("the nearest: {}", near.join(", "))
    };
    Err(format!("there is no \"{id}\" in {list}: {hint}"))
}

fn list(name: &str, answer: &str, known: &Known) -> Result<Value, String> {
    let mut found: Vec<Value> = Vec::new();
    for one in answer.split(',').map(str::trim).filter(|one| !one.is_empty()) {
        let value = text(name, one, known)?;
        if found.contains(&value) {
            return Err(format!("\"{one}\" is named twice: name it once"));
        }
        found.push(value);
    }
    if found.is_empty() {
        return Err("nothing is named".to_owned());
    }
    Ok(Value::from(found))
}

fn word(answer: &str, words: &[(String, String)]) -> Result<Value, String> {
    if words.iter().any(|(word, _)| word == answer) {
        return Ok(Value::from(answer));
    }
    let all: Vec<&str> = words.iter().map(|(word, _)| word.as_str()).collect();
    Err(format!("\"{answer}\" is none of {}", all.join(", ")))
}

fn choice(name: &str, shapes: &[Shape], answer: &str, known: &Known) -> Result<Value, String> {
    let (first, rest) = answer.split_once(' ').unwrap_or((answer, ""));
    if let Some(shape) = shapes.iter().find(|shape| shape.word() == Some(first)) {
        let parts: Vec<&str> = rest.split_whitespace().collect();
        if parts.len() != shape.fields.len() {
            let wanted: Vec<&str> = shape.fields.iter().map(|field| field.name.as_str()).collect();
            return Err(format!("after `{first}` write, with spaces: {}", wanted.join(", ")));
        }
        let mut object = Map::new();
        for (field, part) in shape.fields.iter().zip(parts) {
            object.insert(field.name.clone(), read(field, part, known)?);
        }
        return Ok(Value::Object(object));
    }
    if shapes.iter().any(|shape| shape.word().is_none()) {
        return text(name, answer, known);
    }
    let words: Vec<&str> = shapes.iter().filter_map(Shape::word).collect();
    Err(format!("\"{answer}\" begins with none of {}", words.join(", ")))
}
