//! From wire records to the model: dates are read, ids become indices, what refers to nothing is told.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Problem,
    parse::{Located, Parsed},
    series,
};
use crate::{
    date::{Day, DayRange, PartialDate},
    model::{
        Claim, Dataset, Dispute, End, Event, EventIx, Evidence, EvidenceField, Group, KeyFigure, Office, OfficeIx,
        Origin, Person, PersonIx, Preset, Series, SeriesBreak, Site, Source, SourceIx, Start, Tenure, TenureIx, Term,
    },
    wire,
};

/// The ids of every kind of record, with their positions.
#[derive(Default)]
struct Ids<'a> {
    people: BTreeMap<&'a str, usize>,
    offices: BTreeMap<&'a str, usize>,
    tenures: BTreeMap<&'a str, usize>,
    events: BTreeMap<&'a str, usize>,
    sources: BTreeMap<&'a str, usize>,
    groups: BTreeMap<&'a str, usize>,
}

/// Where a record is, and where its problems go.
struct At<'a> {
    file: &'a str,
    id: &'a str,
    problems: &'a mut Vec<Problem>,
    used: &'a mut BTreeSet<usize>,
}

impl At<'_> {
    fn problem(&mut self, rule: &'static str, field: &str, message: String, fix: &str) {
        self.problems
            .push(Problem::error(rule, self.file, self.id, field, message, fix));
    }

    fn date(&mut self, field: &str, text: &str) -> PartialDate {
        PartialDate::parse(text).unwrap_or_else(|| {
            self.problem(
                "date-form",
                field,
                format!("\"{text}\" is not a date of the calendar"),
                "write only the digits that the source gives: 2017, 2017-01 or 2017-01-30, each perhaps with ~, ? or %",
            );
            PartialDate::from_day(Day::from_epoch_days(0))
        })
    }

    fn optional_date(&mut self, field: &str, text: Option<&String>) -> Option<PartialDate> {
        text.map(|text| self.date(field, text))
    }

    fn day(&mut self, field: &str, text: &str) -> Day {
        Day::parse(text).unwrap_or_else(|| {
            self.problem(
                "date-form",
                field,
                format!("\"{text}\" is not a day of the calendar"),
                "write it as 2017-01-30",
            );
            Day::from_epoch_days(0)
        })
    }

    fn position(&mut self, ids: &BTreeMap<&str, usize>, field: &str, what: &str, id: &str) -> Option<usize> {
        let found = ids.get(id).copied();
        if found.is_none() {
            let near = nearest(ids, id).map_or_else(String::new, |near| format!("; the nearest id is \"{near}\""));
            self.problem(
                "reference-unknown",
                field,
                format!("there is no {what} \"{id}\"{near}"),
                "correct the id, or add the record",
            );
        }
        found
    }

    fn positions(&mut self, ids: &BTreeMap<&str, usize>, field: &str, what: &str, list: &[String]) -> Vec<usize> {
        let mut seen = BTreeSet::new();
        for id in list {
            if !seen.insert(id) {
                self.problem(
                    "reference-twice",
                    field,
                    format!("\"{id}\" is named twice"),
                    "name it once",
                );
            }
        }
        list.iter()
            .filter_map(|id| self.position(ids, field, what, id))
            .collect()
    }

    fn sources(&mut self, ids: &Ids, field: &str, list: &[String]) -> Vec<SourceIx> {
        let positions = self.positions(&ids.sources, field, "source", list);
        self.used.extend(&positions);
        positions.into_iter().map(SourceIx::at).collect()
    }

    fn evidence(&mut self, ids: &Ids, map: &BTreeMap<EvidenceField, Vec<wire::Evidence>>) -> Vec<Evidence> {
        let mut rows = Vec::new();
        for (&field, list) in map {
            for row in list {
                let place = format!("evidence.{}", field.word());
                let source = self.sources(ids, &place, std::slice::from_ref(&row.source));
                rows.extend(source.into_iter().map(|source| Evidence {
                    field,
                    source,
                    locator: boxed(row.locator.as_ref()),
                }));
            }
        }
        rows
    }
}

