//! The records.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::model::{
    Capacity, Confidence, EndReason, EventKind, EvidenceField, Interval, OfficeKind, Processing, SourceKind, Standing,
};

macro_rules! record {
    ($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident: $ty:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub(crate) struct $name { $($(#[$fmeta])* pub(crate) $field: $ty,)+ }
    };
}

pub(super) use record;

/// Whether a flag is at its default, so that it is not written.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

record!(
    /// Someone who held, or was to hold, a public office, or who is named by an event.
    Person {
        /// Permanent slug, used in addresses.
        id: String,
        /// The full name as it is shown.
        name: String,
        /// Surname first: "Family, Given M.".
        sort_name: String,
        /// One or two neutral sentences on the public role.
        bio: String,
        /// The same person elsewhere: scheme and identifier.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        same_as: BTreeMap<String, String>,
        /// Ids of the sources that the record rests on.
        sources: Vec<String>,
    }
);

record!(
    /// A public office.
    Office {
        /// Permanent slug, used in addresses.
        id: String,
        /// The full title of the post.
        title: String,
        /// The title as a lane's label.
        short_title: String,
        /// The organisation that the post belongs to.
        body: String,
        /// The office that it reports to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<String>,
        /// What kind of post it is.
        kind: OfficeKind,
        /// The group of lanes that it is in.
        group: String,
        /// How many people can hold it at one time.
        seats: u8,
        /// Whether the regular holder needs the Senate's confirmation.
        needs_confirmation: bool,
        /// Since when and until when the post exists, where a source says so.
        #[serde(default, skip_serializing_if = "Exists::is_empty")]
        exists: Exists,
        /// The titles that the post had before, the earliest first.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        former_titles: Vec<FormerTitle>,
        /// The area of responsibility of a field office.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        area: Option<String>,
        /// Latitude of its city, in degrees.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lat: Option<f64>,
        /// Longitude of its city, in degrees.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        lon: Option<f64>,
        /// The same office elsewhere: scheme and identifier.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        same_as: BTreeMap<String, String>,
        /// Ids of the sources that the record rests on.
        sources: Vec<String>,
    }
);

record!(
    /// The time that an office exists, as partial dates.
    #[derive(Default)]
    Exists {
        /// Since when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<String>,
        /// Until when.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    }
);

impl Exists {
    fn is_empty(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

record!(
    /// A title that an office had before another.
    FormerTitle {
        /// The full title.
        title: String,
        /// The day from which it had the next, as a partial date.
        until: String,
        /// Ids of the sources that say so.
        sources: Vec<String>,
    }
);

record!(
    /// One person in one office in one capacity.
    Tenure {
        /// Permanent slug, used in addresses.
        id: String,
        /// The id of the person.
        person: String,
        /// The exact title used, as the sources give it.
        title: String,
        /// confirmed: by the Senate. appointed: regular appointee to a post without confirmation. elected: elected to the post. acting: acting under the Vacancies Act or so styled. performing-duties: senior official performing the duties of the office.
        capacity: Capacity,
        /// Tenures of the same person that were held at the time, where sources say so.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        while_holding: Vec<String>,
        /// The tenure that this one continues without a break (acting, then confirmed).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        continues: Option<String>,
        /// Whether another holder of the same seat at the same time is meant to be on record.
        #[serde(default, skip_serializing_if = "is_false")]
        co_holder: bool,
        /// When it began, as far as sources say.
        start: Start,
        /// Exactly one of: ended, in office when last seen near `as_of`, unknown after the last sighting.
        end: End,
        /// Ids of the sources that the record rests on.
        sources: Vec<String>,
        /// Which source supports which field.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        evidence: BTreeMap<EvidenceField, Vec<Evidence>>,
        /// What other sources say, and why it was not chosen.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        disputes: Vec<Dispute>,
        /// How sure the record is.
        confidence: Confidence,
        /// What a reader must know.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    }
);

/// When a tenure began.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) enum Start {
    /// It began then: an EDTF date with only the digits that sources give (2017, 2017-01, 2017-01-30, each perhaps with ~, ? or %).
    On(String),
    /// The person was in post by then; when it began was not found.
    InPostBy(InPostBy),
}

record!(
    /// The first sighting of a holder.
    InPostBy {
        /// The EDTF date of the first sighting.
        in_post_by: String,
    }
);

/// How and when a tenure ended, if it did.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) enum End {
    /// It ended.
    On(EndedOn),
    /// It goes on.
    OngoingAsOf(OngoingAsOf),
    /// The holder was last seen then.
    UnknownAfter(UnknownAfter),
}

record!(
    /// An end that sources give.
    EndedOn {
        /// The EDTF date.
        on: String,
        /// How it ended, in the words of the best source.
        reason: EndReason,
    }
);

record!(
    /// In office near `as_of`.
    OngoingAsOf {
        /// The last day on which a source shows the holder in office.
        ongoing_as_of: String,
    }
);

record!(
    /// What followed the last sighting was not found.
    UnknownAfter {
        /// The EDTF date of the last sighting.
        unknown_after: String,
    }
);

record!(
    /// A source of a field.
    Evidence {
        /// The id of the source.
        source: String,
        /// Page, paragraph or section.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        locator: Option<String>,
    }
);

record!(
    /// What other sources say of a field.
    Dispute {
        /// The field.
        field: EvidenceField,
        /// What they say.
        value: String,
        /// Ids of the sources that say so.
        sources: Vec<String>,
        /// Why the record follows another.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        why_not: Option<String>,
    }
);

record!(
    /// Something that happened, was said, or was planned.
    Event {
        /// Permanent slug, used in addresses.
        id: String,
        /// The EDTF date.
        date: String,
        /// What kind of event it is.
        kind: EventKind,
        /// At most 90 characters, neutral, own words.
        headline: String,
        /// One to four sentences, neutral, own words; claims are attributed.
        summary: String,
        /// Ids of the people it names.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        people: Vec<String>,
        /// Ids of the offices it is about.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        offices: Vec<String>,
        /// Ids of the tenures it begins, ends or is about.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        tenures: Vec<String>,
        /// How it is known.
        standing: Standing,
        /// Ids of the sources that the record rests on.
        sources: Vec<String>,
        /// Which source supports which field.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        evidence: BTreeMap<EvidenceField, Vec<Evidence>>,
        /// How sure the record is.
        confidence: Confidence,
        /// The event that this one follows up, such as the plan that it carries out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        supersedes: Option<String>,
        /// What a reader must know.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<String>,
    }
);

record!(
    /// A document that was read.
    Source {
        /// Permanent slug, used in addresses.
        id: String,
        /// Who published it, and as what copy it was read.
        publisher: String,
        /// Its title.
        title: String,
        /// Its address.
        url: String,
        /// The address of an archived copy.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        archived_url: Option<String>,
        /// The EDTF date of publication; left out when undated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        published: Option<String>,
        /// When it was read.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        accessed: Option<String>,
        /// What kind of source it is.
        kind: SourceKind,
        /// BCP 47 language tag.
        language: String,
    }
);

record!(
    /// Figures over time.
    Series {
        /// The schema of the file, for editors.
        #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
        schema: Option<String>,
        /// Permanent slug; equals the folder's name.
        id: String,
        /// Its title.
        title: String,
        /// The unit, in words.
        unit: String,
        /// The unit, short.
        short_unit: String,
        /// Its step.
        interval: Interval,
        /// What it measures.
        description: String,
        /// How much was done to the producer's figures.
        processing: Processing,
        /// What was done.
        description_processing: String,
        /// What a reader must know.
        caveats: String,
        /// What it was checked against.
        checks: String,
        /// Who produced it.
        origins: Vec<Origin>,
        /// Where it is interrupted, partial or changes meaning.
        breaks: Vec<Break>,
        /// Ids of the sources that it rests on.
        sources: Vec<String>,
    }
);

record!(
    /// Who produced the figures, and how to cite them.
    Origin {
        /// The producer.
        producer: String,
        /// The title of the data.
        title: String,
        /// The full citation.
        citation_full: String,
        /// Where the data are described.
        url_main: String,
        /// Where the data are.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        url_download: Option<String>,
        /// The EDTF date of publication.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date_published: Option<String>,
        /// The EDTF date of reading.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        date_accessed: Option<String>,
        /// The licence.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        licence: Option<String>,
    }
);

record!(
    /// Where a series is interrupted, partial or changes meaning.
    Break {
        /// The EDTF date.
        at: String,
        /// What happens there.
        note: String,
    }
);

record!(
    /// A president's term.
    Term {
        /// Permanent slug.
        id: String,
        /// The president's name.
        president: String,
        /// The name as the shading's label.
        label: String,
        /// The first day.
        start: String,
        /// The last day; left out for the present term.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        end: Option<String>,
        /// Ids of the sources that the record rests on.
        sources: Vec<String>,
    }
);

record!(
    /// A figure or statement that circulated: where it comes from, and who agrees.
    #[expect(clippy::struct_field_names, reason = "the name of the field in the data files")]
    Claim {
        /// Permanent slug.
        id: String,
        /// What was said.
        claim: String,
        /// Who said it first.
        origin: String,
        /// Who agrees, and who does not.
        agreement: String,
        /// Ids of the sources that the record rests on.
        sources: Vec<String>,
    }
);
