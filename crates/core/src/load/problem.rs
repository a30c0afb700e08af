//! A problem of the data: where it is, what is wrong, how to mend it.

use std::fmt;

use super::rule_names::RULES;

/// Whether a problem stops the build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It does.
    Error,
    /// It is told only.
    Warning,
}

/// A problem of the data files.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Whether it stops the build.
    pub severity: Severity,
    /// The file, from the data folder.
    pub file: String,
    /// The id of the record; empty when it is about the file.
    pub record: String,
    /// The field; empty when it is about the record.
    pub field: String,
    /// The name of the rule.
    pub rule: &'static str,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub fix: String,
}

impl Problem {
    /// A problem that stops the build.
    pub(super) fn error(
        rule: &'static str,
        file: &str,
        record: &str,
        field: &str,
        message: impl Into<String>,
        fix: impl Into<String>,
    ) -> Self {
        debug_assert!(RULES.iter().any(|(name, _)| *name == rule), "{rule} is not listed");
        Self {
            severity: Severity::Error,
            rule,
            file: file.to_owned(),
            record: record.to_owned(),
            field: field.to_owned(),
            message: message.into(),
            fix: fix.into(),
        }
    }

    /// The same as a warning.
    pub(super) fn into_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{severity}[{}] {}", self.rule, self.file)?;
        for place in [&self.record, &self.field] {
            if !place.is_empty() {
                write!(f, " > {place}")?;
            }
        }
        write!(f, ": {}\n  fix: {}", self.message, self.fix)
    }
}
