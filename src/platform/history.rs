//! The address: state goes into the query, back and forward come out of it.

use timeline_core::view::{action::Action, state::ViewState};

/// How a change of the view enters the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A new entry: back returns to the state before.
    Push,
    /// The present entry changes: one of many small steps.
    Replace,
    /// The address is the origin of the change.
    Keep,
}

/// How an action enters the history.
#[must_use]
pub fn step_of(action: &Action) -> Step {
    match action {
        Action::Show(_)
        | Action::Preset(_)
        | Action::Fit
        | Action::FitSelection
        | Action::Latest
        | Action::ToggleGroup(_)
        | Action::FilterGroup(_)
        | Action::ToggleChoice(_)
        | Action::Choose(..)
        | Action::Compare(_)
        | Action::ToggleColumn(_)
        | Action::ClearFilters
        | Action::Select(_)
        | Action::ShowFigure(_)
        | Action::Link(_)
        | Action::SortBy(_) => Step::Push,
        Action::ZoomAt(..)
        | Action::Zoom(_)
        | Action::Pan(_)
        | Action::PanDays(..)
        | Action::SetRange(_)
        | Action::ZoomTo(_)
        | Action::SetDay(_)
        | Action::ShowReport(_)
        | Action::GoToStep(_)
        | Action::Search(_) => Step::Replace,
        Action::Replace(_) => Step::Keep,
    }
}

/// Writes a state into the address; one of many small steps once they have come to rest.
/// The address of an embed stays: what shows it is told instead.
pub fn tell(state: &ViewState, step: Step) {
    #[cfg(target_arch = "wasm32")]
    browser::tell(state, step);
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (state, step);
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::cell::RefCell;

    use timeline_core::view::{
        embed::{Embed, embed_query},
        state::ViewState,
        url::to_query_on,
    };
    use wasm_bindgen::{JsCast, JsValue, prelude::Closure};

    use super::Step;
    use crate::{
        context::{dataset, home},
        place::is_embed,
        platform::{
            page_events::{STATE, tell as tell_event},
            rest::Rest,
        },
    };

    /// How long small steps must pause, in milliseconds. Browsers refuse more than a few entries a second.
    const REST_MS: u32 = 150;

    thread_local! {
        /// The last of the small steps, until it is written.
        static WAITING: RefCell<Option<(Rest, ViewState)>> = const { RefCell::new(None) };
    }

    pub(super) fn tell(state: &ViewState, step: Step) {
        let rest = WAITING.take().map(|(rest, before)| {
            rest.stop();
            if step == Step::Push {
                // Back leads to the view as it was left.
                write(&before, Step::Replace);
            }
            rest
        });
        if step == Step::Replace {
            let rest = rest.unwrap_or_default();
            WAITING.set(Some((rest, state.clone())));
            rest.after(REST_MS, || {
                if let Some((_, state)) = WAITING.take() {
                    write(&state, Step::Replace);
                }
            });
        } else {
            write(state, step);
        }
    }

    fn write(state: &ViewState, step: Step) {
        if is_embed() {
            let mut told = Embed::of(state.clone());
            // What a reader types is not told to the page around.
            told.state.filter.text.clear();
            tell_event(STATE, &embed_query(&told, dataset()));
            return;
        }
        let Some(window) = web_sys::window() else { return };
        let (Ok(history), Ok(path)) = (window.history(), window.location().pathname()) else {
            return;
        };
        let query = to_query_on(&home(), state, dataset());
        let address = if query.is_empty() {
            path
        } else {
            [path.as_str(), "?", &query].concat()
        };
        // A browser may refuse many entries in a short time: the view is right all the same.
        let _refused = match step {
            Step::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
            Step::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&address)),
            Step::Keep => Ok(()),
        };
    }

    /// The query of the address.
    pub(crate) fn query() -> String {
        web_sys::window()
            .and_then(|window| window.location().search().ok())
            .unwrap_or_default()
    }

    /// Calls `changed` when the reader goes back or forward. For the life of the page.
    pub(crate) fn on_popstate(changed: impl Fn() + 'static) {
        let listener = Closure::<dyn Fn()>::new(changed);
        if let Some(window) = web_sys::window() {
            let added = window.add_event_listener_with_callback("popstate", listener.as_ref().unchecked_ref());
            if added.is_ok() {
                listener.forget();
            }
        }
    }
}

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::{on_popstate, query};
