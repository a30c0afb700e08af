//! The width of text in a sans-serif face, the same on every platform.
//!
//! The widths are those of a wide face (`DejaVu Sans`), so that text measured here fits in
//! most readers' system fonts too. It is an estimate for layout, not for typesetting.

/// The width of a text in pixels at a font size in pixels.
///
/// ```
/// use timeline_core::layout::text_width::text_width_px;
/// assert!(text_width_px("ill", 12.0) < text_width_px("WWW", 12.0));
/// assert_eq!(text_width_px("", 12.0), 0.0);
/// ```
#[must_use]
pub fn text_width_px(text: &str, font_px: f64) -> f64 {
    let thousandths: u32 = text.chars().map(advance).sum();
    f64::from(thousandths) * font_px / 1000.0
}

/// Thousandths of the font size.
fn advance(letter: char) -> u32 {
    match letter {
        '\u{300}'..='\u{36f}' => 0,
        'i' | 'j' | 'l' | '\'' | '|' | 'I' | 'ì'..='ï' => 290,
        ' ' | '.' | ',' | ':' | ';' => 320,
        '-' | '(' | ')' | '[' | ']' | '/' | '!' | 'f' | 't' | 'r' => 395,
        's' | 'z' | 'c' | 'ç' | 'J' => 535,
        'm' => 975,
        'w' | '+' | '=' | '±' | '~' => 820,
        'M' | 'W' | '%' | '—' => 950,
        'A'..='Z' | 'À'..='Þ' => 700,
        '\u{2000}'.. => 1000,
        _ => 625,
    }
}

#[cfg(test)]
mod tests {
    use super::text_width_px;

    /// Advances of `DejaVu Sans`, in thousandths of the font size.
    const REAL: &str = "i277 j277 l277 '274 I294 í277 .317 ,317 :336 -360 (390 /336 f352 t392 r411 s520 z524 c549 ç549 m974 w817 +837 =837 ±837 M862 W988 %950 —1000 A684 H751 O787 Ñ748 …1000 a612 e615 n633 ñ633 0636";

    #[test]
    fn letters_are_about_as_wide_as_in_the_face() {
        for letter in REAL.split(' ') {
            let mut rest = letter.chars();
            let letter = rest.next().unwrap().to_string();
            let real: f64 = rest.as_str().parse().unwrap();
            let estimate = text_width_px(&letter, 1000.0);
            assert!((estimate - real).abs() < 90.0, "{letter}: {estimate} for {real}");
        }
        assert!((text_width_px("a b", 10.0) - 15.7).abs() < 1e-9);
        // An accent that stands on the letter before it takes no room.
        assert!((text_width_px("n\u{303}", 12.0) - text_width_px("n", 12.0)).abs() < 1e-9);
    }
}
