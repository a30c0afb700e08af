//! Questions on the terminal: one a field, repeated until its answer can be used.

use std::io::{BufRead, Write};

use serde_json::Value;

use super::{
    answer::{allowed, read},
    fields::Field,
    known::Known,
};
use crate::outcome::{Failure, Outcome};

/// Who is asked: lines that are read, and where the questions are written.
pub(super) struct Dialogue<'a> {
    pub(super) input: &'a mut dyn BufRead,
    pub(super) output: &'a mut dyn Write,
}

impl Dialogue<'_> {
    /// Writes a line.
    pub(super) fn say(&mut self, text: &str) -> Outcome {
        writeln!(self.output, "{text}").map_err(|error| Failure::from(format!("the terminal: {error}")))
    }

    /// Asks for a field until the answer can be used; nothing when it is left out.
    pub(super) fn ask(&mut self, field: &Field, example: Option<&str>, known: &Known) -> Outcome<Option<Value>> {
        self.say(&format!("\n{}: {}", field.name, field.meaning))?;
        for line in allowed(field) {
            self.say(&format!("  {line}"))?;
        }
        if let Some(example) = example {
            self.say(&format!("  for example: {example}"))?;
        }
        if !field.is_needed {
            self.say("  Enter leaves it out")?;
        }
        loop {
            let line = self.line(field)?;
            if line.is_empty() && !field.is_needed {
                return Ok(None);
            }
            let answered = if line.is_empty() {
                Err("every record has it".to_owned())
            } else {
                read(field, &line, known)
            };
            match answered {
                Ok(value) => return Ok(Some(value)),
                Err(wrong) => self.say(&format!("  not so: {wrong}"))?,
            }
        }
    }

    fn line(&mut self, field: &Field) -> Outcome<String> {
        let failed = |error: std::io::Error| Failure::from(format!("the terminal: {error}"));
        write!(self.output, "> ")
            .and_then(|()| self.output.flush())
            .map_err(failed)?;
        let mut line = String::new();
        if self.input.read_line(&mut line).map_err(failed)? == 0 {
            let (name, flag) = (&field.name, field.flag());
            return Err(
                format!("broken off at {name}, nothing is written: answer the question, or give {flag}").into(),
            );
        }
        Ok(line.trim().to_owned())
    }
}
