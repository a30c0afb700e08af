//! Two things that need not wait for each other.

use std::{panic::resume_unwind, thread};

/// Does `beside` in a thread of its own while `here` is done, and gives what came of both.
pub(crate) fn together<A: Send, B>(beside: impl FnOnce() -> A + Send, here: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let beside = scope.spawn(beside);
        let here = here();
        (beside.join().unwrap_or_else(|panic| resume_unwind(panic)), here)
    })
}
