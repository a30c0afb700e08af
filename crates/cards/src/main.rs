//! Draws the cards of a built site.
//!
//! `cards DIST [SITE-ADDRESS] [language=WORD]` writes `DIST/cards/NAME.png` for every view and every figure, in one language.

use std::{env, error::Error, fs, path::Path};

use timeline_app::{
    context::{dataset, use_locale},
    embedded,
    share::subject::Subject,
};
use timeline_cards::card;
use timeline_core::model::Language;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let dist = arguments
        .next()
        .ok_or("usage: cards DIST [SITE-ADDRESS] [language=WORD]")?;
    let (mut site, mut language) = (None, Language::FIRST);
    for argument in arguments {
        match argument.strip_prefix("language=") {
            Some(word) => language = Language::from_word(word).ok_or_else(|| format!("no language `{word}`"))?,
            None => site = Some(argument),
        }
    }
    embedded::install_in(language)?;
    let (mut count, mut bytes) = (0, 0);
    for subject in Subject::all(dataset()) {
        let file = Path::new(&dist).join(subject.card(dataset(), use_locale()));
        let picture = card(subject, use_locale(), site.as_deref())?;
        fs::create_dir_all(file.parent().ok_or("a card has a folder")?)?;
        fs::write(&file, &picture).map_err(|error| format!("{}: {error}", file.display()))?;
        (count, bytes) = (count + 1, bytes + picture.len());
    }
    eprintln!("cards: {count} pictures, {bytes} bytes");
    Ok(())
}
