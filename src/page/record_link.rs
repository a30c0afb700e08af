//! Links to records. Each has an address that works without scripts; in the app a click opens
//! the detail without leaving the page (see `platform::links`).

use timeline_core::view::state::Selection;

use crate::{
    context::use_dataset,
    markup::{Markup, el},
    place::to_page,
};

/// A link to a record, without its text.
#[must_use]
pub fn record_link(selection: Selection) -> Markup {
    let id = selection.id(use_dataset());
    el("a")
        .class("record-link")
        .attr("href", to_page(&["?select=", id].concat()))
        .attr("data-select", id.to_owned())
}
