use leptos::{ev::MouseEvent, prelude::*};
use timeline_core::view::{action::Action, state::View};

use crate::context::{use_locale, use_view};

/// The views of the record, as links: each has its own address.
#[component]
pub fn Tabs() -> impl IntoView {
    let t = use_locale();
    view! {
        <nav class="views" aria-label=t.views_label>
            <Tab view=View::Timeline label=t.view_timeline/>
            <Tab view=View::Table label=t.view_table/>
        </nav>
    }
}

#[component]
fn Tab(
    /// The view that it leads to.
    view: View,
    /// Its name.
    label: &'static str,
) -> impl IntoView {
    let context = use_view();
    let current = move || context.with(|state| state.view == view).then_some("page");
    let show = move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            context.dispatch(Action::Show(view));
        }
    };
    let address = ["?view=", view.word()].concat();
    view! { <a class="views__tab" data-view=view.word() href=address aria-current=current on:click=show>{label}</a> }
}