fn boxed(text: Option<&String>) -> Option<Box<str>> {
    text.map(|text| text.as_str().into())
}

fn pairs(map: &BTreeMap<String, String>) -> Vec<(Box<str>, Box<str>)> {
    map.iter()
        .map(|(key, value)| (key.as_str().into(), value.as_str().into()))
        .collect()
}

/// The id that shares the longest beginning with a wrong one.
fn nearest<'a>(ids: &BTreeMap<&'a str, usize>, id: &str) -> Option<&'a str> {
    let shared = |other: &str| id.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    ids.keys()
        .copied()
        .max_by_key(|other| shared(other))
        .filter(|other| shared(other) >= 4)
}

/// Builds the dataset; `None` when the package file is missing or broken, or does not say `as_of`.
pub(super) fn resolve(parsed: &Parsed, problems: &mut Vec<Problem>) -> Option<Dataset> {
    let package = parsed.package.as_ref()?;
    let ids = collect(parsed, package, problems);
    let mut used = BTreeSet::new();
    let mut at = At {
        file: "datapackage.json",
        id: "",
        problems: &mut *problems,
        used: &mut used,
    };
    let as_of = at.day("as_of", &package.as_of);
    let site = site(&mut at, &ids, package);
    if package.schema_version != 1 {
        at.problem(
            "schema-version",
            "schema_version",
            format!("{} is not a version that this program reads", package.schema_version),
            "write 1, or use the program of that version",
        );
    }
    let dataset = Dataset {
        version: package.version.as_str().into(),
        as_of,
        site,
        people: each(
            &parsed.people,
            |row| &row.id,
            problems,
            &mut used,
            |at, row| person(at, &ids, row),
        ),
        offices: each(
            &parsed.offices,
            |row| &row.id,
            problems,
            &mut used,
            |at, row| office(at, &ids, row),
        ),
        tenures: each(
            &parsed.tenures,
            |row| &row.1.id,
            problems,
            &mut used,
            |at, row| tenure(at, &ids, &row.0, &row.1),
        ),
        events: each(
            &parsed.events,
            |row| &row.id,
            problems,
            &mut used,
            |at, row| event(at, &ids, row),
        ),
        sources: each(&parsed.sources, |row| &row.id, problems, &mut used, source),
        terms: each(
            &parsed.terms,
            |row| &row.id,
            problems,
            &mut used,
            |at, row| term(at, &ids, row),
        ),
        claims: each(
            &parsed.claims,
            |row| &row.id,
            problems,
            &mut used,
            |at, row| Claim {
                id: row.id.as_str().into(),
                claim: row.claim.as_str().into(),
                origin: row.origin.as_str().into(),
                agreement: row.agreement.as_str().into(),
                sources: at.sources(&ids, "sources", &row.sources),
            },
        ),
        series: each(
            &parsed.series,
            |row| &row.id,
            problems,
            &mut used,
            |at, row| one_series(at, &ids, row, &parsed.points),
        ),
        moved: package
            .moved
            .iter()
            .map(|(from, to)| (from.as_str().into(), to.as_str().into()))
            .collect(),
    };
    for (position, row) in parsed.sources.iter().enumerate() {
        if !used.contains(&position) {
            problems.push(Problem::error(
                "source-unused",
                &row.file,
                &row.record.id,
                "",
                "no record names this source",
                "name it where it supports a fact, or remove it",
            ));
        }
    }
    // Against a wrong day nearly every rule would be broken.
    Day::parse(&package.as_of).map(|_| dataset)
}

