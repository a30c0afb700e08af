//! In what capacity the head office was held, day by day, and how often posts changed hands.

#[cfg(test)]
mod common;
#[cfg(test)]
mod one_office;

use common::day;
use one_office::record;
use timeline_core::{
    date::{Day, DayRange},
    model::{Capacity, Dataset, TenureIx, Term},
    query::{
        capacity_days::{Held, TermDays, days_by_capacity},
        changes::{Changes, changes_by_quarter},
        on_day::{Standing, standing_on},
        succession::{GapKind, gaps},
    },
};

#[cfg(test)]
fn head_terms(dataset: &Dataset) -> Vec<TermDays> {
    days_by_capacity(dataset, dataset.site.head_office)
}

#[cfg(test)]
fn of_term(dataset: &Dataset, id: &str) -> Vec<(Held, i32)> {
    let terms = head_terms(dataset);
    let found = terms.into_iter().find(|row| &*dataset.terms[row.term].id == id);
    found.unwrap().days
}

#[cfg(test)]
fn vacant_days(dataset: &Dataset) -> i32 {
    let terms = head_terms(dataset);
    let days = terms.iter().flat_map(|row| &row.days);
    days.filter(|(held, _)| *held == Held::Vacant)
        .map(|(_, count)| count)
        .sum()
}

#[test]
fn the_days_of_a_term_add_up_to_it() {
    let dataset = common::real();
    for office in dataset.office_ixs() {
        for row in days_by_capacity(&dataset, office) {
            let sum: i32 = row.days.iter().map(|(_, count)| count).sum();
            assert_eq!(
                sum,
                row.range.len_days(),
                "{} {}",
                dataset.office(office).id,
                dataset.terms[row.term].id
            );
            assert!(row.days.iter().all(|(_, count)| *count > 0));
            assert!(row.days.windows(2).all(|pair| pair[0].0 < pair[1].0));
        }
    }
}

#[test]
fn the_terms_cover_the_record_without_gap_or_overlap() {
    let dataset = common::real();
    let terms = head_terms(&dataset);
    let names: Vec<&str> = terms.iter().map(|row| &*dataset.terms[row.term].id).collect();
    assert_eq!(names, ["obama", "trump-1", "biden", "trump-2"]);
    assert_eq!(terms[0].range.from, dataset.first_day());
    assert_eq!(terms[3].range.to, dataset.as_of);
    assert!(terms.windows(2).all(|pair| pair[0].range.to == pair[1].range.from));
    let sum: i32 = terms.iter().map(|row| row.range.len_days()).sum();
    assert_eq!(sum, dataset.first_day().days_until(dataset.as_of));
}

#[test]
fn nobody_was_confirmed_after_the_first_inauguration() {
    let dataset = common::real();
    for row in head_terms(&dataset) {
        let confirmed = row.days.iter().any(|(held, _)| *held == Held::In(Capacity::Confirmed));
        assert_eq!(confirmed, row.range.to <= day("2017-01-20"), "{:?}", row.range);
    }
    // The last confirmed director left on 20 January 2017: 19 days from the record's first.
    assert_eq!(of_term(&dataset, "obama"), [(Held::In(Capacity::Confirmed), 19)]);
}

/// Counted by hand and by another program from the dates of the tenures.
///
/// First term: the change of title in November 2017 is doubtful to the 29th, that of August 2020 to
/// the 30th. Then: the change of title in 2023 is doubtful from 1 January to 29 June.
#[test]
fn the_days_of_each_capacity_are_those_of_the_tenures() {
    let dataset = common::real();
    let (acting, duties) = (Held::In(Capacity::Acting), Held::In(Capacity::PerformingDuties));
    assert_eq!(
        of_term(&dataset, "trump-1"),
        [(acting, 1068), (duties, 334), (Held::Doubtful, 59)]
    );
    assert_eq!(
        of_term(&dataset, "biden"),
        [(acting, 711), (duties, 570), (Held::Doubtful, 180)]
    );
    assert_eq!(of_term(&dataset, "trump-2"), [(acting, 590), (Held::Vacant, 16)]);
}

