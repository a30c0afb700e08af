//! How long tenures last: the estimate against a reference implementation, and its laws.

#[cfg(test)]
mod common;

use proptest::prelude::*;
use serde_json::Value;
use timeline_core::query::survival::{
    Observation, SurvivalStep, at_risk_after, kaplan_meier, median_days, observed_spells,
};

/// Observations with what the reference implementation makes of them.
#[derive(Debug)]
struct Group {
    name: String,
    observations: Vec<Observation>,
    steps: Vec<SurvivalStep>,
    median_days: Option<i32>,
}

/// The groups of a fixture; its header says how it was made.
#[cfg(test)]
fn groups_of(fixture: &str) -> Vec<Group> {
    let fixture: Value = serde_json::from_str(fixture).unwrap();
    fixture["groups"].as_array().unwrap().iter().map(group).collect()
}

#[cfg(test)]
fn group(row: &Value) -> Group {
    let number = |value: &Value| i32::try_from(value.as_i64().unwrap()).unwrap();
    let step = |row: &Value| SurvivalStep {
        days: number(&row["days"]),
        at_risk: number(&row["at_risk"]).unsigned_abs(),
        ended: number(&row["ended"]).unsigned_abs(),
        censored: number(&row["censored"]).unsigned_abs(),
        share: row["share"].as_f64().unwrap(),
    };
    let observations = row["observations"].as_array().unwrap().iter();
    Group {
        name: row["name"].as_str().unwrap().to_owned(),
        observations: observations.map(|text| observation(text.as_str().unwrap())).collect(),
        steps: row["steps"].as_array().unwrap().iter().map(step).collect(),
        median_days: Some(&row["median_days"]).filter(|days| !days.is_null()).map(number),
    }
}

/// `35` ended after 35 days; `35+` was last seen then.
#[cfg(test)]
fn observation(text: &str) -> Observation {
    let days = text.trim_end_matches('+');
    Observation {
        days: days.parse().unwrap(),
        ended: days == text,
    }
}

#[cfg(test)]
fn published() -> Vec<Group> {
    groups_of(include_str!("fixtures/kaplan_meier.json"))
}

#[cfg(test)]
fn of_the_record() -> Vec<Group> {
    groups_of(include_str!("fixtures/kaplan_meier_record.json"))
}

#[cfg(test)]
fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

#[cfg(test)]
fn assert_as_the_reference(group: &Group) {
    let steps = kaplan_meier(&group.observations);
    assert_eq!(steps.len(), group.steps.len(), "{}", group.name);
    for (ours, theirs) in steps.iter().zip(&group.steps) {
        let counts = |step: &SurvivalStep| (step.days, step.at_risk, step.ended, step.censored);
        assert_eq!(counts(ours), counts(theirs), "{}", group.name);
        assert!(is_near(ours.share, theirs.share), "{}: {ours:?} {theirs:?}", group.name);
    }
    assert_eq!(median_days(&steps), group.median_days, "{}", group.name);
}

#[test]
fn published_remission_times_give_the_published_estimate() {
    let groups = published();
    let sizes: Vec<(&str, usize, usize)> = groups
        .iter()
        .map(|group| {
            let ended = group.observations.iter().filter(|seen| seen.ended).count();
            (&*group.name, group.observations.len(), ended)
        })
        .collect();
    assert_eq!(sizes, [("6-MP", 21, 9), ("placebo", 21, 21)]);
    for group in &groups {
        assert_as_the_reference(group);
    }
    // As textbooks print it: after six weeks 0.857 of those with the medicine are in remission, half of them after 23.
    let steps = kaplan_meier(&groups[0].observations);
    assert!((steps[0].share - 0.857).abs() < 0.0005 && median_days(&steps) == Some(23));
    assert_eq!(median_days(&kaplan_meier(&groups[1].observations)), Some(8));
}

#[test]
fn the_groups_of_the_record_are_estimated_as_the_reference_does() {
    let groups = of_the_record();
    assert!(groups.len() >= 4);
    for group in &groups {
        assert_as_the_reference(group);
    }
}

#[test]
fn the_reference_was_given_the_spells_that_the_record_has() {
    let dataset = common::real();
    let expected = of_the_record();
    let names: Vec<&str> = expected.iter().map(|group| &*group.name).collect();
    let labels: Vec<&str> = dataset.survival.iter().map(|group| &*group.label).collect();
    assert_eq!(labels, names);
    for (group, expected) in dataset.survival.iter().zip(&expected) {
        let (spells, _) = observed_spells(&dataset, &group.offices);
        let seen: Vec<Observation> = spells.iter().map(|spell| spell.seen).collect();
        assert_eq!(
            seen, expected.observations,
            "{}: the record has changed; make fixtures/kaplan_meier_record.json again, as its header says",
            group.label
        );
    }
}

