//! Texts with values in their places, numbers and lengths.

use timeline_core::query::lengths::Length;

use super::Texts;

/// Puts values into a text's `{name}` places.
#[must_use]
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = text.to_owned();
    for (name, value) in values {
        filled = filled.replace(&["{", name, "}"].concat(), value);
    }
    filled
}

/// A whole number with its thousands apart ("3,528").
#[must_use]
pub fn number(value: i32) -> String {
    let digits = value.unsigned_abs().to_string();
    let mut text = String::new();
    if value < 0 {
        text.push('−');
    }
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of tenths: "1,053" or "383.6".
#[must_use]
pub fn tenths(value: i32) -> String {
    match value.rem_euclid(10) {
        0 => number(value / 10),
        rest => [&number(value / 10), ".", &rest.to_string()].concat(),
    }
}

/// A number of days.
#[must_use]
pub fn days(t: &'static Texts, count: i32) -> String {
    if count == 1 {
        t.days_one.to_owned()
    } else {
        fill(t.days_other, &[("n", &number(count))])
    }
}

/// A length, with its range, and in months when it is longer than two.
#[must_use]
pub fn length(t: &'static Texts, length: Length) -> String {
    let min = number(length.min_days);
    match length.max_days {
        _ if length.ongoing => fill(t.days_so_far, &[("n", &min)]),
        Some(max) if max == length.min_days => {
            let months = (max * 100 + 1522) / 3044;
            let about = if max > 75 {
                fill(t.days_months, &[("n", &number(months))])
            } else {
                String::new()
            };
            days(t, max) + &about
        }
        Some(max) => fill(t.days_range, &[("min", &min), ("max", &number(max))]),
        None if length.min_days > 0 => fill(t.days_at_least, &[("n", &min)]),
        None => t.days_unknown.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{EN, spanish};

    #[test]
    fn days_are_counted_in_both_languages() {
        let cases = [
            (0, "0 days", "0 días"),
            (1, "1 day", "1 día"),
            (2, "2 days", "2 días"),
            (21, "21 days", "21 días"),
            (3528, "3,528 days", "3,528 días"),
        ];
        for (count, english, other) in cases {
            assert_eq!(days(&EN, count), english);
            assert_eq!(days(spanish(), count), other);
        }
    }

    #[test]
    fn numbers_have_their_thousands_apart() {
        assert_eq!(number(3528), "3,528");
        assert_eq!(number(12), "12");
        assert_eq!(number(1_234_567), "1,234,567");
    }

    #[test]
    fn lengths_show_their_doubt() {
        let of = |min_days, max_days, ongoing| {
            length(
                &EN,
                Length {
                    min_days,
                    max_days,
                    ongoing,
                },
            )
        };
        assert_eq!(of(10, Some(10), false), "10 days");
        assert_eq!(of(448, Some(448), false), "448 days (about 15 months)");
        assert_eq!(of(367, Some(426), false), "367–426 days");
        assert_eq!(of(300, None, false), "at least 300 days");
        assert_eq!(of(110, Some(110), true), "110 days so far");
    }
}
