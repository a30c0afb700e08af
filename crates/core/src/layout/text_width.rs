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
