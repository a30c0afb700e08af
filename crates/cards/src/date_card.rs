//! The card of a day: every post at and above the agency as it stood on the last day of the record.

use timeline_app::{
    charts::display_list::Anchor,
    i18n::{capacity, date_after_since, day_text, fill, partial_date_short, start},
    share::words::words,
};
use timeline_core::{
    model::{Capacity, OfficeIx, Person, Start, TenureIx},
    query::{
        incumbents::{Certainty, last_seen},
        on_day::{Standing, standing_on},
    },
};

use crate::{
    canvas::{Area, At, Canvas, Line, Type, boxed},
    face::Font,
    flow::{Flow, HEADLINE, plain},
    ink::Inks,
    numbers::nth,
    sheet::{BOTTOM, MARGIN, Order, TOP, width},
};

const COLUMNS: usize = 2;
/// The room between columns.
const GAP: f32 = 36.0;
/// The least height of a post.
const ROW: f32 = 50.0;
/// The most height of a post: few posts stand close to their title.
const HIGHEST_ROW: f32 = 92.0;

/// Draws the card.
///
/// # Errors
/// A text that does not fit.
pub(crate) fn draw(canvas: &mut Canvas, inks: &Inks, order: Order<'_>) -> Result<(), String> {
    let title = plain(&words(order.subject, order.t).title);
    let fitted = |sizes, height| Flow::fitted(&canvas.faces, &title, HEADLINE, sizes, (width(), height));
    let title = fitted((46.0, 36.0), 56.0).or_else(|| fitted((42.0, 32.0), 104.0));
    let top = title
        .ok_or("the title does not fit")?
        .write(canvas, (MARGIN, TOP - 8.0), inks.text)
        + 16.0;
    let mut posts = posts(order);
    let places = COLUMNS * rows_in(BOTTOM - top);
    let more = if posts.len() > places {
        let more = posts.len() + 1 - places;
        posts.truncate(places - 1);
        Some(fill(order.t.card_more, &[("n", &more.to_string())]))
    } else {
        None
    };
    let rows = (posts.len() + usize::from(more.is_some())).div_ceil(COLUMNS);
    let (wide, high) = (
        (width() + GAP) / nth(COLUMNS),
        ((BOTTOM - top) / nth(rows.max(1))).min(HIGHEST_ROW),
    );
    let area = |position: usize| {
        let (column, row) = (position / rows, position % rows);
        (MARGIN + nth(column) * wide, top + nth(row) * high, wide - GAP, high)
    };
    for (position, &office) in posts.iter().enumerate() {
        post(canvas, inks, order, office, area(position))?;
    }
    if let Some(text) = more {
        let (left, top, _, high) = area(posts.len());
        let soft = Type {
            font: Font::Sans,
            size: 18.0,
            ink: inks.soft,
        };
        canvas.text(&text, soft, (left + 18.0, top + high / 2.0 + 6.0), Anchor::Start);
    }
    Ok(())
}

/// How many rows of posts a height has room for; at least one.
fn rows_in(height: f32) -> usize {
    (2..50)
        .take_while(|&rows| nth(rows) * ROW <= height)
        .last()
        .unwrap_or(1)
}

/// The posts of the groups that are open at first, as far as they exist: the head of the agency, those above it, and the
/// others.
fn posts(order: Order<'_>) -> Vec<OfficeIx> {
    let dataset = order.dataset;
    let exists = |office: OfficeIx| standing_on(dataset, office, dataset.as_of) != Standing::Absent;
    let group_of = |office: OfficeIx| usize::from(dataset.office(office).group);
    let above = dataset.office(dataset.site.head_office).parent.map(group_of);
    let is_open = |office: &OfficeIx| {
        let group = dataset.site.groups.get(group_of(*office));
        group.is_some_and(|group| !group.collapsed)
    };
    let head = dataset.site.head_office;
    let (above, others): (Vec<_>, Vec<_>) = dataset
        .office_ixs()
        .filter(|office| *office != head && is_open(office) && exists(*office))
        .partition(|&office| Some(group_of(office)) == above);
    [head].into_iter().chain(above).chain(others).collect()
}

/// What is said of a post.
struct Said {
    /// Its name, with the capacity of who holds it.
    post: String,
    /// Who holds it, from the longest to the shortest way of saying it; or why nobody is named.
    holder: Vec<String>,
    /// Since when, from the longest to the shortest way of saying it; none of several holders.
    since: Vec<String>,
    /// The capacity of who holds it; none of several holders.
    capacity: Option<Capacity>,
    /// Whether the dates leave no doubt of it, and a source tells of it up to the day of the record.
    is_sure: bool,
}

