//! What is just within a rule of tenures is sound, and what is just beyond it is told of the right tenure.

#[cfg(test)]
mod common;

use common::{put, replace};
use timeline_core::load::{DataFile, load};

const HEAD: &str = "tenures/harbour-head.json";
const PIER: &str = "tenures/pier-east.json";

/// Rule and record of every problem.
#[cfg(test)]
fn told(files: &[DataFile]) -> Vec<(&'static str, String)> {
    let problems = load(files).problems;
    problems
        .into_iter()
        .map(|problem| (problem.rule, problem.record))
        .collect()
}

#[cfg(test)]
fn of(rule: &'static str, record: &str) -> Vec<(&'static str, String)> {
    vec![(rule, record.to_owned())]
}

/// A tenure from one day to another that rests on a source, with more fields.
#[cfg(test)]
fn held(id: &str, person: &str, days: [&str; 2], more: &str) -> String {
    let [from, to] = days;
    format!(
        "{{ \"id\": \"{id}\", \"person\": \"{person}\", \"title\": \"Director\", \"capacity\": \"acting\", {more} \"start\": \"{from}\", \"end\": {{ \"on\": \"{to}\", \"reason\": \"reassigned\" }}, \"sources\": [\"gazette-2020\"], \"confidence\": \"high\" }}"
    )
}

/// The small dataset with these tenures of the East Pier.
#[cfg(test)]
fn pier(tenures: &[String]) -> Vec<DataFile> {
    let mut files = common::small();
    let text = format!("{{ \"office\": \"pier-east\", \"tenures\": [{}] }}", tenures.join(", "));
    put(&mut files, PIER, text);
    files
}

#[test]
fn a_post_is_held_from_the_first_to_the_last_day_of_its_existence() {
    for (days, to, is_sound) in [
        (["2021-01-01", "2022-06-30"], "2022-06-30", true),
        (["2021-01-01", "2022-06-30"], "2022-06", true),
        (["2020-12-31", "2022-06-30"], "2022-06-30", false),
        (["2021-01-01", "2022-07-01"], "2022-06-30", false),
        (["2021-01-01", "2022-07-01"], "2022-06", false),
    ] {
        let mut files = pier(&[held("berg-east", "ada-berg", days, "")]);
        let exists = format!("\"group\": \"piers\", \"exists\": {{ \"from\": \"2021-01-01\", \"to\": \"{to}\" }}");
        replace(&mut files, "offices.json", "\"group\": \"piers\"", &exists);
        let wanted = if is_sound {
            vec![]
        } else {
            of("office-exists", "berg-east")
        };
        assert_eq!(told(&files), wanted, "{days:?} to {to}");
    }
}

#[test]
fn a_holder_can_be_seen_on_the_last_day_of_the_record_and_begin_on_it() {
    let seen = |day: &str| {
        let mut files = common::small();
        let end = ["\"ongoing_as_of\": \"", day, "\""].concat();
        replace(&mut files, HEAD, "\"ongoing_as_of\": \"2024-06-01\"", &end);
        told(&files)
    };
    assert_eq!(seen("2024-06-30"), []);
    assert_eq!(seen("2024-07-01"), of("ongoing-future", "dogan-head-2024"));
    let begun = |days| told(&pier(&[held("dogan-east", "cem-dogan", days, "")]));
    assert_eq!(begun(["2024-06-30", "2024-06-30"]), []);
    assert_eq!(begun(["2024-07-01", "2024-07-01"]), of("tenure-future", "dogan-east"));
}

#[test]
fn what_continues_begins_on_the_day_of_the_end_or_on_the_next() {
    let from = |day| {
        let more = "\"continues\": \"berg-east-1\", \"note\": \"Her title changed.\",";
        told(&pier(&[
            held("berg-east-1", "ada-berg", ["2021-01-01", "2021-06-10"], ""),
            held("berg-east-2", "ada-berg", [day, "2021-12-31"], more),
        ]))
    };
    assert_eq!(from("2021-06-10"), []);
    assert_eq!(from("2021-06-11"), []);
    assert_eq!(from("2021-06-12"), of("continues-adjoins", "berg-east-2"));
}

