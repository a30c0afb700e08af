//! The mark of time that nobody is on record for.

use timeline_core::query::succession::{Gap, GapKind};

use crate::{
    context::use_locale,
    i18n::{day_text, fill, number},
    markup::{Markup, el},
    timeline::plane::span_style,
};

/// Time that nobody is on record for: vacant, or not found.
#[must_use]
pub(super) fn gap_mark(gap: Gap) -> Markup {
    let t = use_locale();
    let (word, template) = match gap.kind {
        GapKind::Vacant => ("vacant", t.gap_vacant),
        GapKind::Unknown => ("unknown", t.gap_unknown),
    };
    let label = fill(
        template,
        &[
            ("from", &day_text(t, gap.range.from)),
            ("to", &day_text(t, gap.range.to)),
            ("days", &number(gap.range.len_days())),
        ],
    );
    el("li")
        .class("gap-mark")
        .attr("data-gap", word)
        .attr("style", span_style(gap.range.from, gap.range.to))
        .attr("title", label.clone())
        .child(
            el("span")
                .class("gap-mark__sign")
                .attr("role", "img")
                .attr("aria-label", label),
        )
}
