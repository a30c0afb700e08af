use serde::{Deserialize, Serialize};

use super::SourceIx;

/// A figure or statement that circulated: where it comes from, and who agrees.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Permanent slug.
    pub id: Box<str>,
    /// What was said.
    pub claim: Box<str>,
    /// Who said it first.
    pub origin: Box<str>,
    /// Who agrees, and who does not.
    pub agreement: Box<str>,
    /// What the record rests on.
    pub sources: Vec<SourceIx>,
}
