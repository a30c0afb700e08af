//! The page as a whole, and how it starts.

use leptos::{ev, prelude::*};
use timeline_core::view::{state::View, url::Notice};

use crate::{
    context::{ViewContext, use_locale},
    markup::{Markup, el},
    page::{
        chosen::chosen, claims::claims, figure_links::figure_links, figures::figures, figures_view::figures_view,
        filters::filters, footer::footer, header::header, heads::heads, map_view::map_view, notices::notices,
        on_date::on_date, record_table::record_table, results_summary::results_summary, tabs::tabs,
    },
    platform::{gesture, light},
    timeline::{
        detail::detail,
        section::{Lanes, timeline_section},
    },
};

/// The whole page. Its first rendering never depends on address, clock or size.
#[component]
#[expect(clippy::must_use_candidate, reason = "the macro makes the function")]
pub fn App() -> impl IntoView {
    let view = ViewContext::new();
    provide_context(view);
    let found = RwSignal::new(Vec::new());
    read_address(view, found);
    page(view, found)
}

fn page(view: ViewContext, found: RwSignal<Vec<Notice>>) -> Markup {
    let t = use_locale();
    let shown = move || vec![view.with(|state| state.view).word().to_owned()];
    let stage = el("div")
        .class("stage__view")
        .each(shown, |view| match View::from_word(view) {
            Some(View::Table) => record_table(),
            Some(View::Date) => on_date(),
            Some(View::Figures) => figures_view(),
            Some(View::Map) => map_view(),
            Some(View::Timeline) | None => el("div").children(timeline_section(Lanes::All)),
        });
    let main = el("main")
        .attr("id", "main")
        .class("main")
        .attr("tabindex", "-1")
        .child(tabs())
        .child(filters().child(results_summary()).child(chosen()))
        .child(lit(view).child(stage).child(detail()))
        .child(heads())
        .child(figure_links())
        .child(claims());
    el("div")
        .class("page")
        .child(el("a").class("skip-link").attr("href", "#main").text(t.skip_to_content))
        .child(header())
        .child(notices(found))
        .child(figures())
        .child(main)
        .child(footer())
}

/// The part of the page in which a record that is pointed at, or has the focus, lights up wherever it is.
fn lit(view: ViewContext) -> Markup {
    Effect::new(move |_| view.lit.with(|records| light::light(records)));
    let point = move |records: Option<String>| {
        if let Some(records) = records {
            view.lit.set(records);
        }
    };
    el("div")
        .class("stage")
        .on(ev::pointerover, move |event| {
            if event.pointer_type() == "mouse" && gesture::has_moved(&event) {
                point(light::records_at(&event));
            }
        })
        .on(ev::focusin, move |event| point(light::records_at(&event)))
        .on(ev::pointerleave, move |event| {
            if event.pointer_type() == "mouse" && gesture::has_moved(&event) {
                point(Some(String::new()));
            }
        })
}

/// Takes the address over once the page has been hydrated, and whenever the reader goes back or forward.
fn read_address(view: ViewContext, notices: RwSignal<Vec<Notice>>) {
    #[cfg(target_arch = "wasm32")]
    {
        use timeline_core::view::{action::Action, state::Selection, url::from_query};

        use crate::{
            context::dataset,
            platform::{focus::after_update, history, links},
        };

        gesture::watch_pointer();

        let read = move || {
            let (state, found) = from_query(&history::query(), dataset());
            notices.set(found);
            view.dispatch(Action::Replace(Box::new(state)));
        };
        after_update(read);
        history::on_popstate(read);
        links::on_select(move |id| view.dispatch(Action::Select(Selection::find(dataset(), id))));
    }
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (view, notices);
}

/// Starts the app in the browser.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    crate::context::install(crate::embedded::dataset);
    crate::platform::mount::mount(App);
}
