//! Numbers of the record and of drawings as pixels.

/// A whole number of pixels. What is beyond any picture stays beyond it.
pub(crate) fn px(value: i32) -> f32 {
    f32::from(i16::try_from(value).unwrap_or(if value < 0 { i16::MIN } else { i16::MAX }))
}

/// A width or height of a drawing.
pub(crate) fn size(value: u32) -> f32 {
    px(i32::try_from(value).unwrap_or(i32::MAX))
}

/// A place in a list.
pub(crate) fn nth(position: usize) -> f32 {
    px(i32::try_from(position).unwrap_or(i32::MAX))
}

/// A place on a scale.
#[expect(clippy::cast_possible_truncation, reason = "places on a card are few pixels")]
pub(crate) fn place(value: f64) -> f32 {
    value as f32
}
