//! Series with their values.

use super::{
    ids::Ids,
    place::{At, boxed},
};
use crate::{
    load::{parse::Located, series},
    model::{Origin, Series, SeriesBreak},
    wire,
};

pub(super) fn series_with_points(at: &mut At<'_>, ids: &Ids, row: &wire::Series, texts: &[Located<String>]) -> Series {
    let path = format!("series/{}/data.csv", row.id);
    let points = if let Some(text) = texts.iter().find(|text| text.file == path) {
        series::points(&text.file, &row.id, &text.record, at.problems)
    } else {
        at.problem(
            "form-path",
            "",
            format!("{path} is missing"),
            "add the values beside meta.json, or give the folder the name of the id",
        );
        Vec::new()
    };
    Series {
        id: row.id.as_str().into(),
        title: row.title.as_str().into(),
        unit: row.unit.as_str().into(),
        short_unit: row.short_unit.as_str().into(),
        interval: row.interval,
        description: row.description.as_str().into(),
        processing: row.processing,
        description_processing: row.description_processing.as_str().into(),
        caveats: row.caveats.as_str().into(),
        checks: row.checks.as_str().into(),
        origins: row
            .origins
            .iter()
            .map(|origin| Origin {
                producer: origin.producer.as_str().into(),
                title: origin.title.as_str().into(),
                citation_full: origin.citation_full.as_str().into(),
                url_main: origin.url_main.as_str().into(),
                url_download: boxed(origin.url_download.as_ref()),
                date_published: at.optional_date("origins.date_published", origin.date_published.as_ref()),
                licence: boxed(origin.licence.as_ref()),
            })
            .collect(),
        breaks: row
            .breaks
            .iter()
            .map(|row| SeriesBreak {
                at: at.date("breaks.at", &row.at),
                note: row.note.as_str().into(),
            })
            .collect(),
        sources: at.sources(ids, "sources", &row.sources),
        points,
    }
}
