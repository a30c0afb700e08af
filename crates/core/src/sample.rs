//! A record of any size, made from a seed: for measuring, never for reading.
//!
//! Four fifths are tenures in thirty offices, mostly one after the other with some gaps
//! and some overlaps; the rest are appointments as events. The same size gives the same
//! record on every machine.

use crate::{
    date::{Day, DayRange, PartialDate},
    model::{
        Capacity, Confidence, Dataset, End, EndReason, Event, EventKind, Group, Language, Office, OfficeIx, OfficeKind,
        Person, PersonIx, Preset, Site, Standing, Start, Tenure,
    },
};

const OFFICES: &str = "Director|Deputy Director|Chief of Staff|ERO Executive Associate Director|HSI Executive Associate Director|Principal Legal Advisor|Management and Administration|Public Affairs|Congressional Relations|Professional Responsibility|Chief Financial Officer|Chief Information Officer|Acquisition|Human Capital|Policy|Regulatory Affairs|Diversity and Civil Rights|Detention Policy|Health Service Corps|Field Operations|Removal Division|Secure Communities|International Operations|Cyber Crimes Center|Training Academy|Firearms and Tactical|Ombudsman|Secretary of Homeland Security|DHS Deputy Secretary|Border Czar";
const FIRST_NAMES: &str = "Alex Blair Casey Dana Elliot Frankie Gray Harper Indra Jordan Kim Lee Morgan Noel Oakley Parker Quinn Riley Sage Taylor";
const SURNAMES: &str = "Abbott Brennan Castillo Doyle Everett Fischer Garza Hollis Ibarra Jensen Keller Lopez Mercer Navarro Ortiz Price Quintero Reyes Sandoval Turner";
const CAPACITIES: [Capacity; 5] = [
    Capacity::Confirmed,
    Capacity::Acting,
    Capacity::Acting,
    Capacity::PerformingDuties,
    Capacity::Appointed,
];
/// 2003-01-01 and 2026-07-01, in days since 1970-01-01.
const FIRST_DAY: f64 = 12_053.0;
const LAST_DAY: f64 = 20_635.0;

/// Numbers that look random and are the same on every run.
struct Seeded(u32);

impl Seeded {
    /// From 0.0 to below 1.0.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x6D2B_79F5);
        let mut mixed = (self.0 ^ (self.0 >> 15)).wrapping_mul(1 | self.0);
        mixed = mixed.wrapping_add((mixed ^ (mixed >> 7)).wrapping_mul(0x3D | mixed)) ^ mixed;
        f64::from(mixed ^ (mixed >> 14)) / 4_294_967_296.0
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a small length"
    )]
    fn below(&mut self, len: u32) -> usize {
        (self.next() * f64::from(len)) as usize
    }
}

/// The day of a moment in days.
#[expect(clippy::cast_possible_truncation, reason = "a few thousand days")]
fn day(days: f64) -> Day {
    Day::from_epoch_days(days.floor() as i32)
}

/// A record of so many items.
#[must_use]
pub fn record(items: u32) -> Dataset {
    let mut seeded = Seeded(20_170_120);
    let titles: Vec<&str> = OFFICES.split('|').collect();
    let offices: u32 = 30;
    let tenures_in_all = (items * 4).div_ceil(5);
    let mut tenures = Vec::with_capacity(usize::try_from(tenures_in_all).unwrap_or(0));
    for (office, title) in (0..).zip(&titles) {
        let count = tenures_in_all / offices + u32::from(office < tenures_in_all % offices);
        push_tenures(&mut seeded, office, title, count, &mut tenures);
    }
    let named = (tenures_in_all..items).map(|_| named(&mut seeded)).collect();
    finish(&titles, tenures, named)
}

