//! The card of the timeline: the sentence that answers who leads the agency, over the lane of its head.

use timeline_app::{charts::display_list::Anchor, i18n::capacity, page::lede::lede};
use timeline_core::{
    date::{Day, DayRange},
    layout::{
        lanes::{pack, row_count},
        placed::{PlacedTenure, placed},
    },
    model::{Capacity, Dataset, EventFamily, EventIx},
    query::succession::{GapKind, gaps},
    scale::{
        ticks::{TickUnit, ticks},
        time::TimeScale,
    },
};

use crate::{
    canvas::{Canvas, Line, Pattern, Type, through},
    face::Font,
    fade::{Fade, Ink},
    flow::{Flow, LEDE},
    ink::Inks,
    key::{Entry, KeyRows, Sample, absence, bar, diamond, pattern_ink},
    numbers::place,
    sheet::{BOTTOM, MARGIN, Order, TOP, width},
};

/// The heights of the parts of the lane: names of terms, calendar, bars, nominations.
const TERMS: f32 = 26.0;
const CALENDAR: f32 = 30.0;
const NOMINATIONS: f32 = 40.0;
/// The room above and below a bar.
const BAR_GAP: f32 = 8.0;
/// The size of labels.
const LABEL: f32 = 19.0;

/// The lane's days over its width.
struct Plane {
    scale: TimeScale,
    top: f32,
    bars_top: f32,
    bars_bottom: f32,
    bottom: f32,
}

impl Plane {
    fn x(&self, day: Day) -> f32 {
        MARGIN + place(self.scale.x_from_day(day)).clamp(0.0, place(self.scale.width_px()))
    }
}

/// Draws the card.
///
/// # Errors
/// A text that does not fit.
pub(crate) fn draw(canvas: &mut Canvas, inks: &Inks, order: Order<'_>) -> Result<(), String> {
    let lede = Flow::fitted(&canvas.faces, &lede(order.t), LEDE, (40.0, 30.0), (width(), 200.0));
    let lede = lede.ok_or("the sentence does not fit")?;
    let end = lede.write(canvas, (MARGIN, TOP - 10.0), inks.text);
    let tenures = pack(&placed(order.dataset, order.dataset.site.head_office));
    let key = key(canvas, inks, order, &tenures);
    let (top, bottom) = (end + 22.0, BOTTOM - key.height() - 9.0);
    let name = Type {
        font: Font::SansBold,
        size: 21.0,
        ink: inks.text,
    };
    let beside = incumbent(order, &tenures).map_or(0.0, |(_, text)| canvas.width(text, name) + 18.0);
    let dataset = order.dataset;
    let plane = Plane {
        scale: TimeScale::new(
            DayRange::new(dataset.first_day(), dataset.as_of),
            f64::from(width() - beside),
        ),
        top,
        bars_top: top + TERMS + CALENDAR,
        bars_bottom: bottom - NOMINATIONS,
        bottom,
    };
    backdrop(canvas, inks, order, &plane);
    let rows = row_count(&tenures);
    let row = (plane.bars_bottom - plane.bars_top) / f32::from(rows);
    if row < 30.0 {
        return Err("the lane does not fit".to_owned());
    }
    absences(canvas, inks, order, &plane);
    for placed in &tenures {
        tenure(canvas, inks, order, &plane, placed, row);
    }
    if let Some((placed, text)) = incumbent(order, &tenures) {
        let middle = plane.bars_top + (f32::from(placed.row) + 0.5) * row;
        canvas.text(text, name, (plane.x(dataset.as_of) + 16.0, middle + 7.0), Anchor::Start);
    }
    nominations(canvas, inks, order, &plane);
    key.draw(canvas, inks, (MARGIN, BOTTOM - key.height() - 1.0));
    Ok(())
}

/// The tenure that goes on, and its holder's surname.
fn incumbent<'a>(order: Order<'_>, tenures: &'a [PlacedTenure]) -> Option<(&'a PlacedTenure, &'static str)> {
    let placed = tenures.iter().rev().find(|placed| placed.open)?;
    let person = order.dataset.tenure(placed.tenure).person;
    Some((placed, order.dataset.person(person).surname()))
}

