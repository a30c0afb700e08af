//! A new record, by flags or by answers: `cargo xtask data new`.

mod answer;
mod fields;
mod known;
mod place;
mod questions;
#[cfg(test)]
mod tests;

use std::{io, path::Path};

use serde_json::{Map, Value};
use timeline_core::load::{DataFile, Problem, load};

use crate::{
    arguments::Arguments,
    data::{problems_of, read_files},
    files::write,
    outcome::Outcome,
    tools::Project,
};
use fields::{Field, Fields, Form, fields_of};
use known::Known;
use questions::Dialogue;

/// A kind of record that can be made: its word, the list that it goes to, and an example of it.
struct Kind {
    word: &'static str,
    list: &'static str,
    example: &'static str,
}

const KINDS: [Kind; 4] = [
    Kind {
        word: "person",
        list: "people",
        example: include_str!("../../../data/templates/person.json"),
    },
    Kind {
        word: "tenure",
        list: "tenures",
        example: include_str!("../../../data/templates/tenure.json"),
    },
    Kind {
        word: "event",
        list: "events",
        example: include_str!("../../../data/templates/event.json"),
    },
    Kind {
        word: "source",
        list: "sources",
        example: include_str!("../../../data/templates/source.json"),
    },
];

/// Rules that one field of the record can break alone: its question is put again. The others are told when the record stands.
const OF_ONE_FIELD: [&str; 12] = [
    "address",
    "attribution",
    "capacity-appointed",
    "capacity-confirmed",
    "date-order",
    "event-future",
    "headline-length",
    "ongoing-future",
    "private",
    "sources-missing",
    "tenure-future",
    "wording",
];

/// `cargo xtask data new KIND`.
pub(crate) fn task(project: &Project, words: Vec<String>) -> Outcome {
    let (mut input, mut output) = (io::stdin().lock(), io::stdout().lock());
    let mut dialogue = Dialogue {
        input: &mut input,
        output: &mut output,
    };
    make(&project.path("data"), words, &mut dialogue)
}

/// Makes a record in `folder`, unless the words name another one.
fn make(folder: &Path, words: Vec<String>, dialogue: &mut Dialogue<'_>) -> Outcome {
    let kind = words
        .first()
        .and_then(|word| KINDS.iter().find(|kind| kind.word == word));
    let kind = kind.ok_or("say what is new: `cargo xtask data new person`, `tenure`, `event` or `source`")?;
    let fields = fields_of(kind.list)?;
    let flags: Vec<String> = fields.asked.iter().map(Field::flag).collect();
    let valued: Vec<&str> = flags.iter().map(String::as_str).chain(["--data"]).collect();
    let arguments = Arguments::read(words, &valued, &[], 1)?;
    let folder = arguments.path("--data")?.unwrap_or_else(|| folder.to_path_buf());
    let files = read_files(&folder)?;
    let mut new = New {
        kind,
        known: Known::of(&files, kind.list),
        fields,
        values: Map::new(),
    };
    new.take_flags(&arguments)?;
    let is_asked = new.ask_what_is_missing(dialogue)?;
    let written = new.sound(&files, is_asked, dialogue)?;
    for file in &written {
        write(&folder.join(&file.path), &file.text)?;
        dialogue.say(&format!("wrote {}", file.path))?;
    }
    new.tell_what_is_missing(&folder, dialogue)
}

/// A record in the making.
struct New {
    kind: &'static Kind,
    known: Known,
    fields: Fields,
    values: Map<String, Value>,
}

impl New {
    /// Takes what the flags say.
    fn take_flags(&mut self, arguments: &Arguments) -> Outcome {
        for field in &self.fields.asked {
            let given = arguments.values(&field.flag());
            let said = match (&field.form, given.last()) {
                (_, None) => continue,
                (Form::List, Some(_)) => given.join(","),
                (_, Some(last)) => last.clone(),
            };
            let value = answer::read(field, &said, &self.known)
                .map_err(|wrong| format!("{}: {wrong}. Nothing is written", field.flag()))?;
            self.values.insert(field.name.clone(), value);
        }
        Ok(())
    }

