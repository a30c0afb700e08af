//! Rules on what comes from outside and goes there: texts are never code, and two scripts alone speak to other pages.

use super::source::Source;

/// Places that make markup or code of a text.
pub(super) fn strings_as_code(source: &Source) -> Vec<usize> {
    source.lines_with(&[
        "inner_html",
        "insert_adjacent_html",
        "contextual_fragment",
        "srcdoc",
        "DomParser",
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "ContextualFragment",
        "setHTMLUnsafe",
        "DOMParser",
        "eval(",
        "document.write",
        "new Function",
        "javascript:",
    ])
}

/// Places that speak to other pages, outside of the two scripts that do.
pub(super) fn messages_elsewhere(source: &Source) -> Vec<usize> {
    if source.is_in(&["public/embed/guest.js", "public/embed/v1.js"]) {
        return Vec::new();
    }
    // Between the two ends of a channel of its own a page speaks to itself.
    let to_itself = source.lines_with(&["port2.postMessage(null)", "port2().post_message("]);
    let mut found = source.lines_with(&["postMessage", "post_message", "BroadcastChannel"]);
    found.retain(|line| !to_itself.contains(line));
    found
}
