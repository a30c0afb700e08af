//! Draws the cards of a built site.
//!
//! `cards DIST [SITE-ADDRESS]` writes `DIST/cards/NAME.png` for every view and every figure.

use std::{env, error::Error, fs, path::Path};

use timeline_app::{
    context::{dataset, install},
    embedded,
    i18n::EN,
    share::subject::Subject,
};
use timeline_cards::card;

fn main() -> Result<(), Box<dyn Error>> {
    install(embedded::dataset().map_err(|why| why.to_string())?);
    let mut arguments = env::args().skip(1);
    let dist = arguments.next().ok_or("usage: cards DIST [SITE-ADDRESS]")?;
    let site = arguments.next();
    let (mut count, mut bytes) = (0, 0);
    for t in [&EN] {
        for subject in Subject::all(dataset()) {
            let file = Path::new(&dist).join(subject.card(dataset(), t));
            let picture = card(subject, t, site.as_deref())?;
            fs::create_dir_all(file.parent().ok_or("a card has a folder")?)?;
            fs::write(&file, &picture).map_err(|error| format!("{}: {error}", file.display()))?;
            (count, bytes) = (count + 1, bytes + picture.len());
        }
    }
    eprintln!("cards: {count} pictures, {bytes} bytes");
    Ok(())
}
