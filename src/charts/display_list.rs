//! What a chart draws: shapes with a class, a key and a row, in whole pixels, the same on every platform.

use timeline_core::model::{Capacity, ReportStanding};

use crate::markup::{Markup, el};

macro_rules! classes {
    ($($(#[$meta:meta])* $variant:ident = $word:literal,)+) => {
        /// What a shape is for. It is told to the style sheet as a class.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum ShapeClass { $($(#[$meta])* $variant,)+ }

        impl ShapeClass {
            const ALL: &[Self] = &[$(Self::$variant,)+];

            fn word(self) -> &'static str {
                match self { $(Self::$variant => concat!("chart__", $word),)+ }
            }
        }
    };
}

classes! {
    /// A line of the grid.
    Grid = "grid",
    /// The axis.
    Axis = "axis",
    /// A label of the axis.
    Tick = "tick",
    /// The name of a mark.
    Name = "name",
    /// The name of several marks.
    Heading = "heading",
    /// The value of a mark.
    Value = "value",
    /// A text that explains.
    Note = "note",
    /// The certain part of a mark.
    Mark = "mark",
    /// A further part of a mark, in another capacity.
    Part = "mark",
    /// The uncertain part of a mark.
    Doubt = "doubt",
    /// The arrow of a mark that goes on.
    Open = "open",
    /// The whole that a mark is a part of.
    Track = "track",
    /// A line over time.
    Line = "line",
    /// A part of a line that rests on less than the others.
    Partial = "partial",
    /// A single value.
    Dot = "dot",
    /// A single value of which something is to be known.
    Ring = "ring",
    /// Days of which nothing is known.
    Gap = "gap",
    /// A value that somebody gave.
    Reference = "reference",
    /// The name of a value that somebody gave.
    ReferenceName = "reference-name",
    /// A change of holder.
    Change = "change",
    /// A time in which something is awaited.
    Pending = "pending",
    /// Something last seen.
    Censored = "censored",
    /// Land on a map.
    Land = "land",
    /// A border on a map.
    Border = "border",
    /// The title of a figure that stands alone.
    Title = "title",
    /// Where a figure that stands alone is from.
    Source = "source",
    /// What a figure that stands alone is drawn on.
    Paper = "paper",
}

/// What tells marks of one class apart, beside their form: an attribute for the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Nothing.
    None,
    /// A capacity.
    Capacity(Capacity),
    /// A series, by its position in the figure.
    Series(u8),
    /// What reports say.
    Reported(ReportStanding),
    /// A change of holder.
    Change,
    /// By nobody.
    Vacant,
    /// It is not known how.
    Doubtful,
}

impl Key {
    fn number(self) -> u32 {
        match self {
            Self::None => 0,
            Self::Vacant => 1,
            Self::Doubtful => 2,
            Self::Change => 3,
            Self::Series(position) => 4 + u32::from(position.min(3)),
            Self::Capacity(capacity) => 8 + position(Capacity::ALL, &capacity),
            Self::Reported(standing) => 16 + position(ReportStanding::ALL, &standing),
        }
    }

    fn of_number(number: u32) -> Self {
        let at = |from: u32| usize::try_from(number - from).unwrap_or(0);
        match number {
            1 => Self::Vacant,
            2 => Self::Doubtful,
            3 => Self::Change,
            4..=7 => Self::Series(u8::try_from(number - 4).unwrap_or(0)),
            8..=15 => Capacity::ALL
                .get(at(8))
                .map_or(Self::None, |&capacity| Self::Capacity(capacity)),
            16.. => ReportStanding::ALL
                .get(at(16))
                .map_or(Self::None, |&standing| Self::Reported(standing)),
            _ => Self::None,
        }
    }

    /// Adds the attribute.
    #[must_use]
    pub fn on(self, markup: Markup) -> Markup {
        match self {
            Self::None => markup,
            Self::Capacity(capacity) => markup.attr("data-capacity", capacity.word()),
            Self::Series(position) => markup.attr(
                "data-series",
                match position {
                    0 => "0",
                    1 => "1",
                    2 => "2",
                    _ => "3",
                },
            ),
            Self::Reported(standing) => markup.attr("data-reported", standing.word()),
            Self::Vacant => markup.attr("data-held", "vacant"),
            Self::Doubtful => markup.attr("data-held", "doubtful"),
            Self::Change => markup.attr("data-change", ""),
        }
    }
}

fn position<T: PartialEq>(all: &[T], one: &T) -> u32 {
    let at = all.iter().position(|other| other == one).unwrap_or(0);
    u32::try_from(at).unwrap_or(0)
}

/// What a shape is drawn with: its class, its key, and the row of the table that it draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pen {
    /// What the shape is for.
    pub class: ShapeClass,
    /// What tells it apart.
    pub key: Key,
    /// The row of the table, from 0, up to [`Pen::MAX_ROW`]; none for axes and grids.
    pub row: Option<u16>,
}

/// A pen of a class alone.
impl From<ShapeClass> for Pen {
    fn from(class: ShapeClass) -> Self {
        Self {
            class,
            key: Key::None,
            row: None,
        }
    }
}

impl Pen {
    /// The last row that a shape can name.
    pub const MAX_ROW: u16 = (1 << 14) - 2;

    /// The same pen for a key.
    #[must_use]
    pub fn key(self, key: Key) -> Self {
        Self { key, ..self }
    }

    /// The same pen for a row of the table.
    #[must_use]
    pub fn row(self, row: usize) -> Self {
        let row = u16::try_from(row).ok().filter(|&row| row <= Self::MAX_ROW);
        Self { row, ..self }
    }

