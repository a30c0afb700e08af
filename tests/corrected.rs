//! A record that was corrected: on every page, at the record, in the log.
#![cfg(feature = "ssr")]
#![expect(clippy::expect_used, reason = "a test stops at what is missing")]

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use timeline_app::{
    context::{ViewContext, dataset, install},
    document::Document,
    embedded,
    markup::Markup,
    page::{embed_page::embed_page, site_page::site_page},
    timeline::detail::detail,
};
use timeline_core::{
    model::{Correction, CorrectionClass, Dataset},
    view::{action::Action, state::Selection},
};

const TENURE: &str = "lyons-ice-director-2025";

fn correction(id: &str, class: CorrectionClass, dataset: &Dataset) -> Correction {
    Correction {
        id: id.into(),
        date: dataset.as_of,
        class,
        record: ["tenures/", TENURE].concat().into(),
        field: "start".into(),
        old: "2025-03-08".into(),
        new: "2025-03-09".into(),
        reason: ["The reason of ", id, "."].concat().into(),
        sources: Vec::new(),
        dataset: "1.1.0".into(),
    }
}

/// The record, corrected three times.
fn record() -> &'static Dataset {
    let mut read = embedded::dataset().expect("the embedded record");
    let classes = [
        CorrectionClass::Serious,
        CorrectionClass::Factual,
        CorrectionClass::Minor,
    ];
    let ids = ["serious", "factual", "minor"];
    read.corrections = ids
        .into_iter()
        .zip(classes)
        .map(|(id, class)| correction(id, class, &read))
        .collect();
    install(read);
    dataset()
}

/// The HTML of a part of the site.
fn html(action: Option<Action>, part: impl FnOnce() -> Markup) -> String {
    record();
    Owner::new_root(Some(Arc::new(SsrSharedContext::new()))).with(|| {
        let view = ViewContext::new();
        provide_context(view);
        if let Some(action) = action {
            view.dispatch(action);
        }
        part().into_view().to_html()
    })
}

#[test]
fn a_serious_one_stands_on_every_page_and_embed() {
    let view = || use_context::<ViewContext>().expect("the view");
    let pages = [
        html(None, || site_page(view(), RwSignal::new(Vec::new()))),
        html(None, || embed_page(view(), RwSignal::new(Vec::new()))),
        html(None, || Document::Story.markup()),
    ];
    for page in pages {
        let (_, banner) = page.split_once("class=\"correction-banner\"").expect("the banner");
        let (banner, _) = banner.split_once("</aside>").expect("its end");
        assert!(!banner.contains("hidden"), "{banner}");
        assert!(banner.contains("The reason of serious."), "{banner}");
        assert!(banner.contains("corrections/index.html#serious"), "{banner}");
        assert!(!banner.contains("factual") && !banner.contains("minor"), "{banner}");
    }
}

#[test]
fn it_and_a_factual_one_stand_at_their_record() {
    let open = html(Some(Action::Select(Selection::find(record(), TENURE))), detail);
    let office = record().find_office("ice-director").expect("the office");
    for page in [open, html(None, || Document::Office(office).markup())] {
        assert_eq!(page.matches("class=\"correction-mark\"").count(), 2, "{page}");
        assert!(page.contains("The reason of factual.") && page.contains("The reason of serious."));
        assert!(!page.contains("The reason of minor."));
    }
}

#[test]
fn the_log_tells_all_of_them() {
    record();
    let at = Document::all()
        .into_iter()
        .find(|document| document.path() == "corrections/");
    let log = html(None, || at.expect("the page of corrections").markup());
    for id in ["serious", "factual", "minor"] {
        assert!(log.contains(&["id=\"", id, "\""].concat()), "{id}");
        assert!(log.contains(&["The reason of ", id, "."].concat()), "{id}");
    }
    assert!(log.contains("2025-03-08") && log.contains("2025-03-09"));
    assert!(log.contains("office/ice-director/index.html#lyons-ice-director-2025"));
}
