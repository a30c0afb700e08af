//! What the page is delivered with: the record without what it does not draw, and its pages of text.

#[cfg(test)]
mod common;

use timeline_core::{
    bundle,
    load::{pages, report_parts},
    model::Language,
};

#[test]
fn a_series_is_delivered_with_its_values_where_a_figure_draws_it() {
    let files = common::folder("data");
    let whole = common::real();
    let delivered = bundle::read(&timeline_core::load::bundle(&files).unwrap()).unwrap();
    let mut undrawn = 0;
    for (position, (series, all)) in (0_u8..).zip(delivered.series.iter().zip(&whole.series)) {
        let mut figures = delivered.figures.iter();
        let is_drawn = figures.any(|figure| figure.parts.iter().any(|part| part.series == position));
        assert!(!all.points.is_empty(), "{}", all.id);
        assert_eq!(!series.points.is_empty(), is_drawn, "{}", all.id);
        undrawn += usize::from(!is_drawn);
    }
    assert!(undrawn > 0);
}

#[test]
fn each_language_has_its_own_pages() {
    let pages = pages(&common::folder("data"));
    let titles: Vec<(Language, &str)> = pages
        .iter()
        .map(|(language, pages)| (*language, &*pages[0].title))
        .collect();
    assert_eq!(
        titles,
        [
            (Language::English, "Method and vocabulary"),
            (Language::Spanish, "Método y vocabulario")
        ]
    );
}

#[test]
fn each_part_of_the_report_has_a_title_of_its_own() {
    let parts = report_parts(&common::small()).unwrap();
    let mut titles: Vec<&str> = parts.iter().map(|part| part.title).collect();
    assert_eq!(titles[0], "vacancies: nobody held the post");
    titles.sort_unstable();
    titles.dedup();
    assert_eq!(titles.len(), parts.len());
}
