//! Rows of a lane: tenures that share days lie below each other.

use super::placed::PlacedTenure;
use crate::{date::Day, model::TenureIx, order::ordered};

/// The last row that a lane can have: what finds no other is in it.
const LAST_ROW: u8 = u8::MAX - 1;

/// Gives each tenure the first row that is free over its days.
///
/// Fading parts may cross within a row, up to their middle: an uncertain day of
/// change is one row, two holders at one time are two.
#[must_use]
pub fn pack(tenures: &[PlacedTenure]) -> Vec<PlacedTenure> {
    let mut tenures = in_time(tenures);
    // Of each row, the day that it is free from and the tenure that is last in it.
    let mut rows: Vec<(Day, TenureIx)> = Vec::new();
    for placed in &mut tenures {
        let from = middle(placed.from, placed.solid_from);
        let to = middle(placed.solid_to, placed.to);
        let row = rows
            .iter()
            .position(|&(_, last)| placed.continues == Some(last))
            .or_else(|| rows.iter().position(|&(free, _)| free <= from))
            .unwrap_or(rows.len());
        match rows.get_mut(row) {
            Some((free, last)) => (*free, *last) = (to.max(*free), placed.tenure),
            None => rows.push((to, placed.tenure)),
        }
        placed.row = u8::try_from(row).unwrap_or(LAST_ROW).min(LAST_ROW);
    }
    tenures
}

fn in_time(tenures: &[PlacedTenure]) -> Vec<PlacedTenure> {
    if tenures.is_sorted_by_key(|placed| (placed.from, placed.to)) {
        return tenures.to_vec();
    }
    let key = |at: usize| tenures.get(at).map(|placed| (placed.from, placed.to));
    let order = ordered(tenures.len(), false, &|one, other| key(one).cmp(&key(other)));
    order.into_iter().filter_map(|at| tenures.get(at).copied()).collect()
}

/// How many rows packed tenures take, at least one.
#[must_use]
pub fn row_count(tenures: &[PlacedTenure]) -> u8 {
    tenures.iter().map(|placed| placed.row + 1).max().unwrap_or(1)
}

fn middle(from: Day, to: Day) -> Day {
    from.plus((from.days_until(to) + 1) / 2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tenure(position: usize, from: i32, len: i32, fade: i32) -> PlacedTenure {
        let day = Day::from_epoch_days;
        PlacedTenure {
            tenure: TenureIx::at(position),
            row: 0,
            from: day(from),
            solid_from: day(from + fade),
            solid_to: day(from + fade + len),
            to: day(from + fade + len + fade),
            open: false,
            continues: None,
        }
    }

    #[test]
    fn a_change_on_one_day_keeps_one_row_and_an_overlap_takes_two() {
        let packed = pack(&[tenure(0, 0, 10, 0), tenure(1, 10, 10, 0), tenure(2, 15, 10, 0)]);
        assert_eq!(packed.iter().map(|placed| placed.row).collect::<Vec<_>>(), [0, 0, 1]);
        assert_eq!(row_count(&packed), 2);
    }

    #[test]
    fn a_tenure_that_continues_another_stays_in_its_row() {
        let mut later = tenure(1, 5, 10, 0);
        later.continues = Some(TenureIx::at(0));
        assert_eq!(row_count(&pack(&[tenure(0, 0, 10, 0), later])), 1);
    }

    #[test]
    fn fading_parts_may_cross() {
        let packed = pack(&[tenure(0, 0, 30, 30), tenure(1, 60, 30, 30)]);
        assert_eq!(row_count(&packed), 1);
    }

    #[test]
    fn of_an_odd_number_of_days_in_doubt_the_one_in_the_middle_is_kept_free() {
        let with = |from| row_count(&pack(&[tenure(0, 0, 29, 1), tenure(1, from, 10, 0)]));
        assert_eq!((with(30), with(31)), (2, 1));
    }

    #[test]
    fn what_has_no_row_of_its_own_is_in_the_last_one() {
        let at_once: Vec<PlacedTenure> = (0..300).map(|position| tenure(position, 0, 10, 0)).collect();
        let packed = pack(&at_once);
        assert_eq!((packed.len(), row_count(&packed)), (300, u8::MAX));
    }

    proptest! {
        #[test]
        fn no_solid_parts_overlap_in_a_row(spans in prop::collection::vec((0i32..3000, 1i32..900, 0i32..200), 1..60)) {
            let packed = pack(&spans.iter().enumerate().map(|(position, &(from, len, fade))| tenure(position, from, len, fade)).collect::<Vec<_>>());
            prop_assert_eq!(packed.len(), spans.len());
            for (position, one) in packed.iter().enumerate() {
                for other in &packed[position + 1..] {
                    let apart = one.solid_to <= other.solid_from || other.solid_to <= one.solid_from;
                    prop_assert!(one.row != other.row || apart);
                }
            }
        }
    }
}
