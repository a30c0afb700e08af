//! The project's own dataset: sound, complete, and saying what the site says.

#[cfg(test)]
mod common;

use std::time::{Duration, Instant};

use common::day;
use proptest::prelude::*;
use timeline_core::{
    bundle::{self, Unreadable},
    date::DayRange,
    load::{canonical, load},
    model::{Capacity, Confidence, Dataset, End, EventKind, OfficeKind, Standing},
    query::{
        figures::head_figures,
        filter::{Choice, Dimension, Filter, visible},
        incumbents::{Certainty, incumbents_on},
        on_day::{Standing as OnDay, change_days, standing_on},
        succession::{GapKind, gaps},
    },
    view::{
        action::Action,
        figure_id::FigureId,
        state::{Column, Selection, View, ViewState, limits},
        url::{from_query, to_query},
    },
};

#[test]
fn it_has_no_problem_and_canonical_bytes() {
    let files = common::folder("data");
    assert_eq!(load(&files).problems, []);
    for file in &files {
        assert_eq!(
            canonical(&file.path, &file.text).as_ref(),
            Ok(&file.text),
            "{}",
            file.path
        );
    }
}

#[test]
fn it_holds_the_whole_record() {
    let dataset = common::real();
    assert!(dataset.people.len() >= 105);
    assert!(dataset.tenures.len() >= 130);
    assert!(dataset.events.len() >= 160);
    assert!(dataset.sources.len() >= 490);
    assert!(dataset.series.len() >= 10);
    assert_eq!(
        dataset
            .offices
            .iter()
            .filter(|office| office.kind == OfficeKind::FieldOffice)
            .count(),
        25
    );
    assert_eq!(dataset.as_of, day("2026-09-18"));
}

#[test]
fn the_head_figures_are_computed_from_it() {
    let dataset = common::real();
    let figures = head_figures(&dataset);
    assert_eq!(figures.since, day("2017-01-20"));
    assert_eq!(figures.days_since, 3528);
    assert_eq!(figures.people_since, 12);
    let last = dataset.tenure(figures.last_confirmed.unwrap());
    assert_eq!(&*dataset.person(last.person).name, "Sarah R. Saldaña");
    let incumbent = dataset.tenure(figures.incumbent.unwrap());
    assert_eq!(dataset.person(incumbent.person).surname(), "Venturella");
    assert_eq!(incumbent.capacity, Capacity::Acting);
}

#[test]
fn nobody_is_in_office_on_an_old_sighting() {
    let dataset = common::real();
    for tenure in &dataset.tenures {
        if let End::OngoingAsOf(seen) = tenure.end {
            assert!(seen.days_until(dataset.as_of) <= 180, "{}", tenure.id);
        }
    }
}

#[test]
fn who_led_on_a_day() {
    let dataset = common::real();
    let head = dataset.site.head_office;
    let (certain, possible) = (Certainty::Certain, Certainty::Possible);
    let cases: [(&str, &[(&str, Certainty)]); 13] = [
        ("2017-01-25", &[("Ragsdale", certain)]),
        ("2017-11-15", &[("Homan", possible), ("Homan", possible)]),
        ("2018-03-01", &[("Homan", certain)]),
        ("2019-05-28", &[("Morgan", certain)]),
        ("2019-07-06", &[("Morgan", possible), ("Albence", possible)]),
        ("2020-08-20", &[("Albence", possible), ("Pham", possible)]),
        ("2021-01-05", &[("Fahey", certain)]),
        ("2021-01-13", &[("Johnson", certain)]),
        ("2025-01-25", &[("Vitello", certain)]),
        ("2025-03-01", &[]),
        ("2025-03-09", &[("Lyons", certain)]),
        ("2026-06-15", &[("Venturella", certain)]),
        ("2026-09-18", &[("Venturella", certain)]),
    ];
    for (on, expected) in cases {
        let found: Vec<(&str, Certainty)> = incumbents_on(&dataset, head, day(on))
            .into_iter()
            .map(|(ix, sure)| (dataset.person(dataset.tenure(ix).person).surname(), sure))
            .collect();
        assert_eq!(found, expected, "{on}");
    }
}

