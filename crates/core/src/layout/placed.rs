//! The days that a tenure is drawn over, with the parts that are in doubt.
//!
//! ```text
//!      from    solid_from        solid_to     to
//!        |  fade  |                 |   fade   |
//!        ░░▒▒▓▓▓▓▓█████████████████▓▓▓▓▒▒░░
//! ```

use crate::{
    date::{Day, DayRange},
    model::{Dataset, End, OfficeIx, Start, TenureIx},
    order::sort_by_key,
};

/// How far a bar fades beyond the last sighting when nothing bounds it.
const TAIL_DAYS: i32 = 60;

/// A tenure with the days that it is drawn over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedTenure {
    /// Which.
    pub tenure: TenureIx,
    /// The row of its lane, from 0.
    pub row: u8,
    /// Where its fading start begins; equal to `solid_from` when the start is sure.
    pub from: Day,
    /// Where it is drawn in full from.
    pub solid_from: Day,
    /// Where it is drawn in full to.
    pub solid_to: Day,
    /// Where its fading end ends; equal to `solid_to` when the end is sure.
    pub to: Day,
    /// Whether it goes on at `as_of`.
    pub open: bool,
    /// The tenure that it continues: drawn in the same row.
    pub continues: Option<TenureIx>,
}

impl PlacedTenure {
    /// The days that it is drawn over.
    #[must_use]
    pub fn range(&self) -> DayRange {
        DayRange::new(self.from, self.to)
    }
}

/// The tenures of an office with their days, in time, all in row 0; see [`super::lanes::pack`].
#[must_use]
pub fn placed(dataset: &Dataset, office: OfficeIx) -> Vec<PlacedTenure> {
    let mut continued: Vec<(TenureIx, TenureIx)> = dataset
        .tenures_of(office)
        .filter_map(|ix| Some((dataset.tenure(ix).continues?, ix)))
        .collect();
    sort_by_key(&mut continued, |pair| *pair);
    dataset
        .tenures_of(office)
        .map(|ix| {
            let at = continued.binary_search_by_key(&ix, |&(before, _)| before).ok();
            let by = at.and_then(|at| continued.get(at)).map(|&(_, by)| by);
            place(dataset, ix, by)
        })
        .collect()
}

/// Places a tenure that another one may continue.
fn place(dataset: &Dataset, ix: TenureIx, continued: Option<TenureIx>) -> PlacedTenure {
    let tenure = dataset.tenure(ix);
    let as_of = dataset.as_of;
    let (from, solid_from) = match tenure.start {
        Start::On(date) => (date.earliest(), date.latest()),
        Start::InPostBy(date) => (date.earliest().plus(-TAIL_DAYS), date.earliest()),
    };
    let (solid_to, to) = match tenure.end {
        End::On(date, _) => (date.earliest(), date.latest()),
        End::OngoingAsOf(_) => (as_of, as_of),
        End::UnknownAfter(date) => (date.latest(), date.latest().plus(TAIL_DAYS)),
    };
    // What continues it ends later: so does no doubt about its own end.
    let bound = continued.map_or(as_of, |other| last_day(dataset, other).min(as_of));
    let (solid_to, to) = (solid_to.min(bound), to.min(bound));
    let solid_from = solid_from.min(to);
    let (solid_from, solid_to) = if solid_from <= solid_to {
        (solid_from, solid_to)
    } else {
        let middle = solid_to.plus(solid_to.days_until(solid_from) / 2);
        (middle, middle)
    };
    PlacedTenure {
        tenure: ix,
        row: 0,
        from: from.min(solid_from),
        solid_from,
        solid_to,
        to: to.max(solid_to).max(from.plus(1)),
        open: matches!(tenure.end, End::OngoingAsOf(_)),
        continues: tenure.continues,
    }
}

/// The last day that a tenure can have ended on, as far as the sources say.
fn last_day(dataset: &Dataset, ix: TenureIx) -> Day {
    match dataset.tenure(ix).end {
        End::On(date, _) | End::UnknownAfter(date) => date.latest(),
        End::OngoingAsOf(_) => dataset.as_of,
    }
}

#[cfg(test)]
mod tests {
    use super::placed;
    use crate::{
        date::{Day, PartialDate},
        model::{End, EndReason, OfficeIx, Start},
        sample,
    };

    fn date(text: &str) -> PartialDate {
        PartialDate::parse(text).unwrap()
    }

    /// The four days of the only tenure of an office.
    fn days(start: Start, end: End) -> [String; 4] {
        let mut dataset = sample::record(150);
        let office = OfficeIx(0);
        let mut tenure = dataset.tenures.remove(0);
        assert_eq!(tenure.office, office);
        (tenure.start, tenure.end) = (start, end);
        dataset.tenures = vec![tenure];
        let bars = placed(&dataset, office);
        let [bar] = bars.as_slice() else { panic!("{bars:?}") };
        [bar.from, bar.solid_from, bar.solid_to, bar.to].map(|day: Day| day.to_string())
    }

    #[test]
    fn what_is_not_known_fades() {
        let ended = |text| End::On(date(text), EndReason::Unknown);
        assert_eq!(
            days(Start::On(date("2020-03")), ended("2021")),
            ["2020-03-01", "2020-03-31", "2021-01-01", "2021-12-31"]
        );
        // First seen, and last seen: sixty days on.
        assert_eq!(
            days(
                Start::InPostBy(date("2020-03-01")),
                End::UnknownAfter(date("2021-03-01"))
            ),
            ["2020-01-01", "2020-03-01", "2021-03-01", "2021-04-30"]
        );
    }

    #[test]
    fn a_tenure_within_one_month_is_sure_in_its_middle_alone() {
        let within = End::On(date("2020-03"), EndReason::Unknown);
        assert_eq!(
            days(Start::On(date("2020-03")), within),
            ["2020-03-01", "2020-03-16", "2020-03-16", "2020-03-31"]
        );
    }
}
