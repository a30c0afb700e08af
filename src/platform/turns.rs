//! The page that was delivered is taken over in turns: between them the browser draws, and hears the reader.
//!
//! Until the last part has been taken over, the view is what the page was delivered with: whatever would change it
//! asks for [`finish`] first.

/// Takes over at once all that is left of the page.
pub fn finish() {
    #[cfg(target_arch = "wasm32")]
    browser::finish();
}

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::{address, begin, last, part};

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::{cell::RefCell, collections::VecDeque};

    use leptos::prelude::{IsDisposed, Owner, StoredValue, window};
    use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
    use web_sys::{AddEventListenerOptions, MessageChannel};

    /// What a reader does to a part that has not been taken over yet is heard by it all the same.
    const HEARD: [&str; 12] = [
        "beforeprint",
        "change",
        "click",
        "dblclick",
        "focusin",
        "input",
        "keydown",
        "pointerdown",
        "pointerover",
        "submit",
        "toggle",
        "wheel",
    ];

    type Job = Box<dyn FnOnce()>;

    #[derive(Default)]
    struct Turns {
        is_on: bool,
        /// What is to be taken over, in the order of the page.
        parts: VecDeque<Job>,
        /// The parts of the part that is being taken over; none between parts.
        within: Option<VecDeque<Job>>,
        /// Reads the address, when every part has been taken over.
        address: Option<Job>,
        /// What waits until then.
        last: VecDeque<Job>,
        channel: Option<MessageChannel>,
        on_event: Option<Closure<dyn Fn()>>,
    }

    thread_local! {
        static TURNS: RefCell<Turns> = RefCell::default();
    }

    fn with<T>(run: impl FnOnce(&mut Turns) -> T) -> T {
        TURNS.with_borrow_mut(run)
    }

    /// Begins to take the page over.
    pub(crate) fn begin(job: impl FnOnce() + 'static) {
        let on_event = Closure::<dyn Fn()>::new(finish);
        listen(&on_event, true);
        // Messages come without delay, to a page that is not seen too.
        let channel = MessageChannel::new().ok();
        if let Some(channel) = &channel {
            let turn = Closure::<dyn Fn()>::new(turn);
            channel.port1().set_onmessage(Some(turn.as_ref().unchecked_ref()));
            turn.forget();
        }
        with(|turns| {
            *turns = Turns {
                is_on: true,
                parts: VecDeque::from([Box::new(job) as Job]),
                channel,
                on_event: Some(on_event),
                ..Turns::default()
            };
        });
        ask();
    }

    /// Takes a part over in its turn; at once when the page has been taken over.
    pub(crate) fn part(job: impl FnOnce() + 'static) {
        queue(Box::new(job), |turns| turns.within.as_mut().unwrap_or(&mut turns.parts));
    }

    /// Reads the address when every part has been taken over: before what a reader does, and in a turn of its own. What it
    /// changes is changed on the page before anything else is asked of a part.
    pub(crate) fn address(read: impl FnOnce() + 'static) {
        with(|turns| turns.address = Some(Box::new(read)));
    }

    /// Runs something when every part has been taken over, after what has asked for that before.
    pub(crate) fn last(job: impl FnOnce() + 'static) {
        queue(Box::new(job), |turns| &mut turns.last);
    }

    fn queue(job: Job, place: fn(&mut Turns) -> &mut VecDeque<Job>) {
        if !with(|turns| turns.is_on) {
            job();
            return;
        }
        // What has asked may have left the page by then: the address may tell of another view.
        let asker = Owner::current().map(|_| StoredValue::new(()));
        let job = move || {
            if asker.is_none_or(|asker| !asker.is_disposed()) {
                job();
            }
        };
        with(|turns| place(turns).push_back(Box::new(job)));
    }

    pub(super) fn finish() {
        if with(|turns| turns.within.is_some()) {
            return;
        }
        while run(next_part()) {}
        run(with(|turns| turns.address.take()));
    }

    /// One part; or when there is none, the address, or one thing that waits.
    fn turn() {
        if !run(next_part()) {
            run(with(|turns| turns.address.take().or_else(|| turns.last.pop_front())));
        }
        if with(|turns| turns.is_on) {
            ask();
        }
    }

    fn next_part() -> Option<Job> {
        with(|turns| turns.parts.pop_front())
    }

    fn ask() {
        with(|turns| {
            // The page has asked for the program by such a channel (`boot.js`): the browser has them.
            if let Some(channel) = &turns.channel {
                let _sent = channel.port2().post_message(&JsValue::NULL);
            }
        });
    }

    /// Runs a job, and notes of what parts it consists; `false` when there is none.
    fn run(job: Option<Job>) -> bool {
        let Some(job) = job else { return false };
        with(|turns| turns.within = Some(VecDeque::new()));
        job();
        let over = with(|turns| {
            let mut first = turns.within.take().unwrap_or_default();
            first.append(&mut turns.parts);
            turns.parts = first;
            turns.is_on = !(turns.parts.is_empty() && turns.address.is_none() && turns.last.is_empty());
            if turns.is_on { None } else { turns.on_event.take() }
        });
        if let Some(on_event) = over {
            listen(&on_event, false);
            // It may be what runs.
            on_event.forget();
        }
        true
    }

    fn listen(on_event: &Closure<dyn Fn()>, is_on: bool) {
        let listener = on_event.as_ref().unchecked_ref();
        let options = AddEventListenerOptions::new();
        options.set_capture(true);
        options.set_passive(true);
        for name in HEARD {
            // A window takes every listener, and gives it back.
            let _done = if is_on {
                window().add_event_listener_with_callback_and_add_event_listener_options(name, listener, &options)
            } else {
                window().remove_event_listener_with_callback_and_bool(name, listener, true)
            };
        }
    }
}
