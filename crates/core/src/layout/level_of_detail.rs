//! How much of a lane is drawn: each bar where there is room, a summary where there is not,
//! nothing outside of the window.

use super::{lanes::row_count, placed::PlacedTenure};
use crate::{
    date::{Day, DayRange},
    model::{Capacity, Dataset},
    order::ordered,
    scale::time::TimeScale,
};

/// Up to so many tenures a record is drawn whole: it stays complete for a search in the page,
/// for reading aloud and for print, and costs little.
pub const WHOLE_TENURES: usize = 400;

/// A bar that is narrower than this, in pixels, may become part of a summary.
const NARROW_PX: f64 = 24.0;

/// The most bars of a lane, whatever their room.
const MOST_BARS: usize = 130;

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

/// What is drawn of a lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Bars that can be told apart, in time.
    Bars(Vec<Mark>),
    /// Bars without the room to be told apart, as one picture.
    Picture(Picture),
}

impl Default for Detail {
    fn default() -> Self {
        Self::Bars(Vec::new())
    }
}

/// Bars as shapes: a path for each capacity, a day wide and a row high being 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How many tenures it shows.
    pub count: usize,
    /// The days that they cover.
    pub range: DayRange,
    /// The outlines, as the `d` of an SVG path; days are counted from `range.from`.
    pub paths: Vec<(Capacity, String)>,
}

/// The tenures of a lane, ready to be asked what is drawn of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// Packed into rows, by their first day.
    bars: Vec<PlacedTenure>,
    rows: u8,
    /// The longest bar, in days.
    longest: i32,
}

impl Lane {
    /// A lane of packed tenures, by their first day (see [`super::lanes::pack`]).
    #[must_use]
    pub fn new(packed: impl IntoIterator<Item = PlacedTenure>) -> Self {
        let bars: Vec<PlacedTenure> = packed.into_iter().collect();
        Self {
            rows: row_count(&bars),
            longest: bars.iter().map(|placed| placed.range().len_days()).max().unwrap_or(0),
            bars,
        }
    }

    /// Every tenure as a bar.
    #[must_use]
    pub fn whole(&self) -> Detail {
        let mut marks = Vec::new();
        for row in 0..self.rows {
            push_bars(&of_row(&self.bars, row), None, &mut marks);
        }
        Detail::Bars(in_time(&marks))
    }

    /// What is drawn within a window of days: bars where there are few enough, with room on the whole, else a picture.
    #[must_use]
    pub fn within(&self, dataset: &Dataset, window: DayRange, scale: &TimeScale) -> Detail {
        let first = self
            .bars
            .partition_point(|placed| placed.from < window.from.plus(-self.longest));
        let last = self.bars.partition_point(|placed| placed.from <= window.to);
        let near = self.bars.get(first..last).unwrap_or_default();
        let shown: Vec<PlacedTenure> = near.iter().filter(|placed| placed.to >= window.from).copied().collect();
        let room_px = f64::from(window.len_days()) * scale.px_per_day() * f64::from(self.rows);
        let needed_px = f64::from(u32::try_from(shown.len()).unwrap_or(u32::MAX)) * NARROW_PX;
        if shown.len() > MOST_BARS || needed_px > room_px {
            return Detail::Picture(picture(dataset, &shown, scale));
        }
        let mut marks = Vec::new();
        for row in 0..self.rows {
            let mut after = self.bars.iter().skip(last);
            let following = after.find(|placed| placed.row == row).map(|placed| placed.from);
            push_row(&of_row(&shown, row), following, scale.px_per_day(), &mut marks);
        }
        Detail::Bars(in_time(&marks))
    }
}

fn in_time(marks: &[Mark]) -> Vec<Mark> {
    let from = |at: usize| marks.get(at).map(Mark::from);
    let order = ordered(marks.len(), false, &|one, other| from(one).cmp(&from(other)));
    order.into_iter().filter_map(|at| marks.get(at).copied()).collect()
}

