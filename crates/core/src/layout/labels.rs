//! Which label of a bar fits: in it, beside it, or none.

use super::text_width::text_width_px;

/// Space between a bar's edge and its label, on each side.
const PADDING_PX: f64 = 6.0;

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabelPlace {
    /// On the bar.
    Inside,
    /// In the free space behind the bar.
    Beside,
    /// Nowhere: the name is told on focus and in the detail only.
    Hidden,
}

/// A label that was chosen: which of the candidates, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LabelFit {
    /// The position of the candidate; 0 when hidden.
    pub candidate: u8,
    /// Where it stands.
    pub place: LabelPlace,
}

/// Chooses from candidates, the longest first: the first that fits on the bar, else the
/// first that fits in the free space behind it, else none. The last candidate (initials)
/// is not put beside a bar, where it would be read as a mark of its own.
///
/// Widths in pixels; `bold` text is taken as 8 % wider.
#[must_use]
pub fn fit(candidates: &[&str], bar_px: f64, free_px: f64, font_px: f64, bold: bool) -> LabelFit {
    let needed = |text: &str| text_width_px(text, font_px) * if bold { 1.08 } else { 1.0 } + 2.0 * PADDING_PX;
    let first = |texts: &[&str], room: f64| {
        texts
            .iter()
            .position(|text| !text.is_empty() && needed(text) <= room)
            .and_then(|position| u8::try_from(position).ok())
    };
    let short = candidates.len().saturating_sub(1);
    let beside = candidates.get(..short).unwrap_or_default();
    if let Some(candidate) = first(candidates, bar_px) {
        LabelFit {
            candidate,
            place: LabelPlace::Inside,
        }
    } else if let Some(candidate) = first(beside, free_px) {
        LabelFit {
            candidate,
            place: LabelPlace::Beside,
        }
    } else {
        LabelFit {
            candidate: 0,
            place: LabelPlace::Hidden,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_that_fits_is_chosen() {
        let names = ["Patrick J. Lechleitner", "Lechleitner", "PJL"];
        let at = |bar: f64, free: f64| {
            let fit = fit(&names, bar, free, 12.0, false);
            (fit.candidate, fit.place)
        };
        assert_eq!(at(200.0, 0.0), (0, LabelPlace::Inside));
        assert_eq!(at(95.0, 0.0), (1, LabelPlace::Inside));
        assert_eq!(at(40.0, 0.0), (2, LabelPlace::Inside));
        assert_eq!(at(8.0, 100.0), (1, LabelPlace::Beside));
        assert_eq!(at(8.0, 40.0), (0, LabelPlace::Hidden));
    }

    #[test]
    fn a_label_has_space_on_both_sides_and_more_width_in_bold() {
        let width = text_width_px("Lechleitner", 12.0);
        let is_inside = |room: f64, bold| fit(&["Lechleitner"], room, 0.0, 12.0, bold).place == LabelPlace::Inside;
        assert!(is_inside(width + 12.1, false) && !is_inside(width + 11.9, false));
        assert!(is_inside(width * 1.08 + 12.1, true) && !is_inside(width * 1.08 + 11.9, true));
    }
}
