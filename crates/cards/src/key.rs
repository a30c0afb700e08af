//! The key of a card: a sample of each mark and its name, in rows.

use timeline_app::charts::display_list::{Anchor, Key};
use timeline_core::{model::ReportStanding, query::succession::GapKind};

use crate::{
    canvas::{Area, At, Canvas, Line, Pattern, Type, boxed, circle, through},
    drawing::{doubt_colour, key_colour, key_dash},
    face::Font,
    fade::{Fade, Ink},
    ink::{Inks, Tint},
    numbers::nth,
};

/// The size of an entry's name.
const SIZE: f32 = 18.0;
/// The height of a row.
const ROW: f32 = 29.0;
/// The width of a sample.
const SAMPLE: f32 = 34.0;
/// The room between a sample and its name, and the one between entries.
const GAP: f32 = 10.0;
const APART: f32 = 28.0;

/// What an entry shows.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Sample {
    /// The line of a key.
    Line(Key),
    /// The mark of a key.
    Mark(Key),
    /// The single values of a key.
    Dot(Key),
    /// The part of a mark that is in doubt.
    Doubt(Key),
    /// A bar of the timeline.
    Bar(Tint, Option<Pattern>),
    /// A bar of the timeline whose days are in doubt.
    Fading(Tint),
    /// Days without a holder.
    Absence(GapKind),
    /// A nomination, or its end.
    Diamond,
}

/// An entry of a key.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) sample: Sample,
    pub(crate) label: String,
}

/// Entries in rows of a width.
#[derive(Debug)]
pub(crate) struct KeyRows {
    /// Each entry with its place from the left and its row.
    placed: Vec<(f32, usize, Entry)>,
    rows: usize,
}

impl KeyRows {
    /// Puts entries into rows.
    pub(crate) fn of(canvas: &Canvas, entries: Vec<Entry>, width: f32) -> Self {
        let (mut x, mut row) = (0.0, 0);
        let mut placed = Vec::new();
        for entry in entries {
            let wide = wide(entry.sample) + GAP + canvas.faces.width(Font::Sans, SIZE, &entry.label);
            if x > 0.0 && x + wide > width {
                (x, row) = (0.0, row + 1);
            }
            placed.push((x, row, entry));
            x += wide + APART;
        }
        let rows = if placed.is_empty() { 0 } else { row + 1 };
        Self { placed, rows }
    }

    /// The height of its rows.
    pub(crate) fn height(&self) -> f32 {
        nth(self.rows) * ROW
    }

    /// Draws it with its top left corner at a point.
    pub(crate) fn draw(&self, canvas: &mut Canvas, inks: &Inks, (x, y): At) {
        for (across, row, entry) in &self.placed {
            let (left, middle) = (x + across, y + (nth(*row) + 0.5) * ROW);
            sample(canvas, inks, entry.sample, (left, middle));
            let style = Type {
                font: Font::Sans,
                size: SIZE,
                ink: inks.text,
            };
            let at = (left + wide(entry.sample) + GAP, middle + SIZE * 0.36);
            canvas.text(&entry.label, style, at, Anchor::Start);
        }
    }
}

fn wide(sample: Sample) -> f32 {
    match sample {
        Sample::Mark(Key::Reported(_) | Key::Change | Key::None) | Sample::Dot(_) | Sample::Diamond => 18.0,
        Sample::Line(_)
        | Sample::Mark(_)
        | Sample::Doubt(_)
        | Sample::Bar(..)
        | Sample::Fading(_)
        | Sample::Absence(_) => SAMPLE,
    }
}

