//! Where the arrow keys lead: along a lane, and to the nearest item of the next lane.

use crate::date::Day;

/// A direction of the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To the item before in the lane.
    Previous,
    /// To the item after in the lane.
    Next,
    /// To the lane above.
    Up,
    /// To the lane below.
    Down,
    /// To the first item of the lane.
    First,
    /// To the last item of the lane.
    Last,
}

/// The item that a direction leads to from `current`, given the lanes' items in display order
/// with the day that each is taken to be at; `None` when there is none, or `current` is not there.
#[must_use]
pub fn neighbour<T: Copy + PartialEq>(lanes: &[Vec<(T, Day)>], current: T, direction: Direction) -> Option<T> {
    let (row, column, day) = lanes.iter().enumerate().find_map(|(row, lane)| {
        let column = lane.iter().position(|(item, _)| *item == current)?;
        lane.get(column).map(|(_, day)| (row, column, *day))
    })?;
    let lane = lanes.get(row)?;
    let found = match direction {
        Direction::Previous => lane.get(column.checked_sub(1)?)?,
        Direction::Next => lane.get(column + 1)?,
        Direction::First => lane.first()?,
        Direction::Last => lane.last()?,
        Direction::Up => nearest(lanes.get(..row)?.iter().rev(), day)?,
        Direction::Down => nearest(lanes.get(row + 1..)?.iter(), day)?,
    };
    Some(found.0)
}

fn nearest<'a, T>(mut lanes: impl Iterator<Item = &'a Vec<(T, Day)>>, day: Day) -> Option<&'a (T, Day)> {
    lanes
        .find(|lane| !lane.is_empty())?
        .iter()
        .min_by_key(|(_, other)| day.days_until(*other).abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_move_along_a_lane_and_over_empty_ones() {
        let day = Day::from_epoch_days;
        let lanes = vec![
            vec![('a', day(0)), ('b', day(100)), ('c', day(200))],
            vec![],
            vec![('d', day(90)), ('e', day(500))],
        ];
        let go = |from, direction| neighbour(&lanes, from, direction);
        assert_eq!(go('b', Direction::Next), Some('c'));
        assert_eq!(go('c', Direction::Next), None);
        assert_eq!(go('b', Direction::Previous), Some('a'));
        assert_eq!(go('b', Direction::Down), Some('d'));
        assert_eq!(go('e', Direction::Up), Some('c'));
        assert_eq!(go('b', Direction::First), Some('a'));
        assert_eq!(go('d', Direction::Last), Some('e'));
        assert_eq!(go('x', Direction::Last), None);
    }
}
