//! The texts of the interface and how dates, spans and lengths are written.

mod text;

use std::vec::IntoIter;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

impl Texts {
    /// The texts of a language, by their keys in order.
    pub(crate) fn of(texts: Vec<&str>) -> Self {
        Self::taken(&mut texts.into_iter())
    }
}

/// The next text, kept as long as the program.
#[inline(never)]
fn kept(texts: &mut IntoIter<&str>) -> &'static str {
    texts.next().map_or("", |text| Box::leak(Box::from(text)))
}

pub use text::{
    capacity, capacity_about, capacity_word, confidence, confidence_short, date_after_since, day_text, days, end,
    family, field, fill, kind, length, month_year, month_year_short, number, partial_date, partial_date_short, reason,
    source_kind, span, span_short, standing, start, tenths, tick_label,
};
