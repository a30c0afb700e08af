use serde::{Deserialize, Serialize};

use super::{Confidence, EventIx, Evidence, OfficeIx, PersonIx, SourceIx, TenureIx, words::words};
use crate::date::PartialDate;

words! {
    /// What kind of event it is.
    EventKind {
        /// Someone takes up a post.
        Appointment = "appointment",
        /// Someone is nominated, or named as a nominee.
        Nomination = "nomination",
        /// A nomination ends without confirmation.
        Withdrawal = "withdrawal",
        /// The Senate, or a committee of it, confirms or advances.
        Confirmation = "confirmation",
        /// Someone is moved to another post.
        Reassignment = "reassignment",
        /// Someone resigns.
        Resignation = "resignation",
        /// Someone retires.
        Retirement = "retirement",
        /// Someone is removed.
        Removal = "removal",
        /// A change is announced or planned, not yet in effect.
        PlannedChange = "planned-change",
        /// A report, finding or vote.
        Report = "report",
        /// A policy.
        Policy = "policy",
        /// A target for arrests.
        Target = "target",
        /// A figure.
        Statistic = "statistic",
        /// An operation.
        Operation = "operation",
        /// A court's act.
        Court = "court",
        /// A statement.
        Statement = "statement",
        /// A law or bill.
        Legislation = "legislation",
        /// An incident.
        Incident = "incident",
    }
}

words! {
    /// Kinds that share a lane of events.
    EventFamily {
        /// Changes of leadership.
        Changes = "changes",
        /// Nominations and confirmations.
        Nominations = "nominations",
        /// Reports and statements.
        Reports = "reports",
        /// Targets, figures and policies.
        Targets = "targets",
        /// Operations and incidents.
        Operations = "operations",
        /// Courts and Congress.
        Courts = "courts",
    }
}

impl EventKind {
    /// The lane of events that the kind belongs to.
    #[must_use]
    pub fn family(self) -> EventFamily {
        match self {
            Self::Appointment
            | Self::Reassignment
            | Self::Resignation
            | Self::Retirement
            | Self::Removal
            | Self::PlannedChange => EventFamily::Changes,
            Self::Nomination | Self::Withdrawal | Self::Confirmation => EventFamily::Nominations,
            Self::Report | Self::Statement => EventFamily::Reports,
            Self::Policy | Self::Target | Self::Statistic => EventFamily::Targets,
            Self::Operation | Self::Incident => EventFamily::Operations,
            Self::Court | Self::Legislation => EventFamily::Courts,
        }
    }
}

words! {
    /// How an event is known.
    Standing {
        /// From the official record.
        Official = "official",
        /// From someone who is named.
        OnRecord = "on-record",
        /// Reported by an outlet that cites unnamed people.
        AnonymousSources = "anonymous-sources",
        /// From an analysis of data.
        Analysis = "analysis",
        /// Planned or announced, not done.
        Planned = "planned",
    }
}

/// Something that happened, was said, or was planned.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Permanent slug.
    pub id: Box<str>,
    /// When it was.
    pub date: PartialDate,
    /// What kind of event it is.
    pub kind: EventKind,
    /// At most 90 characters, neutral.
    pub headline: Box<str>,
    /// One to four sentences, neutral and attributed.
    pub summary: Box<str>,
    /// The people it names.
    pub people: Vec<PersonIx>,
    /// The offices it is about.
    pub offices: Vec<OfficeIx>,
    /// The tenures it begins, ends or is about.
    pub tenures: Vec<TenureIx>,
    /// How it is known.
    pub standing: Standing,
    /// What the record rests on.
    pub sources: Vec<SourceIx>,
    /// Which source supports which field.
    pub evidence: Vec<Evidence>,
    /// How sure the record is.
    pub confidence: Confidence,
    /// The event that this one follows up, such as the plan that it carries out.
    pub supersedes: Option<EventIx>,
    /// What a reader must know of it.
    pub note: Option<Box<str>>,
}
