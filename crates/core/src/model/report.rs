use serde::{Deserialize, Serialize};

use super::{EventIx, OfficeIx, SourceIx, words::words};
use crate::date::PartialDate;

words! {
    /// What a report says of an office, from the least to the most.
    ReportStanding {
        /// Its change is put down to something else than the plan.
        OtherReason = "other-reason",
        /// Named as affected.
        Named = "named",
        /// Named, and a replacement is said to be planned.
        Replacement = "replacement",
        /// Confirmed on the record.
        Confirmed = "confirmed",
    }
}

words! {
    /// How a report bounds a number.
    Bound {
        /// At least so many.
        Least = "least",
        /// At most so many.
        Most = "most",
        /// About so many.
        About = "about",
        /// So many.
        Exactly = "exactly",
    }
}

/// What a report says of one office.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportedOffice {
    /// The office.
    pub office: OfficeIx,
    /// What it says, in a word.
    pub standing: ReportStanding,
    /// What it says, in a sentence.
    pub text: Box<str>,
}

/// What an outlet reported of many offices at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Permanent slug.
    pub id: Box<str>,
    /// Who reported it.
    pub outlet: Box<str>,
    /// When.
    pub date: PartialDate,
    /// The event that records it.
    pub event: EventIx,
    /// How many offices, in its own terms.
    pub says: Box<str>,
    /// How many offices, as a number, where it gives one.
    pub count: Option<(Bound, u8)>,
    /// The offices that it names.
    pub offices: Vec<ReportedOffice>,
    /// What it rests on.
    pub sources: Vec<SourceIx>,
}
