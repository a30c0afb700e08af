//! The figures of the first screen, computed from the record.

use crate::{
    date::Day,
    model::{Capacity, Dataset, End, PersonIx, TenureIx},
    order::ordered,
    query::{
        lengths::{Length, end_span},
        succession::{Spell, spells},
    },
};

/// What the first screen says of the head of the agency.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadFigures {
    /// The last tenure with the Senate's confirmation, where it has ended: see [`last_confirmed`].
    pub last_confirmed: Option<TenureIx>,
    /// The day on which it ended; the first day of the first tenure when there is none.
    pub since: Day,
    /// Days from then to `as_of`.
    pub days_since: i32,
    /// How many people have led the agency since.
    pub people_since: usize,
    /// Who held the office for more than one spell since.
    pub more_than_once: Vec<PersonIx>,
    /// The median length of the spells since that have ended.
    pub median: Length,
    /// How many spells the median is of.
    pub ended_spells: usize,
    /// The tenure that goes on at `as_of`.
    pub incumbent: Option<TenureIx>,
    /// The spells since, in time.
    pub spells: Vec<Spell>,
}

/// The last tenure of the head office with the Senate's confirmation, where the office has been without a confirmed
/// holder since: `None` where nobody was confirmed, or where who was confirmed last is still in office.
#[must_use]
pub fn last_confirmed(dataset: &Dataset) -> Option<TenureIx> {
    let last = dataset
        .tenures_of(dataset.site.head_office)
        .rfind(|&ix| dataset.tenure(ix).capacity == Capacity::Confirmed);
    last.filter(|&ix| !matches!(dataset.tenure(ix).end, End::OngoingAsOf(_)))
}

/// Computes [`HeadFigures`] of the head office.
#[must_use]
pub fn head_figures(dataset: &Dataset) -> HeadFigures {
    let head = dataset.site.head_office;
    let last_confirmed = last_confirmed(dataset);
    let since = last_confirmed.map_or_else(
        || {
            dataset
                .tenures_of(head)
                .map(|ix| dataset.tenure(ix).start.date().earliest())
                .min()
                .unwrap_or(dataset.as_of)
        },
        |ix| end_span(dataset.tenure(ix).end, dataset.as_of).0,
    );
    let spells: Vec<Spell> = spells(dataset, head)
        .into_iter()
        .filter(|spell| spell.start.date().earliest() >= since)
        .collect();
    let mut people: Vec<PersonIx> = Vec::new();
    for spell in &spells {
        if !people.contains(&spell.person) {
            people.push(spell.person);
        }
    }
    let more_than_once = people
        .iter()
        .copied()
        .filter(|&person| spells.iter().filter(|spell| spell.person == person).count() > 1)
        .collect();
    let ended: Vec<Length> = spells
        .iter()
        .map(|spell| spell.length(dataset.as_of))
        .filter(|length| !length.ongoing)
        .collect();
    let incumbent = dataset
        .tenures_of(head)
        .rfind(|&ix| matches!(dataset.tenure(ix).end, End::OngoingAsOf(_)));
    HeadFigures {
        last_confirmed,
        since,
        days_since: since.days_until(dataset.as_of),
        people_since: people.len(),
        more_than_once,
        median: Length {
            min_days: median(ended.iter().map(|length| length.min_days).collect()),
            max_days: ended
                .iter()
                .map(|length| length.max_days)
                .collect::<Option<Vec<i32>>>()
                .map(median),
            ongoing: false,
        },
        ended_spells: ended.len(),
        incumbent,
        spells,
    }
}

/// The middle value; the mean, rounded down, of the two middle values of an even number; 0 of none.
#[expect(clippy::needless_pass_by_value, reason = "it is given a fresh list")]
fn median(values: Vec<i32>) -> i32 {
    let order = ordered(values.len(), false, &|one, other| {
        values.get(one).cmp(&values.get(other))
    });
    let middle = values.len() / 2;
    let at = |index: usize| order.get(index).and_then(|&at| values.get(at)).copied().unwrap_or(0);
    if values.len() % 2 == 1 {
        at(middle)
    } else {
        i32::midpoint(at(middle.saturating_sub(1)), at(middle))
    }
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(median(vec![3, 1, 2]), 2);
        assert_eq!(median(vec![4, 1, 2, 3]), 2);
        assert_eq!(median(vec![]), 0);
    }

    #[test]
    fn the_median_of_an_even_number_is_between_the_middle_two() {
        assert_eq!(median(vec![5, 1]), 3);
        assert_eq!(median(vec![60, 10, 21, 30, 20, 50]), 25);
    }
}
