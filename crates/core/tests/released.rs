//! What was released may grow; what it said changes by an entry of the corrections alone.

#[cfg(test)]
mod common;
#[cfg(test)]
mod made;

use common::replace;
use made::{CORRECTIONS, EVENTS, HEAD, PACKAGE, corrected_twice, publish};
use timeline_core::load::{DataFile, RELEASED, load};

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