    /// Asks for all that no flag says, unless the flags say all that is needed. Says whether there were questions.
    fn ask_what_is_missing(&mut self, dialogue: &mut Dialogue<'_>) -> Outcome<bool> {
        let is_missing = |field: &&Field| !self.values.contains_key(&field.name);
        let missing: Vec<Field> = self.fields.asked.iter().filter(is_missing).cloned().collect();
        let is_asked = missing.iter().any(|field| field.is_needed);
        if is_asked {
            let word = self.kind.word;
            dialogue.say(&format!(
                "A new {word}, field by field. Ctrl-C breaks off: nothing is written before the last answer."
            ))?;
            for field in &missing {
                self.ask(field, dialogue)?;
            }
        }
        Ok(is_asked)
    }

    fn ask(&mut self, field: &Field, dialogue: &mut Dialogue<'_>) -> Outcome {
        let example = self.example(field);
        match dialogue.ask(field, example.as_deref(), &self.known)? {
            Some(value) => self.values.insert(field.name.clone(), value),
            None => self.values.remove(&field.name),
        };
        Ok(())
    }

    /// What the template of the record says in a field, as an answer is written.
    fn example(&self, field: &Field) -> Option<String> {
        let template: Value = serde_json::from_str(self.kind.example).ok()?;
        let word = |value: &Value| value.as_str().map(str::to_owned);
        match template.get(&field.name)? {
            Value::String(text) => Some(text.clone()),
            Value::Array(list) => Some(list.iter().filter_map(word).collect::<Vec<_>>().join(", ")),
            Value::Object(parts) => {
                let first = parts.keys().next()?.clone();
                let values = parts.values().filter_map(word);
                Some([first].into_iter().chain(values).collect::<Vec<_>>().join(" "))
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => None,
        }
    }

    fn id(&self) -> &str {
        self.values.get("id").and_then(Value::as_str).unwrap_or_default()
    }

    /// The files with the record in its place, once no field of it breaks a rule of its own.
    fn sound(&mut self, files: &[DataFile], is_asked: bool, dialogue: &mut Dialogue<'_>) -> Outcome<Vec<DataFile>> {
        loop {
            let written = self.placed(files)?;
            let wrong = self.wrong(files, &written);
            if wrong.is_empty() {
                return Ok(written);
            }
            for problem in &wrong {
                dialogue.say(&problem.to_string())?;
            }
            if !is_asked {
                return Err("nothing is written: correct what is listed above".into());
            }
            for field in self.fields.asked.clone() {
                if wrong.iter().any(|problem| problem.field == field.name) {
                    self.ask(&field, dialogue)?;
                }
            }
        }
    }

    fn placed(&self, files: &[DataFile]) -> Outcome<Vec<DataFile>> {
        let (mut of_file, mut record) = (Map::new(), Map::new());
        for field in &self.fields.asked {
            if let Some(value) = self.values.get(&field.name) {
                let target = if field.is_of_file { &mut of_file } else { &mut record };
                target.insert(field.name.clone(), value.clone());
            }
        }
        place::placed(files, self.kind.list, &of_file, &record)
    }

    /// What one field of the record breaks alone.
    fn wrong(&self, files: &[DataFile], written: &[DataFile]) -> Vec<Problem> {
        let is_kept = |file: &&DataFile| !written.iter().any(|other| other.path == file.path);
        let all: Vec<DataFile> = files.iter().filter(is_kept).chain(written).cloned().collect();
        let mut problems = load(&all).problems;
        problems.retain(|problem| {
            let is_asked = self.fields.asked.iter().any(|field| field.name == problem.field);
            is_asked && problem.record == self.id() && OF_ONE_FIELD.contains(&problem.rule)
        });
        problems
    }

    /// Runs the check on the folder, and says what the record still needs.
    fn tell_what_is_missing(&self, folder: &Path, dialogue: &mut Dialogue<'_>) -> Outcome {
        let (problems, _) = problems_of(folder)?;
        for problem in &problems {
            dialogue.say(&problem.to_string())?;
        }
        if !self.fields.left.is_empty() {
            let left = self.fields.left.join(" and ");
            dialogue.say(&format!(
                "not asked for: {left}; docs/data-dictionary.md says how that is written into the file"
            ))?;
        }
        if problems.iter().any(|problem| problem.rule.starts_with("translation-")) {
            dialogue.say("translations: `cargo xtask i18n check` lists them; whoever does not read the language says so in the pull request")?;
        }
        dialogue.say(&match problems.len() {
            0 => format!("{}: the check finds nothing to mend", self.id()),
            count => format!(
                "{}: it stands; the check lists {count} things above that are still to be done",
                self.id()
            ),
        })
    }
}
