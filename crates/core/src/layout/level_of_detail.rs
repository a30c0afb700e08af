//! How much of a lane is drawn: each bar where there is room, a summary where there is not,
//! nothing outside of the window.

use super::placed::PlacedTenure;
use crate::{
    date::{Day, DayRange},
    scale::time::TimeScale,
};

/// Up to so many tenures a record is drawn whole: it stays complete for a search in the page,
/// for reading aloud and for print, and costs little.
pub const WHOLE_TENURES: usize = 400;

/// A bar that is narrower than this, in pixels, may become part of a summary.
const NARROW_PX: f64 = 24.0;

/// The width of a summary, in pixels: enough for its number and for a finger.
const SUMMARY_PX: f64 = 48.0;

/// The fewest bars that a summary stands for.
const SUMMARY_BARS: usize = 3;

/// Something that is drawn in a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A tenure as a bar, and where the next bar of its row begins.
    Bar(PlacedTenure, Option<Day>),
    /// Several tenures of a row, too many for the room that they have.
    Summary {
        /// The first.
        first: PlacedTenure,
        /// The last.
        last: PlacedTenure,
        /// How many there are.
        count: usize,
        /// The days that they cover.
        range: DayRange,
    },
}

impl Mark {
    /// The day on which it begins.
    #[must_use]
    pub fn from(&self) -> Day {
        match self {
            Self::Bar(placed, _) => placed.from,
            Self::Summary { range, .. } => range.from,
        }
    }
}

/// The tenures of a lane in their rows, ready to be asked what is drawn of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneRows(Vec<Row>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Row {
    /// In time.
    bars: Vec<PlacedTenure>,
    /// The longest bar, in days.
    longest: i32,
}

impl LaneRows {
    /// Sorts packed tenures (see [`super::lanes::pack`]) into rows.
    #[must_use]
    pub fn new(packed: impl IntoIterator<Item = PlacedTenure>) -> Self {
        let mut rows: Vec<Row> = Vec::new();
        for placed in packed {
            let at = usize::from(placed.row);
            if rows.len() <= at {
                rows.resize_with(at + 1, Row::default);
            }
            if let Some(row) = rows.get_mut(at) {
                row.longest = row.longest.max(placed.range().len_days());
                row.bars.push(placed);
            }
        }
        Self(rows)
    }

    /// Every tenure as a bar, in time.
    #[must_use]
    pub fn whole(&self) -> Vec<Mark> {
        let mut marks = Vec::new();
        for row in &self.0 {
            push_bars(&row.bars, None, &mut marks);
        }
        marks.sort_by_key(Mark::from);
        marks
    }

    /// What is drawn within a window of days, in time: at most one mark for each half of
    /// [`SUMMARY_PX`] of a row.
    #[must_use]
    pub fn within(&self, window: DayRange, scale: &TimeScale) -> Vec<Mark> {
        let mut marks = Vec::new();
        for row in &self.0 {
            let first = row
                .bars
                .partition_point(|placed| placed.from < window.from.plus(-row.longest));
            let last = row.bars.partition_point(|placed| placed.from <= window.to);
            let shown = row.bars.get(first..last).unwrap_or_default();
            let skipped = shown.iter().take_while(|placed| placed.to < window.from).count();
            let following = row.bars.get(last).map(|placed| placed.from);
            push_row(
                shown.get(skipped..).unwrap_or_default(),
                following,
                scale.px_per_day(),
                &mut marks,
            );
        }
        marks.sort_by_key(Mark::from);
        marks
    }
}

/// Puts bars into marks; `following` is where the one after them begins.
fn push_bars(bars: &[PlacedTenure], following: Option<Day>, marks: &mut Vec<Mark>) {
    let nexts = bars.iter().skip(1).map(|next| Some(next.from)).chain([following]);
    marks.extend(bars.iter().zip(nexts).map(|(placed, next)| Mark::Bar(*placed, next)));
}

