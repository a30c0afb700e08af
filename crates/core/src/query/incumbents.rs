//! Who held an office on a day.

use crate::{
    date::Day,
    model::{Dataset, End, OfficeIx, TenureIx},
    query::lengths::{end_span, start_span},
};

/// How sure it is that a tenure covered a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The dates leave no doubt.
    Certain,
    /// The dates allow it.
    Possible,
}

/// The last day on which a source has the holder of a tenure in office that goes on, where that is before `as_of`.
#[must_use]
pub fn last_seen(dataset: &Dataset, tenure: TenureIx) -> Option<Day> {
    match dataset.tenure(tenure).end {
        End::OngoingAsOf(day) => (day < dataset.as_of).then_some(day),
        End::On(..) | End::UnknownAfter(_) => None,
    }
}

/// The tenures that covered, or may have covered, a day in an office.
///
/// A tenure covers its first day and not its last; one that goes on covers `as_of`.
#[must_use]
pub fn incumbents_on(dataset: &Dataset, office: OfficeIx, day: Day) -> Vec<(TenureIx, Certainty)> {
    // Who follows in an office of several seats may sit in another one.
    let has_one_seat = dataset.office(office).seats == 1;
    let followed = |by: Day| {
        let mut starts = dataset.tenures_of(office).map(|ix| dataset.tenure(ix).start.date());
        has_one_seat && starts.any(|start| start.earliest() > by && start.latest() <= day)
    };
    dataset
        .tenures_of(office)
        .filter_map(|ix| {
            let tenure = dataset.tenure(ix);
            let (first_start, last_start) = start_span(tenure.start);
            let (first_end, last_end) = end_span(tenure.end, dataset.as_of);
            let open = matches!(tenure.end, End::OngoingAsOf(_)) && day <= dataset.as_of;
            if last_start <= day && (day < first_end || open) {
                return Some((ix, Certainty::Certain));
            }
            let can_last = open || last_end.is_none_or(|last| day < last);
            let began = can_last && first_start.is_some_and(|first| first <= day) && day < last_start;
            let ending = last_start <= day
                && first_end <= day
                && match last_end {
                    Some(last) => day < last,
                    None => day <= dataset.as_of && !followed(first_end),
                };
            (began || ending).then_some((ix, Certainty::Possible))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        date::PartialDate,
        model::{EndReason, Start},
        sample,
    };

    #[test]
    fn who_left_in_february_did_not_hold_the_office_in_october_whenever_the_year_began() {
        let mut dataset = sample::record(30);
        dataset.tenures.truncate(1);
        let date = |text| PartialDate::parse(text).unwrap();
        dataset.tenures[0].start = Start::On(date("2015"));
        dataset.tenures[0].end = End::On(date("2015-02"), EndReason::Unknown);
        let on = |day| incumbents_on(&dataset, OfficeIx(0), Day::parse(day).unwrap());
        assert_eq!(on("2015-02-27"), [(TenureIx(0), Certainty::Possible)]);
        assert_eq!(on("2015-02-28"), []);
        assert_eq!(on("2015-10-01"), []);
    }
}