#[test]
fn only_what_is_disputed_and_rests_on_unnamed_people_alone_needs_a_second_source() {
    const DISPUTED: &str = "\"disputes\": [{ \"field\": \"start\", \"value\": \"2021-02-01\", \"sources\": [\"gazette-2023\"], \"why_not\": \"It is of a later year.\" }],";
    let on = |sources: &str, more: &str| {
        let tenure = held("berg-east", "ada-berg", ["2021-01-01", "2021-06-10"], more);
        told(&pier(&[tenure.replace("\"gazette-2020\"", sources)]))
    };
    assert_eq!(on("\"herald-2024\"", ""), []);
    assert_eq!(on("\"gazette-2020\"", DISPUTED), []);
    assert_eq!(on("\"herald-2024\", \"gazette-2020\"", DISPUTED), []);
    assert_eq!(on("\"herald-2024\"", DISPUTED), of("contested-single", "berg-east"));
}

/// What is told when nobody holds the pier from 10 March to 1 May 2021: notes of the one before the last, of the last and of
/// the next holder, and an event.
#[cfg(test)]
fn told_of_gap(notes: [&str; 3], event: Option<(&str, &str)>) -> Vec<(&'static str, String)> {
    let [earlier, last, next] = notes;
    let mut files = pier(&[
        held("dogan-east-1", "cem-dogan", ["2020-01-05", "2020-02-01"], earlier),
        held("berg-east", "ada-berg", ["2020-02-01", "2021-03-10"], last),
        held("dogan-east-2", "cem-dogan", ["2021-05-01", "2021-12-31"], next),
    ]);
    if let Some((date, office)) = event {
        let text = format!(
            "{{ \"events\": [{{ \"id\": \"pier-closed\", \"date\": \"{date}\", \"kind\": \"statement\", \"headline\": \"The pier is closed\", \"summary\": \"The Gazette wrote that nobody led the pier.\", \"offices\": [\"{office}\"], \"standing\": \"official\", \"sources\": [\"gazette-2020\"], \"confidence\": \"high\" }}] }}"
        );
        put(&mut files, "events/2021.json", text);
    }
    told(&files)
}

#[test]
fn a_gap_is_told_of_by_a_note_of_a_holder_beside_it() {
    const NOTE: &str = "\"note\": \"Who came then was not announced.\",";
    let untold = of("gap-untold", "dogan-east-2");
    assert_eq!(told_of_gap(["", "", ""], None), untold);
    assert_eq!(told_of_gap([NOTE, "", ""], None), untold);
    assert_eq!(told_of_gap(["", NOTE, ""], None), []);
    assert_eq!(told_of_gap(["", "", NOTE], None), []);
}

#[test]
fn a_gap_is_told_of_by_an_event_of_the_post_in_its_days() {
    for (date, office, is_told_of) in [
        ("2021-04-01", "pier-east", true),
        ("2021-03-10", "pier-east", true),
        ("2021-05-01", "pier-east", true),
        ("2021-03", "pier-east", true),
        ("2021-03-09", "pier-east", false),
        ("2021-05-02", "pier-east", false),
        ("2021-04-01", "harbour-head", false),
    ] {
        let wanted = if is_told_of {
            vec![]
        } else {
            of("gap-untold", "dogan-east-2")
        };
        let found = told_of_gap(["", "", ""], Some((date, office)));
        assert_eq!(found, wanted, "{date} {office}");
    }
}

#[test]
fn of_two_who_come_on_one_day_the_second_has_no_seat() {
    let days = ["2021-01-01", "2021-12-31"];
    let files = pier(&[
        held("berg-east", "ada-berg", days, ""),
        held("dogan-east", "cem-dogan", days, ""),
    ]);
    let problems = load(&files).problems;
    let told: Vec<(&str, &str)> = problems
        .iter()
        .map(|problem| (&*problem.record, &*problem.message))
        .collect();
    assert_eq!(told, [("dogan-east", "berg-east holds the same seat at the same time")]);
}

#[test]
fn who_comes_and_goes_on_one_day_takes_no_seat() {
    let until = |day| {
        told(&pier(&[
            held("berg-east", "ada-berg", ["2021-01-01", "2021-12-31"], ""),
            held("dogan-east", "cem-dogan", ["2021-06-01", day], ""),
        ]))
    };
    assert_eq!(until("2021-06-01"), []);
    assert_eq!(until("2021-06-02"), of("overlap", "dogan-east"));
}
