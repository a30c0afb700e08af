//! The card of a day: every post at and above the agency as it stood on the last day of the record.

use timeline_app::{
    charts::display_list::Anchor,
    i18n::{capacity, capacity_word, fill, partial_date, start},
    share::words::words,
};
use timeline_core::{
    model::{OfficeIx, Start, TenureIx},
    query::{
        incumbents::Certainty,
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
    let posts = posts(order);
    let rows = posts.len().div_ceil(COLUMNS);
    let (wide, high) = ((width() + GAP) / nth(COLUMNS), (BOTTOM - top) / nth(rows.max(1)));
    if high < 50.0 {
        return Err("the posts do not fit".to_owned());
    }
    for (position, office) in posts.into_iter().enumerate() {
        let (column, row) = (position / rows, position % rows);
        let area = (MARGIN + nth(column) * wide, top + nth(row) * high, wide - GAP, high);
        post(canvas, inks, order, office, area)?;
    }
    Ok(())
}

/// The posts of the groups that are open at first: the head of the agency, those above it, and the others.
fn posts(order: Order<'_>) -> Vec<OfficeIx> {
    let dataset = order.dataset;
    let group_of = |office: OfficeIx| usize::from(dataset.office(office).group);
    let above = dataset.office(dataset.site.head_office).parent.map(group_of);
    let is_open = |office: &OfficeIx| {
        let group = dataset.site.groups.get(group_of(*office));
        group.is_some_and(|group| !group.collapsed)
    };
    let head = dataset.site.head_office;
    let (above, others): (Vec<_>, Vec<_>) = dataset
        .office_ixs()
        .filter(|office| *office != head && is_open(office))
        .partition(|&office| Some(group_of(office)) == above);
    [head].into_iter().chain(above).chain(others).collect()
}

/// A post: its name, who held it, and in what capacity since when.
fn post(canvas: &mut Canvas, inks: &Inks, order: Order<'_>, office: OfficeIx, area: Area) -> Result<(), String> {
    let (dataset, t) = (order.dataset, order.t);
    let (left, top, wide, high) = area;
    let row = dataset.office(office);
    let standing = standing_on(dataset, office, dataset.as_of);
    let (holder, first) = match &standing {
        Standing::Held(holders) => {
            let name = |&(ix, _): &(TenureIx, Certainty)| &*dataset.person(dataset.tenure(ix).person).name;
            let names: Vec<&str> = holders.iter().map(name).collect();
            (names.join(t.post_or), holders.first().copied())
        }
        Standing::Vacant(_) => (t.key_vacant.to_owned(), None),
        Standing::Unknown(_) => (t.key_unknown.to_owned(), None),
    };
    let office_name = row.short_title.to_string();
    let (titles, since, colour) = first.map_or((vec![office_name.clone()], Vec::new(), None), |(ix, sure)| {
        let held = dataset.tenure(ix).capacity;
        let with = |capacity: &str| [&office_name, " · ", capacity].concat();
        let titles = vec![with(capacity(t, held)), with(capacity_word(t, held))];
        (titles, since(order, ix, sure), Some(inks.capacity(held).strong))
    });
    let bar = (left, top + 4.0, 6.0, high - 8.0);
    match colour {
        Some(colour) => canvas.fill_box(bar, colour),
        None => {
            if let Some(path) = boxed(bar) {
                canvas.stroke(&path, &Line::of(1.5), inks.control);
            }
        }
    }
    let room = wide - 18.0;
    let soft = Type {
        font: Font::Sans,
        size: 18.0,
        ink: inks.soft,
    };
    let name = Type {
        font: Font::SansBold,
        size: 24.0,
        ink: if office == dataset.site.head_office {
            inks.accent
        } else {
            inks.text
        },
    };
    let (x, middle) = (left + 18.0, top + high / 2.0);
    fitting(canvas, &titles, soft, (x, middle - 8.0), room)?;
    let end = fitting(canvas, &[holder], name, (x, middle + 19.0), room)?;
    if !since.is_empty() {
        let at = end + 12.0;
        fitting(canvas, &since, soft, (at, middle + 19.0), left + wide - at)?;
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

/// Since when, from the longest to the shortest way of saying it, with the doubt whether it is so.
fn since(order: Order<'_>, ix: TenureIx, sure: Certainty) -> Vec<String> {
    let (dataset, t) = (order.dataset, order.t);
    let tenure = dataset.tenure(ix);
    let texts = match tenure.start {
        Start::On(date) => vec![fill(t.post_since, &[("start", &partial_date(t, date))])],
        Start::InPostBy(date) => vec![
            start(t, tenure.start),
            fill(t.in_post_by_short, &[("date", &partial_date(t, date))]),
        ],
    };
    let doubt = if sure == Certainty::Possible {
        t.post_possible_short
    } else {
        ""
    };
    texts.into_iter().map(|text| text + doubt).collect()
}
