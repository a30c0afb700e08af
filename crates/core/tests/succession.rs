//! Who came before and after whom in an office, who held it at the same time, and when nobody is on record.

#[cfg(test)]
mod common;
#[cfg(test)]
mod one_office;

use common::day;
use one_office::record;
use timeline_core::{
    model::{Capacity::Acting, Dataset},
    query::succession::{GapKind, gaps, neighbours, overlapping},
};

/// The gaps of the office: why, from when, to when.
#[cfg(test)]
fn gaps_of(dataset: &Dataset) -> Vec<(GapKind, String, String)> {
    let found = gaps(dataset, dataset.site.head_office, day("2010-01-01"));
    let told =
        |gap: &timeline_core::query::succession::Gap| (gap.kind, gap.range.from.to_string(), gap.range.to.to_string());
    found.iter().map(told).collect()
}

#[test]
fn an_office_is_vacant_only_between_days_that_are_sure() {
    let kind = |left: &str, began: &str| {
        let dataset = record(&[(0, Acting, "2010-01-01", left), (1, Acting, began, "seen 2026-07-01")]);
        let [(kind, ..)] = gaps_of(&dataset)[..] else {
            panic!("{left} to {began}")
        };
        kind
    };
    assert_eq!(kind("2012-01-01", "2013-01-01"), GapKind::Vacant);
    for (left, began) in [
        ("2012-01-01~", "2013-01-01"),
        ("2012-01-01?", "2013-01-01"),
        ("2012-01-01%", "2013-01-01"),
        ("2012-01-01", "2013-01-01~"),
        ("2012-01-01", "2013-01-01?"),
        ("2012-01-01", "by 2013-01-01"),
        ("after 2012-01-01", "2013-01-01"),
    ] {
        assert_eq!(kind(left, began), GapKind::Unknown, "{left} to {began}");
    }
}

#[test]
fn who_left_on_the_eve_of_the_last_day_of_the_record_leaves_no_gap() {
    let to = |end| gaps_of(&record(&[(0, Acting, "2010-01-01", end)]));
    assert_eq!(to("2026-06-30"), []);
    let two_days = (GapKind::Unknown, "2026-06-29".to_owned(), "2026-07-01".to_owned());
    assert_eq!(to("2026-06-29"), [two_days]);
}

#[test]
fn predecessor_and_successor_are_the_next_in_time() {
    let dataset = record(&[
        (0, Acting, "2010-01-01", "2012-01-01"),
        (1, Acting, "2012-01-01", "2013-01-01"),
        (2, Acting, "2015-01-01", "2016-01-01"),
    ]);
    let all: Vec<_> = dataset.tenure_ixs().collect();
    assert_eq!(neighbours(&dataset, all[0]), (None, Some(all[1])));
    assert_eq!(neighbours(&dataset, all[1]), (Some(all[0]), Some(all[2])));
    assert_eq!(neighbours(&dataset, all[2]), (Some(all[1]), None));
}

#[test]
fn who_shares_days_in_an_office_overlaps_and_who_follows_on_a_day_does_not() {
    let dataset = record(&[
        (0, Acting, "2010-01-01", "2012-01-01"),
        (1, Acting, "2011-12-31", "2013-01-01"),
        (2, Acting, "2013-01-01", "2014-06"),
        // June 2014 may be all that they share, or not.
        (3, Acting, "2014-06-01", "2015-01-01"),
    ]);
    let all: Vec<_> = dataset.tenure_ixs().collect();
    assert_eq!(overlapping(&dataset, all[0]), [all[1]]);
    assert_eq!(overlapping(&dataset, all[1]), [all[0]]);
    assert_eq!(overlapping(&dataset, all[2]), []);
    assert_eq!(overlapping(&dataset, all[3]), []);
}
