//! What reports said of an office, and what is known since.

use crate::{
    date::Day,
    model::{Dataset, OfficeIx, Report, ReportStanding, ReportedOffice},
};

/// Of the first `count` reports those that name an office; in time.
pub fn reports_of(
    dataset: &Dataset,
    office: OfficeIx,
    count: usize,
) -> impl Iterator<Item = (&Report, &ReportedOffice)> {
    dataset.reports.iter().take(count).filter_map(move |report| {
        let named = report.offices.iter().find(|named| named.office == office)?;
        Some((report, named))
    })
}

/// The strongest thing that the first `count` reports say of an office; `None` when nothing was reported.
#[must_use]
pub fn standing_upto(dataset: &Dataset, office: OfficeIx, count: usize) -> Option<ReportStanding> {
    reports_of(dataset, office, count)
        .map(|(_, named)| named.standing)
        .max()
}

/// The offices that any report can speak of: those of the groups that reports name, in display order.
#[must_use]
pub fn offices_in_question(dataset: &Dataset) -> Vec<OfficeIx> {
    let mut groups: Vec<u8> = Vec::new();
    for named in dataset.reports.iter().flat_map(|report| &report.offices) {
        let group = dataset.office(named.office).group;
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    dataset
        .office_ixs()
        .filter(|&ix| groups.contains(&dataset.office(ix).group))
        .collect()
}

/// The day that reports are dated: the first that the date can mean.
#[must_use]
pub fn report_day(report: &Report) -> Day {
    report.date.earliest()
}
