//! What others said, on the card of a figure: those values alone that its title tells of. The others are
//! left to the page, where each has room for who said so.

use timeline_app::{
    charts::display_list::{DisplayItem, DisplayList, Shape, ShapeClass},
    i18n::tenths,
};
use timeline_core::model::{Reference, SeriesFigure};

/// The room at the right of the last day, in a drawing's own pixels.
const END_PX: i32 = 14;

/// A reference that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    /// Its name, which says who.
    pub(crate) label: &'static str,
    /// Where its line ends, in the drawing's own pixels.
    pub(crate) end: (i32, i32),
}

/// A drawing without the references that a title does not tell of, and without the room for their
/// names; and those that are left.
pub(crate) fn told_by(
    title: &str,
    figure: Option<&'static SeriesFigure>,
    list: &DisplayList,
) -> (DisplayList, Vec<Shown>) {
    let Some(figure) = figure.filter(|figure| !figure.references.is_empty()) else {
        return (list.clone(), Vec::new());
    };
    let told: Vec<(u16, Shown)> = list
        .items
        .iter()
        .filter_map(|item| {
            let row = item.pen.row.filter(|_| item.pen.class == ShapeClass::ReferenceName)?;
            Some((row, shown(title, figure, list, item)?))
        })
        .collect();
    let is_kept = |item: &&DisplayItem| {
        let is_name = item.pen.class == ShapeClass::ReferenceName;
        let is_told = told.iter().any(|(row, _)| Some(*row) == item.pen.row);
        let is_lead = item.pen.class == ShapeClass::Grid && item.pen.row.is_some();
        !is_name && !is_lead && (is_told || !is_of_reference(list, item))
    };
    let right = list.days_px.map(|(_, right)| right + END_PX);
    let cut = DisplayList {
        width_px: right
            .and_then(|right| u32::try_from(right).ok())
            .unwrap_or(list.width_px),
        items: list.items.iter().filter(is_kept).cloned().collect(),
        ..list.clone()
    };
    (cut, told.into_iter().map(|(_, shown)| shown).collect())
}

/// The reference of a name in a drawing, when a title tells its value.
fn shown(title: &str, figure: &'static SeriesFigure, list: &DisplayList, name: &DisplayItem) -> Option<Shown> {
    let Shape::Text(.., value) = &name.shape else {
        return None;
    };
    let is_of_value = |one: &&Reference| tenths(one.tenths) == *value;
    let mut references = figure.references.iter().filter(is_of_value);
    // Of two with the same value it is not clear whose the title tells of.
    let (Some(one), None, true) = (references.next(), references.next(), tells(title, value)) else {
        return None;
    };
    let mut lines = list
        .items
        .iter()
        .filter(|item| item.pen.row == name.pen.row && item.pen.class == ShapeClass::Reference);
    let Shape::Path(points, _) = &lines.next()?.shape else {
        return None;
    };
    Some(Shown {
        label: &one.label,
        end: points.last().copied()?,
    })
}

/// Whether a text tells a number, and not only a longer one that holds it.
fn tells(text: &str, number: &str) -> bool {
    let is_part = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    text.match_indices(number).any(|(at, _)| {
        let (before, rest) = text.split_at(at);
        let mut after = rest.strip_prefix(number).unwrap_or_default().chars();
        let goes_on = match after.next() {
            Some(',' | '.') => is_part(after.next()),
            next => is_part(next),
        };
        !goes_on && !before.ends_with(|letter: char| letter.is_ascii_digit() || letter == ',' || letter == '.')
    })
}

/// Whether an item is drawn for a reference.
fn is_of_reference(list: &DisplayList, item: &DisplayItem) -> bool {
    let mut of_row = list.items.iter().filter(|other| other.pen.row == item.pen.row);
    item.pen.row.is_some() && of_row.any(|other| other.pen.class == ShapeClass::Reference)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_told_as_a_whole() {
        assert!(tells("the goal was 3,000", "3,000"));
        assert!(tells("from 900, then 1,000.", "1,000"));
        for other in ["13,000", "3,000,000", "3,000.5", "0.3,000"] {
            assert!(!tells(&["it was ", other].concat(), "3,000"), "{other}");
        }
    }
}
