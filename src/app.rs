//! The page as a whole, and how it starts.

use leptos::prelude::*;
use timeline_core::view::state::View;

use crate::{
    charts::tenure_lengths::TenureLengths,
    context::{ViewContext, use_dataset, use_locale},
    page::{
        claims::Claims, figures::Figures, filters::Filters, footer::Footer, header::Header, heads::Heads,
        notices::Notices, record_table::RecordTable, results_summary::ResultsSummary, tabs::Tabs,
    },
    timeline::{detail::Detail, section::TimelineSection},
};

/// The whole page. Its first rendering never depends on address, clock or size.
#[component]
pub fn App() -> impl IntoView {
    let view = ViewContext::new();
    provide_context(view);
    let notices = RwSignal::new(Vec::new());
    read_address(view, notices);
    let t = use_locale();
    let dataset = use_dataset();
    let is_table = Memo::new(move |_| view.with(|state| state.view == View::Table));
    view! {
        <a class="skip-link" href="#main">{t.skip_to_content}</a>
        <Header/>
        <Notices notices/>
        <Figures/>
        <main id="main" class="main" tabindex="-1">
            <Tabs/>
            <Filters/>
            <ResultsSummary/>
            <div class="stage">
                <div class="stage__view">
                    <Show when=move || is_table.get() fallback=|| view! { <TimelineSection/> }>
                        <RecordTable/>
                    </Show>
                </div>
                <Detail/>
            </div>
            <Heads/>
            <section class="figures-section" aria-labelledby="figures-title">
                <h2 id="figures-title">{t.figures_title}</h2>
                <TenureLengths/>
            </section>
            <Show when=move || !dataset.claims.is_empty()>
                <Claims/>
            </Show>
        </main>
        <Footer/>
    }
}

/// Takes the address over once the page has been hydrated, and whenever the reader goes back or forward.
fn read_address(view: ViewContext, notices: RwSignal<Vec<timeline_core::view::url::Notice>>) {
    #[cfg(target_arch = "wasm32")]
    {
        use timeline_core::view::{action::Action, url::from_query};

        use crate::{
            context::dataset,
            platform::{focus::after_update, history},
        };

        let read = move || {
            let (state, found) = from_query(&history::query(), dataset());
            notices.set(found);
            view.dispatch(Action::Replace(Box::new(state)));
        };
        after_update(read);
        history::on_popstate(read);
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (view, notices);
}

/// Starts the app in the browser.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    crate::platform::mount::mount(App);
}