/// The presidents' terms, the calendar, and the last day.
fn backdrop(canvas: &mut Canvas, inks: &Inks, order: Order<'_>, plane: &Plane) {
    let dataset = order.dataset;
    let shown = plane.scale.domain();
    let small = Type {
        font: Font::Sans,
        size: LABEL,
        ink: inks.soft,
    };
    let terms = dataset.terms.iter().enumerate();
    for (position, term) in terms.filter(|(_, term)| term.end.is_none_or(|end| end > shown.from)) {
        let (from, to) = (plane.x(term.start), plane.x(term.end.unwrap_or(shown.to)));
        if position % 2 == 0 {
            canvas.fill_box((from, plane.top, to - from, plane.bottom - plane.top), inks.raised);
        }
        // Nothing stands beside the last term but the name of who holds the post.
        let room = if term.end.is_none() {
            MARGIN + width() - from
        } else {
            to - from
        };
        if canvas.width(&term.label, small) + 16.0 <= room {
            canvas.text(&term.label, small, (from + 8.0, plane.top + LABEL), Anchor::Start);
        }
    }
    let years = ticks(&plane.scale)
        .into_iter()
        .filter(|tick| tick.unit == TickUnit::Year);
    let bold = Type {
        font: Font::SansBold,
        ink: inks.text,
        ..small
    };
    let calendar = plane.top + TERMS;
    for tick in years {
        let x = plane.x(tick.day);
        let label = tick.day.ymd().0.to_string();
        canvas.line(
            &[(x, calendar + 5.0), (x, plane.bars_top)],
            &Line::of(1.5),
            inks.strong_rule,
        );
        canvas.line(&[(x, plane.bars_top), (x, plane.bottom)], &Line::of(1.5), inks.rule);
        if x + 6.0 + canvas.width(&label, bold) <= plane.x(shown.to) {
            canvas.text(&label, bold, (x + 6.0, calendar + 22.0), Anchor::Start);
        }
    }
    let line = [(MARGIN, plane.bars_top), (plane.x(shown.to), plane.bars_top)];
    canvas.line(&line, &Line::of(1.5), inks.strong_rule);
}

/// Days of which nobody is on record, and those whose holder was not found.
fn absences(canvas: &mut Canvas, inks: &Inks, order: Order<'_>, plane: &Plane) {
    let dataset = order.dataset;
    for gap in gaps(dataset, dataset.site.head_office, dataset.first_day()) {
        let (from, to) = (plane.x(gap.range.from), plane.x(gap.range.to));
        let (top, bottom) = (plane.bars_top + BAR_GAP, plane.bars_bottom - BAR_GAP);
        let area = (from, top, to - from, bottom - top);
        absence(canvas, inks, gap.kind, area);
    }
}

/// A tenure as a bar: it fades where its days are in doubt.
fn tenure(canvas: &mut Canvas, inks: &Inks, order: Order<'_>, plane: &Plane, placed: &PlacedTenure, row: f32) {
    let dataset = order.dataset;
    let tenure = dataset.tenure(placed.tenure);
    let tint = inks.capacity(tenure.capacity);
    let (from, to) = (plane.x(placed.from), plane.x(placed.to));
    let top = plane.bars_top + f32::from(placed.row) * row + BAR_GAP;
    let high = row - 2.0 * BAR_GAP;
    let area = (from, top, (to - from - 1.5).max(1.5), high);
    let fade = Fade {
        from,
        full_from: plane.x(placed.solid_from),
        full_to: plane.x(placed.solid_to),
        to,
    };
    if placed.from < placed.solid_from || placed.solid_to < placed.to {
        let (left, top, wide, _) = area;
        canvas.fill_box(area, Ink::Fading(tint.light, fade));
        if let Some(pattern) = pattern(tenure.capacity) {
            canvas.pattern(area, pattern, Ink::Fading(pattern_ink(tint, pattern), fade));
        }
        canvas.fill_box(
            (left, top, wide, (high / 12.0).clamp(3.0, 7.0)),
            Ink::Fading(tint.strong, fade),
        );
    } else {
        bar(canvas, tint, pattern(tenure.capacity), area);
    }
    if placed.open {
        let tip = [(to - 1.5, top), (to + 9.0, top + high / 2.0), (to - 1.5, top + high)];
        if let Some(path) = through(&tip, true) {
            canvas.fill(&path, tint.light);
        }
        return;
    }
    let name = dataset.person(tenure.person).surname();
    let sizes = [22.0, 19.0, 17.0].map(|size| Type {
        font: Font::SansBold,
        size,
        ink: inks.text,
    });
    let room = to - from - 14.0;
    let fits = |style: &Type| canvas.width(name, *style) <= room;
    if let Some(style) = sizes.into_iter().find(fits) {
        let indent = (room - canvas.width(name, style)).min(5.0) + 6.0;
        let base = (from + indent, top + high / 2.0 + style.size * 0.4);
        canvas.haloed(name, style, base, Anchor::Start, tint.light);
    }
}

