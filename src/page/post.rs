//! How a post stood on a day, as a box of the organisation chart or a line of a list.

use timeline_core::{
    date::{Day, DayRange, PartialDate},
    model::{OfficeIx, Start, TenureIx},
    query::{
        incumbents::Certainty,
        on_day::{Standing, standing_on},
    },
    view::state::Selection,
};

use crate::{
    context::{use_dataset, use_locale},
    i18n::{capacity, capacity_word, confidence, date_after_since, day_text, fill, start},
    markup::{Markup, el},
    page::record_link::record_link,
};

/// How posts are laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Boxes, level by level.
    Chart,
    /// Lines.
    List,
}

/// The president of a day, and every post of the record as it stood, group by group under headings of a level (`h3`).
#[must_use]
pub fn posts(day: Day, layout: Layout, level: &'static str) -> Markup {
    let dataset = use_dataset();
    let groups = (0_u8..).zip(&dataset.site.groups).map(|(group, row)| {
        let boxes = dataset.offices_of(group).map(|office| post(office, day));
        el("section")
            .class("posts__group")
            .attr("data-posts", row.id.to_string())
            .child(el(level).class("posts__title").text(row.title.to_string()))
            .child(el("ul").class("posts__list").children(boxes))
    });
    // Who is above the agency comes first, whatever the order of the lanes.
    let is_above = |markup: &(u8, Markup)| {
        let head = dataset.office(dataset.site.head_office);
        head.parent
            .is_some_and(|parent| dataset.office(parent).group == markup.0)
    };
    let (above, others): (Vec<_>, Vec<_>) = (0_u8..).zip(groups).partition(is_above);
    let class = match layout {
        Layout::Chart => "posts posts--chart",
        Layout::List => "posts posts--list",
    };
    el("div")
        .class(class)
        .children(president(day))
        .children(above.into_iter().chain(others).map(|(_, group)| group))
}

fn president(day: Day) -> Option<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let term = dataset
        .terms
        .iter()
        .find(|term| term.start <= day && term.end.is_none_or(|end| day < end))?;
    let since = fill(
        t.post_since,
        &[("start", &date_after_since(t, PartialDate::from_day(term.start)))],
    );
    Some(
        el("p")
            .class("post post--president")
            .child(el("span").class("post__office").text([t.post_president, " "].concat()))
            .child(el("b").class("post__holder").text([&term.president, " "].concat()))
            .child(el("span").class("post__since").text(since)),
    )
}

/// One post as it stood on a day.
fn post(office: OfficeIx, day: Day) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let row = dataset.office(office);
    let standing = standing_on(dataset, office, day);
    let (word, content): (_, Vec<Markup>) = match standing {
        Standing::Held(holders) => {
            let sure = holders.iter().all(|&(_, sure)| sure == Certainty::Certain);
            let lines = holders.into_iter().map(|(ix, sure)| holder(ix, sure)).collect();
            (if sure { "held" } else { "uncertain" }, lines)
        }
        Standing::Vacant(range) => ("vacant", vec![absence(t.post_vacant, t.post_vacant_days, Some(range))]),
        Standing::Unknown(range) => ("unknown", vec![absence(t.post_unknown, t.post_unknown_days, range)]),
        Standing::Absent => ("absent", vec![absence(t.post_absent, "", None)]),
    };
    let former = row.title_on(day);
    let former = (word != "absent" && former != &*row.title).then(|| {
        el("span")
            .class("post__since")
            .text([&fill(t.post_former, &[("title", former)]), " "].concat())
    });
    el("li")
        .class("post")
        .attr("data-post", row.id.to_string())
        .attr("data-standing", word)
        .child(el("span").class("post__office").text([&row.short_title, " "].concat()))
        .children(former)
        .children(content)
}

/// Who held a post, in what capacity, since when and how sure.
fn holder(ix: TenureIx, sure: Certainty) -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let tenure = dataset.tenure(ix);
    let since = match tenure.start {
        Start::On(date) => fill(t.post_since, &[("start", &date_after_since(t, date))]),
        Start::InPostBy(_) => start(t, tenure.start),
    };
    let doubt = (sure == Certainty::Possible).then(|| el("span").class("post__doubt").text(t.post_possible));
    let known = [
        capacity(t, tenure.capacity),
        ", ",
        &since,
        " · ",
        confidence(t, tenure.confidence),
    ]
    .concat();
    el("div")
        .class("post__person")
        .attr("data-capacity", tenure.capacity.word())
        .child(
            record_link(Selection::Tenure(ix))
                .class("record-link post__holder")
                .text(dataset.person(tenure.person).name.to_string()),
        )
        .children(doubt)
        .child(el("span").class("post__since").text([" ", &known].concat()))
}

fn absence(word: &'static str, template: &'static str, range: Option<DayRange>) -> Markup {
    let t = use_locale();
    let days = range.map(|range| {
        let text = fill(
            template,
            &[("from", &day_text(t, range.from)), ("to", &day_text(t, range.to))],
        );
        el("span").class("post__since").text([" ", &text].concat())
    });
    el("div")
        .class("post__absence")
        .child(el("b").class("post__holder").text(word))
        .children(days)
}

/// What is different in a post from one day to another; none when nothing is.
#[must_use]
pub fn change(office: OfficeIx, from: Day, to: Day) -> Option<Markup> {
    let (dataset, t) = (use_dataset(), use_locale());
    let (before, after) = (standing_on(dataset, office, from), standing_on(dataset, office, to));
    if who(&before) == who(&after) {
        return None;
    }
    let text = fill(t.date_change, &[("before", &names(&before)), ("after", &names(&after))]);
    Some(
        el("li")
            .attr("data-changed", dataset.office(office).id.to_string())
            .child(el("b").text([&dataset.office(office).short_title, ": "].concat()))
            .text(text),
    )
}

/// Whose tenures, if any, and in what words nobody is named.
fn who(standing: &Standing) -> (Vec<TenureIx>, &'static str) {
    match standing {
        Standing::Held(holders) => (holders.iter().map(|&(ix, _)| ix).collect(), ""),
        Standing::Vacant(_) | Standing::Unknown(_) | Standing::Absent => (Vec::new(), nobody(standing)),
    }
}

/// Why nobody is named; nothing where somebody is.
fn nobody(standing: &Standing) -> &'static str {
    let t = use_locale();
    match standing {
        Standing::Held(_) => "",
        Standing::Vacant(_) => t.post_vacant,
        Standing::Unknown(_) => t.post_unknown,
        Standing::Absent => t.post_absent,
    }
}

/// Who held a post, in words; or why nobody is named.
fn names(standing: &Standing) -> String {
    let (dataset, t) = (use_dataset(), use_locale());
    let one = |&(ix, sure): &(TenureIx, Certainty)| {
        let tenure = dataset.tenure(ix);
        let doubt = if sure == Certainty::Possible {
            t.post_possible_short
        } else {
            ""
        };
        [
            &dataset.person(tenure.person).name,
            " (",
            capacity_word(t, tenure.capacity),
            doubt,
            ")",
        ]
        .concat()
    };
    match standing {
        Standing::Held(holders) => {
            // Who surely held it held it beside the others; of those in doubt it was one or the other.
            let is_sure = holders.iter().any(|&(_, sure)| sure == Certainty::Certain);
            let names: Vec<String> = holders.iter().map(one).collect();
            names.join(if is_sure { t.post_and } else { t.post_or })
        }
        Standing::Vacant(_) | Standing::Unknown(_) | Standing::Absent => nobody(standing).to_owned(),
    }
}
