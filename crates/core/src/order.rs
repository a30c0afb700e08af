//! The order of a list, by any comparison.

use std::cmp::Ordering;

/// The positions `0..len` in the order of a comparison; equal ones keep their order, also when it is reversed.
///
/// One function for every list: a sort written out for each type costs kilobytes in the browser program.
#[must_use]
pub fn ordered(len: usize, descending: bool, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..len).collect();
    positions.sort_by(|&one, &other| {
        let order = compare(one, other);
        if descending { order.reverse() } else { order }
    });
    positions
}

/// Sorts a list by a key; equal ones keep their order.
pub fn sort_by_key<T: Clone, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let order = ordered(items.len(), false, &|one, other| {
        items.get(one).map(&key).cmp(&items.get(other).map(&key))
    });
    *items = order.iter().filter_map(|&at| items.get(at).cloned()).collect();
}

#[cfg(test)]
mod tests {
    use super::ordered;

    #[test]
    fn equal_ones_keep_their_order() {
        let values = [2, 1, 2, 0];
        let by_value = |one: usize, other: usize| values[one].cmp(&values[other]);
        assert_eq!(ordered(4, false, &by_value), [3, 1, 0, 2]);
        assert_eq!(ordered(4, true, &by_value), [0, 2, 1, 3]);
    }
}