fn push_tenures(seeded: &mut Seeded, office: u32, title: &str, count: u32, tenures: &mut Vec<Tenure>) {
    let weights: Vec<f64> = (0..count)
        .map(|_| ((seeded.next() + seeded.next() + seeded.next() - 1.5) * 1.2).exp())
        .collect();
    let sum: f64 = weights.iter().sum();
    let mut from = FIRST_DAY;
    for (weight, place) in weights.iter().zip(1..) {
        let slot = (LAST_DAY - FIRST_DAY) * weight / sum;
        let kind = seeded.next();
        let share = if kind < 0.05 {
            1.4
        } else if kind < 0.25 {
            0.7
        } else {
            0.98
        };
        let to = (from + slot * share).max(from + 1.0).min(LAST_DAY);
        let person = PersonIx::at(seeded.below(20) * 20 + seeded.below(20));
        let capacity = CAPACITIES.get(seeded.below(5)).copied().unwrap_or(Capacity::Unknown);
        let is_open = place == count && office.is_multiple_of(3);
        tenures.push(Tenure {
            id: id('t', tenures.len()),
            person,
            office: OfficeIx(office),
            title: title.into(),
            original_title: None,
            capacity,
            while_holding: Vec::new(),
            continues: None,
            co_holder: false,
            start: Start::On(PartialDate::from_day(day(from))),
            end: if is_open {
                End::OngoingAsOf(day(LAST_DAY))
            } else {
                End::On(PartialDate::from_day(day(to)), EndReason::Unknown)
            },
            sources: Vec::new(),
            evidence: Vec::new(),
            disputes: Vec::new(),
            confidence: Confidence::High,
            note: None,
        });
        from += slot;
    }
}

/// When an event is, whom it names and to which office.
type Named = (Day, PersonIx, OfficeIx);

fn named(seeded: &mut Seeded) -> Named {
    let office = OfficeIx::at(seeded.below(30));
    let person = PersonIx::at(seeded.below(20) * 20 + seeded.below(20));
    let at = day(FIRST_DAY + seeded.next() * (LAST_DAY - FIRST_DAY));
    (at, person, office)
}

fn event(place: usize, (day, person, office): Named, name: &str, title: &str) -> Event {
    Event {
        id: id('e', place),
        date: PartialDate::from_day(day),
        kind: EventKind::Appointment,
        headline: [name, " named"].concat().into(),
        summary: ["Announcement: ", name, ", ", title, "."].concat().into(),
        people: vec![person],
        offices: vec![office],
        tenures: Vec::new(),
        standing: Standing::Official,
        sources: Vec::new(),
        evidence: Vec::new(),
        confidence: Confidence::High,
        supersedes: None,
        note: None,
    }
}

