//! What every page of the program has: the view and the address.

use leptos::prelude::*;
use timeline_core::view::url::Notice;

use crate::{
    context::ViewContext,
    page::{builder_page::builder_page, embed_page::embed_page, site_page::site_page},
    place::{PageKind, place},
};

/// The whole page. Its first rendering depends on the dataset and on where the page stands, never on address, clock or size.
#[component]
#[expect(clippy::must_use_candidate, reason = "the macro makes the function")]
pub fn App() -> impl IntoView {
    let view = ViewContext::new();
    provide_context(view);
    let found = RwSignal::new(Vec::new());
    read_address(view, found);
    match place().kind {
        PageKind::Site => site_page(view, found),
        PageKind::Embed => embed_page(view, found),
        PageKind::Builder => builder_page(),
    }
}

/// Takes the address over once the page has been hydrated, and whenever the reader goes back or forward, or the page
/// around an embed asks for another view.
fn read_address(view: ViewContext, notices: RwSignal<Vec<Notice>>) {
    #[cfg(target_arch = "wasm32")]
    {
        use timeline_core::view::{
            action::Action,
            embed,
            state::{Selection, ViewState},
            url::from_query_on,
        };

        use crate::{
            context::{dataset, home},
            place::is_embed,
            platform::{gesture, history, links, page_events, turns},
        };

        gesture::watch_pointer();

        let show = move |(state, found): (ViewState, Vec<Notice>)| {
            notices.set(found);
            view.dispatch(Action::Replace(Box::new(state)));
        };
        let read_own = move || {
            let query = &*history::query();
            show(if is_embed() {
                embed::from_query_on(home(), query, dataset())
            } else {
                from_query_on(home(), query, dataset())
            });
        };
        turns::address(read_own);
        history::on_popstate(read_own);
        page_events::on_set(move |query| {
            show(view.peek(|shown| embed::set_on(home(), shown, query, dataset())));
        });
        links::on_select(move |id| view.dispatch(Action::Select(Selection::find(dataset(), id))));
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (view, notices);
}
