//! What the record does not know, and where it is thin, listed from the data.

use timeline_core::{
    date::DayRange,
    model::{End, EventIx, OfficeIx, Start, TenureIx},
    query::{
        lengths::length,
        thin::{STALE_DAYS, Spot, Thin, spots},
    },
};

use super::{
    event_path,
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

/// Every reason for which the record is thin, with what is; then lengths that are a range, and what is missing from the
/// series.
pub(super) fn gaps() -> Vec<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let is_range = |ix: &TenureIx| {
        let row = dataset.tenure(*ix);
        let length = length(row, dataset.as_of);
        matches!((row.start, row.end), (Start::On(_), End::On(..))) && length.max_days != Some(length.min_days)
    };
    let ranges = dataset.tenure_ixs().filter(is_range).map(tenure_item);
    let breaks = dataset.series.iter().flat_map(|series| {
        series.breaks.iter().map(move |row| {
            let text = [&*series.title, ", ", &partial_date(t, row.at), ": ", &*row.note].concat();
            el("li").text(text)
        })
    });
    let thin = Thin::ALL.map(|thin| {
        let (id, title) = heading(thin);
        list_part(id, &title, items(thin))
    });
    let others = [
        list_part("gaps-range", texts().gaps_range, ranges.collect()),
        list_part("gaps-series", texts().gaps_series, breaks.collect()),
    ];
    thin.into_iter().chain(others).flatten().collect()
}

/// The id and the heading of a part.
fn heading(thin: Thin) -> (&'static str, String) {
    let (id, title) = match thin {
        Thin::Vacant => ("gaps-vacant", texts().gaps_vacant),
        Thin::Unfound => ("gaps-unknown", texts().gaps_unknown),
        Thin::SingleSource => ("gaps-single", texts().gaps_single),
        Thin::LowConfidence => ("gaps-low", texts().gaps_low),
        Thin::Disputed => ("gaps-disputed", texts().gaps_disputed),
        Thin::StartUnknown => ("gaps-start", texts().gaps_start),
        Thin::EndUnknown => ("gaps-end", texts().gaps_end),
        Thin::Stale => ("gaps-stale", texts().gaps_stale),
        Thin::PlannedPast => ("gaps-planned", texts().gaps_planned),
        Thin::Unarchived => ("gaps-unarchived", texts().gaps_unarchived),
    };
    (id, fill(title, &[("days", &STALE_DAYS.to_string())]))
}

/// What is thin. Of sources the number alone: the page of sources lists each, with its archived copy where it has one.
fn items(thin: Thin) -> Vec<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let found = spots(dataset, thin);
    if thin == Thin::Unarchived && !found.is_empty() {
        let all = dataset.sources.len().to_string();
        let text = fill(
            texts().gaps_unarchived_count,
            &[("n", &found.len().to_string()), ("all", &all)],
        );
        return vec![el("li").child(link("sources/", &text))];
    }
    let absence = if thin == Thin::Vacant {
        t.gap_vacant
    } else {
        t.gap_unknown
    };
    let item = |spot| match spot {
        Spot::Unheld(office, range) => Some(unheld(absence, office, range)),
        Spot::Tenure(ix) => Some(tenure_item(ix)),
        Spot::Event(ix) => Some(event_item(ix)),
        Spot::Source(_) => None,
    };
    found.into_iter().filter_map(item).collect()
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

fn event_item(ix: EventIx) -> Markup {
    let event = use_dataset().event(ix);
    let date = [", ", &partial_date(use_locale(), event.date)].concat();
    el("li").child(link(&event_path(&event.id), &event.headline)).text(date)
}

/// The days on which nobody is on record in a post.
fn unheld(text: &str, office: OfficeIx, range: DayRange) -> Markup {
    let (office, t) = (use_dataset().office(office), use_locale());
    let values = [
        ("from", &*day_text(t, range.from)),
        ("to", &*day_text(t, range.to)),
        ("days", &*number(range.len_days())),
    ];
    el("li")
        .child(link(&office_path(&office.id), &office.short_title))
        .text([": ", &fill(text, &values)].concat())
}
