//! Draws the cards: the pictures that stand for the pages of the site where they are shared.
//!
//! They are drawn from the record and the figures' own drawings, with the site's colours and with
//! fonts of the repository: the same bytes on every machine. Nothing of this is in the browser's program.

mod canvas;
mod date_card;
mod drawing;
mod face;
mod fade;
mod figure_card;
mod figures_card;
mod flow;
mod ink;
mod key;
mod map_names;
mod numbers;
mod png_file;
mod references;
mod reports_card;
mod sheet;
mod table_card;
mod timeline_card;

use timeline_app::{context::dataset, i18n::Texts, share::subject::Subject};
use timeline_core::view::state::View;

use crate::{
    canvas::Canvas,
    ink::Inks,
    sheet::{Order, sheet},
};

/// The card of a page as the bytes of a PNG. The dataset is installed before.
///
/// # Errors
/// A text that does not fit, a letter that the fonts lack, a colour that the style sheet does not name.
pub fn card(subject: Subject, t: &'static Texts, site: Option<&str>) -> Result<Vec<u8>, String> {
    let dataset = dataset();
    let order = Order {
        dataset,
        subject,
        t,
        site,
    };
    let told = |error: String| format!("{}: {error}", subject.card(dataset, t));
    let inks = Inks::of_the_site()?;
    let mut canvas = Canvas::new(inks.paper)?;
    sheet(&mut canvas, &inks, order);
    match subject {
        Subject::View(View::Timeline | View::Story) => timeline_card::draw(&mut canvas, &inks, order),
        Subject::View(View::Date) => date_card::draw(&mut canvas, &inks, order),
        Subject::View(View::Table) => table_card::draw(&mut canvas, &inks, order),
        Subject::View(View::Figures) => figures_card::draw(&mut canvas, &inks, order),
        Subject::View(View::Map | View::Chart) | Subject::Figure(_) => figure_card::draw(&mut canvas, &inks, order),
    }
    .map_err(told)?;
    let picture = canvas.finished().map_err(told)?;
    png_file::png(&picture).map_err(told)
}