fn of_row(bars: &[PlacedTenure], row: u8) -> Vec<PlacedTenure> {
    bars.iter().filter(|placed| placed.row == row).copied().collect()
}

/// A rectangle: its row, and where it begins and ends, in days.
type Shape = (u8, i32, i32);

/// Draws bars as shapes; those that would be within a pixel of one before, in the same capacity and row, join it.
fn picture(dataset: &Dataset, bars: &[PlacedTenure], scale: &TimeScale) -> Picture {
    let begin = bars.first().map_or(scale.domain().from, |placed| placed.from);
    let end = bars.iter().map(|placed| placed.to).max().unwrap_or(begin);
    let px_days = 1.0 / scale.px_per_day();
    // Of each capacity, its path so far and the shape of each row that may still grow.
    let mut drawn: Vec<(Capacity, String, Vec<Shape>)> = Vec::new();
    for placed in bars {
        let capacity = dataset.tenure(placed.tenure).capacity;
        let (from, to) = (begin.days_until(placed.from), begin.days_until(placed.to));
        let at = drawn.iter().position(|(other, ..)| *other == capacity);
        let at = at.unwrap_or_else(|| {
            drawn.push((capacity, String::new(), Vec::new()));
            drawn.len() - 1
        });
        let Some((_, path, open)) = drawn.get_mut(at) else {
            continue;
        };
        match open.iter_mut().find(|(row, ..)| *row == placed.row) {
            Some((_, _, last)) if f64::from(from - *last) < px_days => *last = to.max(*last),
            Some(shape) => {
                push_shape(path, *shape);
                *shape = (placed.row, from, to);
            }
            None => open.push((placed.row, from, to)),
        }
    }
    let in_order = Capacity::ALL.iter().filter_map(|wanted| {
        let at = drawn.iter().position(|(capacity, ..)| capacity == wanted)?;
        Some(drawn.swap_remove(at))
    });
    let paths = in_order.map(|(capacity, mut path, rest)| {
        for shape in rest {
            push_shape(&mut path, shape);
        }
        (capacity, path)
    });
    Picture {
        count: bars.len(),
        range: DayRange::new(begin, end),
        paths: paths.collect(),
    }
}

/// Writes a rectangle in a row, from one day to another, nine tenths of a row high.
fn push_shape(path: &mut String, (row, from, to): Shape) {
    let len = (to - from).max(1);
    for (sign, number) in [("M", from), (" ", i32::from(row)), ("h", len), ("v.9h-", len)] {
        path.push_str(sign);
        push_number(path, number);
    }
    path.push('z');
}

