//! Output that nobody reads any more.

use std::{panic, process};

/// As shells tell it of a program that a closed pipe ended.
const CLOSED: i32 = 141;

/// Ends the task without a word once what reads its output has seen enough, as `head` does.
pub(crate) fn ends_the_task() {
    let other = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if panic.payload_as_str().is_some_and(is_closed_pipe) {
            process::exit(CLOSED);
        }
        other(panic);
    }));
}

/// Whether this is what `println!` says of a pipe without a reader.
fn is_closed_pipe(said: &str) -> bool {
    said.starts_with("failed printing to stdout") && said.contains("Broken pipe")
}
