use leptos::prelude::*;

use crate::{
    context::{use_dataset, use_locale},
    i18n::{day_text, fill},
};

/// What the page rests on, where the data are, and how to correct it.
#[component]
pub fn Footer() -> impl IntoView {
    let (dataset, t) = (use_dataset(), use_locale());
    let as_of = fill(t.footer_as_of, &[("version", &dataset.version), ("as_of", &day_text(t, dataset.as_of))]);
    view! {
        <footer class="footer">
            <p>{as_of}</p>
            <p>
                <a href="record/index.html">{t.footer_record}</a>
                " · "
                <a href="data/datapackage.json">{t.footer_data}</a>
            </p>
            <p>{t.footer_correct}</p>
            <p>{t.footer_privacy}</p>
        </footer>
    }
}