#[test]
fn the_one_vacancy_is_from_21_february_to_9_march_2025() {
    let dataset = common::real();
    let head = dataset.site.head_office;
    let vacancy = DayRange::new(day("2025-02-21"), day("2025-03-09"));
    assert_eq!((vacancy.len_days(), vacant_days(&dataset)), (16, 16));
    let gaps = gaps(&dataset, head, dataset.first_day());
    let vacant = gaps.iter().filter(|gap| gap.kind == GapKind::Vacant);
    assert_eq!(vacant.map(|gap| gap.range).collect::<Vec<_>>(), [vacancy]);
    let is_vacant = |on: Day| matches!(standing_on(&dataset, head, on), Standing::Vacant(_));
    for on in (0..20).map(|days| day("2025-02-19").plus(days)) {
        assert_eq!(is_vacant(on), vacancy.contains(on), "{on}");
    }
    // It grows with the record from its first day to its last.
    let mut earlier = dataset.clone();
    for (as_of, vacant) in [
        ("2025-02-21", 0),
        ("2025-02-22", 1),
        ("2025-03-08", 15),
        ("2025-03-09", 16),
        ("2025-03-10", 16),
    ] {
        earlier.as_of = day(as_of);
        assert_eq!(vacant_days(&earlier), vacant, "as of {as_of}");
    }
}

#[test]
fn who_left_on_the_eve_of_a_successor_leaves_no_vacancy() {
    let dataset = common::real();
    // Homan's last day was 29 June 2018, Vitiello's first 30 June.
    let mut day_after = dataset.clone();
    let mut days_as_of = |as_of: &str| {
        day_after.as_of = day(as_of);
        of_term(&day_after, "trump-1")
    };
    let duties = |days: &[(Held, i32)]| {
        let found = days
            .iter()
            .find(|(held, _)| *held == Held::In(Capacity::PerformingDuties));
        found.unwrap().1
    };
    let (before, after) = (days_as_of("2018-06-29"), days_as_of("2018-06-30"));
    assert_eq!((duties(&before), duties(&after)), (211, 212));
    assert!(after.iter().all(|(held, _)| *held != Held::Vacant));
}

/// The tenures that took up a post of a group: on or after the record's first day, and not under another title.
#[cfg(test)]
fn took_up(dataset: &Dataset, group: usize) -> Vec<TenureIx> {
    let began = |&ix: &TenureIx| {
        let tenure = dataset.tenure(ix);
        tenure.continues.is_none()
            && tenure.start.date().latest() >= dataset.first_day()
            && usize::from(dataset.office(tenure.office).group) == group
    };
    dataset.tenure_ixs().filter(began).collect()
}

#[test]
fn every_change_is_counted_once() {
    let dataset = common::real();
    let changes = changes_by_quarter(&dataset);
    for group in 0..dataset.site.groups.len() {
        let all = took_up(&dataset, group);
        let mut placed: Vec<TenureIx> = changes
            .quarters
            .iter()
            .flat_map(|quarter| quarter.began[group].iter().copied())
            .collect();
        let count = placed.len();
        placed.sort();
        placed.dedup();
        assert_eq!(placed.len(), count, "group {group}: one is counted twice");
        assert!(placed.iter().all(|ix| all.contains(ix)), "group {group}");
        assert_eq!(count + changes.not_placed[group], all.len(), "group {group}");
    }
}

#[test]
fn a_change_is_in_the_quarter_of_its_dates() {
    let dataset = common::real();
    for quarter in changes_by_quarter(&dataset).quarters {
        for &ix in quarter.began.iter().flatten() {
            let start = dataset.tenure(ix).start.date();
            assert!(
                quarter.range.contains(start.earliest()) && quarter.range.contains(start.latest()),
                "{}",
                dataset.tenure(ix).id
            );
        }
    }
}

#[test]
fn quarters_follow_each_other_from_the_first_day_to_the_last() {
    let dataset = common::real();
    let quarters = changes_by_quarter(&dataset).quarters;
    assert_eq!(quarters.first().unwrap().range.from, day("2017-01-01"));
    assert_eq!(quarters.last().unwrap().range.to, dataset.as_of);
    assert!(quarters.windows(2).all(|pair| pair[0].range.to == pair[1].range.from));
    for quarter in &quarters {
        let (_, month, first) = quarter.range.from.ymd();
        assert!(first == 1 && [1, 4, 7, 10].contains(&month), "{:?}", quarter.range);
        assert!(quarter.range.len_days() <= 92);
    }
    assert_eq!(quarters.len(), 39);
}