    /// As a number of 24 bits: 5 of the class, 5 of the key, 14 of the row, one above it.
    pub(super) fn number(self) -> u32 {
        let class = position(ShapeClass::ALL, &self.class);
        let row = self.row.map_or(0, |row| u32::from(row) + 1);
        class << 19 | self.key.number() << 14 | row
    }

    /// The pen of a number.
    pub(super) fn of_number(number: u32) -> Option<Self> {
        let class = *ShapeClass::ALL.get(usize::try_from(number >> 19).ok()?)?;
        let row = number & 0x3fff;
        Some(Self {
            class,
            key: Key::of_number(number >> 14 & 0x1f),
            row: row.checked_sub(1).and_then(|row| u16::try_from(row).ok()),
        })
    }
}

/// Where a text is anchored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At its start.
    Start,
    /// At its middle.
    Middle,
    /// At its end.
    End,
}

/// A shape in whole pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A rectangle: left, top, width, height.
    Rect(i32, i32, i32, i32),
    /// A line through points; closed and filled when the flag is set.
    Path(Vec<(i32, i32)>, bool),
    /// A circle: centre and radius.
    Circle((i32, i32), i32),
    /// A text at a point of its base line.
    Text((i32, i32), Anchor, String),
}

impl Shape {
    /// The same shape elsewhere.
    #[must_use]
    pub fn moved(&self, right: i32, down: i32) -> Self {
        let moved = |at: &(i32, i32)| (at.0 + right, at.1 + down);
        match self {
            Self::Rect(x, y, width, height) => Self::Rect(x + right, y + down, *width, *height),
            Self::Path(points, closed) => Self::Path(points.iter().map(moved).collect(), *closed),
            Self::Circle(at, radius) => Self::Circle(moved(at), *radius),
            Self::Text(at, anchor, text) => Self::Text(moved(at), *anchor, text.clone()),
        }
    }
}

/// A shape with what it is drawn with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisplayItem {
    /// What it is drawn with.
    pub pen: Pen,
    /// The shape.
    pub shape: Shape,
}

/// Where a row of the table is drawn, for pointers and keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The row.
    pub row: u16,
    /// What the left and right keys stay in: a series, or all bars.
    pub lane: u8,
    /// The place, in pixels.
    pub at: (i32, i32),
}

/// What a chart draws, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DisplayList {
    /// The width in pixels.
    pub width_px: u32,
    /// The height in pixels.
    pub height_px: u32,
    /// The shapes, the first at the back.
    pub items: Vec<DisplayItem>,
    /// Where the rows of the table are, in the order in which they are read.
    pub spots: Vec<Spot>,
    /// Rows that are not of the range shown.
    pub outside: Vec<u16>,
    /// Each row's ids of records, with spaces between, for what lights up with it.
    pub records: Vec<String>,
    /// The left and the right edge of the days, where there are any.
    pub days_px: Option<(i32, i32)>,
}

/// The display list as an SVG of the page: styled by classes, so that themes reach it.
#[must_use]
pub fn display_svg(list: &DisplayList) -> Markup {
    let items = list.items.iter().map(|item| {
        let Pen { class, key, row } = item.pen;
        let mut drawn = key.on(draw(&item.shape).class(class.word()));
        if let Some(row) = row {
            drawn = drawn
                .attr("data-row", row.to_string())
                .flag("data-outside", list.outside.contains(&row));
            if let Some(record) = list.records.get(usize::from(row)).filter(|record| !record.is_empty()) {
                drawn = drawn.attr("data-record", record.clone());
            }
        }
        drawn
    });
    el("svg")
        .class("chart__svg")
        .attr("viewBox", format!("0 0 {} {}", list.width_px, list.height_px))
        .attr("width", list.width_px.to_string())
        .attr("height", list.height_px.to_string())
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .children(items)
}

fn draw(shape: &Shape) -> Markup {
    match shape {
        Shape::Rect(x, y, width, height) => el("rect")
            .attr("x", x.to_string())
            .attr("y", y.to_string())
            .attr("width", width.to_string())
            .attr("height", height.to_string()),
        Shape::Path(points, closed) => el("path").attr("d", path(points, *closed)),
        Shape::Circle((x, y), r) => el("circle")
            .attr("cx", x.to_string())
            .attr("cy", y.to_string())
            .attr("r", r.to_string()),
        Shape::Text((x, y), anchor, text) => el("text")
            .attr("x", x.to_string())
            .attr("y", y.to_string())
            .attr(
                "text-anchor",
                match anchor {
                    Anchor::Start => "start",
                    Anchor::Middle => "middle",
                    Anchor::End => "end",
                },
            )
            .text(text.clone()),
    }
}

fn path(points: &[(i32, i32)], closed: bool) -> String {
    let mut d = String::new();
    for (position, (x, y)) in points.iter().enumerate() {
        d.push(if position == 0 { 'M' } else { 'L' });
        d.push_str(&x.to_string());
        d.push(' ');
        d.push_str(&y.to_string());
    }
    if closed {
        d.push('Z');
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pen_survives_as_a_number() {
        let keys = [
            Key::None,
            Key::Vacant,
            Key::Doubtful,
            Key::Series(3),
            Key::Capacity(Capacity::Unknown),
            Key::Reported(ReportStanding::Confirmed),
        ];
        for &class in ShapeClass::ALL {
            for key in keys {
                for row in [None, Some(0), Some(Pen::MAX_ROW)] {
                    let pen = Pen { class, key, row };
                    assert!(pen.number() < 1 << 24);
                    assert_eq!(Pen::of_number(pen.number()), Some(pen));
                }
            }
        }
    }

    #[test]
    fn a_row_that_cannot_be_named_is_not_named() {
        let pen = Pen::from(ShapeClass::Mark);
        assert_eq!(pen.row(usize::from(Pen::MAX_ROW) + 1).row, None);
    }
}
