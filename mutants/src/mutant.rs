//! A mutant as `cargo mutants --list --json` tells it.

use serde::Deserialize;

/// A change of the program that a test should notice.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Mutant {
    /// Where and what, in words: no two have the same.
    pub(crate) name: String,
    /// The file, from the root of the project.
    pub(crate) file: String,
    /// What is replaced.
    pub(crate) span: Span,
    /// By what; empty where something is left out.
    pub(crate) replacement: String,
    /// The kind of change.
    pub(crate) genre: Genre,
}

/// The kinds of change that cargo-mutants makes.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub(crate) enum Genre {
    FnValue,
    BinaryOperator,
    UnaryOperator,
    MatchArm,
    MatchArmGuard,
    StructField,
}

/// Lines and columns from one on.
#[derive(Clone, Copy, Debug, Deserialize)]
pub(crate) struct Span {
    pub(crate) start: Place,
    /// The first that is not of it.
    pub(crate) end: Place,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Hash)]
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
}
