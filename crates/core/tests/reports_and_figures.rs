//! What the project's dataset says of reports and references, and the addresses of its figures.

#[cfg(test)]
mod common;

use common::day;
use timeline_core::{
    model::{Dataset, Reference, Report, ReportStanding},
    query::reported::{offices_in_question, report_day, standing_upto},
    view::{
        action::Action,
        figure_id::FigureId,
        state::{View, ViewState},
        url::{from_query, from_query_on, to_query, to_query_on},
    },
};

#[cfg(test)]
fn report<'a>(dataset: &'a Dataset, id: &str) -> &'a Report {
    dataset.reports.iter().find(|report| &*report.id == id).unwrap()
}

#[cfg(test)]
fn office_ids<'a>(dataset: &'a Dataset, report: &Report) -> Vec<&'a str> {
    let named = report.offices.iter();
    named.map(|named| &*dataset.office(named.office).id).collect()
}

#[test]
fn every_report_names_an_event_of_the_record() {
    let dataset = common::real();
    assert_eq!(dataset.reports.len(), 13);
    assert!(dataset.reports.is_sorted_by_key(report_day));
    for report in &dataset.reports {
        let event = dataset.event(report.event);
        assert!(
            report.sources.iter().any(|source| event.sources.contains(source)),
            "{} rests on no source of {}",
            report.id,
            event.id
        );
        let days = event.date.earliest().days_until(report.date.latest());
        assert!(
            (0..=31).contains(&days),
            "{} is {days} days after {}",
            report.id,
            event.id
        );
        for named in &report.offices {
            let is_of_event = event.offices.contains(&named.office);
            assert!(is_of_event, "{} {}", report.id, dataset.office(named.office).id);
        }
    }
}

#[test]
fn reports_speak_of_field_offices_each_once() {
    let dataset = common::real();
    let in_question = offices_in_question(&dataset);
    assert_eq!(in_question.len(), 25);
    for report in &dataset.reports {
        let ids = office_ids(&dataset, report);
        assert!(ids.is_sorted_by(|one, other| one < other), "{}: {ids:?}", report.id);
        assert!(report.offices.iter().all(|named| in_question.contains(&named.office)));
    }
}

#[test]
fn fox_named_eight_offices() {
    let dataset = common::real();
    let fox = report(&dataset, "2025-10-27-fox");
    assert_eq!(&*fox.outlet, "Fox News");
    assert_eq!(
        office_ids(&dataset, fox),
        [
            "fo-denver",
            "fo-el-paso",
            "fo-los-angeles",
            "fo-new-orleans",
            "fo-philadelphia",
            "fo-phoenix",
            "fo-san-diego",
            "fo-seattle",
        ]
    );
    let named = |named: &timeline_core::model::ReportedOffice| named.standing == ReportStanding::Named;
    assert!(fox.offices.iter().all(named), "none of them is confirmed by it");
}

#[test]
fn only_denver_is_confirmed_on_the_record() {
    let dataset = common::real();
    let confirmed = |count: usize| -> Vec<&str> {
        let is_confirmed = |&ix: &_| standing_upto(&dataset, ix, count) == Some(ReportStanding::Confirmed);
        let offices = dataset.office_ixs().filter(is_confirmed);
        offices.map(|ix| &*dataset.office(ix).id).collect()
    };
    let all = dataset.reports.len();
    assert_eq!(confirmed(all), ["fo-denver"]);
    assert_eq!(&*dataset.reports[all - 1].id, "2025-10-30-guadian-in-court");
    assert_eq!(confirmed(all - 1), [""; 0], "before he spoke in court nothing was");
    let told = |ix| standing_upto(&dataset, ix, 0);
    assert!(
        dataset.office_ixs().all(|ix| told(ix).is_none()),
        "without a report nothing was reported"
    );
}

#[cfg(test)]
fn arrest_references(dataset: &Dataset) -> &[Reference] {
    let figure = dataset.figures.iter().find(|row| &*row.id == "arrests-against-goal");
    &figure.unwrap().references
}

#[test]
fn the_goal_of_3000_is_shown_with_who_disputes_it() {
    let dataset = common::real();
    let goals: Vec<&Reference> = arrest_references(&dataset)
        .iter()
        .filter(|row| row.tenths == 30_000)
        .collect();
    let [goal] = goals[..] else {
        panic!("{} references of 3,000", goals.len())
    };
    assert!(goal.said.contains("Miller") && goal.from == Some(day("2025-05-21")) && goal.to.is_none());
    assert!(goal.differs.as_ref().unwrap().contains("Justice Department"));
    assert_eq!(&*dataset.event(goal.event.unwrap()).id, "2025-05-28-miller-3000-fox");
    let figure = &dataset.figures[0];
    assert!(
        figure
            .caveats
            .iter()
            .any(|caveat| caveat.contains("Justice Department")),
        "it is said beside the figure too"
    );
}

#[test]
fn counts_of_the_department_and_of_the_data_project_are_shown() {
    let dataset = common::real();
    let of = |name: &str| -> Vec<i32> {
        let rows = arrest_references(&dataset).iter();
        let mut values: Vec<i32> = rows
            .filter(|row| row.label.contains(name))
            .map(|row| row.tenths / 10)
            .collect();
        values.sort_unstable();
        values
    };
    assert_eq!(of("all of DHS"), [1752, 1821]);
    assert_eq!(of("Data Project"), [824, 926]);
    for row in arrest_references(&dataset) {
        assert!(
            row.tenths > 0 && row.differs.is_some() && !row.sources.is_empty(),
            "{}",
            row.id
        );
    }
}

