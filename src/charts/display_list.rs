//! What a chart draws: shapes with a class and a record, in whole pixels, the same on every platform.

use crate::markup::{Markup, el};

/// What a shape is for. It is told to the style sheet as a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeClass {
    /// A line of the grid.
    Grid,
    /// The axis.
    Axis,
    /// A label of the axis.
    Tick,
    /// The name of a mark.
    Name,
    /// The value of a mark.
    Value,
    /// The certain part of a mark.
    Mark,
    /// A further part of a mark, in another capacity.
    Part,
    /// The uncertain part of a mark.
    Doubt,
    /// The arrow of a mark that goes on.
    Open,
}

impl ShapeClass {
    const ALL: [Self; 9] = [
        Self::Grid,
        Self::Axis,
        Self::Tick,
        Self::Name,
        Self::Value,
        Self::Mark,
        Self::Part,
        Self::Doubt,
        Self::Open,
    ];

    /// The class with this position in the list.
    pub(super) fn at(position: u8) -> Option<Self> {
        Self::ALL.get(usize::from(position)).copied()
    }

    /// The position of the class in the list.
    pub(super) fn position(self) -> u8 {
        Self::ALL
            .iter()
            .position(|class| *class == self)
            .and_then(|position| u8::try_from(position).ok())
            .unwrap_or(0)
    }

    fn word(self) -> &'static str {
        match self {
            Self::Grid => "chart__grid",
            Self::Axis => "chart__axis",
            Self::Tick => "chart__tick",
            Self::Name => "chart__name",
            Self::Value => "chart__value",
            Self::Mark | Self::Part => "chart__mark",
            Self::Doubt => "chart__doubt",
            Self::Open => "chart__open",
        }
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

/// A shape with its class and the row of the table that it draws.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DisplayItem {
    /// What it is for.
    pub class: ShapeClass,
    /// The row of the table, from 0; none for axes and grids.
    pub row: Option<u16>,
    /// The shape.
    pub shape: Shape,
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
}

/// The display list as an SVG of the page: styled by classes, so that themes reach it.
///
/// `keys` gives each row's word for the attribute that colours it.
#[must_use]
pub(super) fn display_svg(list: &DisplayList, keys: &[&'static str]) -> Markup {
    let items = list.items.iter().map(|item| {
        let key = item.row.and_then(|row| keys.get(usize::from(row)).copied());
        let drawn = draw(item).class(item.class.word());
        match key {
            Some(key) => drawn.attr("data-capacity", key),
            None => drawn,
        }
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

fn draw(item: &DisplayItem) -> Markup {
    match &item.shape {
        Shape::Rect(x, y, width, height) => {
            let rect = el("rect")
                .attr("x", x.to_string())
                .attr("y", y.to_string())
                .attr("width", width.to_string())
                .attr("height", height.to_string());
            match item.row {
                Some(row) if item.class == ShapeClass::Mark => rect.attr("data-mark", row.to_string()),
                _ => rect,
            }
        }
        Shape::Path(points, closed) => {
            let mut d = String::new();
            for (position, (x, y)) in points.iter().enumerate() {
                d.push(if position == 0 { 'M' } else { 'L' });
                d.push_str(&[x.to_string(), " ".to_owned(), y.to_string()].concat());
            }
            if *closed {
                d.push('Z');
            }
            el("path").attr("d", d)
        }
        Shape::Circle((x, y), r) => el("circle")
            .attr("cx", x.to_string())
            .attr("cy", y.to_string())
            .attr("r", r.to_string()),
        Shape::Text((x, y), anchor, text) => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            el("text")
                .attr("x", x.to_string())
                .attr("y", y.to_string())
                .attr("text-anchor", anchor)
                .text(text.clone())
        }
    }
}
