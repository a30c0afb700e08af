//! The components as the host renders them: what a reader gets before any script has run.
#![cfg(feature = "ssr")]
#![expect(clippy::expect_used, reason = "a test stops at what is missing")]

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use timeline_app::{
    charts::{figures::figure, office_map::office_map},
    context::{ViewContext, dataset, install},
    embedded,
    markup::{Markup, el},
    page::{
        figures::figures,
        gallery_page::{WIDTHS_PX, drawing},
        header::header,
        heads::heads,
    },
    timeline::{
        detail::detail,
        section::{Lanes, timeline_section},
    },
};
use timeline_core::view::{action::Action, figure_id::FigureId, state::Selection};

/// The HTML of a component after some actions, an element a line.
fn html(actions: Vec<Action>, component: impl FnOnce() -> Markup) -> String {
    install(embedded::dataset().expect("the embedded record"));
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    owner.with(|| {
        let view = ViewContext::new();
        provide_context(view);
        for action in actions {
            view.dispatch(action);
        }
        component().into_view().to_html().replace("><", ">\n<")
    })
}

fn select(id: &str) -> Vec<Action> {
    install(embedded::dataset().expect("the embedded record"));
    let selection = Selection::find(dataset(), id).expect("a record of this id");
    vec![Action::Select(Some(selection))]
}

/// The part of the timeline between two texts, the first included.
fn timeline_part(from: &str, to: &str) -> String {
    let html = html(Vec::new(), || timeline_section(el("div"), Lanes::All));
    let (_, part) = html.split_once(from).expect("where the part begins");
    let (part, _) = part.split_once(to).expect("where the part ends");
    [from, part].concat()
}

#[test]
fn every_figure_and_the_map_at_three_widths() {
    install(embedded::dataset().expect("the embedded record"));
    let figures = FigureId::all(dataset());
    assert_eq!(figures.len(), 9, "the figures");
    for id in figures.into_iter().map(Some).chain([None]) {
        let chart = || id.map_or_else(office_map, figure).expect("something to draw");
        let name = id.map_or("office-map", |id| id.id(dataset()));
        for width in WIDTHS_PX {
            let svg = html(Vec::new(), || drawing(&chart(), width));
            assert!(
                svg.contains(&format!("viewBox=\"0 0 {width} ")),
                "{name} for {width} px"
            );
            insta::assert_snapshot!(format!("figure_{name}_{width}"), svg);
        }
    }
}

#[test]
fn the_lane_of_the_head_with_bars_of_every_state() {
    let lane = timeline_part("<div class=\"lane__plane\" data-lane=\"ice-director\"", "</ol>");
    for state in [
        "data-capacity=\"confirmed\"",
        "data-capacity=\"acting\"",
        "data-capacity=\"performing-duties\"",
        "data-open=\"\"",
        "data-gap=\"vacant\"",
    ] {
        assert!(lane.contains(state), "{state}");
    }
    insta::assert_snapshot!("lane_head", lane);
}

#[test]
fn the_lane_of_nominations() {
    insta::assert_snapshot!(
        "lane_nominations",
        timeline_part("<div class=\"lane__plane\" data-lane=\"nominations\"", "</ol>")
    );
}

#[test]
fn the_first_sentence_and_its_figures() {
    insta::assert_snapshot!("header", html(Vec::new(), header));
    insta::assert_snapshot!("figures", html(Vec::new(), figures));
}

#[test]
fn every_head_with_sources() {
    insta::assert_snapshot!("heads", html(Vec::new(), heads));
}

#[test]
fn details_of_tenures_and_events() {
    for id in [
        "venturella-ice-director-2026",
        "homan-ice-director-2017b",
        "2025-10-24-nyt-fod-replacement-plan",
    ] {
        insta::assert_snapshot!(format!("detail_{id}"), html(select(id), detail));
    }
}
