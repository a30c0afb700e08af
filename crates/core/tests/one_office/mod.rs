//! A record of one office with a few tenures, to read as one would write it down.

use timeline_core::{
    date::{Day, PartialDate},
    model::{Capacity, Dataset, End, EndReason, Start},
    sample,
};

/// Who (by position), in what capacity, from when, to when.
///
/// A start is a date or `by 2018`; an end is a date, `after 2018` or `seen 2026-06-01`.
pub(crate) type Row<'a> = (usize, Capacity, &'a str, &'a str);

/// The record of an office with one seat, from 2003 to 2026-07-01.
pub(crate) fn record(rows: &[Row]) -> Dataset {
    let mut dataset = sample::record(30);
    let people: Vec<_> = dataset.person_ixs().collect();
    let any = dataset.tenures[0].clone();
    let date = |text: &str| PartialDate::parse(text).unwrap();
    let made = rows.iter().enumerate().map(|(at, &(person, capacity, start, end))| {
        let mut tenure = any.clone();
        tenure.id = format!("t{at}").into();
        tenure.person = people[person];
        tenure.capacity = capacity;
        tenure.start = match start.strip_prefix("by ") {
            Some(seen) => Start::InPostBy(date(seen)),
            None => Start::On(date(start)),
        };
        tenure.end = match end.split_once(' ') {
            Some(("after", seen)) => End::UnknownAfter(date(seen)),
            Some((_, seen)) => End::OngoingAsOf(Day::parse(seen).unwrap()),
            None => End::On(date(end), EndReason::Unknown),
        };
        tenure
    });
    dataset.tenures = made.collect();
    dataset.events.clear();
    dataset
}
