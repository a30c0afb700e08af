//! Words for the values of closed lists.

use timeline_core::model::{
    Capacity, Confidence, EndReason, EventFamily, EventKind, EvidenceField, SourceKind, Standing,
};

use super::Texts;

/// The name of a capacity.
#[must_use]
pub fn capacity(t: &'static Texts, capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Confirmed => t.capacity_confirmed,
        Capacity::Appointed => t.capacity_appointed,
        Capacity::Elected => t.capacity_elected,
        Capacity::Acting => t.capacity_acting,
        Capacity::PerformingDuties => t.capacity_performing_duties,
        Capacity::Interim => t.capacity_interim,
        Capacity::Unknown => t.capacity_unknown,
    }
}

/// A capacity within a sentence.
#[must_use]
pub fn capacity_word(t: &'static Texts, capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Confirmed => t.capacity_word_confirmed,
        Capacity::Appointed => t.capacity_word_appointed,
        Capacity::Elected => t.capacity_word_elected,
        Capacity::Acting => t.capacity_word_acting,
        Capacity::PerformingDuties => t.capacity_word_performing_duties,
        Capacity::Interim => t.capacity_word_interim,
        Capacity::Unknown => t.capacity_word_unknown,
    }
}

/// What a capacity means.
#[must_use]
pub fn capacity_about(t: &'static Texts, capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Confirmed => t.capacity_about_confirmed,
        Capacity::Appointed => t.capacity_about_appointed,
        Capacity::Elected => t.capacity_about_elected,
        Capacity::Acting => t.capacity_about_acting,
        Capacity::PerformingDuties => t.capacity_about_performing_duties,
        Capacity::Interim => t.capacity_about_interim,
        Capacity::Unknown => t.capacity_about_unknown,
    }
}

/// How a tenure ended.
#[must_use]
pub fn reason(t: &'static Texts, reason: EndReason) -> &'static str {
    match reason {
        EndReason::Resigned => t.reason_resigned,
        EndReason::Retired => t.reason_retired,
        EndReason::Reassigned => t.reason_reassigned,
        EndReason::Removed => t.reason_removed,
        EndReason::Promoted => t.reason_promoted,
        EndReason::Transition => t.reason_transition,
        EndReason::TermEnded => t.reason_term_ended,
        EndReason::DetailEnded => t.reason_detail_ended,
        EndReason::TitleChanged => t.reason_title_changed,
        EndReason::Died => t.reason_died,
        EndReason::Unknown => t.reason_unknown,
    }
}

/// The name of a kind of event.
#[must_use]
pub fn kind(t: &'static Texts, kind: EventKind) -> &'static str {
    match kind {
        EventKind::Appointment => t.kind_appointment,
        EventKind::Nomination => t.kind_nomination,
        EventKind::Withdrawal => t.kind_withdrawal,
        EventKind::Confirmation => t.kind_confirmation,
        EventKind::Reassignment => t.kind_reassignment,
        EventKind::Resignation => t.kind_resignation,
        EventKind::Retirement => t.kind_retirement,
        EventKind::Removal => t.kind_removal,
        EventKind::PlannedChange => t.kind_planned_change,
        EventKind::Report => t.kind_report,
        EventKind::Policy => t.kind_policy,
        EventKind::Target => t.kind_target,
        EventKind::Statistic => t.kind_statistic,
        EventKind::Operation => t.kind_operation,
        EventKind::Court => t.kind_court,
        EventKind::Statement => t.kind_statement,
        EventKind::Legislation => t.kind_legislation,
        EventKind::Incident => t.kind_incident,
    }
}

/// The name of a lane of events.
#[must_use]
pub fn family(t: &'static Texts, family: EventFamily) -> &'static str {
    match family {
        EventFamily::Changes => t.family_changes,
        EventFamily::Nominations => t.family_nominations,
        EventFamily::Reports => t.family_reports,
        EventFamily::Targets => t.family_targets,
        EventFamily::Operations => t.family_operations,
        EventFamily::Courts => t.family_courts,
    }
}

/// How an event is known.
#[must_use]
pub fn standing(t: &'static Texts, standing: Standing) -> &'static str {
    match standing {
        Standing::Official => t.standing_official,
        Standing::OnRecord => t.standing_on_record,
        Standing::AnonymousSources => t.standing_anonymous_sources,
        Standing::Analysis => t.standing_analysis,
        Standing::Planned => t.standing_planned,
    }
}

/// How sure a record is.
#[must_use]
pub fn confidence(t: &'static Texts, confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => t.confidence_high,
        Confidence::Medium => t.confidence_medium,
        Confidence::Low => t.confidence_low,
    }
}

/// How sure a record is, as a choice.
#[must_use]
pub fn confidence_short(t: &'static Texts, confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => t.confidence_short_high,
        Confidence::Medium => t.confidence_short_medium,
        Confidence::Low => t.confidence_short_low,
    }
}

/// The name of a field.
#[must_use]
pub fn field(t: &'static Texts, field: EvidenceField) -> &'static str {
    match field {
        EvidenceField::Person => t.field_person,
        EvidenceField::Title => t.field_title,
        EvidenceField::Capacity => t.field_capacity,
        EvidenceField::Start => t.field_start,
        EvidenceField::End => t.field_end,
        EvidenceField::EndReason => t.field_end_reason,
        EvidenceField::Date => t.field_date,
        EvidenceField::Kind => t.field_kind,
        EvidenceField::Standing => t.field_standing,
        EvidenceField::Summary => t.field_summary,
    }
}

/// The kind of a source.
#[must_use]
pub fn source_kind(t: &'static Texts, kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Official => t.source_kind_official,
        SourceKind::News => t.source_kind_news,
        SourceKind::Reference => t.source_kind_reference,
        SourceKind::Dataset => t.source_kind_dataset,
        SourceKind::Court => t.source_kind_court,
        SourceKind::Congress => t.source_kind_congress,
    }
}
