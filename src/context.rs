//! The three things that every component may ask for: the dataset, the view and the texts.

use std::sync::OnceLock;

use leptos::prelude::*;
use timeline_core::{
    bundle::Unreadable,
    model::Dataset,
    query::filter::{Visible, visible},
    translation,
    view::{
        action::Action,
        state::{Selection, ViewState},
        url::from_query,
    },
};

use crate::{
    i18n::{EN, Texts},
    place::place,
    platform::{history, turns},
};

static DATASET: OnceLock<Dataset> = OnceLock::new();

static TEXTS: OnceLock<Texts> = OnceLock::new();

/// Gives the app its dataset, before anything is rendered. A second one changes nothing.
pub fn install(dataset: Dataset) {
    DATASET.get_or_init(|| dataset);
}

/// Gives the app its dataset in the language of a file of texts, and the texts of the interface.
///
/// # Errors
/// When the file is of something else, or has another number of texts.
pub fn install_translated(mut dataset: Dataset, file: &str) -> Result<(), Unreadable> {
    let texts = translation::Texts::read(file, Texts::COUNT)?;
    texts.apply(&mut dataset)?;
    TEXTS.get_or_init(|| Texts::of(texts.interface));
    install(dataset);
    Ok(())
}

/// The address of the site's root that others are to use, ending in `/`: where it is published, or
/// else where it is read now. Empty on the host when the build was not told.
#[must_use]
pub fn site_address() -> String {
    let place = place();
    if place.site.is_empty() { place.here } else { place.site }
}

/// The state that the page begins with.
#[must_use]
pub fn home() -> ViewState {
    from_query(&place().home, dataset()).0
}

/// The dataset that was installed.
///
/// # Panics
/// Before [`install`].
#[must_use]
#[expect(clippy::expect_used, reason = "without a dataset there is nothing to show")]
pub fn dataset() -> &'static Dataset {
    DATASET.get().expect("a dataset is installed first")
}

/// The view: what derives from it can be read, and actions change it.
#[derive(Clone, Copy)]
pub struct ViewContext {
    state: RwSignal<ViewState>,
    /// The view that the address tells: its own, or that of the page around a picture.
    told: RwSignal<ViewState>,
    /// The tenures and events that pass the filter.
    pub visible: Memo<Visible>,
    /// The record whose detail is open.
    pub selection: Memo<Option<Selection>>,
    /// The ids of the records that light up wherever they are, with spaces between.
    pub lit: RwSignal<String>,
}

impl ViewContext {
    /// The view at the state that the page begins with.
    #[must_use]
    pub fn new() -> Self {
        let state = RwSignal::new(home());
        Self::over(state, state)
    }

    /// The view of a picture within a page, which begins with a state of its own: the reader moves it without a word in the
    /// address, and opens records on the page around it.
    #[must_use]
    pub fn picture(&self, state: ViewState) -> Self {
        Self {
            lit: self.lit,
            ..Self::over(RwSignal::new(state), self.told)
        }
    }

    fn over(state: RwSignal<ViewState>, told: RwSignal<ViewState>) -> Self {
        let filter = Memo::new(move |_| state.with(|state| state.filter.clone()));
        let visible = Memo::new(move |_| filter.with(|filter| visible(dataset(), filter)));
        let selection = Memo::new(move |_| told.with(|told| told.selection).or(state.with(|state| state.selection)));
        Self {
            state,
            told,
            visible,
            selection,
            lit: RwSignal::new(String::new()),
        }
    }

    /// Reads the state reactively.
    pub fn with<T>(&self, read: impl FnOnce(&ViewState) -> T) -> T {
        self.state.with(read)
    }

    /// Reads the state without being told of later changes.
    pub fn peek<T>(&self, read: impl FnOnce(&ViewState) -> T) -> T {
        self.state.with_untracked(read)
    }

    /// Applies an action and tells the address of it.
    pub fn dispatch(&self, action: Action) {
        turns::finish();
        let step = history::step_of(&action);
        // What a picture shows as chosen is opened when it is pressed.
        let is_picture = self.state != self.told;
        let is_nothing_open = || self.told.with_untracked(|told| told.selection.is_none());
        let action = if is_picture && action == Action::Select(None) && is_nothing_open() {
            Action::Select(self.state.with_untracked(|state| state.selection))
        } else {
            action
        };
        let is_told = !is_picture || matches!(action, Action::Select(_));
        let state = if is_told { self.told } else { self.state };
        let next = state.with_untracked(|state| state.apply(action, dataset()));
        if state.with_untracked(|state| *state != next) {
            if is_told {
                history::tell(&next, step);
            }
            state.set(next);
        }
    }
}

impl Default for ViewContext {
    fn default() -> Self {
        Self::new()
    }
}

/// The dataset.
#[must_use]
pub fn use_dataset() -> &'static Dataset {
    dataset()
}

/// The view.
///
/// # Panics
/// Outside of the app's tree.
#[must_use]
pub fn use_view() -> ViewContext {
    expect_context()
}

/// The texts of the interface.
#[must_use]
#[inline(never)]
pub fn use_locale() -> &'static Texts {
    TEXTS.get().unwrap_or(&EN)
}
