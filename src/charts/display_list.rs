//! What a chart draws: shapes with a class and a record, in whole pixels, the same on every platform.

use leptos::prelude::*;

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
    /// The uncertain part of a mark.
    Doubt,
    /// The arrow of a mark that goes on.
    Open,
}

impl ShapeClass {
    const ALL: [Self; 8] =
        [Self::Grid, Self::Axis, Self::Tick, Self::Name, Self::Value, Self::Mark, Self::Doubt, Self::Open];

    /// The class with this position in the list.
    pub(super) fn at(position: u8) -> Option<Self> {
        Self::ALL.get(usize::from(position)).copied()
    }

    /// The position of the class in the list.
    pub(super) fn position(self) -> u8 {
        Self::ALL.iter().position(|class| *class == self).and_then(|position| u8::try_from(position).ok()).unwrap_or(0)
    }

    fn word(self) -> &'static str {
        match self {
            Self::Grid => "chart__grid",
            Self::Axis => "chart__axis",
            Self::Tick => "chart__tick",
            Self::Name => "chart__name",
            Self::Value => "chart__value",
            Self::Mark => "chart__mark",
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
#[component]
pub fn DisplaySvg(
    /// What is drawn.
    list: DisplayList,
    /// Each row's capacity or other word.
    keys: Vec<&'static str>,
) -> impl IntoView {
    let view_box = format!("0 0 {} {}", list.width_px, list.height_px);
    let items = list
        .items
        .into_iter()
        .map(|item| {
            let key = item.row.and_then(|row| keys.get(usize::from(row)).copied());
            draw(item, key)
        })
        .collect_view();
    view! {
        <svg class="chart__svg" viewBox=view_box width=list.width_px.to_string() height=list.height_px.to_string()
            aria-hidden="true" focusable="false">{items}</svg>
    }
}

fn draw(item: DisplayItem, key: Option<&'static str>) -> AnyView {
    let class = item.class.word();
    let row = item.row.map(|row| row.to_string());
    match item.shape {
        Shape::Rect(x, y, width, height) => {
            let mark = (item.class == ShapeClass::Mark).then(|| row.clone()).flatten();
            view! {
                <rect class=class data-capacity=key data-mark=mark x=x.to_string() y=y.to_string()
                    width=width.to_string() height=height.to_string()></rect>
            }
            .into_any()
        }
        Shape::Path(points, closed) => {
            let mut d = String::new();
            for (position, (x, y)) in points.iter().enumerate() {
                d.push(if position == 0 { 'M' } else { 'L' });
                d.push_str(&[x.to_string(), " ".to_owned(), y.to_string()].concat());
            }
            if closed {
                d.push('Z');
            }
            view! { <path class=class data-capacity=key d=d></path> }.into_any()
        }
        Shape::Circle((x, y), r) => {
            view! { <circle class=class data-capacity=key cx=x.to_string() cy=y.to_string() r=r.to_string()></circle> }.into_any()
        }
        Shape::Text((x, y), anchor, text) => {
            let anchor = match anchor {
                Anchor::Start => "start",
                Anchor::Middle => "middle",
                Anchor::End => "end",
            };
            view! { <text class=class data-row=row x=x.to_string() y=y.to_string() text-anchor=anchor>{text}</text> }.into_any()
        }
    }
}