#[cfg(test)]
fn began<'a>(dataset: &'a Dataset, changes: &Changes, from: &str, group: &str) -> Vec<&'a str> {
    let group = dataset.site.groups.iter().position(|row| &*row.id == group).unwrap();
    let quarter = changes.quarters.iter().find(|row| row.range.from == day(from)).unwrap();
    quarter.began[group].iter().map(|&ix| &*dataset.tenure(ix).id).collect()
}

#[test]
fn who_took_up_a_post_in_a_quarter() {
    let dataset = common::real();
    let changes = changes_by_quarter(&dataset);
    assert_eq!(
        began(&dataset, &changes, "2017-01-01", "head-office"),
        ["ragsdale-ice-director-2017", "homan-ice-director-2017"]
    );
    assert_eq!(
        began(&dataset, &changes, "2019-04-01", "above"),
        ["mcaleenan-dhs-secretary-2019", "sanders-cbp-2019"]
    );
    assert_eq!(
        began(&dataset, &changes, "2025-04-01", "units"),
        ["charles-ero-2025", "gordon-hsi-2025"]
    );
}

#[test]
fn another_title_is_no_change_and_a_sighting_has_no_quarter() {
    let dataset = common::real();
    let changes = changes_by_quarter(&dataset);
    let is_placed = |id: &str| {
        let ix = dataset.find_tenure(id).unwrap();
        let mut began = changes
            .quarters
            .iter()
            .flat_map(|quarter| quarter.began.iter().flatten());
        began.any(|&other| other == ix)
    };
    assert!(is_placed("pham-ice-director-2020"), "a month is in one quarter");
    assert!(is_placed("venturella-ice-director-2026"));
    assert!(!is_placed("homan-ice-director-2017b"), "he stayed, with another title");
    assert!(
        !is_placed("price-ero-2022"),
        "he was seen in post, and the start was not found"
    );
    assert!(
        !is_placed("johnson-ice-deputy-director-2020"),
        "a year is not one quarter"
    );
    assert!(!is_placed("saldana-ice-director-2014"), "it was before the record");
}

/// The days of a term from a day to another in an office that one person is on record for, acting.
#[cfg(test)]
fn of_one_holder(start: &str, end: &str, from: &str, to: &str) -> Vec<(Held, i32)> {
    let mut dataset = record(&[(0, Capacity::Acting, start, end)]);
    dataset.terms = vec![Term {
        id: "term".into(),
        president: "A".into(),
        label: "A".into(),
        start: day(from),
        end: Some(day(to)),
        sources: Vec::new(),
    }];
    of_term(&dataset, "term")
}

#[test]
fn a_day_counts_up_to_the_one_on_which_the_holder_was_last_seen_and_is_doubtful_from_it() {
    let acting = Held::In(Capacity::Acting);
    // Took up the post on one of the days of March, and was last seen on the 20th.
    assert_eq!(
        of_one_holder("2015-03", "after 2015-03-20", "2015-03-01", "2015-04-01"),
        [(acting, 19), (Held::Doubtful, 12)]
    );
}

#[test]
fn a_day_is_doubtful_before_the_holder_was_first_seen_and_not_while_only_the_last_day_is_unknown() {
    let acting = Held::In(Capacity::Acting);
    // Who held the office from 1 to 9 March is not known; who left did so on 30 April at the latest.
    assert_eq!(
        of_one_holder("by 2015-03-10", "2015-04", "2015-03-01", "2015-05-01"),
        [(acting, 22 + 29), (Held::Doubtful, 9), (Held::Vacant, 1)]
    );
}

#[test]
fn a_record_that_ends_with_a_quarter_has_no_quarter_of_no_days() {
    let dataset = record(&[(0, Capacity::Acting, "2010-01-01", "seen 2026-07-01")]);
    let quarters = changes_by_quarter(&dataset).quarters;
    let last = DayRange::new(day("2026-04-01"), day("2026-07-01"));
    assert_eq!(quarters.last().map(|quarter| quarter.range), Some(last));
}

#[test]
fn who_took_up_a_post_on_the_first_day_of_the_record_is_counted() {
    let dataset = record(&[
        (0, Capacity::Acting, "2002-12-31", "2003-01-01"),
        (1, Capacity::Acting, "2003-01-01", "2010-01-01"),
    ]);
    assert_eq!(dataset.first_day(), day("2003-01-01"));
    let changes = changes_by_quarter(&dataset);
    assert_eq!(changes.quarters[0].began, [[dataset.find_tenure("t1").unwrap()]]);
    assert_eq!(changes.not_placed, [0]);
}