fn said(order: Order<'_>, office: OfficeIx) -> Said {
    let (dataset, t) = (order.dataset, order.t);
    let post = dataset.office(office).short_title.to_string();
    let nobody = |word: &str| Said {
        post: post.clone(),
        holder: vec![word.to_owned()],
        since: Vec::new(),
        capacity: None,
        is_sure: false,
    };
    let holders = match standing_on(dataset, office, dataset.as_of) {
        Standing::Held(holders) => holders,
        Standing::Vacant(_) => return nobody(t.key_vacant),
        Standing::Unknown(_) => return nobody(t.key_unknown),
        Standing::Absent => return nobody(t.post_absent),
    };
    let is_certain = holders.iter().all(|&(_, sure)| sure == Certainty::Certain);
    let is_sure = is_certain && holders.iter().all(|&(ix, _)| last_seen(dataset, ix).is_none());
    let people = || holders.iter().map(|&(ix, _)| dataset.person(dataset.tenure(ix).person));
    let joined = |names: Vec<&str>| names.join(if is_certain { ", " } else { t.post_or });
    let mut names = vec![joined(people().map(|person| &*person.name).collect())];
    if let [first, _, ..] = *people().collect::<Vec<_>>() {
        names.push(joined(people().map(Person::surname).collect()));
        let more = fill(t.card_more, &[("n", &(holders.len() - 1).to_string())]);
        names.push([first.surname(), " ", &more].concat());
    }
    match *holders {
        [(ix, sure)] => {
            let held = dataset.tenure(ix).capacity;
            Said {
                post: [&post, " · ", capacity(t, held)].concat(),
                holder: names,
                since: since(order, ix, sure),
                capacity: Some(held),
                is_sure,
            }
        }
        _ => Said {
            holder: names,
            is_sure,
            ..nobody("")
        },
    }
}

/// A post: its name, who holds it, and in what capacity since when. What is not sure is not stressed.
fn post(canvas: &mut Canvas, inks: &Inks, order: Order<'_>, office: OfficeIx, area: Area) -> Result<(), String> {
    let (left, top, wide, high) = area;
    let said = said(order, office);
    let colour = said.capacity.map_or(inks.control, |one| inks.capacity(one).strong);
    let bar = (left + 1.0, top + 5.0, 5.0, high - 10.0);
    if said.is_sure {
        canvas.fill_box(bar, colour);
    } else if let Some(path) = boxed(bar) {
        canvas.stroke(&path, &Line::of(2.0), colour);
    }
    let soft = Type {
        font: Font::Sans,
        size: 18.0,
        ink: inks.soft,
    };
    let is_head = office == order.dataset.site.head_office;
    let name = Type {
        font: if said.is_sure { Font::SansBold } else { Font::Sans },
        size: 24.0,
        ink: if is_head { inks.accent } else { inks.text },
    };
    let room = wide - 18.0;
    let (x, middle) = (left + 18.0, top + high / 2.0);
    fitting(canvas, &[said.post], soft, (x, middle - 8.0), room)?;
    let end = fitting(canvas, &said.holder, name, (x, middle + 19.0), room)?;
    if !said.since.is_empty() {
        let at = end + 12.0;
        fitting(canvas, &said.since, soft, (at, middle + 19.0), left + wide - at)?;
    }
    Ok(())
}

/// Writes the first of some texts that fits a room, or else the last as small as it needs; tells where it ends.
fn fitting(canvas: &mut Canvas, texts: &[String], style: Type, at: At, room: f32) -> Result<f32, String> {
    let fits = |text: &&String| canvas.width(text, style) <= room;
    let text = texts.iter().find(fits).or(texts.last()).map_or("", |text| text);
    let size = (style.size * room / canvas.width(text, style)).min(style.size);
    if size < 14.0 {
        return Err(format!("{text} does not fit"));
    }
    Ok(canvas.text(text, Type { size, ..style }, at, Anchor::Start))
}

/// Since when, from the longest to the shortest way of saying it, with the doubt whether it is so, and until when it is
/// on record; that alone where there is no room for both.
fn since(order: Order<'_>, ix: TenureIx, sure: Certainty) -> Vec<String> {
    let (dataset, t) = (order.dataset, order.t);
    let tenure = dataset.tenure(ix);
    let texts = match tenure.start {
        Start::On(date) => vec![fill(t.post_since, &[("start", &date_after_since(t, date))])],
        Start::InPostBy(date) => vec![
            start(t, tenure.start),
            fill(t.in_post_by_short, &[("date", &date_after_since(t, date))]),
            fill(t.in_post_by_short, &[("date", &partial_date_short(t, date))]),
        ],
    };
    let doubt = if sure == Certainty::Possible {
        t.post_possible_short
    } else {
        ""
    };
    let texts: Vec<String> = texts.into_iter().map(|text| text + doubt).collect();
    let Some(day) = last_seen(dataset, ix) else {
        return texts;
    };
    let seen = fill(t.card_last_seen, &[("day", &day_text(t, day))]);
    let whole = texts.into_iter().map(|text| [&text, " · ", &*seen].concat());
    whole.chain([seen.clone()]).collect()
}
