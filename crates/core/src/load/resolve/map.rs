//! The map, projected.

use super::{Problem, projection::project};
use crate::{
    load::parse::Parsed,
    model::{Map, MapPoint, OfficeIx},
};

const FILE: &str = "map.json";

pub(super) fn map(parsed: &Parsed, problems: &mut Vec<Problem>) -> Option<Map> {
    let row = parsed.map.as_ref()?;
    let places = parsed
        .offices
        .iter()
        .enumerate()
        .filter_map(|(position, office)| {
            let (lat, lon) = office.record.lat.zip(office.record.lon)?;
            let point = project(lon, lat);
            if point.is_none() {
                problems.push(Problem::error(
                    "map-place",
                    &office.file,
                    &office.record.id,
                    "lat",
                    format!("{lat}, {lon} is not on the map"),
                    "correct lat and lon, in degrees, west negative",
                ));
            }
            Some((OfficeIx::at(position), rounded(point?)))
        })
        .collect();
    Some(Map {
        source: row.source.as_str().into(),
        licence: row.licence.as_str().into(),
        land: lines("land", &row.land, problems),
        borders: lines("borders", &row.borders, problems),
        places,
    })
}

/// Reads and projects lines: the first point, then the steps from each to the next.
fn lines(field: &str, texts: &[String], problems: &mut Vec<Problem>) -> Vec<Vec<MapPoint>> {
    let mut lines = Vec::new();
    for (position, text) in texts.iter().enumerate() {
        let mut line = Vec::new();
        let mut before = (0, 0);
        for pair in text.split(' ') {
            let Some(point) = degrees(pair).and_then(|(lon, lat)| project(lon, lat)) else {
                problems.push(Problem::error(
                    "map-point",
                    FILE,
                    "",
                    &format!("{field}[{position}]"),
                    format!("\"{pair}\" is no point of the map"),
                    "write longitude,latitude in hundredths of a degree, west negative, such as -7742,3890",
                ));
                continue;
            };
            let (x, y) = rounded(point);
            let step = (x - before.0, y - before.1);
            if line.is_empty() || step != (0, 0) {
                line.push(step);
            }
            before = (x, y);
        }
        lines.push(line);
    }
    lines
}

fn degrees(pair: &str) -> Option<(f64, f64)> {
    let (lon, lat) = pair.split_once(',')?;
    let read = |text: &str| text.parse::<i32>().ok().map(|hundredths| f64::from(hundredths) / 100.0);
    Some((read(lon)?, read(lat)?))
}

#[expect(clippy::cast_possible_truncation, reason = "points of the map are within its size")]
fn rounded((x, y): (f64, f64)) -> MapPoint {
    (x.round() as i16, y.round() as i16)
}
