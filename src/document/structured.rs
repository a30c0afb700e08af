//! What a page is, for programs that read schema.org: made from the record, with no day that the sources leave in doubt.

use serde_json::{Map, Value, json};
use timeline_core::{
    date::PartialDate,
    model::{Capacity, End, EventIx, OfficeIx, PersonIx, SourceIx, SourceKind, Start, TenureIx},
};

use super::{Document, event_path, office_path, person_path, source_path, tenure::of_person};
use crate::{
    context::{use_dataset, use_locale},
    place::{Place, place},
};

/// Under what the data may be reused.
const LICENCE: &str = "https://creativecommons.org/publicdomain/zero/1.0/";

/// A page of [`Document`], as JSON-LD; empty where the site has no address.
#[must_use]
pub fn of_document(document: Document) -> String {
    let place = place();
    if place.site.is_empty() {
        return String::new();
    }
    let body = match document {
        Document::Person(ix) => person(&place, ix),
        Document::Office(ix) => office(&place, ix),
        Document::Event(ix) => event(&place, ix),
        Document::Source(ix) => source(&place, ix),
        Document::Figure(_) | Document::Map => figure(&place, document),
        Document::Story => article(&place),
        Document::Text(_) => json!({
            "@type": "WebPage",
            "name": document.title(),
            "description": document.description(),
            "url": own(&place),
            "inLanguage": place.language.word(),
            "isPartOf": website(&place),
        }),
    };
    written(body)
}

/// The record as a whole, for the first page of a language.
#[must_use]
pub fn of_record() -> String {
    let (place, dataset) = (place(), use_dataset());
    if place.site.is_empty() {
        return String::new();
    }
    let first = dataset.first_day();
    let languages: Vec<&str> = dataset.languages.iter().map(|language| language.word()).collect();
    let description = crate::share::words::words(
        crate::share::subject::Subject::View(timeline_core::view::state::View::Timeline),
        use_locale(),
    )
    .description();
    written(json!({
        "@type": "Dataset",
        "name": &*dataset.site.title,
        "description": description,
        "url": own(&place),
        "version": &*dataset.version,
        "dateModified": dataset.as_of.to_string(),
        "temporalCoverage": format!("{first}/{}", dataset.as_of),
        "license": LICENCE,
        "isAccessibleForFree": true,
        "inLanguage": languages,
        "creator": website_owner(&place),
        "about": agency(),
        "distribution": (["data/datapackage.json", "data/csv/datapackage.json"].map(|path| json!({
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": ([&*place.site, path].concat()),
        }))),
    }))
}

fn written(body: Value) -> String {
    let mut all = Map::new();
    all.insert("@context".to_owned(), json!("https://schema.org"));
    if let Value::Object(fields) = body {
        all.extend(fields);
    }
    // It stands in a script element, which a text could end.
    Value::Object(all).to_string().replace('<', "\\u003c")
}

/// The address of the page itself.
fn own(place: &Place) -> String {
    [&*place.site, &*place.language.folder(), &*place.path].concat()
}

/// The address of another page in the language of the page.
fn address(place: &Place, path: &str) -> String {
    [&*place.site, &*place.language.folder(), path].concat()
}

fn website(place: &Place) -> Value {
    json!({ "@type": "WebSite", "name": &*use_dataset().site.title, "url": address(place, "") })
}

fn website_owner(place: &Place) -> Value {
    json!({ "@type": "Organization", "name": &*use_dataset().site.title, "url": place.site })
}

fn agency() -> Value {
    let site = &use_dataset().site;
    json!({ "@type": "GovernmentOrganization", "name": &*site.agency, "alternateName": &*site.agency_short })
}

/// A date that is given without a doubt.
fn sure(date: PartialDate) -> Option<String> {
    let text = date.to_string();
    (!text.ends_with(['~', '?', '%'])).then_some(text)
}

/// Puts the days of a tenure into a role, as far as they are known.
fn with_days(role: &mut Value, ix: TenureIx) {
    let tenure = use_dataset().tenure(ix);
    let start = match tenure.start {
        Start::On(date) => sure(date),
        Start::InPostBy(_) => None,
    };
    let end = match tenure.end {
        End::On(date, _) => sure(date),
        End::OngoingAsOf(_) | End::UnknownAfter(_) => None,
    };
    for (key, date) in [("startDate", start), ("endDate", end)] {
        if let (Some(date), Some(fields)) = (date, role.as_object_mut()) {
            fields.insert(key.to_owned(), json!(date));
        }
    }
}

fn same_as(pairs: &[(Box<str>, Box<str>)]) -> Option<Vec<String>> {
    let known = pairs.iter().filter(|(scheme, _)| &**scheme == "wikidata");
    let found: Vec<String> = known
        .map(|(_, id)| ["https://www.wikidata.org/wiki/", id].concat())
        .collect();
    (!found.is_empty()).then_some(found)
}

