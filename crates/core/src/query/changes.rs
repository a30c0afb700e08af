//! How many people took up a post, quarter by quarter and group by group.

use crate::{
    date::{Day, DayRange, PartialDate},
    model::{Dataset, Start, TenureIx},
};

/// The changes of a quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarter {
    /// Its days, the part up to `as_of` of the last one.
    pub range: DayRange,
    /// The tenures that began in it, by the position of their office's group.
    pub began: Vec<Vec<TenureIx>>,
}

/// What [`changes_by_quarter`] counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// Every quarter from the record's first day to `as_of`.
    pub quarters: Vec<Quarter>,
    /// How many tenures of each group began in a quarter that is not known.
    pub not_placed: Vec<usize>,
}

/// Counts who took up a post: not who stayed under another title, and only where the sources
/// give the quarter.
#[must_use]
pub fn changes_by_quarter(dataset: &Dataset) -> Changes {
    let groups = dataset.site.groups.len();
    let mut quarters = Vec::new();
    let mut from = first_of_quarter(dataset.first_day());
    while from < dataset.as_of {
        let next = from.plus_months(3);
        quarters.push(Quarter {
            range: DayRange::new(from, next.min(dataset.as_of)),
            began: vec![Vec::new(); groups],
        });
        from = next;
    }
    let mut not_placed = vec![0; groups];
    for ix in dataset.tenure_ixs() {
        let tenure = dataset.tenure(ix);
        let group = usize::from(dataset.office(tenure.office).group);
        if tenure.continues.is_some() || tenure.start.date().latest() < dataset.first_day() {
            continue;
        }
        let quarter = quarter_of(tenure.start).and_then(|first| {
            quarters
                .iter_mut()
                .find(|quarter| first_of_quarter(quarter.range.from) == first)
        });
        match (
            quarter.and_then(|quarter| quarter.began.get_mut(group)),
            not_placed.get_mut(group),
        ) {
            (Some(began), _) => began.push(ix),
            (None, Some(count)) => *count += 1,
            (None, None) => {}
        }
    }
    Changes { quarters, not_placed }
}

/// The first day of the quarter that a start is in, by its date: one that is marked as uncertain counts where
/// it stands, one that is marked as approximate nowhere.
fn quarter_of(start: Start) -> Option<Day> {
    let Start::On(date) = start else { return None };
    let is_sure = |date: PartialDate| !date.is_approximate();
    let (first, last) = (first_of_quarter(date.earliest()), first_of_quarter(date.latest()));
    (first == last && is_sure(date)).then_some(first)
}

fn first_of_quarter(day: Day) -> Day {
    let (_, month, _) = day.ymd();
    day.first_of_month().plus_months(-((i32::from(month) - 1) % 3))
}
