use serde::{Deserialize, Serialize};

use super::{OfficeIx, PersonIx, SourceIx, TenureIx, words::words};
use crate::date::{Day, PartialDate};

words! {
    /// The legal capacity in which an office is held.
    Capacity {
        /// Confirmed by the Senate.
        Confirmed = "confirmed",
        /// Regular appointee to a post that needs no confirmation.
        Appointed = "appointed",
        /// Elected to the post.
        Elected = "elected",
        /// Acting under the Vacancies Act, or so styled.
        Acting = "acting",
        /// Senior official performing the duties of the office.
        PerformingDuties = "performing-duties",
        /// Interim, as styled by the sources.
        Interim = "interim",
        /// The sources read do not say.
        Unknown = "unknown",
    }
}

words! {
    /// How a tenure ended, in the words of the best source.
    EndReason {
        /// Resigned.
        Resigned = "resigned",
        /// Retired.
        Retired = "retired",
        /// Moved to another post.
        Reassigned = "reassigned",
        /// Removed from the post.
        Removed = "removed",
        /// Moved to a higher post.
        Promoted = "promoted",
        /// Left with a change of administration or with the arrival of a regular holder.
        Transition = "transition",
        /// A fixed term ended.
        TermEnded = "term-ended",
        /// A detail to or from the post ended or began.
        DetailEnded = "detail-ended",
        /// The same person stayed under another title.
        TitleChanged = "title-changed",
        /// Died in office.
        Died = "died",
        /// The sources read do not say.
        Unknown = "unknown",
    }
}

words! {
    /// How sure the record is of itself.
    Confidence {
        /// Official or independent sources agree.
        High = "high",
        /// Some part rests on one source or on an inference.
        Medium = "medium",
        /// Little support.
        Low = "low",
    }
}

words! {
    /// A field of a tenure or event that a source or a dispute is about.
    EvidenceField {
        /// Who it was.
        Person = "person",
        /// The title used.
        Title = "title",
        /// The capacity.
        Capacity = "capacity",
        /// When it began.
        Start = "start",
        /// When it ended.
        End = "end",
        /// Why it ended.
        EndReason = "end.reason",
        /// When an event was.
        Date = "date",
        /// What an event was.
        Kind = "kind",
        /// How an event is known.
        Standing = "standing",
        /// What an event's summary says.
        Summary = "summary",
    }
}

/// When a tenure began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Start {
    /// It began then.
    On(PartialDate),
    /// The person was in post by then; when it began was not found.
    InPostBy(PartialDate),
}

impl Start {
    /// The date that is given, whatever it means.
    #[must_use]
    pub fn date(self) -> PartialDate {
        match self {
            Self::On(date) | Self::InPostBy(date) => date,
        }
    }
}

/// How and when a tenure ended, if it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// It ended then, for this reason.
    On(PartialDate, EndReason),
    /// The holder was seen in office on this day, near the dataset's `as_of`.
    OngoingAsOf(Day),
    /// The holder was last seen in office then; what followed was not found.
    UnknownAfter(PartialDate),
}

/// Which source supports which field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// The field that is supported.
    pub field: EvidenceField,
    /// The source.
    pub source: SourceIx,
    /// Page, paragraph or section.
    pub locator: Option<Box<str>>,
}

/// What other sources say of a field, and why it was not chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dispute {
    /// The field in question.
    pub field: EvidenceField,
    /// What the other sources say.
    pub value: Box<str>,
    /// The sources that say so.
    pub sources: Vec<SourceIx>,
    /// Why the record follows another.
    pub why_not: Option<Box<str>>,
}

/// One person in one office in one capacity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tenure {
    /// Permanent slug.
    pub id: Box<str>,
    /// Who.
    pub person: PersonIx,
    /// Where.
    pub office: OfficeIx,
    /// The exact title used, as the sources give it; its translation where the record is read in another language.
    pub title: Box<str>,
    /// The same in the language of the sources, when the record is shown in another.
    pub original_title: Option<Box<str>>,
    /// Our reading of the title.
    pub capacity: Capacity,
    /// The person's other posts at the time, where sources say so.
    pub while_holding: Vec<TenureIx>,
    /// The tenure that this one continues without a break.
    pub continues: Option<TenureIx>,
    /// Whether another holder of the same seat at the same time is on record, and meant to be.
    pub co_holder: bool,
    /// When it began.
    pub start: Start,
    /// How and when it ended.
    pub end: End,
    /// What the record rests on.
    pub sources: Vec<SourceIx>,
    /// Which source supports which field.
    pub evidence: Vec<Evidence>,
    /// What other sources say.
    pub disputes: Vec<Dispute>,
    /// How sure the record is.
    pub confidence: Confidence,
    /// What a reader must know of it.
    pub note: Option<Box<str>>,
}
