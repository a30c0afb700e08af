//! The points of a series as steps from each to the next: small numbers, which compress well.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Point;
use crate::date::Day;

pub(super) fn serialize<S: Serializer>(points: &[Point], serializer: S) -> Result<S::Ok, S::Error> {
    let mut before = (0, 0);
    let steps: Vec<(i32, i32)> = points
        .iter()
        .map(|point| {
            let now = (point.day.epoch_days(), point.tenths);
            let step = (now.0 - before.0, now.1 - before.1);
            before = now;
            step
        })
        .collect();
    steps.serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Point>, D::Error> {
    let steps = Vec::<(i32, i32)>::deserialize(deserializer)?;
    let mut now = (0, 0);
    Ok(steps
        .into_iter()
        .map(|(days, tenths)| {
            now = (now.0 + days, now.1 + tenths);
            Point {
                day: Day::from_epoch_days(now.0),
                tenths: now.1,
            }
        })
        .collect())
}
