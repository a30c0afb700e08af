//! The rules of the domain: what a record may not say, whatever its shape.

mod event;
mod story;
mod tenure;

use std::collections::BTreeMap;

use super::{
    Problem,
    parse::{Located, Parsed},
    private, wording,
};
use crate::{
    date::{Day, PartialDate},
    model::{Dataset, End, Office, Person, Reference, Report, Source, SourceIx, Standing, Tenure},
};

struct Rules<'a> {
    dataset: &'a Dataset,
    files: BTreeMap<&'a str, &'a str>,
    problems: &'a mut Vec<Problem>,
}

/// Checks every rule.
pub(super) fn check(dataset: &Dataset, parsed: &Parsed, problems: &mut Vec<Problem>) {
    let mut files = BTreeMap::new();
    files.extend(places(&parsed.people, |row| &row.id));
    files.extend(places(&parsed.offices, |row| &row.id));
    files.extend(places(&parsed.tenures, |row| &row.1.id));
    files.extend(places(&parsed.events, |row| &row.id));
    files.extend(places(&parsed.sources, |row| &row.id));
    files.extend(places(&parsed.reports, |row| &row.id));
    files.extend(places(&parsed.story, |row| &row.id));
    let references = parsed.figures.iter().flat_map(|row| &row.record.references);
    files.extend(references.map(|reference| (reference.id.as_str(), "figures.json")));
    let mut rules = Rules {
        dataset,
        files,
        problems,
    };
    for ix in dataset.tenure_ixs() {
        rules.tenure(ix);
    }
    rules.one_incumbent_a_seat();
    rules.gaps();
    for event in &dataset.events {
        rules.event(event);
    }
    for source in &dataset.sources {
        rules.source(source);
    }
    for office in &dataset.offices {
        rules.office(office);
    }
    for person in &dataset.people {
        rules.person(person);
    }
    for report in &dataset.reports {
        rules.report(report);
    }
    rules.reports_in_order();
    for step in &dataset.story {
        rules.step(step);
    }
    for reference in dataset.figures.iter().flat_map(|figure| &figure.references) {
        rules.reference(reference);
    }
    rules.newest_fact();
}

/// Id and file of every row.
fn places<'a, W>(rows: &'a [Located<W>], id: impl Fn(&'a W) -> &'a String) -> impl Iterator<Item = (&'a str, &'a str)> {
    rows.iter()
        .map(move |row| (id(&row.record).as_str(), row.file.as_str()))
}

