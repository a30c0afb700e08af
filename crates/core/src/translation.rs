//! A dataset in another language: its texts, one after the other in one fixed order, each with its place.
//!
//! Names, ids, addresses, dates and the titles of documents are the same in every language and are no texts. What the
//! data files hold of a translation is read and checked by `load`; the browser gets the texts alone.

use std::fmt;

use crate::{
    bundle::Unreadable,
    model::{Dataset, Language},
};

/// Where a text stands: `tenures/ID/dispute-value/2`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// The table of the record.
    pub kind: &'static str,
    /// The id of the record; empty where there is one only.
    pub id: &'a str,
    /// The field.
    pub field: &'static str,
    /// The id of what it is of within the record, where there are several.
    pub part: Option<&'a str>,
    /// Its number within the record, from 1, where what it is of has no id.
    pub number: Option<usize>,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.kind)?;
        let id = Some(self.id).filter(|id| !id.is_empty());
        for part in [id, Some(self.field), self.part].into_iter().flatten() {
            write!(out, "/{part}")?;
        }
        self.number.map_or(Ok(()), |number| write!(out, "/{number}"))
    }
}

impl Place<'_> {
    /// Whether the text is a name with some words about it, which need not differ between languages.
    #[must_use]
    pub fn is_name(&self) -> bool {
        matches!(
            (self.kind, self.field),
            ("sources", "publisher") | ("reports", "outlet") | ("site", "agency-short") | ("offices", "short-title")
        )
    }
}

/// What is called with the place of a text, and the text.
pub type Visitor<'a> = &'a mut dyn FnMut(Place, &mut Box<str>);

/// Calls `visit` for every text of a dataset that another language says otherwise, empty ones too.
pub fn visit(dataset: &mut Dataset, visit: Visitor) {
    visit_site(dataset, visit);
    visit_people_and_posts(dataset, visit);
    visit_events(dataset, visit);
    visit_figures(dataset, visit);
}

fn place<'a>(kind: &'static str, id: &'a str, field: &'static str) -> Place<'a> {
    Place {
        kind,
        id,
        field,
        part: None,
        number: None,
    }
}

fn numbered<'a>(kind: &'static str, id: &'a str, field: &'static str, at: usize) -> Place<'a> {
    Place {
        number: Some(at + 1),
        ..place(kind, id, field)
    }
}

fn visit_site(dataset: &mut Dataset, visit: Visitor) {
    let site = &mut dataset.site;
    visit(place("site", "", "title"), &mut site.title);
    visit(place("site", "", "agency"), &mut site.agency);
    visit(place("site", "", "agency-short"), &mut site.agency_short);
    if let Some(figure) = &mut site.key_figure {
        visit(place("site", "", "key-figure-label"), &mut figure.label);
        visit(place("site", "", "key-figure-note"), &mut figure.note);
    }
    for group in &mut site.groups {
        visit(place("groups", &group.id, "title"), &mut group.title);
    }
    for preset in &mut site.presets {
        visit(place("presets", &preset.id, "label"), &mut preset.label);
    }
    if let Some(map) = &mut dataset.map {
        visit(place("map", "", "source"), &mut map.source);
        visit(place("map", "", "licence"), &mut map.licence);
    }
    for term in &mut dataset.terms {
        visit(place("terms", &term.id, "label"), &mut term.label);
    }
}

fn visit_people_and_posts(dataset: &mut Dataset, visit: Visitor) {
    for office in &mut dataset.offices {
        visit(place("offices", &office.id, "title"), &mut office.title);
        visit(place("offices", &office.id, "short-title"), &mut office.short_title);
        visit(place("offices", &office.id, "body"), &mut office.body);
        for (at, former) in office.former_titles.iter_mut().enumerate() {
            visit(numbered("offices", &office.id, "former-title", at), &mut former.title);
        }
        if let Some(area) = &mut office.area {
            visit(place("offices", &office.id, "area"), area);
        }
    }
    for person in &mut dataset.people {
        visit(place("people", &person.id, "bio"), &mut person.bio);
    }
    for tenure in &mut dataset.tenures {
        let id = &tenure.id;
        visit(place("tenures", id, "title"), &mut tenure.title);
        for (at, dispute) in tenure.disputes.iter_mut().enumerate() {
            visit(numbered("tenures", id, "dispute-value", at), &mut dispute.value);
            if let Some(why_not) = &mut dispute.why_not {
                visit(numbered("tenures", id, "dispute-why-not", at), why_not);
            }
        }
        if let Some(note) = &mut tenure.note {
            visit(place("tenures", id, "note"), note);
        }
    }
}

