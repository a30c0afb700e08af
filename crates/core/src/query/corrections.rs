//! Which corrections are told where, and for how long.

use crate::{
    date::Day,
    model::{Correction, CorrectionClass, Dataset},
};

/// A serious correction stands on every page for so many days.
const BANNER_DAYS: i32 = 14;

/// A serious or factual correction stands at its record for so many days.
const MARK_DAYS: i32 = 30;

/// The last day on which every page tells of a correction; `None` when none does. Days are counted to the record's last day.
#[must_use]
pub fn told_everywhere_until(row: &Correction) -> Option<Day> {
    (row.class == CorrectionClass::Serious).then(|| row.date.plus(BANNER_DAYS))
}

/// The last day on which a correction is told at its record; `None` when it is told in the log alone.
#[must_use]
pub fn marked_until(row: &Correction) -> Option<Day> {
    (row.class != CorrectionClass::Minor).then(|| row.date.plus(MARK_DAYS))
}

/// The corrections that every page tells of, the latest first. Their days are counted to the record's last day.
pub fn banner(dataset: &Dataset) -> impl Iterator<Item = &Correction> {
    let rows = dataset.corrections.iter().rev();
    rows.filter(|row| told_everywhere_until(row).is_some_and(|day| dataset.as_of <= day))
}

/// The corrections that are told at a record, the latest first. `kind` is that of its files: `tenures`, `events`.
pub fn marks<'a>(dataset: &'a Dataset, kind: &'a str, id: &'a str) -> impl Iterator<Item = &'a Correction> {
    let is_of = move |row: &&Correction| row.record.split_once('/') == Some((kind, id));
    let rows = dataset.corrections.iter().rev();
    rows.filter(|row| marked_until(row).is_some_and(|day| dataset.as_of <= day))
        .filter(is_of)
}

#[cfg(test)]
mod tests {
    use super::{banner, marks};
    use crate::{
        date::Day,
        model::{Correction, CorrectionClass, Dataset},
        sample::record,
    };

    fn corrected(class: CorrectionClass, days_ago: i32) -> Dataset {
        let mut dataset = record(10);
        dataset.corrections.push(Correction {
            id: "one".into(),
            date: Day::from_epoch_days(dataset.as_of.epoch_days() - days_ago),
            class,
            record: "tenures/a".into(),
            field: "start".into(),
            old: "2020".into(),
            new: "2021".into(),
            reason: "Misread.".into(),
            sources: Vec::new(),
            dataset: "1.1.0".into(),
        });
        dataset
    }

    #[test]
    fn a_serious_one_is_told_everywhere_for_14_days_and_at_its_record_for_30() {
        for (class, days, everywhere, at_record) in [
            (CorrectionClass::Serious, 14, 1, 1),
            (CorrectionClass::Serious, 15, 0, 1),
            (CorrectionClass::Factual, 0, 0, 1),
            (CorrectionClass::Factual, 30, 0, 1),
            (CorrectionClass::Serious, 31, 0, 0),
            (CorrectionClass::Minor, 0, 0, 0),
            (CorrectionClass::Serious, -3, 1, 1),
        ] {
            let dataset = corrected(class, days);
            assert_eq!(banner(&dataset).count(), everywhere, "{class:?} {days}");
            assert_eq!(marks(&dataset, "tenures", "a").count(), at_record, "{class:?} {days}");
            assert_eq!(marks(&dataset, "events", "a").count(), 0);
        }
    }
}