fn each<W, M>(
    rows: &[Located<W>],
    id: impl Fn(&W) -> &str,
    problems: &mut Vec<Problem>,
    used: &mut BTreeSet<usize>,
    mut make: impl FnMut(&mut At<'_>, &W) -> M,
) -> Vec<M> {
    rows.iter()
        .map(|row| {
            let mut at = At {
                file: &row.file,
                id: id(&row.record),
                problems: &mut *problems,
                used: &mut *used,
            };
            make(&mut at, &row.record)
        })
        .collect()
}

fn is_slug(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= 80
        && !id.starts_with('-')
        && !id.ends_with('-')
        && !id.contains("--")
        && id
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn collect<'a>(parsed: &'a Parsed, package: &'a wire::DataPackage, problems: &mut Vec<Problem>) -> Ids<'a> {
    fn table<'a>(
        rows: impl Iterator<Item = (&'a str, &'a str)>,
        problems: &mut Vec<Problem>,
    ) -> BTreeMap<&'a str, usize> {
        let mut ids = BTreeMap::new();
        for (position, (file, id)) in rows.enumerate() {
            if !is_slug(id) {
                problems.push(Problem::error(
                    "id-form",
                    file,
                    id,
                    "id",
                    "an id is a slug: small letters, digits and single hyphens",
                    "write it so; it becomes an address",
                ));
            }
            if ids.insert(id, position).is_some() {
                problems.push(Problem::error(
                    "id-twice",
                    file,
                    id,
                    "id",
                    "another record of this kind has the same id",
                    "give one of them another id; if it was published, name it in datapackage.json > moved",
                ));
            }
        }
        ids
    }
    let ids = Ids {
        people: table(
            parsed
                .people
                .iter()
                .map(|row| (row.file.as_str(), row.record.id.as_str())),
            problems,
        ),
        offices: table(
            parsed
                .offices
                .iter()
                .map(|row| (row.file.as_str(), row.record.id.as_str())),
            problems,
        ),
        tenures: table(
            parsed
                .tenures
                .iter()
                .map(|row| (row.file.as_str(), row.record.1.id.as_str())),
            problems,
        ),
        events: table(
            parsed
                .events
                .iter()
                .map(|row| (row.file.as_str(), row.record.id.as_str())),
            problems,
        ),
        sources: table(
            parsed
                .sources
                .iter()
                .map(|row| (row.file.as_str(), row.record.id.as_str())),
            problems,
        ),
        groups: table(
            package
                .site
                .groups
                .iter()
                .map(|group| ("datapackage.json", group.id.as_str())),
            problems,
        ),
    };
    for (from, to) in &package.moved {
        let known = |id: &str| {
            ids.people.contains_key(id)
                || ids.offices.contains_key(id)
                || ids.tenures.contains_key(id)
                || ids.events.contains_key(id)
                || ids.sources.contains_key(id)
        };
        if known(from) {
            problems.push(Problem::error(
                "moved",
                "datapackage.json",
                from,
                "moved",
                "an id that is in use is named as moved",
                "remove it from moved, or rename the record",
            ));
        }
        if !known(to) {
            problems.push(Problem::error(
                "moved",
                "datapackage.json",
                from,
                "moved",
                format!("it leads to \"{to}\", which does not exist"),
                "name the id that the record has now",
            ));
        }
    }
    ids
}

fn group_position(at: &mut At<'_>, ids: &Ids, field: &str, id: &str) -> u8 {
    at.position(&ids.groups, field, "group", id)
        .and_then(|position| u8::try_from(position).ok())
        .unwrap_or(0)
}