fn sample(canvas: &mut Canvas, inks: &Inks, sample: Sample, (x, y): At) {
    let block = (x, y - 8.0, SAMPLE, 16.0);
    match sample {
        Sample::Line(key) => {
            let line = Line {
                dash: key_dash(key, 1.7),
                ..Line::of(3.2)
            };
            canvas.line(&[(x, y), (x + SAMPLE, y)], &line, key_colour(key, inks));
        }
        Sample::Mark(Key::Reported(standing)) => reported(canvas, inks, standing, (x + 9.0, y), 8.5),
        Sample::Mark(Key::Change) => {
            let corners = [(x + 1.0, y - 6.0), (x + 17.0, y - 6.0), (x + 9.0, y + 8.0)];
            if let Some(path) = through(&corners, true) {
                canvas.fill(&path, inks.soft);
            }
        }
        Sample::Dot(key) | Sample::Mark(key @ Key::None) => {
            if let Some(path) = circle((x + 9.0, y), 6.0) {
                canvas.fill(&path, key_colour(key, inks));
            }
        }
        Sample::Doubt(key) => {
            if let Some(path) = boxed(block) {
                let line = Line {
                    dash: vec![5.0, 3.0],
                    ..Line::of(1.8)
                };
                canvas.fill(&path, doubt_colour(key, inks));
                canvas.stroke(&path, &line, key_colour(key, inks));
            }
        }
        Sample::Mark(key) => {
            let mut colour = key_colour(key, inks);
            if let (Key::Series(1), Some(path)) = (key, boxed(block)) {
                canvas.stroke(&path, &Line::of(1.6), colour);
                colour.set_alpha(0.28);
            }
            canvas.fill_box(block, colour);
        }
        Sample::Bar(tint, pattern) => bar(canvas, tint, pattern, block),
        Sample::Fading(tint) => {
            let fade = Fade {
                from: x,
                full_from: x + SAMPLE,
                full_to: x + SAMPLE,
                to: x + SAMPLE,
            };
            let (left, top, wide, high) = block;
            canvas.fill_box(block, Ink::Fading(tint.light, fade));
            canvas.fill_box((left, top, wide, high / 5.0), Ink::Fading(tint.strong, fade));
        }
        Sample::Absence(kind) => absence(canvas, inks, kind, block),
        Sample::Diamond => diamond(canvas, inks, (x + 9.0, y), 8.0),
    }
}

/// A bar of the timeline without doubt.
pub(crate) fn bar(canvas: &mut Canvas, tint: Tint, pattern: Option<Pattern>, block: Area) {
    let (left, top, wide, high) = block;
    canvas.fill_box(block, tint.light);
    if let Some(pattern) = pattern {
        canvas.pattern(block, pattern, pattern_ink(tint, pattern));
    }
    canvas.fill_box((left, top, wide, (high / 12.0).clamp(3.0, 7.0)), tint.strong);
    canvas.fill_box((left, top, 3.0, high), tint.strong);
}

/// The colour of a pattern: the capacity's, let through.
pub(crate) fn pattern_ink(tint: Tint, pattern: Pattern) -> tiny_skia::Color {
    let mut colour = tint.strong;
    colour.set_alpha(if pattern == Pattern::Dots { 0.5 } else { 0.27 });
    colour
}

/// Days of which nobody is on record, or whose holder was not found.
pub(crate) fn absence(canvas: &mut Canvas, inks: &Inks, kind: GapKind, block: Area) {
    let dash = match kind {
        GapKind::Vacant => vec![6.0, 5.0],
        GapKind::Unknown => vec![2.0, 4.0],
    };
    if let Some(path) = boxed(block) {
        let line = Line { dash, ..Line::of(1.6) };
        canvas.stroke(&path, &line, inks.control);
    }
}

/// The mark of a nomination.
pub(crate) fn diamond(canvas: &mut Canvas, inks: &Inks, (x, y): At, reach: f32) {
    let corners = [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)];
    if let Some(path) = through(&corners, true) {
        canvas.fill(&path, inks.paper);
        canvas.stroke(&path, &Line::of(2.4), inks.text);
    }
}

/// The mark of what was reported: each word has its own form.
pub(crate) fn reported(canvas: &mut Canvas, inks: &Inks, standing: ReportStanding, (x, y): At, reach: f32) {
    let corners = |reach: f32| [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)];
    match standing {
        ReportStanding::OtherReason => {
            if let Some(path) = circle((x, y), reach * 0.8) {
                canvas.fill(&path, inks.paper);
                canvas.stroke(&path, &Line::of(2.6), inks.reported);
            }
        }
        ReportStanding::Named => {
            if let Some(path) = circle((x, y), reach * 0.9) {
                canvas.fill(&path, inks.reported);
            }
        }
        ReportStanding::Replacement => {
            if let Some(path) = through(&corners(reach * 1.15), true) {
                canvas.fill(&path, inks.reported);
            }
        }
        ReportStanding::Confirmed => {
            let half = reach * 0.85;
            canvas.fill_box((x - half, y - half, 2.0 * half, 2.0 * half), inks.reported);
        }
    }
}
