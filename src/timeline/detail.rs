use leptos::{ev::KeyboardEvent, prelude::*};
use timeline_core::view::{action::Action, state::Selection};

use crate::{
    context::{use_dataset, use_locale, use_view},
    platform::focus,
    timeline::{detail_event::EventDetail, detail_tenure::TenureDetail},
};

/// The id of the detail's heading, which takes the focus when the detail opens.
pub const DETAIL_TITLE_ID: &str = "detail-title";

/// Everything on record of the selected tenure or event, beside the timeline or below it.
#[component]
pub fn Detail() -> impl IntoView {
    let (dataset, t, view) = (use_dataset(), use_locale(), use_view());
    let selection = Memo::new(move |_| view.with(|state| state.selection));
    Effect::new(move |before: Option<Option<Selection>>| {
        let now = selection.get();
        match (before, now) {
            (Some(before), Some(_)) if before != now => focus::focus_id(DETAIL_TITLE_ID),
            (Some(Some(closed)), None) => focus::focus_record(closed.id(dataset).to_owned()),
            _ => {}
        }
        now
    });
    let close = move || view.dispatch(Action::Select(None));
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            close();
        }
    };
    let body = move || {
        selection.get().map(|selection| {
            let content = match selection {
                Selection::Tenure(tenure) => view! { <TenureDetail tenure/> }.into_any(),
                Selection::Event(event) => view! { <EventDetail event/> }.into_any(),
            };
            view! {
                <aside class="detail" aria-labelledby=DETAIL_TITLE_ID on:keydown=key>
                    <button class="detail__close" type="button" on:click=move |_| close()>{t.detail_close}</button>
                    {content}
                </aside>
            }
        })
    };
    view! { {body} }
}

/// A part of the detail with its heading; nothing when it has no content.
#[component]
pub fn DetailPart(
    /// The heading.
    title: &'static str,
    /// Whether there is anything to show.
    #[prop(default = true)]
    shown: bool,
    /// The content.
    children: Children,
) -> impl IntoView {
    shown.then(|| {
        view! {
            <section class="detail__part">
                <h3 class="detail__heading">{title}</h3>
                {children()}
            </section>
        }
    })
}

/// A link to another record: opens its detail.
#[component]
pub fn RecordLink(
    /// The record.
    selection: Selection,
    /// What it says.
    text: String,
) -> impl IntoView {
    let (dataset, view) = (use_dataset(), use_view());
    let address = ["?select=", selection.id(dataset)].concat();
    let open = move |event: leptos::ev::MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            view.dispatch(Action::Select(Some(selection)));
        }
    };
    view! { <a class="record-link" href=address on:click=open>{text}</a> }
}
