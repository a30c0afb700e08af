//! How the program starts in the browser: in turns, so that the page is drawn and heard meanwhile.

use timeline_core::bundle::{Reader, Unreadable};

use crate::{
    app::App,
    context::{install, install_translated},
    embedded,
    place::stand,
    platform::{
        mount::{self, Frame},
        page_events, turns,
    },
};

/// Reads the record, and takes the page over.
pub fn start() {
    page_events::tell_panics();
    let Some(frame) = mount::frame() else { return };
    turns::begin(move || match embedded::reader() {
        Ok(reader) => read(reader, frame),
        Err(why) => tell_unreadable(why),
    });
}

fn read(mut reader: Reader<'static>, frame: Frame) {
    turns::part(move || match reader.step() {
        Ok(None) => read(reader, frame),
        Ok(Some(dataset)) => turns::part(move || {
            let installed = if let Some(texts) = mount::texts_of(&frame) {
                install_translated(dataset, &texts)
            } else {
                install(dataset);
                Ok(())
            };
            match installed {
                Ok(()) => take_over(frame),
                Err(why) => tell_unreadable(why),
            }
        }),
        Err(why) => tell_unreadable(why),
    });
}

fn take_over(frame: Frame) {
    turns::part(move || {
        stand(mount::place_of(&frame));
        mount::mount(frame, App);
    });
}

fn tell_unreadable(why: Unreadable) {
    leptos::logging::error!("{why}");
    page_events::tell(page_events::DATA, "");
}
