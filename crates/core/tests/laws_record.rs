//! Laws of what is asked of the record: spells, gaps, lengths, holders, days by capacity.

#[cfg(test)]
mod any_record;

use any_record::{SAMPLE, any_record, office, partial};
use proptest::prelude::*;
use timeline_core::{
    bundle,
    date::{Day, DayRange, PartialDate},
    model::{End, EndReason, Start, TenureIx},
    query::{
        capacity_days::days_by_capacity,
        changes::changes_by_quarter,
        incumbents::{Certainty, incumbents_on},
        lengths::{end_span, length, span_length, start_span},
        on_day::{Standing, change_days, standing_on},
        succession::{gaps, neighbours, overlapping, spells},
        survival::observed_spells,
    },
};

proptest! {
    #[test]
    fn every_tenure_is_in_one_spell_and_spells_are_in_time(dataset in any_record()) {
        let all = spells(&dataset, office(&dataset));
        let mut tenures: Vec<TenureIx> = all.iter().flat_map(|spell| spell.tenures.clone()).collect();
        tenures.sort_unstable();
        prop_assert_eq!(tenures, dataset.tenures_of(office(&dataset)).collect::<Vec<_>>());
        prop_assert!(all.is_sorted_by_key(|spell| spell.start.date().earliest()));
        for spell in &all {
            prop_assert!(spell.tenures.iter().all(|&ix| dataset.tenure(ix).person == spell.person));
            prop_assert_eq!(spell.end, dataset.tenure(*spell.tenures.last().unwrap()).end);
        }
    }

    #[test]
    fn who_comes_after_has_before_them_who_comes_before(dataset in any_record()) {
        for ix in dataset.tenure_ixs() {
            let (before, after) = neighbours(&dataset, ix);
            prop_assert!(before.is_none_or(|other| neighbours(&dataset, other).1 == Some(ix)));
            prop_assert!(after.is_none_or(|other| neighbours(&dataset, other).0 == Some(ix)));
        }
    }

    #[test]
    fn tenures_overlap_each_other_or_not_at_all(dataset in any_record()) {
        for ix in dataset.tenure_ixs() {
            for other in overlapping(&dataset, ix) {
                prop_assert!(overlapping(&dataset, other).contains(&ix));
            }
        }
    }

    #[test]
    fn gaps_are_in_time_apart_and_within_the_record(dataset in any_record(), since in 12_000_i32..20_000) {
        let since = Day::from_epoch_days(since);
        let found = gaps(&dataset, office(&dataset), since);
        prop_assert!(found.windows(2).all(|pair| pair[0].range.to <= pair[1].range.from));
        prop_assert!(found.iter().all(|gap| gap.range.from >= since && gap.range.len_days() > 1));
    }

    #[test]
    fn nobody_is_certain_to_hold_an_office_in_a_gap(dataset in any_record()) {
        let office = office(&dataset);
        for gap in gaps(&dataset, office, dataset.first_day()) {
            for day in [gap.range.from.plus(1), gap.range.to.plus(-1)] {
                let holders = incumbents_on(&dataset, office, day);
                prop_assert!(holders.iter().all(|(_, certainty)| *certainty == Certainty::Possible), "{gap:?} {day}");
            }
        }
    }

    #[test]
    fn who_holds_an_office_on_a_day_can_have_held_it(dataset in any_record(), day in 12_000_i32..20_635) {
        let day = Day::from_epoch_days(day);
        for (ix, certainty) in incumbents_on(&dataset, office(&dataset), day) {
            let tenure = dataset.tenure(ix);
            let (first, last) = (start_span(tenure.start), end_span(tenure.end, dataset.as_of));
            prop_assert!(first.0.unwrap_or(first.1) <= day);
            prop_assert!(last.1.is_none_or(|end| day < end || end == dataset.as_of));
            if certainty == Certainty::Certain {
                prop_assert!(first.1 <= day && (day < last.0 || last.0 == dataset.as_of));
            }
        }
    }

    #[test]
    fn between_days_of_change_exact_holders_stay(dataset in any_record()) {
        let mut dataset = dataset.0;
        dataset.tenures.retain(|tenure| {
            let ends = matches!(tenure.end, End::On(date, _) if date.is_exact());
            ends && matches!(tenure.start, Start::On(date) if date.is_exact())
        });
        for tenure in &mut dataset.tenures {
            tenure.continues = None;
        }
        let office = office(&dataset);
        let within = DayRange::new(Day::from_epoch_days(12_000), Day::from_epoch_days(20_000));
        let days = change_days(&dataset, office, within);
        prop_assert!(days.windows(2).all(|pair| pair[0] < pair[1]));
        for pair in days.windows(2) {
            let (first, last) = (incumbents_on(&dataset, office, pair[0]), incumbents_on(&dataset, office, pair[1].plus(-1)));
            prop_assert_eq!(first, last, "{} to {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn an_office_is_held_vacant_or_unknown_around_the_day(dataset in any_record(), day in 12_000_i32..20_600) {
        let (office, day) = (office(&dataset), Day::from_epoch_days(day));
        match standing_on(&dataset, office, day) {
            Standing::Held(holders) => prop_assert_eq!(holders, incumbents_on(&dataset, office, day)),
            Standing::Vacant(range) | Standing::Unknown(Some(range)) => prop_assert!(range.contains(day)),
            Standing::Unknown(None) => {}
            Standing::Absent => prop_assert!(false, "the office of a made record always exists"),
        }
    }

    #[test]
    fn the_days_of_a_term_add_up(dataset in any_record()) {
        for term in days_by_capacity(&dataset, office(&dataset)) {
            let days: i32 = term.days.iter().map(|(_, days)| days).sum();
            prop_assert_eq!(days, term.range.len_days());
            prop_assert!(term.days.windows(2).all(|pair| pair[0].0 < pair[1].0));
        }
    }

    #[test]
    fn a_length_has_its_least_before_its_most(dataset in any_record()) {
        for tenure in &dataset.tenures {
            let found = length(tenure, dataset.as_of);
            prop_assert!(found.min_days >= 0 && found.max_days.is_none_or(|most| found.min_days <= most), "{tenure:?}");
            let is_bounded = matches!(tenure.start, Start::On(_)) && !matches!(tenure.end, End::UnknownAfter(_));
            prop_assert_eq!(found.max_days.is_some(), is_bounded);
        }
    }

    #[test]
    fn lengths_of_days_that_adjoin_add_up(days in (12_000_i32..14_000, 0_i32..900, 0_i32..900), digits in prop::sample::select(vec![4_usize, 7, 10])) {
        let as_of = SAMPLE.as_of;
        let (from, middle) = (days.0, days.0 + days.1);
        let last = partial(middle + days.2, digits);
        let exact = |days: i32| partial(days, 10);
        let ends = |date: PartialDate| End::On(date, EndReason::Unknown);
        let first = span_length(Start::On(exact(from)), ends(exact(middle)), as_of);
        let second = span_length(Start::On(exact(middle)), ends(last), as_of);
        let whole = span_length(Start::On(exact(from)), ends(last), as_of);
        prop_assume!(last.earliest() >= exact(middle).earliest());
        prop_assert_eq!(whole.min_days, first.min_days + second.min_days);
        prop_assert_eq!(whole.max_days, first.max_days.zip(second.max_days).map(|(one, other)| one + other));
    }

    #[test]
    fn an_observed_spell_lies_within_what_its_dates_allow(dataset in any_record()) {
        let office = office(&dataset);
        let (seen, left_out) = observed_spells(&dataset, &[office]);
        prop_assert_eq!(seen.len() + left_out, spells(&dataset, office).len());
        for spell in seen {
            let (least, most) = spell.bounds_days;
            prop_assert!(least <= spell.seen.days && spell.seen.days <= most, "{spell:?}");
        }
    }

    #[test]
    fn quarters_follow_each_other_and_count_each_start_once(dataset in any_record()) {
        let changes = changes_by_quarter(&dataset);
        prop_assert!(changes.quarters.windows(2).all(|pair| pair[0].range.to == pair[1].range.from));
        prop_assert_eq!(changes.quarters.last().map(|quarter| quarter.range.to), Some(dataset.as_of));
        let placed: Vec<TenureIx> = changes.quarters.iter().flat_map(|quarter| quarter.began.concat()).collect();
        let new = |ix: &TenureIx| dataset.tenure(*ix).continues.is_none() && dataset.tenure(*ix).start.date().latest() >= dataset.first_day();
        let asked = dataset.tenure_ixs().filter(new).count();
        prop_assert_eq!(placed.len() + changes.not_placed.iter().sum::<usize>(), asked);
    }

    #[test]
    fn the_bytes_of_a_record_are_that_record(dataset in any_record()) {
        let bytes = bundle::write(&dataset).unwrap();
        prop_assert_eq!(bundle::read(&bytes), Ok(dataset.0));
    }

    #[test]
    fn no_byte_of_a_record_changes_unseen(dataset in any_record(), at in any::<prop::sample::Index>(), change in 1_u8..=255) {
        let mut bytes = bundle::write(&dataset).unwrap();
        let at = at.index(bytes.len());
        bytes[at] ^= change;
        prop_assert!(bundle::read(&bytes).is_err(), "byte {at}");
        prop_assert!(bundle::read(&bytes[..at]).is_err());
    }
}
