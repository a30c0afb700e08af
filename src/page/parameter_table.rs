//! What the address of an embed can say, as a table.

use timeline_core::view::state::View;

use crate::{
    context::{use_dataset, use_locale},
    i18n::fill,
    markup::{Markup, el},
};

/// The keys of version 1 with their values.
#[must_use]
pub(super) fn parameter_table() -> Markup {
    let (dataset, t) = (use_dataset(), use_locale());
    let languages: Vec<&str> = dataset.languages.iter().map(|language| language.word()).collect();
    let views = View::ALL.iter().filter(|view| view.has_something(dataset));
    let views: Vec<&str> = views.map(|view| view.word()).collect();
    let values = [("languages", &*languages.join(", ")), ("views", &views.join(", "))];
    let rows = fill(t.builder_key_rows, &values);
    let heads = [t.builder_key, t.builder_key_value, t.builder_key_default];
    let heads = heads.map(|text| el("th").attr("scope", "col").text(text));
    let rows = rows.split('|').map(|row| {
        let mut cells = row.split("; ");
        let key = cells.next().unwrap_or_default();
        el("tr")
            .child(el("th").attr("scope", "row").child(el("code").text(key.to_owned())))
            .children(cells.map(|text| el("td").text(text.to_owned())))
    });
    el("section")
        .class("builder__keys")
        .child(el("h2").attr("id", "builder-keys").text(t.builder_keys))
        .child(el("p").class("builder__intro").text(t.builder_keys_intro))
        .child(
            el("table")
                .class("builder__table")
                .attr("aria-labelledby", "builder-keys")
                .child(el("thead").child(el("tr").children(heads)))
                .child(el("tbody").children(rows)),
        )
}