/// A letter and a number, in one piece of memory: a million are made.
fn id(letter: char, mut number: usize) -> Box<str> {
    let mut text = [0_u8; 12];
    let mut begin = text.len();
    for digit in text.iter_mut().rev().take(9) {
        *digit = b'0' + u8::try_from(number % 10).unwrap_or(0);
        begin -= 1;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    let digits = text.get(begin..).and_then(|digits| std::str::from_utf8(digits).ok());
    let mut id = String::with_capacity(1 + text.len() - begin);
    id.push(letter);
    id.push_str(digits.unwrap_or_default());
    id.into()
}

/// Puts a record together; its tenures are by office and in time.
fn finish(titles: &[&str], tenures: Vec<Tenure>, mut named: Vec<Named>) -> Dataset {
    named.sort_by_key(|&(day, ..)| day);
    let people: Vec<Person> = FIRST_NAMES
        .split(' ')
        .flat_map(|first| SURNAMES.split(' ').map(move |surname| person(first, surname)))
        .collect();
    let events = named.into_iter().enumerate().map(|(place, named)| {
        let name = people.get(named.1.position()).map_or("", |person| &*person.name);
        event(place, named, name, titles.get(named.2.position()).unwrap_or(&""))
    });
    let events = events.collect();
    let all = DayRange::new(day(FIRST_DAY), day(LAST_DAY));
    Dataset {
        version: "sample".into(),
        as_of: all.to,
        site: Site {
            title: "A sample".into(),
            agency: "A sample".into(),
            agency_short: "A sample".into(),
            head_office: OfficeIx(0),
            groups: vec![Group {
                id: "offices".into(),
                title: "Offices".into(),
                collapsed: false,
            }],
            presets: vec![Preset {
                id: "all".into(),
                label: "All".into(),
                range: all,
            }],
            key_figure: None,
        },
        people,
        offices: titles.iter().map(|title| office(title)).collect(),
        tenures,
        events,
        sources: Vec::new(),
        terms: Vec::new(),
        claims: Vec::new(),
        series: Vec::new(),
        figures: Vec::new(),
        survival: Vec::new(),
        reports: Vec::new(),
        story: Vec::new(),
        corrections: Vec::new(),
        map: None,
        languages: vec![Language::FIRST],
        moved: Vec::new(),
    }
}

fn person(first: &str, surname: &str) -> Person {
    Person {
        id: [first, "-", surname].concat().into(),
        name: [first, " ", surname].concat().into(),
        sort_name: [surname, ", ", first].concat().into(),
        bio: "".into(),
        same_as: Vec::new(),
        sources: Vec::new(),
    }
}

fn office(title: &str) -> Office {
    Office {
        id: title.replace(' ', "-").into(),
        title: title.into(),
        short_title: title.into(),
        body: "A sample".into(),
        parent: None,
        kind: OfficeKind::ComponentHead,
        group: 0,
        seats: 1,
        needs_confirmation: false,
        exists_from: None,
        exists_to: None,
        former_titles: Vec::new(),
        area: None,
        same_as: Vec::new(),
        sources: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::model::TenureIx;

    /// The tenures of a record by when they begin, and then by office.
    fn in_time(dataset: &Dataset) -> Vec<TenureIx> {
        let mut all: Vec<TenureIx> = dataset.tenure_ixs().collect();
        all.sort_by_key(|&ix| (dataset.tenure(ix).start.date().earliest(), dataset.tenure(ix).office));
        all
    }

    #[test]
    fn the_same_size_gives_the_same_record() {
        let dataset = record(150);
        assert_eq!((dataset.tenures.len(), dataset.events.len()), (120, 30));
        let of = |ix: TenureIx| {
            let tenure = dataset.tenure(ix);
            let End::On(end, _) = tenure.end else {
                return String::new();
            };
            let days = (tenure.start.date().earliest(), end.earliest());
            format!(
                "{} {} {} {}",
                dataset.person(tenure.person).name,
                tenure.capacity.word(),
                days.0,
                days.1
            )
        };
        let first: Vec<String> = in_time(&dataset).into_iter().take(3).map(of).collect();
        assert_eq!(
            first,
            [
                "Lee Reyes acting 2003-01-01 2006-05-13",
                "Morgan Reyes appointed 2003-01-01 2007-02-04",
                "Sage Brennan confirmed 2003-01-01 2006-01-03"
            ]
        );
        let last = dataset.events.last().unwrap();
        assert_eq!(
            (&*last.headline, last.date.earliest().to_string()),
            ("Sage Ibarra named", "2025-07-27".to_owned())
        );
    }

    #[test]
    fn every_tenure_and_event_is_as_it_was_ever_made() {
        let dataset = record(75);
        let mut lines = String::new();
        for tenure in &dataset.tenures {
            let end = match tenure.end {
                End::On(end, _) => end.to_string(),
                End::OngoingAsOf(day) => format!("seen {day}"),
                End::UnknownAfter(_) => String::new(),
            };
            let name = &dataset.person(tenure.person).name;
            let (start, word) = (tenure.start.date(), tenure.capacity.word());
            writeln!(lines, "{} {} {start} {end} {word} {name}", tenure.id, tenure.title).unwrap();
        }
        for event in &dataset.events {
            writeln!(
                lines,
                "{} {} {} | {}",
                event.id, event.date, event.headline, event.summary
            )
            .unwrap();
        }
        insta::assert_snapshot!(lines);
    }

    #[test]
    fn a_large_record_has_its_size() {
        let dataset = record(10_000);
        assert_eq!((dataset.tenures.len(), dataset.events.len()), (8000, 2000));
        assert_eq!((&*dataset.tenures[7999].id, &*dataset.events[0].id), ("t7999", "e0"));
        assert!(
            dataset
                .tenures
                .is_sorted_by_key(|tenure| (tenure.office, tenure.start.date().earliest()))
        );
    }
}