#[test]
fn an_address_opens_a_figure() {
    let dataset = common::real();
    let (state, notices) = from_query("?figure=tenure-survival", &dataset);
    assert_eq!(notices, []);
    assert_eq!((state.view, state.figure), (View::Figures, Some(FigureId::Survival)));
    // A figure is seen among the figures only.
    let (elsewhere, notices) = from_query("?view=map&figure=tenure-survival", &dataset);
    assert_eq!(
        (elsewhere.view, elsewhere.figure, notices),
        (View::Map, None, Vec::new())
    );
}

#[test]
fn a_chart_can_stand_alone() {
    let dataset = common::real();
    let (state, notices) = from_query("view=chart&chart=tenure-survival", &dataset);
    assert_eq!(notices, []);
    assert_eq!(state.view, View::Chart);
    assert_eq!(state.figure, Some(FigureId::Survival));
    let (first, _) = from_query("view=chart", &dataset);
    assert_eq!(first.figure, Some(FigureId::TenureLengths));
}

#[test]
fn a_page_of_one_view_leaves_out_what_it_begins_with() {
    let dataset = common::real();
    let (home, _) = from_query("view=map", &dataset);
    assert_eq!(to_query_on(&home, &home, &dataset), "");
    let timeline = home.apply(Action::Show(View::Timeline), &dataset);
    assert_eq!(to_query_on(&home, &timeline, &dataset), "view=timeline");
    let (back, notices) = from_query_on(home.clone(), "view=timeline", &dataset);
    assert_eq!((back, notices), (timeline, Vec::new()));
    let (map, _) = from_query_on(home.clone(), "linked=no", &dataset);
    assert_eq!((map.view, map.linked), (View::Map, false));
    let (home, _) = from_query("view=chart&figure=tenure-survival", &dataset);
    for query in [
        "view=figures",
        "view=figures&figure=tenure-survival",
        "view=map",
        "figure=capacity-days",
    ] {
        let (shown, notices) = from_query_on(home.clone(), query, &dataset);
        assert_eq!(
            (to_query_on(&home, &shown, &dataset), notices),
            (query.to_owned(), Vec::new())
        );
        let is_brought = query.contains("figure=");
        assert_eq!(shown.figure.is_some(), is_brought, "{query}");
    }
}

#[test]
fn an_address_unlinks_figures_from_the_range() {
    let dataset = common::real();
    let (state, notices) = from_query("?linked=no", &dataset);
    assert!(!state.linked && notices.is_empty());
    assert!(from_query("?linked=yes", &dataset).0.linked);
    assert!(ViewState::initial(&dataset).linked, "they follow it at first");
}

#[test]
fn an_address_stops_at_a_report() {
    let dataset = common::real();
    let (state, notices) = from_query("?report=2025-10-27-fox", &dataset);
    assert_eq!(notices, []);
    let at = usize::from(state.report.unwrap());
    assert_eq!(&*dataset.reports[at].id, "2025-10-27-fox");
    let (all, notices) = from_query("?report=2025-10-30-guadian-in-court", &dataset);
    assert_eq!(
        (all.report, notices),
        (None, Vec::new()),
        "the last report is all of them"
    );
}

#[test]
fn an_unknown_figure_or_report_gives_a_notice() {
    let dataset = common::real();
    for (query, key) in [
        ("?figure=no-such-figure", "figure"),
        ("?figure=", "figure"),
        ("?report=2025-10-27-nobody", "report"),
        ("?linked=perhaps", "linked"),
    ] {
        let (state, notices) = from_query(query, &dataset);
        assert_eq!(state, ViewState::initial(&dataset), "{query}");
        let keys: Vec<&str> = notices.iter().map(|notice| notice.key.as_str()).collect();
        assert_eq!(keys, [key], "{query}");
    }
}

#[test]
fn every_figure_and_every_report_has_an_address() {
    let dataset = common::real();
    let figures = FigureId::all(&dataset);
    assert_eq!(figures.len(), 9);
    let mut ids: Vec<&str> = figures.iter().map(|figure| figure.id(&dataset)).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), figures.len(), "no two have the same");
    let reports = (0..dataset.reports.len()).map(|at| &*dataset.reports[at].id);
    for (key, id) in ids
        .iter()
        .map(|id| ("figure", *id))
        .chain(reports.map(|id| ("report", id)))
    {
        let (state, notices) = from_query(&format!("{key}={id}&linked=no"), &dataset);
        assert_eq!(notices, [], "{key} {id}");
        let (again, notices) = from_query(&to_query(&state, &dataset), &dataset);
        assert_eq!((again, notices), (state, Vec::new()), "{key} {id}");
    }
    for figure in figures {
        let mut state = ViewState::initial(&dataset);
        (state.view, state.figure) = (View::Figures, Some(figure));
        let query = to_query(&state, &dataset);
        assert!(query.contains(figure.id(&dataset)), "{query}");
        assert_eq!(from_query(&query, &dataset), (state, Vec::new()));
    }
}
