//! How long tenures last when some still go on: the estimate of Kaplan and Meier.

use crate::{
    model::{Dataset, End, OfficeIx, PersonIx, Start, TenureIx},
    order::sort_by_key,
    query::{
        lengths::{Length, end_span},
        succession::spells,
    },
};

/// How long something was seen, and whether its end was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Observation {
    /// The days.
    pub days: i32,
    /// Whether it ended then; otherwise it was last seen then.
    pub ended: bool,
}

/// What happened after a number of days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SurvivalStep {
    /// The days.
    pub days: i32,
    /// How many had lasted so long.
    pub at_risk: u32,
    /// How many ended then.
    pub ended: u32,
    /// How many were last seen then.
    pub censored: u32,
    /// The estimated share that lasts longer, from 0.0 to 1.0.
    pub share: f64,
}

/// The estimate, a step for each number of days at which something ended or was last seen, in order.
///
/// `share *= 1 - ended / at_risk` at each step; what was last seen on a day on which others ended
/// counts among those at risk.
///
/// ```
/// use timeline_core::query::survival::{Observation, kaplan_meier};
/// let seen = |days, ended| Observation { days, ended };
/// let steps = kaplan_meier(&[seen(10, true), seen(20, false), seen(30, true)]);
/// assert!((steps[0].share - 2.0 / 3.0).abs() < 1e-9);
/// assert_eq!(steps[2].share, 0.0);
/// ```
#[must_use]
pub fn kaplan_meier(observations: &[Observation]) -> Vec<SurvivalStep> {
    let mut days: Vec<i32> = observations.iter().map(|seen| seen.days).collect();
    sort_by_key(&mut days, |&days| days);
    days.dedup();
    let mut share = 1.0;
    days.into_iter()
        .map(|days| {
            let count = |is: &dyn Fn(&Observation) -> bool| {
                u32::try_from(observations.iter().filter(|seen| is(seen)).count()).unwrap_or(u32::MAX)
            };
            let at_risk = count(&|seen| seen.days >= days);
            let ended = count(&|seen| seen.days == days && seen.ended);
            let censored = count(&|seen| seen.days == days && !seen.ended);
            share *= 1.0 - f64::from(ended) / f64::from(at_risk.max(1));
            SurvivalStep {
                days,
                at_risk,
                ended,
                censored,
                share,
            }
        })
        .collect()
}

/// The number of days that half last longer than; `None` when more than half do at the last step.
#[must_use]
pub fn median_days(steps: &[SurvivalStep]) -> Option<i32> {
    // A share is a product of fractions: an exact half can come out a few ulps above it.
    steps.iter().find(|step| step.share <= 0.5 + 1e-9).map(|step| step.days)
}

/// How many still last after a number of days.
#[must_use]
pub fn at_risk_after(observations: &[Observation], days: i32) -> usize {
    observations.iter().filter(|seen| seen.days >= days).count()
}

/// A spell in an office as the estimate takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ObservedSpell {
    /// Who.
    pub person: PersonIx,
    /// In which office.
    pub office: OfficeIx,
    /// The last tenure of the spell.
    pub tenure: TenureIx,
    /// How long it was seen.
    pub seen: Observation,
    /// The least and the most days that its dates allow.
    pub bounds_days: (i32, i32),
}

/// The spells in offices whose start is known, and how many were left out since it is not.
///
/// A spell that goes on counts to `as_of`, one whose end was not found to the day on which its
/// holder was last seen. Of a length that is not exact the middle is taken, rounded down.
#[must_use]
pub fn observed_spells(dataset: &Dataset, offices: &[OfficeIx]) -> (Vec<ObservedSpell>, usize) {
    let (mut seen, mut left_out) = (Vec::new(), 0);
    for &office in offices {
        for spell in spells(dataset, office) {
            if matches!(spell.start, Start::InPostBy(_)) {
                left_out += 1;
                continue;
            }
            let Length { min_days, max_days, .. } = spell.length(dataset.as_of);
            let ended = matches!(spell.end, End::On(..));
            let Some(&tenure) = spell.tenures.last() else { continue };
            let bounds_days = max_days.map_or_else(
                || {
                    let (start, end) = (spell.start.date(), end_span(spell.end, dataset.as_of).0);
                    (
                        start.latest().days_until(end).max(0),
                        start.earliest().days_until(end).max(0),
                    )
                },
                |max_days| (min_days, max_days),
            );
            let days = match max_days {
                Some(_) => i32::midpoint(bounds_days.0, bounds_days.1),
                None => bounds_days.1 - (bounds_days.1 - bounds_days.0) / 2,
            };
            seen.push(ObservedSpell {
                person: spell.person,
                office,
                tenure,
                seen: Observation { days, ended },
                bounds_days,
            });
        }
    }
    (seen, left_out)
}