fn site(at: &mut At<'_>, ids: &Ids, package: &wire::DataPackage) -> Site {
    let wire = &package.site;
    Site {
        title: package.title.as_str().into(),
        agency: wire.agency.as_str().into(),
        agency_short: wire.agency_short.as_str().into(),
        head_office: OfficeIx::at(
            at.position(&ids.offices, "site.head_office", "office", &wire.head_office)
                .unwrap_or(0),
        ),
        groups: wire
            .groups
            .iter()
            .map(|group| Group {
                id: group.id.as_str().into(),
                title: group.title.as_str().into(),
                collapsed: group.collapsed,
            })
            .collect(),
        presets: wire
            .presets
            .iter()
            .map(|preset| Preset {
                id: preset.id.as_str().into(),
                label: preset.label.as_str().into(),
                range: DayRange::new(
                    at.day("site.presets.from", &preset.from),
                    at.day("site.presets.to", &preset.to),
                ),
            })
            .collect(),
        key_figure: wire.key_figure.as_ref().map(|figure| KeyFigure {
            label: figure.label.as_str().into(),
            value: figure.value,
            group: group_position(at, ids, "site.key_figure.group", &figure.group),
            event: EventIx::at(
                at.position(&ids.events, "site.key_figure.event", "event", &figure.event)
                    .unwrap_or(0),
            ),
            note: figure.note.as_str().into(),
        }),
    }
}

fn person(at: &mut At<'_>, ids: &Ids, row: &wire::Person) -> Person {
    Person {
        id: row.id.as_str().into(),
        name: row.name.as_str().into(),
        sort_name: row.sort_name.as_str().into(),
        bio: row.bio.as_str().into(),
        same_as: pairs(&row.same_as),
        sources: at.sources(ids, "sources", &row.sources),
    }
}

fn office(at: &mut At<'_>, ids: &Ids, row: &wire::Office) -> Office {
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
        area: boxed(row.area.as_ref()),
        place: row.lat.zip(row.lon),
        same_as: pairs(&row.same_as),
        sources: at.sources(ids, "sources", &row.sources),
    }
}

fn tenure(at: &mut At<'_>, ids: &Ids, office: &str, row: &wire::Tenure) -> Tenure {
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

fn event(at: &mut At<'_>, ids: &Ids, row: &wire::Event) -> Event {
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

fn source(at: &mut At<'_>, row: &wire::Source) -> Source {
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

fn term(at: &mut At<'_>, ids: &Ids, row: &wire::Term) -> Term {
    Term {
        id: row.id.as_str().into(),
        president: row.president.as_str().into(),
        label: row.label.as_str().into(),
        start: at.day("start", &row.start),
        end: row.end.as_ref().map(|day| at.day("end", day)),
        sources: at.sources(ids, "sources", &row.sources),
    }
}

fn one_series(at: &mut At<'_>, ids: &Ids, row: &wire::Series, texts: &[Located<String>]) -> Series {
    let path = format!("series/{}/data.csv", row.id);
    let points = match texts.iter().find(|text| text.file == path) {
        Some(text) => series::points(&text.file, &row.id, &text.record, at.problems),
        None => {
            at.problem(
                "form-path",
                "",
                format!("{path} is missing"),
                "add the values beside meta.json, or give the folder the name of the id",
            );
            Vec::new()
        }
    };
    Series {
        id: row.id.as_str().into(),
        title: row.title.as_str().into(),
        unit: row.unit.as_str().into(),
        short_unit: row.short_unit.as_str().into(),
        interval: row.interval,
        description: row.description.as_str().into(),
        processing: row.processing,
        description_processing: row.description_processing.as_str().into(),
        caveats: row.caveats.as_str().into(),
        checks: row.checks.as_str().into(),
        origins: row
            .origins
            .iter()
            .map(|origin| Origin {
                producer: origin.producer.as_str().into(),
                title: origin.title.as_str().into(),
                citation_full: origin.citation_full.as_str().into(),
                url_main: origin.url_main.as_str().into(),
                url_download: boxed(origin.url_download.as_ref()),
                date_published: at.optional_date("origins.date_published", origin.date_published.as_ref()),
                licence: boxed(origin.licence.as_ref()),
            })
            .collect(),
        breaks: row
            .breaks
            .iter()
            .map(|row| SeriesBreak {
                at: at.date("breaks.at", &row.at),
                note: row.note.as_str().into(),
            })
            .collect(),
        sources: at.sources(ids, "sources", &row.sources),
        points,
    }
}
