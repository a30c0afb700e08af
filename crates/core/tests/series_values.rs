//! The values of the series, point by point, as their sources give them.

#[cfg(test)]
mod common;

use timeline_core::model::{Dataset, Point, Series};

/// What a series must hold; each point is written as its day and its value.
struct Expected {
    series: &'static str,
    count: usize,
    first: &'static str,
    last: &'static str,
    least: &'static str,
    most: &'static str,
    between: &'static [&'static str],
}

const EXPECTED: [Expected; 10] = [
    Expected {
        series: "ice-arrest-bookins-month",
        count: 87,
        first: "2018-10-01 11892",
        last: "2026-03-01 29606",
        least: "2021-02-01 1981",
        most: "2025-12-01 37828",
        between: &[
            "2019-10-01 11425",
            "2020-04-01 5613",
            "2023-05-01 7854",
            "2025-01-01 11753",
            "2025-06-01 31590",
        ],
    },
    Expected {
        series: "ice-arrest-bookins-per-day",
        count: 91,
        first: "2018-10-01 383.6",
        last: "2026-04-01 930.2",
        least: "2021-02-01 70.8",
        most: "2025-12-01 1220.3",
        between: &[
            "2020-04-01 187.1",
            "2024-12-01 254.3",
            "2025-06-01 1053",
            "2025-07-01 885.7",
            "2025-10-01 1181.4",
        ],
    },
    Expected {
        series: "all-bookins-per-day",
        count: 91,
        first: "2018-10-01 1308.1",
        last: "2026-04-01 1038",
        least: "2020-06-01 222.9",
        most: "2019-05-01 1833.1",
        between: &[
            "2019-09-01 818.9",
            "2023-12-01 680.2",
            "2025-06-01 1223.5",
            "2025-07-01 1008.5",
            "2025-11-01 1280",
        ],
    },
    Expected {
        series: "ero-admin-arrests-week",
        count: 66,
        first: "2023-11-13 1508",
        last: "2025-02-10 4204",
        least: "2024-12-23 1238",
        most: "2025-01-27 4977",
        between: &[
            "2023-12-25 1391",
            "2024-04-15 2535",
            "2024-07-29 2172",
            "2024-11-04 2060",
            "2025-01-20 3152",
        ],
    },
    Expected {
        series: "ero-admin-arrests-fy",
        count: 9,
        first: "2016-09-30 110104",
        last: "2024-09-30 113431",
        least: "2021-09-30 74082",
        most: "2023-09-30 170590",
        between: &[
            "2017-09-30 143470",
            "2018-09-30 158581",
            "2020-09-30 103603",
            "2022-09-30 142750",
        ],
    },
    Expected {
        series: "ice-removals-fy",
        count: 10,
        first: "2016-09-30 240255",
        last: "2025-09-30 319980",
        least: "2021-09-30 59011",
        most: "2025-09-30 319980",
        between: &[
            "2018-09-30 256085",
            "2019-09-30 267258",
            "2022-09-30 72177",
            "2023-09-30 142580",
            "2024-09-30 271484",
        ],
    },
    Expected {
        series: "ice-adp-month",
        count: 90,
        first: "2018-10-01 45584",
        last: "2026-03-01 63277",
        least: "2021-02-01 14084",
        most: "2026-01-01 71929",
        between: &[
            "2019-08-01 55238",
            "2020-06-01 24204",
            "2022-10-01 28831",
            "2024-07-01 37161",
            "2025-09-01 60317",
        ],
    },
    Expected {
        series: "ice-adp-ice-arrested-month",
        count: 90,
        first: "2018-10-01 21368",
        last: "2026-03-01 54566",
        least: "2021-08-01 4631",
        most: "2026-01-01 61235",
        between: &[
            "2019-03-01 21237",
            "2020-12-01 11013",
            "2023-09-01 9778",
            "2025-01-01 15536",
            "2025-08-01 46899",
        ],
    },
    Expected {
        series: "detained-midnight-day",
        count: 1257,
        first: "2022-10-01 25415",
        last: "2026-03-10 61623",
        least: "2023-01-06 19509",
        most: "2026-01-14 71387",
        between: &[
            "2023-05-12 21704",
            "2024-02-29 39004",
            "2025-01-20 39175",
            "2025-06-15 56698",
            "2025-10-27 62473",
        ],
    },
    Expected {
        series: "detained-snapshots",
        count: 14,
        first: "2021-09-11 21566",
        last: "2026-04-04 60311",
        least: "2021-09-11 21566",
        most: "2026-01-25 70766",
        between: &[
            "2022-09-25 25134",
            "2023-08-27 32743",
            "2025-06-29 57861",
            "2025-09-21 59762",
            "2025-11-30 65735",
        ],
    },
];

/// A point as it is written above.
#[cfg(test)]
fn text(point: Point) -> String {
    let (whole, decimal) = (point.tenths / 10, point.tenths % 10);
    if decimal == 0 {
        format!("{} {whole}", point.day)
    } else {
        format!("{} {whole}.{decimal}", point.day)
    }
}

#[cfg(test)]
fn series<'a>(dataset: &'a Dataset, id: &str) -> &'a Series {
    dataset.series.iter().find(|series| &*series.id == id).unwrap()
}

#[test]
fn every_series_is_checked() {
    let dataset = common::real();
    let mut found: Vec<&str> = dataset.series.iter().map(|series| &*series.id).collect();
    let mut checked: Vec<&str> = EXPECTED.iter().map(|expected| expected.series).collect();
    found.sort_unstable();
    checked.sort_unstable();
    assert_eq!(found, checked);
}

#[test]
fn each_has_as_many_values_as_its_source() {
    let dataset = common::real();
    for expected in &EXPECTED {
        let points = &series(&dataset, expected.series).points;
        assert_eq!(points.len(), expected.count, "{}", expected.series);
    }
}

#[test]
fn each_begins_and_ends_where_its_source_does() {
    let dataset = common::real();
    for expected in &EXPECTED {
        let points = &series(&dataset, expected.series).points;
        let ends = [points.first(), points.last()].map(|point| text(*point.unwrap()));
        assert_eq!(ends, [expected.first, expected.last], "{}", expected.series);
    }
}

#[test]
fn the_least_and_the_greatest_are_those_of_the_source() {
    let dataset = common::real();
    for expected in &EXPECTED {
        let points = &series(&dataset, expected.series).points;
        let least = points.iter().min_by_key(|point| point.tenths).unwrap();
        let most = points.iter().max_by_key(|point| point.tenths).unwrap();
        assert_eq!(
            [text(*least), text(*most)],
            [expected.least, expected.most],
            "{}",
            expected.series
        );
    }
}

#[test]
fn values_in_between_are_those_of_the_source() {
    let dataset = common::real();
    for expected in &EXPECTED {
        let points: Vec<String> = series(&dataset, expected.series)
            .points
            .iter()
            .copied()
            .map(text)
            .collect();
        for point in expected.between {
            assert!(
                points.iter().any(|found| found == point),
                "{}: {point}",
                expected.series
            );
        }
    }
}

#[test]
fn days_follow_each_other() {
    let dataset = common::real();
    for series in &dataset.series {
        let is_sorted = series.points.windows(2).all(|pair| pair[0].day < pair[1].day);
        assert!(is_sorted, "{}", series.id);
        assert!(
            series.points.iter().all(|point| point.day <= dataset.as_of),
            "{}",
            series.id
        );
    }
}
