//! What was released may grow; what it said changes by an entry of the corrections alone.

#[cfg(test)]
mod common;
#[cfg(test)]
mod made;

use common::replace;
use made::{CORRECTIONS, EVENTS, HEAD, PACKAGE, PEOPLE, corrected_twice, publish};
use timeline_core::load::{DataFile, RELEASED, Said, corrected, facts, load, since_release};

#[test]
fn what_was_corrected_is_sound_and_an_entry_that_is_gone_is_missed() {
    let files = corrected_twice();
    assert_eq!(load(&files).problems, []);
    let mut shorter = files.clone();
    publish(&mut shorter);
    assert_eq!(load(&shorter).problems, []);
    shorter.retain(|file| file.path != CORRECTIONS);
    let problems = load(&shorter).problems;
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert_eq!(problems[0].rule, "correction-chain");
}

#[test]
fn growth_needs_no_entry() {
    let mut files = common::small();
    publish(&mut files);
    replace(&mut files, PACKAGE, "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
    replace(
        &mut files,
        HEAD,
        "\"ongoing_as_of\": \"2024-06-01\"",
        "\"ongoing_as_of\": \"2024-06-20\"",
    );
    replace(
        &mut files,
        "tenures/pier-east.json",
        "{ \"unknown_after\": \"2019-05\" }",
        "{ \"on\": \"2019-08\", \"reason\": \"retired\" }",
    );
    replace(
        &mut files,
        EVENTS,
        "\"people\": [\"cem-dogan\"]",
        "\"people\": [\"cem-dogan\", \"ada-berg\"]",
    );
    assert_eq!(load(&files).problems, []);
    replace(
        &mut files,
        HEAD,
        "\"ongoing_as_of\": \"2024-06-20\"",
        "\"ongoing_as_of\": \"2024-05-20\"",
    );
    let problems = load(&files).problems;
    assert_eq!(
        problems.iter().map(|problem| problem.rule).collect::<Vec<_>>(),
        ["fact-changed"]
    );
}

#[test]
fn an_id_that_moved_is_compared_with_itself() {
    let mut files = common::small();
    publish(&mut files);
    for file in files.iter_mut().filter(|file| file.path != RELEASED) {
        file.text = file.text.replace("berg-east-2018", "berg-pier-2018");
    }
    replace(
        &mut files,
        PACKAGE,
        "\"moved\": {",
        "\"moved\": { \"berg-east-2018\": \"berg-pier-2018\",",
    );
    assert_eq!(load(&files).problems, []);
    assert_eq!(since_release(&files), Some(Vec::new()));
}

#[test]
fn an_entry_is_of_a_record_and_changes_it() {
    for (rule, from, to) in [
        (
            "correction-record",
            "\"record\": \"people/ada-berg\"",
            "\"record\": \"people/eda-berg\"",
        ),
        ("correction-old", "\"old\": \"Ada M. Berg\"", "\"old\": \"Eda Berg\""),
        ("correction-same", "\"old\": \"Ada M. Berg\"", "\"old\": \"Ada Berg\""),
    ] {
        let mut files = corrected_twice();
        replace(&mut files, CORRECTIONS, from, to);
        let problems = load(&files).problems;
        assert!(
            problems
                .iter()
                .any(|problem| problem.rule == rule && problem.file == CORRECTIONS),
            "{problems:#?}"
        );
    }
}

#[test]
fn what_was_released_cannot_be_put_away() {
    let take = |files: &mut Vec<DataFile>, path: &str| files.retain(|file| file.path != path);
    let forget = |files: &mut [DataFile]| {
        for file in files.iter_mut().filter(|file| file.path == PACKAGE) {
            let lines = file.text.lines().filter(|line| !line.contains("released_sha256"));
            file.text = lines.collect();
        }
    };
    let mut gone = corrected_twice();
    take(&mut gone, RELEASED);
    let mut gone_and_forgotten = gone.clone();
    forget(&mut gone_and_forgotten);
    let mut forgotten = corrected_twice();
    forget(&mut forgotten);
    let mut cut = corrected_twice();
    replace(&mut cut, RELEASED, "\"people/ada-berg\"", "\"people/bea-berg\"");
    for (rule, files) in [
        ("released-missing", gone),
        ("released-missing", gone_and_forgotten),
        ("released-digest", forgotten),
        ("released-digest", cut),
    ] {
        let problems = load(&files).problems;
        let told: Vec<_> = problems.iter().map(|problem| (problem.rule, &*problem.file)).collect();
        assert_eq!(told, [(rule, RELEASED)]);
        assert!(include_str!("../../../docs/data-dictionary.md").contains(&["| `", rule, "` |"].concat()));
    }
}

#[test]
fn a_row_of_a_series_that_changed_is_told_in_its_file() {
    let mut files = common::small();
    publish(&mut files);
    replace(&mut files, PACKAGE, "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
    replace(&mut files, "series/calls/data.csv", "15.5", "16.5");
    let problems = load(&files).problems;
    let places: Vec<_> = problems.iter().map(|problem| (problem.rule, &*problem.file)).collect();
    assert_eq!(places, [("fact-changed", "series/calls/data.csv")]);
}

#[test]
fn what_differs_from_the_release_is_told() {
    let mut files = common::small();
    assert_eq!(since_release(&files), None);
    publish(&mut files);
    assert_eq!(since_release(&files), Some(Vec::new()));
    replace(&mut files, HEAD, "\"reason\": \"retired\"", "\"reason\": \"resigned\"");
    let changes = since_release(&files).unwrap();
    let told: Vec<_> = changes
        .iter()
        .map(|change| (&*change.record, &*change.field, change.is_update()))
        .collect();
    assert_eq!(told, [("tenures/berg-head-2020", "end", false)]);
}

#[cfg(test)]
fn of_name(record: &str) -> Said {
    Said {
        record: record.to_owned(),
        field: "name".to_owned(),
        class: "C3".to_owned(),
        reason: "Misread.".to_owned(),
        sources: Vec::new(),
        date: "2024-06-30".to_owned(),
    }
}

#[test]
fn a_correction_of_what_did_not_change_names_what_did() {
    let mut files = common::small();
    publish(&mut files);
    let refused = corrected(&files, &of_name("people/ada-berg")).unwrap_err();
    assert!(refused.ends_with("Facts that differ: none"), "{refused}");
    replace(
        &mut files,
        PEOPLE,
        "\"name\": \"Cem Doğan\"",
        "\"name\": \"Cem A. Doğan\"",
    );
    // What only grew, and what came, needs no correction and is not named.
    replace(
        &mut files,
        HEAD,
        "\"ongoing_as_of\": \"2024-06-01\"",
        "\"ongoing_as_of\": \"2024-06-20\"",
    );
    let new = "\"people\": [{ \"id\": \"eda-nehir\", \"name\": \"Eda Nehir\", \"sort_name\": \"Nehir, Eda\", \"bio\": \"\", \"sources\": [\"gazette-2024\"] },";
    replace(&mut files, PEOPLE, "\"people\": [", new);
    let refused = corrected(&files, &of_name("people/ada-berg")).unwrap_err();
    assert!(
        refused.ends_with("Facts that differ: people/cem-dogan name"),
        "{refused}"
    );
}

#[test]
fn each_correction_of_a_fact_has_an_id_of_its_own_and_goes_on_from_the_last() {
    let mut files = corrected_twice();
    replace(
        &mut files,
        PEOPLE,
        "\"name\": \"Ada Berg\"",
        "\"name\": \"Ada N. Berg\"",
    );
    for id in ["2024-06-30-ada-berg-name-2", "2024-06-30-ada-berg-name-3"] {
        let text = corrected(&files, &of_name("people/ada-berg")).unwrap();
        common::put(&mut files, CORRECTIONS, text);
        let entries = &files.iter().find(|file| file.path == CORRECTIONS).unwrap().text;
        assert!(entries.contains(&["\"id\": \"", id, "\""].concat()), "{entries}");
        assert!(entries.contains("\"old\": \"Ada Berg\""), "{entries}");
    }
}

#[test]
fn a_start_that_is_seen_later_needs_an_entry() {
    let mut files = common::small();
    publish(&mut files);
    replace(
        &mut files,
        "tenures/pier-east.json",
        "{ \"in_post_by\": \"2018\" }",
        "{ \"in_post_by\": \"2019\" }",
    );
    let changes = since_release(&files).unwrap();
    let told: Vec<_> = changes
        .iter()
        .map(|change| (&*change.field, change.is_update()))
        .collect();
    assert_eq!(told, [("start", false)]);
}

#[test]
fn each_field_of_a_record_has_corrections_of_its_own() {
    let mut files = common::small();
    publish(&mut files);
    replace(&mut files, PACKAGE, "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
    replace(
        &mut files,
        PEOPLE,
        "\"name\": \"Ada M. Berg\"",
        "\"name\": \"Ada Berg\"",
    );
    replace(
        &mut files,
        PEOPLE,
        "\"sort_name\": \"Berg, Ada M.\"",
        "\"sort_name\": \"Berg, Ada\"",
    );
    for field in ["name", "sort_name"] {
        let said = Said {
            field: field.to_owned(),
            ..of_name("people/ada-berg")
        };
        let text = corrected(&files, &said).unwrap();
        common::put(&mut files, CORRECTIONS, text);
    }
    assert_eq!(load(&files).problems, []);
}

#[test]
fn what_says_nothing_is_no_fact() {
    let mut empty = common::small();
    replace(&mut empty, EVENTS, "\"people\": [\"cem-dogan\"]", "\"people\": []");
    let mut absent = empty.clone();
    replace(&mut absent, EVENTS, "\"people\": [], ", "");
    assert_eq!(facts(&empty), facts(&absent));
    publish(&mut empty);
    replace(&mut empty, EVENTS, "\"people\": [], ", "");
    assert_eq!(load(&empty).problems, []);
    assert_eq!(since_release(&empty), Some(Vec::new()));

    let mut unset = common::small();
    replace(&mut unset, HEAD, "\"capacity\"", "\"co_holder\": false, \"capacity\"");
    assert_eq!(facts(&unset), facts(&common::small()));
    replace(&mut unset, HEAD, "\"co_holder\": false", "\"co_holder\": true");
    assert_ne!(facts(&unset), facts(&common::small()));
}

#[test]
fn a_post_that_is_renamed_needs_no_correction_and_one_whose_title_is_only_rewritten_does() {
    let mut files = common::small();
    publish(&mut files);
    replace(&mut files, PACKAGE, "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
    let office = "\"title\": \"Director, East Pier\", \"short_title\": \"East Pier\"";
    let new = "\"title\": \"Harbour Master\", \"short_title\": \"Master\"";
    replace(&mut files, "offices.json", office, new);
    let rules = |files: &[DataFile]| -> Vec<(&str, String)> {
        let problems = load(files).problems.into_iter();
        problems
            .map(|timeline_core::load::Problem { rule, field, .. }| (rule, field))
            .collect()
    };
    let untold = ["short_title", "title"].map(|field| ("fact-changed", field.to_owned()));
    assert_eq!(rules(&files), untold);
    let with = |title: &str| {
        let mut files = files.clone();
        let former = format!(
            "{new}, \"former_titles\": [{{ \"title\": \"{title}\", \"until\": \"2024-06-01\", \"sources\": [\"gazette-2024\"] }}]"
        );
        replace(&mut files, "offices.json", new, &former);
        rules(&files)
    };
    assert_eq!(with("Director, East Pier"), []);
    assert_eq!(with("Keeper"), untold, "that is not what it was called");
}

#[test]
fn a_short_title_that_is_rewritten_needs_a_correction_where_the_post_had_its_title_before_too() {
    let mut files = common::small();
    let office = "\"title\": \"Director, East Pier\", \"short_title\": \"East Pier\"";
    let former = |title: &str, until: &str| {
        format!("{{ \"title\": \"{title}\", \"until\": \"{until}\", \"sources\": [\"gazette-2024\"] }}")
    };
    let back = format!(
        "{office}, \"former_titles\": [{}, {}]",
        former("Director, East Pier", "2024-03-01"),
        former("Harbour Master", "2024-06-01")
    );
    replace(&mut files, "offices.json", office, &back);
    publish(&mut files);
    replace(&mut files, PACKAGE, "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
    assert_eq!(load(&files).problems, []);
    replace(
        &mut files,
        "offices.json",
        "\"short_title\": \"East Pier\"",
        "\"short_title\": \"Pier\"",
    );
    let problems = load(&files).problems;
    let told: Vec<(&str, &str)> = problems.iter().map(|told| (told.rule, &*told.field)).collect();
    assert_eq!(told, [("fact-changed", "short_title")]);
}
