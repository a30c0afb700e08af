//! The numbers of a chart as a table, as speech and as CSV: the same that it draws.

use crate::{
    context::use_locale,
    markup::{Markup, el},
};

/// A cell: what is shown, and the plain value that programs read where that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// For readers.
    pub shown: String,
    /// For programs.
    pub plain: Option<String>,
}

impl Cell {
    /// A value that is written otherwise for programs.
    #[must_use]
    pub fn of(shown: String, plain: String) -> Self {
        let plain = (plain != shown).then_some(plain);
        Self { shown, plain }
    }
}

impl From<String> for Cell {
    fn from(shown: String) -> Self {
        Self { shown, plain: None }
    }
}

impl From<&str> for Cell {
    fn from(shown: &str) -> Self {
        shown.to_owned().into()
    }
}

/// The numbers of a chart: the same that it draws, row by row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableTwin {
    /// The heads of the columns.
    pub columns: Vec<&'static str>,
    /// The rows, each with a cell a column; the first is the row's head.
    pub rows: Vec<Vec<Cell>>,
}

impl TableTwin {
    /// A row as it is spoken: its head, then the other columns that say something.
    #[must_use]
    pub fn spoken(&self, row: usize) -> String {
        let mut cells = self.rows.get(row).into_iter().flatten().map(|cell| &*cell.shown);
        let head = cells.next().unwrap_or_default().to_owned();
        let said = self
            .columns
            .iter()
            .skip(1)
            .zip(cells)
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(column, cell)| [column, ": ", cell].concat());
        [head].into_iter().chain(said).collect::<Vec<String>>().join("; ")
    }

    /// The table as CSV (RFC 4180), after lines that begin with `#`.
    #[must_use]
    pub fn csv(&self, comments: &[String]) -> String {
        let mut text = String::new();
        for line in comments {
            text.push_str(&["# ", &line.replace(['\r', '\n'], " "), "\r\n"].concat());
        }
        let mut line = |cells: &mut dyn Iterator<Item = &str>| {
            for (position, cell) in cells.enumerate() {
                if position > 0 {
                    text.push(',');
                }
                if cell.contains(['"', ',', '\r', '\n']) {
                    text.push_str(&["\"", &cell.replace('"', "\"\""), "\""].concat());
                } else {
                    text.push_str(cell);
                }
            }
            text.push_str("\r\n");
        };
        line(&mut self.columns.iter().copied());
        for row in &self.rows {
            line(&mut row.iter().map(|cell| cell.plain.as_deref().unwrap_or(&cell.shown)));
        }
        text
    }
}

/// The head of a table.
pub(super) fn table_head(columns: &[&'static str]) -> Markup {
    let heads = columns.iter().map(|&name| el("th").attr("scope", "col").text(name));
    el("thead").child(el("tr").children(heads))
}

/// A row of a table.
pub(super) fn table_row(row: &[Cell]) -> Markup {
    let cells = row.iter().enumerate().map(|(position, cell)| {
        let made = match position {
            0 => el("th").attr("scope", "row").text(cell.shown.clone()),
            _ => el("td").text(cell.shown.clone()),
        };
        match &cell.plain {
            Some(plain) => made.attr("data-value", plain.clone()),
            None => made,
        }
    });
    el("tr").children(cells)
}

/// A table that can be scrolled sideways.
pub(super) fn scrolled(table: Markup) -> Markup {
    el("div")
        .class("chart__scroll")
        .attr("tabindex", "0")
        .attr("role", "group")
        .attr("aria-label", use_locale().chart_table)
        .child(table)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> TableTwin {
        TableTwin {
            columns: vec!["Person", "Days", "Note"],
            rows: vec![
                vec![
                    "Kyle, \"K\"".into(),
                    Cell::of("1,053".to_owned(), "1053".to_owned()),
                    "".into(),
                ],
                vec!["Ann".into(), "12".into(), "so far".into()],
            ],
        }
    }

    #[test]
    fn csv_quotes_what_needs_it_and_writes_plain_numbers() {
        assert_eq!(
            table().csv(&["as of\n2026".to_owned()]),
            "# as of 2026\r\nPerson,Days,Note\r\n\"Kyle, \"\"K\"\"\",1053,\r\nAnn,12,so far\r\n"
        );
    }

    #[test]
    fn a_row_is_spoken_without_what_is_empty() {
        assert_eq!(table().spoken(0), "Kyle, \"K\"; Days: 1,053");
        assert_eq!(table().spoken(1), "Ann; Days: 12; Note: so far");
        assert_eq!(table().spoken(9), "");
    }
}
