//! The values of a series: `date,value`, one row a point.

use super::Problem;
use crate::{date::Day, model::Point};

/// Reads the text of a `data.csv`; days must follow each other.
pub(super) fn points(file: &str, id: &str, text: &str, problems: &mut Vec<Problem>) -> Vec<Point> {
    let mut rows = text.lines();
    if rows.next() != Some("date,value") {
        problems.push(Problem::error(
            "series-header",
            file,
            id,
            "",
            "the first line is not `date,value`",
            "write that header",
        ));
    }
    let mut points: Vec<Point> = Vec::new();
    for (row, line) in rows.enumerate() {
        let place = format!("line {}", row + 2);
        let parsed = line.split_once(',').and_then(|(day, value)| {
            Some(Point {
                day: Day::parse(day)?,
                tenths: tenths(value)?,
            })
        });
        let Some(point) = parsed else {
            problems.push(Problem::error(
                "series-row",
                file,
                id,
                &place,
                format!("\"{line}\" is not a day and a number with at most one decimal"),
                "write it as 2025-01-31,1234 or 2025-01-31,1234.5",
            ));
            continue;
        };
        if points.last().is_some_and(|last| last.day >= point.day) {
            problems.push(Problem::error(
                "series-order",
                file,
                id,
                &place,
                format!("{} does not follow the row before", point.day),
                "sort the rows by day, each day once",
            ));
        }
        points.push(point);
    }
    if points.is_empty() {
        problems.push(Problem::error(
            "series-empty",
            file,
            id,
            "",
            "the series has no value",
            "add its rows, or remove the series",
        ));
    }
    points
}

/// A number with at most one decimal, in tenths.
pub(super) fn tenths(text: &str) -> Option<i32> {
    let (whole, decimal) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(decimal) || decimal.len() > 1 {
        return None;
    }
    whole
        .parse::<i32>()
        .ok()?
        .checked_mul(10)?
        .checked_add(decimal.parse().ok()?)
}
