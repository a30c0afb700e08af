//! What waits until something has come to rest.

#[cfg(target_arch = "wasm32")]
use leptos::prelude::*;

/// Runs something when it has not been asked for again for a while. Copied freely, like a signal.
#[derive(Clone, Copy)]
pub struct Rest {
    #[cfg(target_arch = "wasm32")]
    waiting: StoredValue<Option<TimeoutHandle>, LocalStorage>,
}

impl Rest {
    /// Nothing waits yet.
    #[must_use]
    pub fn new() -> Self {
        Self {
            #[cfg(target_arch = "wasm32")]
            waiting: StoredValue::new_local(None),
        }
    }

    /// Runs `run` after so many milliseconds, unless asked again before: then only the later one.
    pub fn after(self, ms: u32, run: impl FnOnce() + 'static) {
        #[cfg(target_arch = "wasm32")]
        {
            self.stop();
            let run = move || super::turns::last(run);
            let handle = set_timeout_with_handle(run, std::time::Duration::from_millis(u64::from(ms))).ok();
            self.waiting.try_update_value(|waiting| *waiting = handle);
        }
        #[cfg(not(target_arch = "wasm32"))]
        let _ = (ms, run);
    }

    /// Forgets what waits.
    pub fn stop(self) {
        #[cfg(target_arch = "wasm32")]
        if let Some(handle) = self.waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }
}

impl Default for Rest {
    fn default() -> Self {
        Self::new()
    }
}
