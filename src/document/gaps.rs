//! What the record does not know, listed from the data.

use timeline_core::{
    model::{Confidence, End, Start, TenureIx},
    query::{
        lengths::length,
        succession::{GapKind, gaps as gaps_of},
    },
};

use super::{
    frame::{link, list_part},
    office_path,
    texts::texts,
};
use crate::{
    context::{use_dataset, use_locale},
    i18n::{self, day_text, fill, number, partial_date, span},
    markup::{Markup, el},
    place::to_page,
};

/// Days without a holder, tenures whose end or beginning was not found, whose length is a range, that rest on one
/// source or little, and what is missing from the series.
pub(super) fn gaps() -> Vec<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let which = |test: &dyn Fn(TenureIx) -> bool| -> Vec<Markup> {
        dataset.tenure_ixs().filter(|&ix| test(ix)).map(tenure_item).collect()
    };
    let tenure = |ix| dataset.tenure(ix);
    let is_range = |ix: TenureIx| {
        let row = tenure(ix);
        let length = length(row, dataset.as_of);
        matches!((row.start, row.end), (Start::On(_), End::On(..))) && length.max_days != Some(length.min_days)
    };
    let breaks = dataset.series.iter().flat_map(|series| {
        series.breaks.iter().map(move |row| {
            let text = [&*series.title, ", ", &partial_date(t, row.at), ": ", &*row.note].concat();
            el("li").text(text)
        })
    });
    let parts = [
        list_part("gaps-vacant", texts().gaps_vacant, absences(GapKind::Vacant)),
        list_part("gaps-unknown", texts().gaps_unknown, absences(GapKind::Unknown)),
        list_part("gaps-range", texts().gaps_range, which(&is_range)),
        list_part(
            "gaps-start",
            texts().gaps_start,
            which(&|ix| matches!(tenure(ix).start, Start::InPostBy(_))),
        ),
        list_part(
            "gaps-end",
            texts().gaps_end,
            which(&|ix| matches!(tenure(ix).end, End::UnknownAfter(_))),
        ),
        list_part(
            "gaps-single",
            texts().gaps_single,
            which(&|ix| tenure(ix).sources.len() == 1),
        ),
        list_part(
            "gaps-low",
            texts().gaps_low,
            which(&|ix| tenure(ix).confidence == Confidence::Low),
        ),
        list_part(
            "gaps-disputed",
            texts().gaps_disputed,
            which(&|ix| !tenure(ix).disputes.is_empty()),
        ),
        list_part("gaps-series", texts().gaps_series, breaks.collect()),
    ];
    parts.into_iter().flatten().collect()
}

fn tenure_item(ix: TenureIx) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let row = dataset.tenure(ix);
    let office = dataset.office(row.office);
    let way = to_page(&["office/", &*office.id, "/index.html#", &*row.id].concat());
    let name = [&*dataset.person(row.person).name, ", ", &*office.short_title].concat();
    let about = [", ", &span(t, row), " · ", &i18n::length(t, length(row, dataset.as_of))].concat();
    el("li").child(el("a").attr("href", way).text(name)).text(about)
}

/// The days on which nobody is on record, office by office.
fn absences(kind: GapKind) -> Vec<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let text = match kind {
        GapKind::Vacant => t.gap_vacant,
        GapKind::Unknown => t.gap_unknown,
    };
    let all = dataset.office_ixs().flat_map(|office| {
        let found = gaps_of(dataset, office, dataset.first_day()).into_iter();
        found.map(move |gap| (office, gap))
    });
    all.filter(|(_, gap)| gap.kind == kind)
        .map(|(office, gap)| {
            let office = dataset.office(office);
            let values = [
                ("from", &*day_text(t, gap.range.from)),
                ("to", &*day_text(t, gap.range.to)),
                ("days", &*number(gap.range.len_days())),
            ];
            el("li")
                .child(link(&office_path(&office.id), &office.short_title))
                .text([": ", &fill(text, &values)].concat())
        })
        .collect()
}
