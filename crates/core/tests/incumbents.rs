//! Who held an office on a day, how it stood, and when it changed.

#[cfg(test)]
mod common;
#[cfg(test)]
mod one_office;

use common::day;
use one_office::record;
use timeline_core::{
    date::DayRange,
    model::{Capacity, Dataset},
    query::{
        incumbents::{Certainty, incumbents_on, last_seen},
        on_day::{Standing, change_days, standing_on},
    },
};

use Capacity::Acting;
use Certainty::{Certain, Possible};

/// The positions of the tenures on a day.
#[cfg(test)]
fn on(dataset: &Dataset, text: &str) -> Vec<(usize, Certainty)> {
    let found = incumbents_on(dataset, dataset.site.head_office, day(text));
    found.into_iter().map(|(ix, sure)| (ix.position(), sure)).collect()
}

#[test]
fn who_was_last_seen_in_an_office_may_hold_it_until_somebody_follows() {
    let dataset = record(&[
        (0, Acting, "2010-01-01", "after 2012-05-01"),
        (1, Acting, "2015-02", "2016-02-01"),
    ]);
    assert_eq!(on(&dataset, "2012-04-30"), [(0, Certain)]);
    assert_eq!(on(&dataset, "2012-05-01"), [(0, Possible)]);
    assert_eq!(on(&dataset, "2015-01-31"), [(0, Possible)]);
    // On one of the days of February the one followed the other.
    assert_eq!(on(&dataset, "2015-02-27"), [(0, Possible), (1, Possible)]);
    assert_eq!(on(&dataset, "2015-02-28"), [(1, Certain)]);
    assert_eq!(on(&dataset, "2016-02-01"), []);
}

#[test]
fn in_an_office_of_two_seats_who_follows_may_sit_in_the_other() {
    let mut dataset = record(&[
        (0, Acting, "2010-01-01", "after 2012-05-01"),
        (1, Acting, "2015-02-01", "2016-02-01"),
    ]);
    assert_eq!(on(&dataset, "2015-06-01"), [(1, Certain)]);
    dataset.offices[0].seats = 2;
    assert_eq!(on(&dataset, "2015-06-01"), [(0, Possible), (1, Certain)]);
}

#[test]
fn who_was_seen_on_the_first_day_only_is_not_followed_by_the_own_start() {
    let dataset = record(&[(0, Acting, "2012-05-01", "after 2012-05-01")]);
    assert_eq!(on(&dataset, "2012-04-30"), []);
    assert_eq!(on(&dataset, "2012-06-01"), [(0, Possible)]);
}

#[test]
fn who_began_within_a_month_and_was_followed_in_it_is_gone_by_its_last_day() {
    let dataset = record(&[
        (0, Acting, "2015-03", "after 2015-03"),
        (1, Acting, "2015-03-20", "2016-01-01"),
    ]);
    assert_eq!(on(&dataset, "2015-03-19"), [(0, Possible)]);
    assert_eq!(on(&dataset, "2015-03-31"), [(1, Certain)]);
}

#[test]
fn nobody_is_said_to_hold_an_office_after_the_record_ends() {
    let dataset = record(&[(0, Acting, "2010-01-01", "after 2012-05-01")]);
    assert_eq!(dataset.as_of, day("2026-07-01"));
    assert_eq!(on(&dataset, "2026-07-01"), [(0, Possible)]);
    assert_eq!(on(&dataset, "2026-07-02"), []);
}

#[test]
fn the_day_on_which_a_holder_was_last_seen_is_told_where_it_is_not_the_day_of_the_record() {
    for (end, seen) in [
        ("seen 2026-06-01", Some(day("2026-06-01"))),
        ("seen 2026-07-01", None),
        ("2020-01-01", None),
        ("after 2020-01-01", None),
    ] {
        let dataset = record(&[(0, Acting, "2010-01-01", end)]);
        let tenure = dataset.find_tenure("t0").unwrap();
        assert_eq!(last_seen(&dataset, tenure), seen, "{end}");
    }
}

#[test]
fn the_days_without_a_known_holder_end_before_the_year_by_which_somebody_was_in_post() {
    let dataset = record(&[
        (0, Acting, "2010-01-01", "2012-01-01"),
        (1, Acting, "by 2018", "2020-01-01"),
    ]);
    let stood = |text| standing_on(&dataset, dataset.site.head_office, day(text));
    let known = DayRange::new(day("2012-01-01"), day("2018-01-01"));
    assert_eq!(stood("2012-01-01"), Standing::Unknown(Some(known)));
    assert_eq!(stood("2017-12-31"), Standing::Unknown(Some(known)));
    assert_eq!(stood("2018-01-01"), Standing::Unknown(None));
    let holder = dataset.find_tenure("t1").unwrap();
    assert_eq!(stood("2018-12-31"), Standing::Held(vec![(holder, Certain)]));
}

#[test]
fn a_day_on_which_one_follows_another_is_one_day_of_change() {
    let dataset = record(&[
        (0, Acting, "2010-01-01", "2012-03-01"),
        (1, Acting, "2012-03-01", "2013"),
        (2, Acting, "2012-09-01", "seen 2026-07-01"),
    ]);
    let changes = |from, to| {
        let days = change_days(&dataset, dataset.site.head_office, DayRange::new(day(from), day(to)));
        days.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        changes("2003-01-01", "2026-07-01"),
        ["2010-01-01", "2012-03-01", "2012-09-01", "2013-01-01"]
    );
    assert_eq!(changes("2012-03-01", "2012-09-01"), ["2012-03-01"]);
}
