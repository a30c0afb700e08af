//! What opens the ways to take the record away.

use crate::{
    context::use_locale,
    markup::{Markup, button},
};

/// The id of what it opens: a dialog of the page, which needs no program.
pub const DIALOG_ID: &str = "take-data";

/// What opens the dialog.
#[must_use]
pub fn take_data_button() -> Markup {
    button("text-button")
        .attr("data-action", "take-data")
        .attr("popovertarget", DIALOG_ID)
        .attr("aria-haspopup", "dialog")
        .text(use_locale().take_data)
}
