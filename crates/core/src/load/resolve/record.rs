//! People, offices, tenures, events, sources and terms.

use super::{
    ids::Ids,
    place::{At, boxed, pairs},
    site::group_position,
};
use crate::{
    model::{
        Claim, Dispute, End, Event, EventIx, FormerTitle, Office, OfficeIx, Person, PersonIx, Source, Start, Tenure,
        TenureIx, Term,
    },
    wire,
};

pub(super) fn person(at: &mut At<'_>, ids: &Ids, row: &wire::Person) -> Person {
    Person {
        id: row.id.as_str().into(),
        name: row.name.as_str().into(),
        sort_name: row.sort_name.as_str().into(),
        bio: row.bio.as_str().into(),
        same_as: pairs(&row.same_as),
        sources: at.sources(ids, "sources", &row.sources),
    }
}

pub(super) fn office(at: &mut At<'_>, ids: &Ids, row: &wire::Office) -> Office {
    Office {
        id: row.id.as_str().into(),
        title: row.title.as_str().into(),
        short_title: row.short_title.as_str().into(),
        body: row.body.as_str().into(),
        parent: row
            .parent
            .as_ref()
            .and_then(|id| at.position(&ids.offices, "parent", "office", id))
            .map(OfficeIx::at),
        kind: row.kind,
        group: group_position(at, ids, "group", &row.group),
        seats: row.seats,
        needs_confirmation: row.needs_confirmation,
        exists_from: at.optional_date("exists.from", row.exists.from.as_ref()),
        exists_to: at.optional_date("exists.to", row.exists.to.as_ref()),
        former_titles: row
            .former_titles
            .iter()
            .map(|former| FormerTitle {
                title: former.title.as_str().into(),
                until: at.date("former_titles.until", &former.until),
                sources: at.sources(ids, "former_titles.sources", &former.sources),
            })
            .collect(),
        area: boxed(row.area.as_ref()),
        same_as: pairs(&row.same_as),
        sources: at.sources(ids, "sources", &row.sources),
    }
}

pub(super) fn tenure(at: &mut At<'_>, ids: &Ids, office: &str, row: &wire::Tenure) -> Tenure {
    let start = match &row.start {
        wire::Start::On(date) => Start::On(at.date("start", date)),
        wire::Start::InPostBy(seen) => Start::InPostBy(at.date("start", &seen.in_post_by)),
    };
    let end = match &row.end {
        wire::End::On(end) => End::On(at.date("end", &end.on), end.reason),
        wire::End::OngoingAsOf(end) => End::OngoingAsOf(at.day("end", &end.ongoing_as_of)),
        wire::End::UnknownAfter(end) => End::UnknownAfter(at.date("end", &end.unknown_after)),
    };
    Tenure {
        id: row.id.as_str().into(),
        person: PersonIx::at(at.position(&ids.people, "person", "person", &row.person).unwrap_or(0)),
        office: OfficeIx::at(at.position(&ids.offices, "office", "office", office).unwrap_or(0)),
        title: row.title.as_str().into(),
        original_title: None,
        capacity: row.capacity,
        while_holding: at
            .positions(&ids.tenures, "while_holding", "tenure", &row.while_holding)
            .into_iter()
            .map(TenureIx::at)
            .collect(),
        continues: row
            .continues
            .as_ref()
            .and_then(|id| at.position(&ids.tenures, "continues", "tenure", id))
            .map(TenureIx::at),
        co_holder: row.co_holder,
        start,
        end,
        sources: at.sources(ids, "sources", &row.sources),
        evidence: at.evidence(ids, &row.evidence),
        disputes: row
            .disputes
            .iter()
            .map(|dispute| Dispute {
                field: dispute.field,
                value: dispute.value.as_str().into(),
                sources: at.sources(ids, "disputes.sources", &dispute.sources),
                why_not: boxed(dispute.why_not.as_ref()),
            })
            .collect(),
        confidence: row.confidence,
        note: boxed(row.note.as_ref()),
    }
}

pub(super) fn event(at: &mut At<'_>, ids: &Ids, row: &wire::Event) -> Event {
    Event {
        id: row.id.as_str().into(),
        date: at.date("date", &row.date),
        kind: row.kind,
        headline: row.headline.as_str().into(),
        summary: row.summary.as_str().into(),
        people: at
            .positions(&ids.people, "people", "person", &row.people)
            .into_iter()
            .map(PersonIx::at)
            .collect(),
        offices: at
            .positions(&ids.offices, "offices", "office", &row.offices)
            .into_iter()
            .map(OfficeIx::at)
            .collect(),
        tenures: at
            .positions(&ids.tenures, "tenures", "tenure", &row.tenures)
            .into_iter()
            .map(TenureIx::at)
            .collect(),
        standing: row.standing,
        sources: at.sources(ids, "sources", &row.sources),
        evidence: at.evidence(ids, &row.evidence),
        confidence: row.confidence,
        supersedes: row
            .supersedes
            .as_ref()
            .and_then(|id| at.position(&ids.events, "supersedes", "event", id))
            .map(EventIx::at),
        note: boxed(row.note.as_ref()),
    }
}

pub(super) fn source(at: &mut At<'_>, row: &wire::Source) -> Source {
    Source {
        id: row.id.as_str().into(),
        publisher: row.publisher.as_str().into(),
        title: row.title.as_str().into(),
        url: row.url.as_str().into(),
        archived_url: boxed(row.archived_url.as_ref()),
        published: at.optional_date("published", row.published.as_ref()),
        accessed: at.optional_date("accessed", row.accessed.as_ref()),
        kind: row.kind,
        language: row.language.as_str().into(),
    }
}

pub(super) fn term(at: &mut At<'_>, ids: &Ids, row: &wire::Term) -> Term {
    Term {
        id: row.id.as_str().into(),
        president: row.president.as_str().into(),
        label: row.label.as_str().into(),
        start: at.day("start", &row.start),
        end: row.end.as_ref().map(|day| at.day("end", day)),
        sources: at.sources(ids, "sources", &row.sources),
    }
}

pub(super) fn claim(at: &mut At<'_>, ids: &Ids, row: &wire::Claim) -> Claim {
    Claim {
        id: row.id.as_str().into(),
        claim: row.claim.as_str().into(),
        origin: row.origin.as_str().into(),
        agreement: row.agreement.as_str().into(),
        sources: at.sources(ids, "sources", &row.sources),
    }
}
