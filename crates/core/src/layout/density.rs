//! Markers that would touch are drawn as one, with their number.

/// Neighbouring markers drawn as one: positions `first..=last` of the list given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// The first marker.
    pub first: usize,
    /// The last marker.
    pub last: usize,
}

impl Cluster {
    /// How many markers it stands for.
    #[must_use]
    pub fn count(self) -> usize {
        self.last - self.first + 1
    }
}

/// Groups markers at these pixels, in order, so that the first pixels of two groups are at
/// least `apart_px` from each other.
#[must_use]
pub fn clusters(xs_px: &[f64], apart_px: f64) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut begin = f64::NEG_INFINITY;
    for (position, &x) in xs_px.iter().enumerate() {
        match clusters.last_mut() {
            Some(cluster) if x - begin < apart_px => cluster.last = position,
            _ => {
                begin = x;
                clusters.push(Cluster {
                    first: position,
                    last: position,
                });
            }
        }
    }
    clusters
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn markers_closer_than_the_distance_become_one() {
        let counts: Vec<usize> = clusters(&[0.0, 3.0, 9.0, 10.0, 30.0], 10.0)
            .into_iter()
            .map(Cluster::count)
            .collect();
        assert_eq!(counts, [3, 1, 1]);
    }

    proptest! {
        #[test]
        fn every_marker_is_in_exactly_one_cluster(mut xs in prop::collection::vec(0.0..1000.0f64, 0..200)) {
            xs.sort_by(f64::total_cmp);
            let clusters = clusters(&xs, 12.0);
            let positions: Vec<usize> = clusters.iter().flat_map(|cluster| cluster.first..=cluster.last).collect();
            prop_assert_eq!(positions, (0..xs.len()).collect::<Vec<_>>());
        }
    }
}
