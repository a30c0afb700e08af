//! The names on the card of the map: of those places alone of which something was reported.

use timeline_app::charts::display_list::{Anchor, DisplayItem, DisplayList, Key, Shape, ShapeClass};

use crate::{
    canvas::{Area, Canvas, Type},
    drawing::Stretch,
    ink::Inks,
    numbers::px,
};

/// The room between a place and its name.
const APART: f32 = 14.0;

/// Leaves out the names of places of which nothing was reported: close together on a small picture, one
/// could be read as another's.
pub(crate) fn leave_out_names(list: &mut DisplayList) {
    list.items.retain(|item| item.pen.class != ShapeClass::Name);
}

/// Names, at their right, the places of which something was reported and which the drawing had no room to
/// name; a name that would meet another is left out.
pub(crate) fn name_what_is_not(
    canvas: &mut Canvas,
    inks: &Inks,
    list: &DisplayList,
    stretch: &Stretch,
    names: &[&str],
    style: Type,
) {
    let written: Vec<&DisplayItem> = list.items.iter().filter(|item| is_text(item)).collect();
    for spot in &list.spots {
        let of_row = |item: &&DisplayItem| item.pen.row == Some(spot.row);
        let is_reported = list
            .items
            .iter()
            .filter(of_row)
            .any(|item| matches!(item.pen.key, Key::Reported(_)));
        let name = names.get(usize::from(spot.row)).filter(|_| is_reported);
        let Some(name) = name.filter(|_| !written.iter().copied().any(|item| of_row(&item))) else {
            continue;
        };
        let (x, y) = stretch.point(spot.at);
        for base in [y + style.size * 0.36, y + style.size * 0.9, y - style.size * 0.2] {
            let area = (
                x + APART,
                base - style.size * 0.76,
                canvas.width(name, style),
                style.size,
            );
            if written
                .iter()
                .all(|item| !meet(area, box_of(canvas, stretch, item, style)))
            {
                canvas.haloed(name, style, (x + APART, base), Anchor::Start, inks.paper);
                break;
            }
        }
    }
}

fn is_text(item: &DisplayItem) -> bool {
    matches!(item.shape, Shape::Text(..))
}

/// About the box of a text of the drawing.
fn box_of(canvas: &Canvas, stretch: &Stretch, item: &DisplayItem, style: Type) -> Area {
    let Shape::Text(at, anchor, text) = &item.shape else {
        return (0.0, 0.0, 0.0, 0.0);
    };
    let (x, middle) = stretch.point((at.0, at.1 - 4));
    let width = canvas.width(text, style);
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    (left, middle - style.size / 2.0, width + px(2), style.size)
}

fn meet(one: Area, other: Area) -> bool {
    let apart = |one: (f32, f32), other: (f32, f32)| one.0 + one.1 <= other.0 || other.0 + other.1 <= one.0;
    !apart((one.0, one.2), (other.0, other.2)) && !apart((one.1, one.3), (other.1, other.3))
}

#[cfg(test)]
mod tests {
    use super::meet;

    #[test]
    fn boxes_that_touch_do_not_meet() {
        let one = (0.0, 0.0, 10.0, 10.0);
        assert!(meet(one, (9.0, 9.0, 5.0, 5.0)));
        assert!(!meet(one, (10.0, 0.0, 5.0, 5.0)));
        assert!(!meet(one, (0.0, -5.0, 5.0, 5.0)));
    }
}
