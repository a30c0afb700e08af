//! The texts of the interface and how dates, spans and lengths are written.

mod dates;
mod text;
mod words;

use std::vec::IntoIter;

#[cfg(any(test, feature = "ssr"))]
use timeline_core::{model::Language, translation};

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

pub use dates::{
    date_after_since, day_text, end, month_year, month_year_short, partial_date, partial_date_short, span, span_short,
    start, tick_label,
};
pub use text::{days, fill, length, number, tenths};
pub use words::{
    capacity, capacity_about, capacity_word, confidence, confidence_short, family, field, kind, reason, source_kind,
    standing,
};

/// The texts of a language that is not that of the page; none for the first one.
#[cfg(any(test, feature = "ssr"))]
pub(crate) fn texts_of(language: Language) -> Option<&'static Texts> {
    let file = crate::embedded::translation(language).ok()?;
    let texts = translation::Texts::read(file, Texts::COUNT).ok()?;
    Some(Box::leak(Box::new(Texts::of(texts.interface))))
}

/// The texts of the second language.
#[cfg(test)]
fn spanish() -> &'static Texts {
    texts_of(Language::Spanish).unwrap()
}
