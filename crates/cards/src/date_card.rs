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
    canvas::{Area, Canvas, Line, Type, boxed},
    face::Font,
    flow::{Flow, HEADLINE, plain},
    ink::Inks,
    numbers::nth,
    sheet::{BOTTOM, MARGIN, Order, TOP, width},
};

const COLUMNS: usize = 3;
/// The room between columns.
const GAP: f32 = 26.0;

/// Draws the card.
///
/// # Errors
/// A text that does not fit.
pub(crate) fn draw(canvas: &mut Canvas, inks: &Inks, order: Order<'_>) -> Result<(), String> {
    let title = plain(&words(order.subject, order.t).title);
    let title = Flow::fitted(&canvas.faces, &title, HEADLINE, (46.0, 34.0), (width(), 110.0));
    let top = title.ok_or("the title does not fit")?.write(canvas, (MARGIN, TOP - 8.0), inks.text) + 16.0;
    let posts = posts(order);
    let rows = posts.len().div_ceil(COLUMNS);
    let (wide, high) = ((width() + GAP) / nth(COLUMNS), (BOTTOM - top) / nth(rows.max(1)));
    if high < 66.0 {
        return Err("the posts do not fit".to_owned());
    }
    for (position, office) in posts.into_iter().enumerate() {
        let (column, row) = (position / rows, position % rows);
        let area = (MARGIN + nth(column) * wide, top + nth(row) * high, wide - GAP, high);
        post(canvas, inks, order, office, area)?;
    }
    Ok(())
}

/// The posts of the groups that are open at first, those above the agency at the begin.
fn posts(order: Order<'_>) -> Vec<OfficeIx> {
    let dataset = order.dataset;
    let group_of = |office: OfficeIx| usize::from(dataset.office(office).group);
    let above = dataset.office(dataset.site.head_office).parent.map(group_of);
    let is_open = |office: &OfficeIx| {
        let group = dataset.site.groups.get(group_of(*office));
        group.is_some_and(|group| !group.collapsed)
    };
    let (mut first, rest): (Vec<_>, Vec<_>) =
        dataset.office_ixs().filter(is_open).partition(|&office| Some(group_of(office)) == above);
    first.extend(rest);
    first
}

/// A post: its name, who held it, and in what capacity since when.
fn post(canvas: &mut Canvas, inks: &Inks, order: Order<'_>, office: OfficeIx, area: Area) -> Result<(), String> {
    let (dataset, t) = (order.dataset, order.t);
    let (left, top, wide, high) = area;
    let row = dataset.office(office);
    let standing = standing_on(dataset, office, dataset.as_of);
    let (holder, about, colour) = match &standing {
        Standing::Held(holders) => {
            let name = |&(ix, _): &(TenureIx, Certainty)| &*dataset.person(dataset.tenure(ix).person).name;
            let names: Vec<&str> = holders.iter().map(name).collect();
            let first = holders.first().map(|&(ix, sure)| (ix, sure));
            let about = first.map_or_else(Vec::new, |(ix, sure)| abouts(order, ix, sure));
            let colour = first.map(|(ix, _)| inks.capacity(dataset.tenure(ix).capacity).strong);
            (names.join(t.post_or), about, colour)
        }
        Standing::Vacant(_) => (t.post_vacant.to_owned(), Vec::new(), None),
        Standing::Unknown(_) => (t.post_unknown.to_owned(), Vec::new(), None),
    };
    let bar = (left, top + 5.0, 6.0, high - 14.0);
    match colour {
        Some(colour) => canvas.fill_box(bar, colour),
        None => {
            if let Some(path) = boxed(bar) {
                canvas.stroke(&path, &Line::of(1.5), inks.control);
            }
        }
    }
    let room = wide - 20.0;
    let is_head = office == dataset.site.head_office;
    let line = |font: Font, size: f32, ink| Type { font, size, ink };
    let lines = [
        (vec![row.short_title.to_string()], line(Font::Sans, 17.0, inks.soft), 19.0),
        (
            vec![holder],
            line(Font::SansBold, 23.0, if is_head { inks.accent } else { inks.text }),
            44.0,
        ),
        (about, line(Font::Sans, 17.0, inks.soft), 65.0),
    ];
    for (texts, style, down) in lines {
        let Some(first) = texts.first() else { continue };
        let fits = |text: &&String| canvas.width(text, style) <= room;
        let fitting = texts.iter().find(fits);
        // A name that is too long is written smaller.
        let style = Type {
            size: (style.size * room / canvas.width(fitting.unwrap_or(first), style)).min(style.size),
            ..style
        };
        if style.size < 14.0 {
            return Err(format!("{first} does not fit"));
        }
        canvas.text(fitting.unwrap_or(first), style, (left + 18.0, top + down), Anchor::Start);
    }
    Ok(())
}

/// In what capacity and since when, from the longest to the shortest way of saying it.
fn abouts(order: Order<'_>, ix: TenureIx, sure: Certainty) -> Vec<String> {
    let (dataset, t) = (order.dataset, order.t);
    let tenure = dataset.tenure(ix);
    let since = match tenure.start {
        Start::On(date) => vec![fill(t.post_since, &[("start", &partial_date(t, date))])],
        Start::InPostBy(date) => vec![
            start(t, tenure.start),
            fill(t.in_post_by_short, &[("date", &partial_date(t, date))]),
        ],
    };
    let doubt = if sure == Certainty::Possible { t.post_possible_short } else { "" };
    let capacities = [capacity(t, tenure.capacity), capacity_word(t, tenure.capacity)];
    let said = |capacity: &str, since: &String| [capacity, ", ", since, doubt].concat();
    let of_capacity = |capacity| since.iter().map(move |since| said(capacity, since));
    capacities.into_iter().flat_map(of_capacity).collect()
}
