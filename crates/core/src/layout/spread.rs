//! Labels beside marks: moved apart so that none covers another.

use crate::order::ordered;

/// Moves places apart, as little as need be and without changing their order, so that
/// neighbours are at least `apart_px` from each other and all are within `from_px..=to_px`
/// as long as there is room; without room they keep their distance and leave at the end.
///
/// ```
/// use timeline_core::layout::spread::spread;
/// assert_eq!(spread(&[10, 12, 40], 14, 0, 100), [4, 18, 40]);
/// assert_eq!(spread(&[95, 99], 14, 0, 100), [86, 100]);
/// ```
#[must_use]
pub fn spread(wanted_px: &[i32], apart_px: i32, from_px: i32, to_px: i32) -> Vec<i32> {
    let order = ordered(wanted_px.len(), false, &|one, other| {
        wanted_px.get(one).cmp(&wanted_px.get(other))
    });
    // Groups of labels that touch: the sum of the places at which each would like the group to begin, their number.
    let mut groups: Vec<(i32, i32)> = Vec::new();
    for &at in &order {
        groups.push((wanted_px.get(at).copied().unwrap_or(0), 1));
        while let [.., (sum, count), (next_sum, next_count)] = *groups {
            let begin = begin(sum, count, apart_px, from_px, to_px);
            let next = self::begin(next_sum, next_count, apart_px, from_px, to_px);
            if begin + count * apart_px <= next {
                break;
            }
            groups.truncate(groups.len() - 2);
            groups.push((sum + next_sum - next_count * count * apart_px, count + next_count));
        }
    }
    let mut places = vec![0; wanted_px.len()];
    let mut order = order.into_iter();
    for (sum, count) in groups {
        let begin = begin(sum, count, apart_px, from_px, to_px);
        for (step, at) in (0..count).zip(&mut order) {
            if let Some(place) = places.get_mut(at) {
                *place = begin + step * apart_px;
            }
        }
    }
    places
}

/// Where a group begins: the mean of what its labels would like, within the bounds.
fn begin(sum: i32, count: i32, apart_px: i32, from_px: i32, to_px: i32) -> i32 {
    let last = to_px - (count - 1) * apart_px;
    sum.div_euclid(count).min(last).max(from_px)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn at_the_bounds_a_group_is_pushed_back() {
        assert_eq!(spread(&[95, 99], 14, 0, 100), [86, 100]);
        assert_eq!(spread(&[2, 1, 3], 14, 0, 100), [14, 0, 28]);
    }

    proptest! {
        #[test]
        fn no_label_covers_another(wanted in proptest::collection::vec(0i32..400, 0..12), apart in 1i32..30) {
            let places = spread(&wanted, apart, 0, 400);
            let mut sorted = places.clone();
            sorted.sort_unstable();
            prop_assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] >= apart));
            prop_assert!(places.iter().all(|&place| (0..=400).contains(&place)));
            for (one, first) in wanted.iter().enumerate() {
                for (other, second) in wanted.iter().enumerate() {
                    prop_assert!(first >= second || places[one] < places[other]);
                }
            }
        }

        // As little as need be: the labels of a group that touch are, taken together, where they would like to be.
        #[test]
        fn a_group_stays_around_its_marks(wanted in proptest::collection::vec(150i32..250, 1..8), apart in 1i32..15) {
            let mut wanted = wanted;
            wanted.sort_unstable();
            let places = spread(&wanted, apart, 0, 400);
            let pairs: Vec<(i32, i32)> = wanted.iter().copied().zip(places).collect();
            for group in pairs.chunk_by(|one, next| next.1 - one.1 == apart) {
                let moved: i32 = group.iter().map(|(wanted, place)| wanted - place).sum();
                prop_assert!((0..i32::try_from(group.len()).unwrap()).contains(&moved), "{:?}", group);
            }
        }

        #[test]
        fn labels_that_have_room_stay(wanted in proptest::collection::btree_set(0i32..20, 0..8)) {
            let wanted: Vec<i32> = wanted.into_iter().map(|place| place * 20).collect();
            prop_assert_eq!(spread(&wanted, 20, 0, 400), wanted);
        }
    }
}