#[test]
fn a_vacant_post_is_not_an_unknown_one() {
    let dataset = common::real();
    let vacancy = DayRange::new(day("2025-02-21"), day("2025-03-09"));
    let head = standing_on(&dataset, dataset.site.head_office, day("2025-03-01"));
    assert_eq!(head, OnDay::Vacant(vacancy));
    let office = dataset.find_office("ice-chief-of-staff").unwrap();
    let before_any = standing_on(&dataset, office, day("2017-01-22"));
    let OnDay::Unknown(Some(not_found)) = before_any else {
        panic!("{before_any:?}")
    };
    assert_eq!(
        not_found.from,
        day("2017-01-01"),
        "what was before the record was not looked for"
    );
}

#[test]
fn the_days_of_change_are_those_of_the_record() {
    let dataset = common::real();
    let days = change_days(&dataset, dataset.site.head_office, limits(&dataset));
    assert!(days.is_sorted() && days.len() > 15, "{} days", days.len());
    for on in ["2017-01-30", "2021-01-13", "2025-02-21", "2025-03-09", "2026-05-31"] {
        assert!(days.contains(&day(on)), "{on}");
    }
}

/// Queries of real keys, real and hostile values, from a seed.
#[cfg(test)]
fn random_queries(dataset: &Dataset) -> Vec<String> {
    let keys = "view from to group office person capacity kind standing confidence term q toggle sort hide day compare select figure linked report date search __proto__ constructor x";
    let keys: Vec<&str> = keys.split(' ').collect();
    let words = "timeline table date 2019-05-28 2025-03-01 2026-06-15 -start name head-office,units %00 %F0%9F%98%80 <script> ../../etc 1e99 NaN null %ZZ acting,confirmed acting;drop %E2%80%AEx";
    let mut values: Vec<String> = words.split(' ').map(str::to_owned).collect();
    values.extend(dataset.tenures.iter().map(|tenure| tenure.id.to_string()));
    values.extend(dataset.people.iter().map(|person| person.id.to_string()));
    values.extend(
        FigureId::all(dataset)
            .iter()
            .map(|figure| figure.id(dataset).to_owned()),
    );
    values.extend(dataset.reports.iter().map(|report| report.id.to_string()));
    values.extend(["yes", "no"].map(str::to_owned));
    values.push("a".repeat(5000));
    let mut seed = 20_170_120_u32;
    let mut below = |len: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(seed >> 8).unwrap() % len
    };
    let mut one = || {
        let pairs = (0..=below(7)).map(|_| [keys[below(keys.len())], "=", &values[below(values.len())]].concat());
        pairs.collect::<Vec<_>>().join("&")
    };
    (0..10_000).map(|_| one()).collect()
}

/// No time is asserted: it is printed, for who runs it with `--nocapture`.
#[test]
fn ten_thousand_queries_are_read_and_written_back() {
    let dataset = common::real();
    let queries = random_queries(&dataset);
    let mut slowest = Duration::ZERO;
    for query in &queries {
        let begin = Instant::now();
        let (state, _) = from_query(query, &dataset);
        slowest = slowest.max(begin.elapsed());
        let (again, notices) = from_query(&to_query(&state, &dataset), &dataset);
        assert_eq!((again, notices), (state, Vec::new()), "{query}");
    }
    println!(
        "{} queries read; the slowest took {} µs",
        queries.len(),
        slowest.as_micros()
    );
}

#[test]
fn a_vacancy_is_one_between_two_known_days() {
    let dataset = common::real();
    let gaps = gaps(&dataset, dataset.site.head_office, day("2017-01-01"));
    let vacant: Vec<DayRange> = gaps
        .iter()
        .filter(|gap| gap.kind == GapKind::Vacant)
        .map(|gap| gap.range)
        .collect();
    assert_eq!(vacant, [DayRange::new(day("2025-02-21"), day("2025-03-09"))]);
}

