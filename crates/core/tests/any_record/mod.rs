//! Records of one office: tenures one after the other or across each other, their days known or not.

use std::{fmt, ops::Deref, sync::LazyLock};

use proptest::prelude::*;
use timeline_core::{
    date::{Day, PartialDate},
    model::{Capacity, Dataset, End, EndReason, OfficeIx, Start, TenureIx, Term},
    query::lengths::{end_span, start_span},
    sample,
};

/// A record of any size, which the others begin with.
pub(crate) static SAMPLE: LazyLock<Dataset> = LazyLock::new(|| sample::record(1_000));

/// Half a year before the record's last day: a tenure begins and ends within it.
const LAST: i32 = 20_400;

/// A record that is shown by its tenures when a law does not hold for it.
#[derive(Clone)]
pub(crate) struct Record(pub(crate) Dataset);

impl Deref for Record {
    type Target = Dataset;

    fn deref(&self) -> &Dataset {
        &self.0
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = |date: PartialDate| date.to_string();
        for tenure in &self.0.tenures {
            let start = match tenure.start {
                Start::On(on) => date(on),
                Start::InPostBy(seen) => ["by ", &date(seen)].concat(),
            };
            let end = match tenure.end {
                End::On(on, _) => date(on),
                End::OngoingAsOf(day) => ["as of ", &day.to_string()].concat(),
                End::UnknownAfter(seen) => ["after ", &date(seen)].concat(),
            };
            let continues = tenure.continues.map(TenureIx::position);
            writeln!(
                f,
                "{} {start} to {end}, continues {continues:?}",
                tenure.capacity.word()
            )?;
        }
        Ok(())
    }
}

/// The office of a record.
pub(crate) fn office(dataset: &Dataset) -> OfficeIx {
    dataset.office_ixs().next().unwrap()
}

/// A day, or the month or year that it is in.
pub(crate) fn partial(days: i32, digits: usize) -> PartialDate {
    let text = Day::from_epoch_days(days).to_string();
    PartialDate::parse(&text[..digits]).unwrap()
}

/// Days to the begin, its digits, days to the end, its digits, what is known, whether it is acting.
type Row = (i32, usize, i32, usize, u8, bool);

pub(crate) fn any_record() -> impl Strategy<Value = Record> {
    let digits = || prop::sample::select(vec![4_usize, 7, 10, 10, 10]);
    let row = (-100_i32..500, digits(), 0_i32..700, digits(), 0_u8..12, any::<bool>());
    prop::collection::vec(row, 1..16).prop_map(|rows| record(&rows))
}

fn record(rows: &[Row]) -> Record {
    let mut dataset = SAMPLE.clone();
    let first = office(&dataset);
    dataset.tenures.retain(|tenure| tenure.office == first);
    dataset.tenures.truncate(rows.len());
    let mut at = 12_200;
    for (tenure, &(apart, from_digits, len, to_digits, kind, acts)) in dataset.tenures.iter_mut().zip(rows) {
        let from = (at + apart).min(LAST);
        at = (from + len).min(LAST);
        tenure.capacity = if acts { Capacity::Acting } else { Capacity::Confirmed };
        tenure.start = if kind == 0 {
            Start::InPostBy(partial(from, from_digits))
        } else {
            Start::On(partial(from, from_digits))
        };
        tenure.end = match kind {
            1 => End::UnknownAfter(partial(at, to_digits)),
            2 => End::OngoingAsOf(dataset.as_of),
            _ => End::On(partial(at, to_digits), EndReason::Unknown),
        };
    }
    dataset.tenures.sort_by_key(|tenure| tenure.start.date().earliest());
    join(&mut dataset);
    dataset.terms = vec![Term {
        id: "term".into(),
        president: "A".into(),
        label: "A".into(),
        start: Day::from_epoch_days(12_000),
        end: Some(Day::from_epoch_days(16_000)),
        sources: Vec::new(),
    }];
    Record(dataset)
}

/// Lets every tenure that begins where the one before ends continue it.
fn join(dataset: &mut Dataset) {
    let ixs: Vec<TenureIx> = dataset.tenure_ixs().collect();
    for pair in ixs.windows(2) {
        let (before, after) = (dataset.tenure(pair[0]).clone(), dataset.tenure(pair[1]).clone());
        if end_span(before.end, dataset.as_of).1 == start_span(after.start).0 {
            let row = &mut dataset.tenures[pair[1].position()];
            row.continues = Some(pair[0]);
            row.person = before.person;
        }
    }
}