/// Puts the bars of a row into marks. Runs of narrow bars within [`SUMMARY_PX`] are summaries.
fn push_row(bars: &[PlacedTenure], following: Option<Day>, px_per_day: f64, marks: &mut Vec<Mark>) {
    let px = |from: Day, to: Day| f64::from(from.days_until(to)) * px_per_day;
    let mut rest = bars;
    while let Some((first, others)) = rest.split_first() {
        let is_narrow = |placed: &PlacedTenure| px(placed.from, placed.to) < NARROW_PX;
        let run = if is_narrow(first) {
            1 + others
                .iter()
                .take_while(|placed| is_narrow(placed) && px(first.from, placed.to) <= SUMMARY_PX)
                .count()
        } else {
            1
        };
        let (run, after) = rest.split_at_checked(run).unwrap_or((rest, &[]));
        match run.last() {
            Some(last) if run.len() >= SUMMARY_BARS => marks.push(Mark::Summary {
                first: *first,
                last: *last,
                count: run.len(),
                range: DayRange::new(first.from, last.to.max(first.to)),
            }),
            _ => push_bars(run, after.first().map(|placed| placed.from).or(following), marks),
        }
        rest = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TenureIx;
    use proptest::prelude::*;

    fn bars(spans: &[(i32, i32)]) -> LaneRows {
        let day = Day::from_epoch_days;
        LaneRows::new(spans.iter().enumerate().map(|(at, &(from, to))| PlacedTenure {
            tenure: TenureIx::at(at),
            row: 0,
            from: day(from),
            solid_from: day(from),
            solid_to: day(to),
            to: day(to),
            open: false,
            continues: None,
        }))
    }

    fn scale(from: i32, to: i32, width: f64) -> TimeScale {
        TimeScale::new(
            DayRange::new(Day::from_epoch_days(from), Day::from_epoch_days(to)),
            width,
        )
    }

    #[test]
    fn narrow_neighbours_become_a_summary_that_opens_when_there_is_room() {
        let lane = bars(&[(0, 10), (10, 20), (20, 30), (30, 200)]);
        let far = scale(0, 1000, 1000.0);
        let marks = lane.within(far.domain(), &far);
        assert!(
            matches!(marks.as_slice(), [Mark::Summary { count: 3, .. }, Mark::Bar(_, None)]),
            "{marks:?}"
        );
        let near = scale(0, 100, 1000.0);
        assert_eq!(lane.within(near.domain(), &near).len(), 4);
    }

    #[test]
    fn a_bar_that_began_long_before_the_window_is_drawn() {
        let lane = bars(&[(0, 900), (900, 910), (910, 1000)]);
        let scale = scale(800, 850, 1000.0);
        assert!(
            matches!(lane.within(scale.domain(), &scale).as_slice(), [Mark::Bar(placed, Some(_))] if placed.from == Day::from_epoch_days(0))
        );
    }

    proptest! {
        #[test]
        fn every_tenure_of_the_window_is_in_one_mark(lens in prop::collection::vec(1i32..200, 1..300), from in 0i32..5000, len in 14i32..9000) {
            let mut at = 0;
            let spans: Vec<_> = lens.iter().map(|len| { at += len; (at - len, at) }).collect();
            let lane = bars(&spans);
            let scale = scale(from, from + len, 1000.0);
            let window = scale.domain();
            let marks = lane.within(window, &scale);
            let drawn: usize = marks.iter().map(|mark| match mark { Mark::Bar(..) => 1, Mark::Summary { count, .. } => *count }).sum();
            let expected = spans.iter().filter(|&&(a, b)| Day::from_epoch_days(b) >= window.from && Day::from_epoch_days(a) <= window.to).count();
            prop_assert_eq!(drawn, expected);
            prop_assert!(marks.len() <= 1000 / 16 + 3, "{} marks", marks.len());
        }
    }
}