#[test]
fn the_bundle_gives_the_same_dataset() {
    let mut dataset = common::real();
    dataset.series.clear();
    let bytes = bundle::write(&dataset).unwrap();
    assert_eq!(bundle::read(&bytes).unwrap(), dataset);
    assert_eq!(bundle::read(&bytes[..bytes.len() / 2]), Err(Unreadable::Damaged));
    assert_eq!(bundle::read(b"TIME"), Err(Unreadable::NoBundle));
    let changed = |at: usize| {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        bundle::read(&changed).unwrap_err()
    };
    assert_eq!(changed(0), Unreadable::NoBundle);
    assert_eq!(changed(bundle::MAGIC.len()), Unreadable::Version(bundle::VERSION ^ 1));
    assert_eq!(changed(bytes.len() - 1), Unreadable::Damaged);
    let told = [Unreadable::NoBundle, Unreadable::Version(7), Unreadable::Damaged].map(|error| error.to_string());
    let expected = [
        "the record is missing",
        "the record is of version 7, the program reads 1",
        "the record is damaged",
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_bad_address_gives_the_default_and_a_notice() {
    let dataset = common::real();
    let query = "from=2025-02-30&capacity=bogus&view=nonsense&select=nobody&unknown=1&view=table";
    let (state, notices) = from_query(query, &dataset);
    assert_eq!(state, ViewState::initial(&dataset));
    let keys: Vec<&str> = notices.iter().map(|notice| notice.key.as_str()).collect();
    assert_eq!(keys, ["from", "capacity", "view", "select"]);
    let long = "q=".to_owned() + &"a".repeat(3000);
    assert_eq!(from_query(&long, &dataset).1.len(), 1);
}

#[test]
fn a_renamed_id_still_opens_its_record() {
    let dataset = common::real();
    for (from, to) in &dataset.moved {
        if dataset.find_event(to).is_some() {
            let (state, notices) = from_query(&["select=", from].concat(), &dataset);
            assert!(
                notices.is_empty() && state.selection == Selection::find(&dataset, to),
                "{from}"
            );
        }
    }
}

/// Every value of every dimension, in order.
#[cfg(test)]
fn all_choices(dataset: &Dataset) -> Vec<Choice> {
    let words = |dimension: Dimension| -> Vec<&str> {
        match dimension {
            Dimension::Office => dataset.offices.iter().map(|row| &*row.id).collect(),
            Dimension::Person => dataset.people.iter().map(|row| &*row.id).collect(),
            Dimension::Capacity => Capacity::ALL.iter().map(|word| word.word()).collect(),
            Dimension::Kind => EventKind::ALL.iter().map(|word| word.word()).collect(),
            Dimension::Standing => Standing::ALL.iter().map(|word| word.word()).collect(),
            Dimension::Confidence => Confidence::ALL.iter().map(|word| word.word()).collect(),
            Dimension::Term => dataset.terms.iter().map(|row| &*row.id).collect(),
        }
    };
    let mut all: Vec<Choice> = Dimension::ALL
        .iter()
        .flat_map(|&dimension| {
            let found = words(dimension)
                .into_iter()
                .map(move |word| Choice::find(dataset, dimension, word));
            found
                .map(|choice| choice.expect("a word of the record is a choice"))
                .collect::<Vec<_>>()
        })
        .collect();
    all.sort_unstable();
    all
}

#[cfg(test)]
fn any_state(dataset: &Dataset) -> impl Strategy<Value = ViewState> + use<> {
    let initial = ViewState::initial(dataset);
    let limits = limits(dataset);
    let groups = u8::try_from(dataset.site.groups.len()).unwrap();
    let tenures: Vec<_> = dataset.tenure_ixs().map(Selection::Tenure).collect();
    let events: Vec<_> = dataset.event_ixs().map(Selection::Event).collect();
    let selections = prop::option::of(prop::sample::select([tenures, events].concat()));
    let choices = prop::sample::subsequence(all_choices(dataset), 0..=6);
    let hidden = prop::sample::subsequence(Column::ALL.to_vec(), 0..=4);
    let days = limits.from.days_until(dataset.as_of);
    let figures = prop::option::of(prop::sample::select(FigureId::all(dataset)));
    let first_figure = FigureId::all(dataset).first().copied();
    let reports = prop::option::of(0..u8::try_from(dataset.reports.len() - 1).unwrap());
    let group_sets = prop::sample::subsequence((0..groups).collect::<Vec<u8>>(), 0..=3);
    (
        0..limits.len_days() - 20,
        14..4000i32,
        selections,
        choices,
        group_sets.clone(),
        group_sets,
        "[a-zñ ,&%+=#?é]{0,20}",
        prop::sample::select(View::ALL),
        (
            hidden,
            0..days,
            prop::option::of(0..days),
            figures,
            any::<bool>(),
            reports,
            0..u8::try_from(dataset.story.len()).unwrap(),
        ),
    )
        .prop_map(
            move |(from, len, selection, choices, groups, toggled, text, view, more)| {
                let (hidden, day, compared, figure, linked, report, step) = more;
                let from = limits.from.plus(from);
                let mut state = initial.clone();
                state.range = DayRange::new(from, from.plus(len).min(limits.to).max(from.plus(14)));
                state.selection = selection;
                state.filter = Filter { groups, choices, text };
                state.toggled = toggled;
                state.view = view;
                state.hidden = hidden;
                state.day = limits.from.plus(day);
                state.compared = compared.map(|day| limits.from.plus(day));
                state.figure = match view {
                    View::Chart => figure.or(first_figure),
                    View::Figures => figure,
                    View::Timeline | View::Date | View::Map | View::Story | View::Table => None,
                };
                state.linked = linked;
                state.report = report;
                state.step = step;
                state
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_view_has_an_address_that_restores_it(state in any_state(&common::real())) {
        let dataset = common::real();
        let (restored, notices) = from_query(&to_query(&state, &dataset), &dataset);
        prop_assert_eq!(notices, []);
        prop_assert_eq!(restored, state);
    }

    #[test]
    fn each_choice_of_a_dimension_adds_to_it(state in any_state(&common::real())) {
        let dataset = common::real();
        let shown = visible(&dataset, &state.filter).tenures;
        for &choice in &state.filter.choices {
            let one = Filter { choices: vec![choice], ..Filter::default() };
            let alone = visible(&dataset, &one);
            let others = state.filter.choices.iter().filter(|other| other.dimension() == choice.dimension()).count();
            if others == 1 {
                prop_assert!(shown.iter().all(|&ix| alone.has_tenure(ix)), "{:?}", choice);
            }
        }
    }

    #[test]
    fn any_query_gives_a_view(query in "[ -~]{0,120}") {
        let dataset = common::real();
        let (state, _) = from_query(&query, &dataset);
        prop_assert!(state.range.from >= limits(&dataset).from && state.range.to <= limits(&dataset).to);
    }

    #[test]
    fn a_filter_gives_a_subset(state in any_state(&common::real())) {
        let dataset = common::real();
        let all = visible(&dataset, &Filter::default());
        let some = visible(&dataset, &state.filter);
        prop_assert!(some.tenures.iter().all(|&ix| all.has_tenure(ix)));
        prop_assert!(some.events.iter().all(|&ix| all.has_event(ix)));
        prop_assert!(some.tenures.len() <= all.tenures.len());
    }

    #[test]
    fn toggling_twice_changes_nothing(group in 0u8..4) {
        let dataset = common::real();
        let state = ViewState::initial(&dataset);
        let twice = state.apply(Action::ToggleGroup(group), &dataset).apply(Action::ToggleGroup(group), &dataset);
        prop_assert_eq!(twice, state);
    }
}
