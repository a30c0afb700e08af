//! A dialog beside the page where there is room, over it where there is not.

use crate::markup::Slot;

/// Shows a dialog: over the page, which then waits (`modal`), or as a part of it. One that is
/// shown the other way is shown anew.
pub fn show(dialog: Slot, modal: bool) {
    #[cfg(target_arch = "wasm32")]
    browser::show(dialog, modal);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (dialog, modal);
}

/// Closes a dialog that is shown.
pub fn close(dialog: Slot) {
    #[cfg(target_arch = "wasm32")]
    browser::close(dialog);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = dialog;
}

/// Whether a dialog is shown.
#[must_use]
pub fn is_shown(dialog: Slot) -> bool {
    #[cfg(target_arch = "wasm32")]
    return browser::element(dialog).is_some_and(|dialog| dialog.open());
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = dialog;
        false
    }
}

/// Tells whether a media query holds, now and whenever that changes. For the life of the page.
pub fn on_media(query: &str, told: impl Fn(bool) + 'static) {
    #[cfg(target_arch = "wasm32")]
    browser::on_media(query, told);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (query, told);
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::{JsCast, prelude::Closure};
    use web_sys::HtmlDialogElement;

    use crate::{markup::Slot, platform::turns};

    pub(super) fn element(dialog: Slot) -> Option<HtmlDialogElement> {
        dialog.get()?.dyn_into().ok()
    }

    pub(super) fn show(dialog: Slot, modal: bool) {
        let Some(dialog) = element(dialog) else { return };
        let is_modal = dialog.matches(":modal").unwrap_or(false);
        if dialog.open() && is_modal == modal {
            return;
        }
        if dialog.open() {
            dialog.close();
        }
        if modal {
            // A click beside it closes it, where the browser knows of that.
            let _unset = dialog.set_attribute("closedby", "any");
            let _refused = dialog.show_modal();
        } else {
            let _unset = dialog.remove_attribute("closedby");
            dialog.show();
        }
    }

    pub(super) fn close(dialog: Slot) {
        if let Some(dialog) = element(dialog).filter(HtmlDialogElement::open) {
            dialog.close();
        }
    }

    pub(super) fn on_media(query: &str, told: impl Fn(bool) + 'static) {
        let Ok(Some(media)) = leptos::prelude::window().match_media(query) else {
            return;
        };
        told(media.matches());
        let asked = media.clone();
        let listener = Closure::<dyn Fn()>::new(move || {
            turns::finish();
            told(asked.matches());
        });
        let added = media.add_event_listener_with_callback("change", listener.as_ref().unchecked_ref());
        if added.is_ok() {
            listener.forget();
        }
    }
}