impl Rules<'_> {
    fn error(&mut self, rule: &'static str, id: &str, field: &str, message: String, fix: &str) {
        let file = self.files.get(id).copied().unwrap_or("datapackage.json");
        self.problems.push(Problem::error(rule, file, id, field, message, fix));
    }

    fn warning(&mut self, rule: &'static str, id: &str, field: &str, message: String, fix: &str) {
        let file = self.files.get(id).copied().unwrap_or("datapackage.json");
        self.problems
            .push(Problem::error(rule, file, id, field, message, fix).into_warning());
    }

    fn wording(&mut self, id: &str, field: &str, text: &str) {
        if let Some((word, instead)) = wording::judging_word(text) {
            self.error("wording", id, field, format!("\"{word}\" judges"), instead);
        }
        if let Some(found) = private::found(text) {
            self.error(
                "private",
                id,
                field,
                format!("\"{found}\" reads as {}", private::WHAT),
                "leave it out: the record is of public office only",
            );
        }
        if wording::says_sources_say(text) {
            self.error(
                "wording",
                id,
                field,
                "it attributes to nobody in particular".to_owned(),
                "write '[outlet] reported, citing unnamed [description], that ...'",
            );
        }
    }

    fn source(&mut self, source: &Source) {
        for (field, url) in [
            ("url", Some(&source.url)),
            ("archived_url", source.archived_url.as_ref()),
        ] {
            let Some(url) = url else { continue };
            if !(url.starts_with("https://") || url.starts_with("http://")) || url.contains([' ', '"', '<', '>']) {
                self.error(
                    "address",
                    &source.id,
                    field,
                    format!("\"{url}\" is not a web address"),
                    "write an address that begins with https:// (http:// only for an original without it)",
                );
            }
        }
    }

    fn office(&mut self, office: &Office) {
        if office.seats == 0 {
            self.error(
                "office-seats",
                &office.id,
                "seats",
                "nobody could hold it".to_owned(),
                "write how many can hold it at one time: 1 or more",
            );
        }
        if let (Some(from), Some(to)) = (office.exists_from, office.exists_to)
            && to.latest() < from.earliest()
        {
            self.error(
                "office-exists",
                &office.id,
                "exists",
                format!("it ends {to}, before it begins {from}"),
                "correct the one that is wrong",
            );
        }
        self.former_titles(office);
    }

    fn former_titles(&mut self, office: &Office) {
        let titles = office.former_titles.iter().map(|former| &*former.title);
        let mut after = titles.skip(1).chain([&*office.title]);
        let mut last = office.exists_from;
        for former in &office.former_titles {
            let until = former.until;
            if after.next() == Some(&*former.title) {
                self.error(
                    "former-titles",
                    &office.id,
                    "former_titles.title",
                    format!("\"{}\" is the title that the post had next, too", former.title),
                    "leave it out, or write the title that it had before",
                );
            }
            let is_before = last.is_some_and(|last| until.latest() <= last.earliest());
            let is_after = office.exists_to.is_some_and(|to| to.latest() < until.earliest());
            if is_before || is_after || until.earliest() > self.dataset.as_of {
                self.error(
                    "former-titles",
                    &office.id,
                    "former_titles.until",
                    format!("\"{}\" cannot have ended {until}", former.title),
                    "write the titles from the earliest to the last, each with the day from which the post had the next: \
                     after the day of the title before it, while the office exists, and no later than as_of",
                );
            }
            last = Some(until);
            if former.title.trim().is_empty() || former.sources.is_empty() {
                self.error(
                    "former-titles",
                    &office.id,
                    "former_titles",
                    "a former title has no words, or names no source".to_owned(),
                    "write the title as it was, and what says so",
                );
            }
        }
    }

    fn person(&mut self, person: &Person) {
        self.wording(&person.id, "bio", &person.bio);
        self.needs_sources(&person.id, &person.sources);
    }

    fn report(&mut self, report: &Report) {
        if report.date.earliest() > self.dataset.as_of {
            self.error(
                "as-of",
                &report.id,
                "date",
                format!("{} is newer than as_of {}", report.date, self.dataset.as_of),
                "correct the date, or move as_of in datapackage.json to the day that the record is complete to",
            );
        }
        self.wording(&report.id, "says", &report.says);
        for named in &report.offices {
            self.wording(&report.id, "offices.text", &named.text);
        }
        self.needs_sources(&report.id, &report.sources);
    }

    fn reports_in_order(&mut self) {
        for pair in self.dataset.reports.windows(2) {
            let [one, next] = pair else { continue };
            if next.date.earliest() < one.date.earliest() {
                self.error(
                    "report-order",
                    &next.id,
                    "date",
                    format!("it is earlier than {}, which stands before it", one.id),
                    "sort the reports by date: they are stepped through in this order",
                );
            }
        }
    }

    fn reference(&mut self, reference: &Reference) {
        self.wording(&reference.id, "said", &reference.said);
        self.wording(
            &reference.id,
            "differs",
            reference.differs.as_deref().unwrap_or_default(),
        );
        self.needs_sources(&reference.id, &reference.sources);
    }

    fn needs_sources(&mut self, id: &str, sources: &[SourceIx]) {
        if sources.is_empty() {
            self.error(
                "sources-missing",
                id,
                "sources",
                "the record has no source".to_owned(),
                "name what it rests on",
            );
        }
    }

    fn newest_fact(&mut self) {
        let dataset = self.dataset;
        let newest = |dates: &mut dyn Iterator<Item = (PartialDate, &str)>| {
            dates
                .max_by_key(|(date, _)| date.earliest())
                .map(|(date, id)| (date, id.to_owned()))
        };
        let sources = newest(
            &mut dataset
                .sources
                .iter()
                .filter_map(|row| row.published.map(|date| (date, &*row.id))),
        );
        let events = newest(
            &mut dataset
                .events
                .iter()
                .filter(|row| row.standing != Standing::Planned)
                .map(|row| (row.date, &*row.id)),
        );
        for (date, id) in sources.into_iter().chain(events) {
            let day: Day = date.earliest();
            if day > dataset.as_of {
                self.error(
                    "as-of",
                    &id,
                    "",
                    format!("{date} is newer than as_of {}", dataset.as_of),
                    "move as_of in datapackage.json to the day that the record is complete to",
                );
            }
        }
    }
}

fn end_text(tenure: &Tenure) -> String {
    match tenure.end {
        End::On(date, _) | End::UnknownAfter(date) => date.to_string(),
        End::OngoingAsOf(day) => day.to_string(),
    }
}