#[test]
fn who_is_in_office_has_not_ended_and_an_unknown_start_is_left_out() {
    let dataset = common::real();
    let office = |id: &str| dataset.find_office(id).unwrap();
    let (heads, left_out) = observed_spells(&dataset, &[office("ice-director")]);
    let going_on: Vec<&str> = heads
        .iter()
        .filter(|spell| !spell.seen.ended)
        .map(|spell| dataset.person(spell.person).surname())
        .collect();
    assert_eq!((going_on, left_out), (vec!["Venturella"], 0));
    // Two titles without a break are one spell: from 30 January 2017 to 29 June 2018.
    let homan = heads
        .iter()
        .find(|spell| &*dataset.person(spell.person).id == "thomas-homan");
    assert_eq!(homan.unwrap().seen, Observation { days: 515, ended: true });
    // Of the deputies three were only found in post.
    assert_eq!(observed_spells(&dataset, &[office("ice-deputy-director")]).1, 3);
}

#[test]
fn exactly_half_of_many_is_the_median() {
    for many in 1..=200 {
        let all: Vec<Observation> = (1..=many).map(|days| Observation { days, ended: true }).collect();
        let half = (many + 1) / 2;
        assert_eq!(median_days(&kaplan_meier(&all)), Some(half), "of {many}");
    }
}

#[cfg(test)]
fn any_observations() -> impl Strategy<Value = Vec<Observation>> {
    let one = (0..60i32, any::<bool>()).prop_map(|(days, ended)| Observation { days, ended });
    prop::collection::vec(one, 1..80)
}

#[cfg(test)]
fn all_of(observations: &[Observation], ended: bool) -> Vec<Observation> {
    let set = |seen: &Observation| Observation { ended, ..*seen };
    observations.iter().map(set).collect()
}

proptest! {
    #[test]
    fn the_share_never_rises_and_stays_between_none_and_all(seen in any_observations()) {
        let steps = kaplan_meier(&seen);
        prop_assert!(steps.iter().all(|step| (0.0..=1.0).contains(&step.share)));
        prop_assert!(steps.windows(2).all(|pair| pair[0].share >= pair[1].share));
        prop_assert!(steps.windows(2).all(|pair| pair[0].days < pair[1].days));
        for step in steps.iter().filter(|step| step.ended == 0) {
            let before = steps.iter().rfind(|other| other.days < step.days).map_or(1.0, |other| other.share);
            prop_assert!(is_near(step.share, before), "nothing ended at {step:?}");
        }
    }

    #[test]
    fn at_each_step_those_leave_who_ended_or_were_last_seen(seen in any_observations()) {
        let steps = kaplan_meier(&seen);
        let mut left = u32::try_from(seen.len()).unwrap();
        for step in &steps {
            prop_assert_eq!(step.at_risk, left);
            prop_assert_eq!(at_risk_after(&seen, step.days), usize::try_from(left).unwrap());
            prop_assert!(step.ended + step.censored > 0);
            left -= step.ended + step.censored;
        }
        prop_assert_eq!(left, 0);
    }

    #[test]
    fn when_every_end_was_seen_it_is_the_share_that_lasted_longer(seen in any_observations()) {
        let ended = all_of(&seen, true);
        let steps = kaplan_meier(&ended);
        let longer = |days: i32| ended.iter().filter(|seen| seen.days > days).count();
        let many = f64::from(u32::try_from(ended.len()).unwrap());
        for step in &steps {
            let share = f64::from(u32::try_from(longer(step.days)).unwrap()) / many;
            prop_assert!(is_near(step.share, share), "{step:?} {share}");
        }
        let half = steps.iter().map(|step| step.days).find(|&days| 2 * longer(days) <= ended.len());
        prop_assert_eq!(median_days(&steps), half);
    }

    #[test]
    fn when_no_end_was_seen_all_may_still_last(seen in any_observations()) {
        let steps = kaplan_meier(&all_of(&seen, false));
        prop_assert!(steps.iter().all(|step| is_near(step.share, 1.0) && step.ended == 0));
        prop_assert_eq!(median_days(&steps), None);
    }

    #[test]
    fn the_median_is_the_first_step_at_which_at_most_half_last(seen in any_observations()) {
        let steps = kaplan_meier(&seen);
        let found = median_days(&steps);
        for step in &steps {
            let is_reached = found.is_some_and(|days| days <= step.days);
            prop_assert_eq!(is_reached, step.share <= 0.5 + 1e-9, "{:?} {:?}", found, step);
        }
    }

    #[test]
    fn the_order_of_the_observations_does_not_matter(seen in any_observations()) {
        let mut sorted = seen.clone();
        sorted.sort();
        prop_assert_eq!(kaplan_meier(&seen), kaplan_meier(&sorted));
    }
}