fn visit_events(dataset: &mut Dataset, visit: Visitor) {
    for event in &mut dataset.events {
        visit(place("events", &event.id, "headline"), &mut event.headline);
        visit(place("events", &event.id, "summary"), &mut event.summary);
        if let Some(note) = &mut event.note {
            visit(place("events", &event.id, "note"), note);
        }
    }
    for source in &mut dataset.sources {
        visit(place("sources", &source.id, "publisher"), &mut source.publisher);
    }
    for claim in &mut dataset.claims {
        visit(place("claims", &claim.id, "claim"), &mut claim.claim);
        visit(place("claims", &claim.id, "origin"), &mut claim.origin);
        visit(place("claims", &claim.id, "agreement"), &mut claim.agreement);
    }
    for correction in &mut dataset.corrections {
        visit(place("corrections", &correction.id, "reason"), &mut correction.reason);
    }
    for step in &mut dataset.story {
        visit(place("story", &step.id, "title"), &mut step.title);
        for (at, text) in step.text.iter_mut().enumerate() {
            visit(numbered("story", &step.id, "text", at), text);
        }
    }
    let offices = &dataset.offices;
    for report in &mut dataset.reports {
        visit(place("reports", &report.id, "outlet"), &mut report.outlet);
        visit(place("reports", &report.id, "says"), &mut report.says);
        for reported in &mut report.offices {
            let office = offices.get(reported.office.position());
            let place = Place {
                part: office.map(|office| &*office.id),
                ..place("reports", &report.id, "of")
            };
            visit(place, &mut reported.text);
        }
    }
}

fn visit_figures(dataset: &mut Dataset, visit: Visitor) {
    for figure in &mut dataset.figures {
        let id = &figure.id;
        visit(place("figures", id, "title"), &mut figure.title);
        visit(place("figures", id, "subtitle"), &mut figure.subtitle);
        visit(place("figures", id, "unit"), &mut figure.unit);
        visit(place("figures", id, "how-to-read"), &mut figure.how_to_read);
        for (at, caveat) in figure.caveats.iter_mut().enumerate() {
            visit(numbered("figures", id, "caveat", at), caveat);
        }
        for (at, part) in figure.parts.iter_mut().enumerate() {
            visit(numbered("figures", id, "part-label", at), &mut part.label);
            visit(numbered("figures", id, "part-meaning", at), &mut part.meaning);
            visit(numbered("figures", id, "part-ends", at), &mut part.ends);
        }
        for reference in &mut figure.references {
            let place = |field| Place {
                part: Some(&*reference.id),
                ..place("figures", id, field)
            };
            visit(place("reference-label"), &mut reference.label);
            visit(place("reference-said"), &mut reference.said);
            if let Some(differs) = &mut reference.differs {
                visit(place("reference-differs"), differs);
            }
        }
    }
    for (at, group) in dataset.survival.iter_mut().enumerate() {
        visit(numbered("survival", "", "label", at), &mut group.label);
    }
    for series in &mut dataset.series {
        let id = &series.id;
        visit(place("series", id, "title"), &mut series.title);
        visit(place("series", id, "unit"), &mut series.unit);
        visit(place("series", id, "short-unit"), &mut series.short_unit);
        visit(place("series", id, "description"), &mut series.description);
        visit(place("series", id, "processing"), &mut series.description_processing);
        visit(place("series", id, "caveats"), &mut series.caveats);
        visit(place("series", id, "checks"), &mut series.checks);
        for (at, stop) in series.breaks.iter_mut().enumerate() {
            visit(numbered("series", id, "break", at), &mut stop.note);
        }
    }
}

/// What the file with the texts of a language begins with.
const HEAD: &str = "timeline texts 1 ";

/// What stands between two texts: no text holds it.
const BETWEEN: char = '\u{1f}';

/// The texts of a language: those of the interface, and those of one dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Texts<'a> {
    /// The language.
    pub language: Language,
    /// The texts of the interface, by their keys in order.
    pub interface: Vec<&'a str>,
    /// What [`visit`] visits, in its order; empty where both languages say the same.
    pub record: Vec<&'a str>,
}

impl<'a> Texts<'a> {
    /// The texts as a file.
    #[must_use]
    pub fn write(&self) -> String {
        let mut file = [HEAD, self.language.word()].concat();
        for text in self.interface.iter().chain(&self.record) {
            file.push(BETWEEN);
            file.push_str(text);
        }
        file
    }

    /// Reads what [`Self::write`] wrote, for a program with so many texts of the interface.
    ///
    /// # Errors
    /// When the file is of something else, or has fewer texts.
    pub fn read(file: &'a str, interface: usize) -> Result<Self, Unreadable> {
        let mut parts = file.split(BETWEEN);
        let word = parts.next().and_then(|head| head.strip_prefix(HEAD));
        let language = word.and_then(Language::from_word).ok_or(Unreadable::NoBundle)?;
        let mut interface_texts: Vec<&str> = parts.collect();
        if interface_texts.len() < interface {
            return Err(Unreadable::Damaged);
        }
        let record = interface_texts.split_off(interface);
        Ok(Self {
            language,
            interface: interface_texts,
            record,
        })
    }

    /// Puts the texts into the dataset that they are of; a tenure keeps its title as the sources give it.
    ///
    /// # Errors
    /// When the dataset has another number of texts.
    pub fn apply(&self, dataset: &mut Dataset) -> Result<(), Unreadable> {
        for tenure in &mut dataset.tenures {
            tenure.original_title = Some(tenure.title.clone());
        }
        let mut texts = self.record.iter();
        let mut is_whole = true;
        visit(dataset, &mut |_, text| match texts.next() {
            Some(&"") => {}
            Some(&other) => *text = other.into(),
            None => is_whole = false,
        });
        if is_whole && texts.next().is_none() {
            Ok(())
        } else {
            Err(Unreadable::Damaged)
        }
    }
}