fn person(place: &Place, ix: PersonIx) -> Value {
    let dataset = use_dataset();
    let row = dataset.person(ix);
    let roles: Vec<Value> = of_person(ix)
        .into_iter()
        .map(|tenure| {
            let office = dataset.office(dataset.tenure(tenure).office);
            let mut role = json!({
                "@type": "Role",
                "roleName": &*dataset.tenure(tenure).title,
                "url": address(place, &[&*office_path(&office.id), "#", &*dataset.tenure(tenure).id].concat()),
                "hasOccupation": { "@type": "Occupation", "name": &*office.title },
            });
            with_days(&mut role, tenure);
            role
        })
        .collect();
    let mut value = json!({
        "@type": "Person",
        "name": &*row.name,
        "description": &*row.bio,
        "url": own(place),
    });
    if let Some(fields) = value.as_object_mut() {
        if !roles.is_empty() {
            fields.insert("hasOccupation".to_owned(), json!(roles));
        }
        if let Some(same) = same_as(&row.same_as) {
            fields.insert("sameAs".to_owned(), json!(same));
        }
    }
    value
}

fn office(place: &Place, ix: OfficeIx) -> Value {
    let dataset = use_dataset();
    let row = dataset.office(ix);
    let members: Vec<Value> = dataset
        .tenures_of(ix)
        .map(|tenure| {
            let one = dataset.tenure(tenure);
            let person = dataset.person(one.person);
            let mut role = json!({
                "@type": "OrganizationRole",
                "roleName": &*one.title,
                "member": {
                    "@type": "Person",
                    "name": &*person.name,
                    "url": address(place, &person_path(&person.id)),
                },
            });
            with_days(&mut role, tenure);
            if one.capacity == Capacity::Unknown {
                return role;
            }
            let about = crate::i18n::capacity_about(use_locale(), one.capacity);
            if let Some(fields) = role.as_object_mut() {
                fields.insert("description".to_owned(), json!(about));
            }
            role
        })
        .collect();
    let mut value = json!({
        "@type": "GovernmentOrganization",
        "name": &*row.body,
        "url": own(place),
        "description": Document::Office(ix).description(),
    });
    if let (false, Some(fields)) = (members.is_empty(), value.as_object_mut()) {
        fields.insert("member".to_owned(), json!(members));
    }
    value
}

fn event(place: &Place, ix: EventIx) -> Value {
    let dataset = use_dataset();
    let row = dataset.event(ix);
    let people = row.people.iter().map(|&person| {
        let person = dataset.person(person);
        json!({ "@type": "Person", "name": &*person.name, "url": address(place, &person_path(&person.id)) })
    });
    let mut value = json!({
        "@type": "Event",
        "name": &*row.headline,
        "description": &*row.summary,
        "url": own(place),
        "about": people.collect::<Vec<_>>(),
        "subjectOf": row.sources.iter().map(|&source| cited(source)).collect::<Vec<_>>(),
    });
    if let (Some(date), Some(fields)) = (sure(row.date), value.as_object_mut()) {
        fields.insert("startDate".to_owned(), json!(date));
    }
    value
}

/// A source as a work that is cited.
fn cited(ix: SourceIx) -> Value {
    let row = use_dataset().source(ix);
    json!({ "@type": "CreativeWork", "name": &*row.title, "url": &*row.url })
}

fn source(place: &Place, ix: SourceIx) -> Value {
    let row = use_dataset().source(ix);
    let kind = match row.kind {
        SourceKind::News => "NewsArticle",
        SourceKind::Dataset => "Dataset",
        SourceKind::Official | SourceKind::Reference | SourceKind::Court | SourceKind::Congress => "CreativeWork",
    };
    let mut value = json!({
        "@type": kind,
        "name": &*row.title,
        "url": &*row.url,
        "inLanguage": &*row.language,
        "publisher": { "@type": "Organization", "name": &*row.publisher },
        "mainEntityOfPage": address(place, &source_path(&row.id)),
    });
    if let Some(fields) = value.as_object_mut() {
        if let Some(date) = row.published.and_then(sure) {
            fields.insert("datePublished".to_owned(), json!(date));
        }
        if let Some(url) = &row.archived_url {
            fields.insert("archivedAt".to_owned(), json!(&**url));
        }
    }
    value
}

fn figure(place: &Place, document: Document) -> Value {
    json!({
        "@type": "Dataset",
        "name": document.title(),
        "description": document.description(),
        "url": own(place),
        "inLanguage": place.language.word(),
        "license": LICENCE,
        "isAccessibleForFree": true,
        "creator": website_owner(place),
        "isPartOf": { "@type": "Dataset", "name": &*use_dataset().site.title, "url": address(place, ""), "description": &*use_dataset().site.agency, "license": LICENCE, "creator": website_owner(place) },
    })
}

fn article(place: &Place) -> Value {
    let dataset = use_dataset();
    let mut sources: Vec<SourceIx> = dataset.story.iter().flat_map(|step| step.sources.clone()).collect();
    sources.sort_unstable();
    sources.dedup();
    let mentions = dataset.story.iter().flat_map(|step| &step.events).map(|&event| {
        let row = dataset.event(event);
        address(place, &event_path(&row.id))
    });
    let mut events: Vec<String> = mentions.collect();
    events.sort_unstable();
    events.dedup();
    json!({
        "@type": "Article",
        "headline": Document::Story.title(),
        "description": Document::Story.description(),
        "url": own(place),
        "mainEntityOfPage": own(place),
        "inLanguage": place.language.word(),
        "dateModified": dataset.as_of.to_string(),
        "author": website_owner(place),
        "publisher": website_owner(place),
        "isPartOf": website(place),
        "about": agency(),
        "citation": sources.into_iter().map(cited).collect::<Vec<_>>(),
        "mentions": events.into_iter().map(|url| json!({ "@type": "Event", "url": url })).collect::<Vec<_>>(),
    })
}
