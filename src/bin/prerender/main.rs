//! Renders the pages on the host into the folder of a built site.
//!
//! `prerender DIST NAME=VALUE…` writes the pages that the program takes over (the site, its views, the embed, the
//! builder) and the pages without scripts (`record`, `days`, `figures`, `gallery`, `404.html`), in one language.
//! The names are those of [`Built`].

mod built;
mod pages;
mod shell;
mod sitemap;

use std::{env, error::Error, fs, path::Path};

use built::Built;
use timeline_app::embedded;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let dist = arguments.next().ok_or("usage: prerender DIST NAME=VALUE…")?;
    let built = Built::read(arguments)?;
    embedded::install_in(built.language)?;
    let mut bytes = 0;
    for page in pages::all(&built) {
        let file = Path::new(&dist).join(&page.path);
        fs::create_dir_all(file.parent().ok_or("a page has a folder")?)?;
        fs::write(&file, &page.text).map_err(|error| format!("{}: {error}", file.display()))?;
        bytes += page.text.len();
    }
    eprintln!("prerender: {bytes} bytes of pages");
    Ok(())
}
