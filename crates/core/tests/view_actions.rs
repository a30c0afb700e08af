//! What a reader's actions do to the view of the small dataset, which ends on 30 June 2024.

#[cfg(test)]
mod common;

use common::day;
use timeline_core::{
    date::DayRange,
    model::{Capacity, Dataset},
    query::filter::{Choice, Dimension},
    view::{
        action::Action,
        state::{Sort, SortKey, ViewState, padded},
        url::from_query,
    },
};

#[cfg(test)]
fn data() -> Dataset {
    timeline_core::load::load(&common::small()).dataset.unwrap()
}

#[cfg(test)]
fn range(from: &str, to: &str) -> DayRange {
    DayRange::new(day(from), day(to))
}

/// The days shown after an action, from 400 days of 2021 and 2022.
#[cfg(test)]
fn range_after(action: Action) -> DayRange {
    let dataset = data();
    let mut state = ViewState::initial(&dataset);
    state.range = DayRange::new(day("2021-01-01"), day("2021-01-01").plus(400));
    state.apply(action, &dataset).range
}

#[test]
fn zooming_without_a_pointer_keeps_the_middle() {
    let middle_half = DayRange::new(day("2021-01-01").plus(100), day("2021-01-01").plus(300));
    assert_eq!(range_after(Action::Zoom(2.0)), middle_half);
}

#[test]
fn a_record_is_shown_with_a_sixth_of_its_days_and_three_more_on_each_side() {
    // Sixty days: thirteen on each side.
    let asked = range("2022-03-01", "2022-04-30");
    assert_eq!(range_after(Action::ZoomTo(asked)), range("2022-02-16", "2022-05-13"));
}

#[test]
fn the_latest_days_are_shown_with_room_for_what_goes_on() {
    // Of 400 days a sixtieth is six.
    let latest = range_after(Action::Latest);
    assert_eq!((latest.to, latest.len_days()), (day("2024-07-06"), 400));
    let dataset = data();
    let mut state = ViewState::initial(&dataset);
    state.range = range("2021-01-01", "2021-01-31");
    let latest = state.apply(Action::Latest, &dataset).range;
    assert_eq!((latest.to, latest.len_days()), (day("2024-07-03"), 30));
}

#[test]
fn a_range_to_the_last_day_of_the_record_gets_a_sixtieth_more_within_bounds() {
    let dataset = data();
    for (days, room) in [(600, 10), (14, 3), (100_000, 45)] {
        let shown = padded(DayRange::new(dataset.as_of.plus(-days), dataset.as_of), &dataset);
        assert_eq!(dataset.as_of.days_until(shown.to), room, "{days} days");
    }
    let earlier = range("2021-01-01", "2024-06-29");
    assert_eq!(padded(earlier, &dataset), earlier);
}

#[test]
fn choosing_a_value_takes_the_place_of_others_of_its_dimension_only() {
    let dataset = data();
    let (state, _) = from_query("person=ada-berg&capacity=acting,confirmed", &dataset);
    let ada = Choice::Person(dataset.find_person("ada-berg").unwrap());
    let duties = Choice::Capacity(Capacity::PerformingDuties);
    let chosen = state.apply(Action::Choose(Dimension::Capacity, Some(duties)), &dataset);
    assert_eq!(chosen.filter.choices, [ada, duties]);
    let none = chosen.apply(Action::Choose(Dimension::Capacity, None), &dataset);
    assert_eq!(none.filter.choices, [ada]);
}

#[test]
fn sorting_again_by_the_same_turns_the_order_and_by_another_begins_anew() {
    let dataset = data();
    let mut state = ViewState::initial(&dataset);
    for (key, descending) in [
        (SortKey::Start, true),
        (SortKey::Start, false),
        (SortKey::Start, true),
        (SortKey::Days, false),
        (SortKey::Days, true),
        (SortKey::Name, false),
        (SortKey::Office, false),
    ] {
        state = state.apply(Action::SortBy(key), &dataset);
        assert_eq!(state.sort, Sort { key, descending });
    }
}

#[test]
fn the_last_report_is_all_of_them() {
    let mut dataset = data();
    let report = dataset.reports[0].clone();
    dataset.reports = vec![report; 3];
    let initial = ViewState::initial(&dataset);
    for (asked, shown) in [(0, Some(0)), (1, Some(1)), (2, None), (3, None)] {
        let state = initial.apply(Action::ShowReport(Some(asked)), &dataset);
        assert_eq!(state.report, shown, "{asked}");
        assert_eq!(state.apply(Action::ShowReport(None), &dataset).report, None);
    }
}

#[test]
fn a_group_is_open_as_the_site_has_it_until_it_is_toggled() {
    let dataset = data();
    let initial = ViewState::initial(&dataset);
    let open = |state: &ViewState| [0, 1].map(|group| state.is_open(&dataset, group));
    assert_eq!(open(&initial), [true, false], "the piers are collapsed");
    let piers = initial.apply(Action::ToggleGroup(1), &dataset);
    assert_eq!(open(&piers), [true, true]);
    assert_eq!(open(&piers.apply(Action::ToggleGroup(0), &dataset)), [false, true]);
    assert_eq!(piers.apply(Action::ToggleGroup(1), &dataset), initial);
}

#[test]
fn a_lane_is_on_the_screen_where_its_group_is_open_and_its_post_is_not_left_out() {
    let dataset = data();
    for (query, head, east) in [
        ("", true, false),
        ("toggle=piers", true, true),
        ("toggle=head,piers", false, true),
        ("toggle=piers&office=harbour-head", true, false),
        ("group=piers", false, false),
    ] {
        let (state, _) = from_query(query, &dataset);
        let shown = ["harbour-head", "pier-east"].map(|id| {
            let office = dataset.find_office(id).unwrap();
            state.shows_lane(&dataset, office)
        });
        assert_eq!(shown, [head, east], "{query}");
    }
}