/// Writes a whole number. There are hundreds of thousands: too many for the general formatting.
fn push_number(path: &mut String, number: i32) {
    if number < 0 {
        path.push('-');
    }
    let mut digits = [0_u8; 10];
    let mut rest = number.unsigned_abs();
    let mut count = 0;
    for digit in &mut digits {
        *digit = u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        count += 1;
        if rest == 0 {
            break;
        }
    }
    path.extend(digits.iter().take(count).rev().map(|&digit| char::from(b'0' + digit)));
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
    use crate::{
        layout::{lanes::pack, placed::placed},
        model::{OfficeIx, TenureIx},
        sample,
    };
    use proptest::prelude::*;

    fn lane(spans: &[(i32, i32)]) -> Vec<PlacedTenure> {
        let day = Day::from_epoch_days;
        let placed = |(at, &(from, to)): (usize, &(i32, i32))| PlacedTenure {
            tenure: TenureIx::at(at),
            row: 0,
            from: day(from),
            solid_from: day(from),
            solid_to: day(to),
            to: day(to),
            open: false,
            continues: None,
        };
        spans.iter().enumerate().map(placed).collect()
    }

    fn scale(from: i32, to: i32, width: f64) -> TimeScale {
        TimeScale::new(
            DayRange::new(Day::from_epoch_days(from), Day::from_epoch_days(to)),
            width,
        )
    }

    fn bars(detail: Detail) -> Vec<Mark> {
        match detail {
            Detail::Bars(marks) => marks,
            Detail::Picture(picture) => panic!("a picture of {}", picture.count),
        }
    }

    #[test]
    fn narrow_neighbours_become_a_summary_that_opens_when_there_is_room() {
        let dataset = sample::record(150);
        let lane = Lane::new(lane(&[(0, 10), (10, 20), (20, 30), (30, 200)]));
        let far = scale(0, 1000, 1000.0);
        let marks = bars(lane.within(&dataset, far.domain(), &far));
        assert!(
            matches!(marks.as_slice(), [Mark::Summary { count: 3, .. }, Mark::Bar(_, None)]),
            "{marks:?}"
        );
        let near = scale(0, 100, 1000.0);
        assert_eq!(bars(lane.within(&dataset, near.domain(), &near)).len(), 4);
    }

    #[test]
    fn those_who_sit_side_by_side_keep_their_bars() {
        let terms = (0..6).flat_map(|term| (0..17).map(move |_| (term * 730, term * 730 + 500)));
        let spans: Vec<_> = terms.collect();
        let packed = spans.iter().enumerate().map(|(at, &span)| PlacedTenure {
            row: u8::try_from(at % 17).unwrap(),
            ..lane(&[span])[0]
        });
        let lane = Lane::new(packed);
        let scale = scale(0, 6 * 730, 1000.0);
        let marks = bars(lane.within(&sample::record(150), scale.domain(), &scale));
        assert_eq!(
            marks.iter().filter(|mark| matches!(mark, Mark::Bar(..))).count(),
            6 * 17
        );
    }

    #[test]
    fn more_bars_than_a_lane_can_hold_are_a_picture_whatever_their_room() {
        let spans = |count: i32| (0..count).map(|at| (at * 10, at * 10 + 10)).collect::<Vec<_>>();
        let scale = scale(0, 10_000, 100_000.0);
        let shown = |count| Lane::new(lane(&spans(count))).within(&sample::record(1000), scale.domain(), &scale);
        let most = i32::try_from(MOST_BARS).unwrap();
        assert_eq!(bars(shown(most)).len(), MOST_BARS);
        assert!(matches!(shown(most + 1), Detail::Picture(picture) if picture.count == MOST_BARS + 1));
    }

    #[test]
    fn bars_are_drawn_while_they_have_room_on_the_whole() {
        let spans = |count: i32| (0..count).map(|at| (at, at + 1)).collect::<Vec<_>>();
        let dataset = sample::record(150);
        // 240 pixels in each row have room for ten bars.
        let scale = scale(0, 120, 240.0);
        let is_drawn = |lane: Lane| matches!(lane.within(&dataset, scale.domain(), &scale), Detail::Bars(_));
        assert!(is_drawn(Lane::new(lane(&spans(10)))));
        assert!(!is_drawn(Lane::new(lane(&spans(11)))));
        let in_two_rows = |count| {
            let rows = lane(&spans(count)).into_iter().zip([0, 1].into_iter().cycle());
            Lane::new(rows.map(|(placed, row)| PlacedTenure { row, ..placed }))
        };
        assert!(is_drawn(in_two_rows(20)));
        assert!(!is_drawn(in_two_rows(21)));
    }

    #[test]
    fn a_wide_bar_is_not_lost_in_a_summary() {
        let lane = Lane::new(lane(&[(0, 10), (10, 40), (40, 48)]));
        let scale = scale(0, 100, 100.0);
        assert_eq!(bars(lane.within(&sample::record(150), scale.domain(), &scale)).len(), 3);
    }

    #[test]
    fn in_a_picture_neighbours_join_within_a_pixel() {
        let mut dataset = sample::record(150);
        for tenure in &mut dataset.tenures {
            tenure.capacity = Capacity::Acting;
        }
        dataset.tenures[7].capacity = Capacity::Confirmed;
        let mut spans = lane(&[
            (100, 105),
            // Within a pixel, two days, of the one before.
            (106, 110),
            // In it.
            (107, 109),
            // A pixel away.
            (112, 113),
            (120, 120),
            // In another row.
            (121, 124),
            (126, 130),
            // In another capacity.
            (127, 131),
        ]);
        spans[5].row = 1;
        let picture = picture(&dataset, &spans, &scale(0, 200, 100.0));
        let day = Day::from_epoch_days;
        assert_eq!(picture.count, 8);
        assert_eq!(picture.range, DayRange::new(day(100), day(131)));
        let drawn = "M0 0h10v.9h-10zM12 0h1v.9h-1zM20 0h1v.9h-1zM26 0h4v.9h-4zM21 1h3v.9h-3z";
        let expected = [
            (Capacity::Confirmed, "M27 0h4v.9h-4z".to_owned()),
            (Capacity::Acting, drawn.to_owned()),
        ];
        assert_eq!(picture.paths, expected);
    }

    #[test]
    fn whole_numbers_are_written_as_everywhere() {
        for number in [0, 7, -7, 10, 1_234_567_890, i32::MAX, i32::MIN] {
            let mut path = String::new();
            push_number(&mut path, number);
            assert_eq!(path, number.to_string());
        }
    }

    #[test]
    fn a_bar_that_began_long_before_the_window_is_drawn() {
        let lane = Lane::new(lane(&[(0, 900), (900, 910), (910, 1000)]));
        let scale = scale(800, 850, 1000.0);
        let marks = bars(lane.within(&sample::record(150), scale.domain(), &scale));
        assert!(matches!(marks.as_slice(), [Mark::Bar(placed, Some(_))] if placed.from == Day::from_epoch_days(0)));
    }

    #[test]
    fn a_crowded_lane_is_a_picture_of_every_tenure_and_opens_into_bars() {
        let dataset = sample::record(10_000);
        let packed = pack(&placed(&dataset, OfficeIx(3)));
        let lane = Lane::new(packed.iter().copied());
        let all = scale(12_053, 20_635, 1000.0);
        let Detail::Picture(picture) = lane.within(&dataset, all.domain(), &all) else {
            panic!("a tenure has less than four pixels")
        };
        assert_eq!(picture.count, packed.len());
        assert_eq!(picture.range.from, packed.first().unwrap().from);
        assert_eq!(
            picture.paths.iter().map(|(capacity, _)| *capacity).collect::<Vec<_>>(),
            [
                Capacity::Confirmed,
                Capacity::Appointed,
                Capacity::Acting,
                Capacity::PerformingDuties
            ]
        );
        let month = scale(15_000, 15_300, 1000.0);
        assert!(matches!(lane.within(&dataset, month.domain(), &month), Detail::Bars(_)));
    }

    proptest! {
        #[test]
        fn every_tenure_of_the_window_is_in_one_mark(lens in prop::collection::vec(1i32..200, 1..300), from in 0i32..5000, len in 14i32..9000) {
            let mut at = 0;
            let spans: Vec<_> = lens.iter().map(|len| { at += len; (at - len, at) }).collect();
            let scale = scale(from, from + len, 1000.0);
            let window = scale.domain();
            let expected = spans.iter().filter(|&&(a, b)| Day::from_epoch_days(b) >= window.from && Day::from_epoch_days(a) <= window.to).count();
            let drawn = match Lane::new(lane(&spans)).within(&sample::record(1000), window, &scale) {
                Detail::Bars(marks) => {
                    prop_assert!(marks.len() <= 1000 / 16 + 3, "{} marks", marks.len());
                    marks.iter().map(|mark| match mark { Mark::Bar(..) => 1, Mark::Summary { count, .. } => *count }).sum()
                }
                Detail::Picture(picture) => picture.count,
            };
            prop_assert_eq!(drawn, expected);
        }
    }
}
