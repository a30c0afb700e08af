//! The texts of the interface and how dates, spans and lengths are written.

mod text;

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

pub use text::{
    capacity, capacity_about, capacity_word, confidence, confidence_short, day_text, days, end, family, field, fill,
    kind, length, month_year, month_year_short, number, partial_date, reason, source_kind, span, standing, start,
    tenths, tick_label,
};
