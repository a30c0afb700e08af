use leptos::prelude::*;
use timeline_core::view::url::Notice;

use crate::{
    context::use_locale,
    i18n::fill,
};

/// What of the address could not be used, said once and quietly.
#[component]
pub fn Notices(
    /// The values that could not be used.
    notices: RwSignal<Vec<Notice>>,
) -> impl IntoView {
    let t = use_locale();
    let lines = move || {
        notices.with(|notices| {
            notices
                .iter()
                .map(|notice| {
                    if notice.key.is_empty() {
                        t.notice_too_long.to_owned()
                    } else {
                        fill(t.notice_bad_value, &[("key", &notice.key), ("value", &notice.value)])
                    }
                })
                .collect::<Vec<String>>()
                .join(" ")
        })
    };
    view! {
        <Show when=move || notices.with(|notices| !notices.is_empty())>
            <div class="notice-bar">
                <p class="notice" role="status">{lines}</p>
                <button class="notice__dismiss" type="button" on:click=move |_| notices.set(Vec::new())>
                    {t.notice_dismiss}
                </button>
            </div>
        </Show>
    }
}