/// The pattern that repeats what the colour of a capacity says.
fn pattern(capacity: Capacity) -> Option<Pattern> {
    match capacity {
        Capacity::Confirmed | Capacity::Appointed | Capacity::Elected => None,
        Capacity::Acting => Some(Pattern::Diagonals),
        Capacity::PerformingDuties => Some(Pattern::Dots),
        Capacity::Interim => Some(Pattern::Uprights),
        Capacity::Unknown => Some(Pattern::Levels),
    }
}

/// Whether an event is a nomination for the head of the agency, or what became of one.
fn is_nomination(dataset: &Dataset, ix: EventIx) -> bool {
    let event = dataset.event(ix);
    event.offices.contains(&dataset.site.head_office) && event.kind.family() == EventFamily::Nominations
}

/// The nominations for the post and what became of them, at the middle of the days that each can be of.
fn nominations(canvas: &mut Canvas, inks: &Inks, order: Order<'_>, plane: &Plane) {
    let dataset = order.dataset;
    let y = f32::midpoint(plane.bars_bottom, plane.bottom);
    canvas.line(&[(MARGIN, y), (plane.x(dataset.as_of), y)], &Line::of(1.5), inks.rule);
    for ix in dataset.event_ixs() {
        let event = dataset.event(ix);
        if is_nomination(dataset, ix) {
            let (first, last) = (event.date.earliest(), event.date.latest());
            let day = first.plus(first.days_until(last) / 2);
            diamond(canvas, inks, (plane.x(day), y), 9.0);
        }
    }
}

/// The key of what the lane shows.
fn key(canvas: &Canvas, inks: &Inks, order: Order<'_>, tenures: &[PlacedTenure]) -> KeyRows {
    let (dataset, t) = (order.dataset, order.t);
    let is_held = |one: &Capacity| {
        let mut capacities = tenures.iter().map(|placed| dataset.tenure(placed.tenure).capacity);
        capacities.any(|other| other == *one)
    };
    let of_capacity = |one: Capacity| Entry {
        sample: Sample::Bar(inks.capacity(one), pattern(one)),
        label: capacity(t, one).to_owned(),
    };
    let mut entries: Vec<Entry> = Capacity::ALL.iter().copied().filter(is_held).map(of_capacity).collect();
    let mut doubtful = tenures
        .iter()
        .filter(|placed| placed.from < placed.solid_from || placed.solid_to < placed.to);
    if let Some(placed) = doubtful.next() {
        entries.push(Entry {
            sample: Sample::Fading(inks.capacity(dataset.tenure(placed.tenure).capacity)),
            label: t.key_uncertain.to_owned(),
        });
    }
    let absences = gaps(dataset, dataset.site.head_office, dataset.first_day());
    for (kind, label) in [(GapKind::Vacant, t.key_vacant), (GapKind::Unknown, t.key_unknown)] {
        if absences.iter().any(|gap| gap.kind == kind) {
            entries.push(Entry {
                sample: Sample::Absence(kind),
                label: label.to_owned(),
            });
        }
    }
    if dataset.event_ixs().any(|ix| is_nomination(dataset, ix)) {
        entries.push(Entry {
            sample: Sample::Diamond,
            label: t.card_nominations.to_owned(),
        });
    }
    KeyRows::of(canvas, entries, width())
}
