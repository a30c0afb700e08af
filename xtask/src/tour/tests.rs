//! The tour through the project's own record, and through one that is not sound.

use std::{fs, path::Path};

use super::{Copy, Step, walk};
use crate::files::{below, read};

fn steps_of(folder: &Path) -> (Vec<String>, String) {
    let mut steps = Vec::new();
    let end = walk(folder, &mut |step: &Step| {
        steps.push(format!("{}: {}\n{}", step.is_expected, step.what, step.said.join("\n")));
    });
    (steps, format!("{end:?}"))
}

#[test]
fn a_correction_goes_as_the_tour_says_and_the_record_stays() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let bytes = || -> Vec<Vec<u8>> {
        below(&own)
            .unwrap()
            .iter()
            .map(|path| read(&own.join(path)).unwrap())
            .collect()
    };
    let before = bytes();
    let (steps, end) = steps_of(&own);
    assert_eq!(end, "Ok(())", "{steps:#?}");
    for (step, told) in [
        (1, "error[fact-changed] tenures/"),
        (1, "or run `cargo xtask data correct tenures/"),
        (2, "as a mark at tenures/"),
        (2, "as a banner on every page: no"),
        (4, "as a banner on every page: until "),
        (5, "error[correction-chain] corrections.json > "),
        (5, "the link to "),
    ] {
        assert!(steps[step].contains(told), "{told} is not in {}", steps[step]);
    }
    assert!(steps.iter().all(|step| step.starts_with("true: ")), "{steps:#?}");
    assert!(bytes() == before, "the tour changed the record");
}

#[test]
fn a_step_that_is_not_as_expected_ends_it() {
    let copy = Copy::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../data")).unwrap();
    fs::write(copy.0.join("terms.json"), "{}").unwrap();
    let (steps, end) = steps_of(&copy.0);
    assert!(end.contains("not as expected: The record as it is"), "{end}");
    assert_eq!(steps.len(), 1);
    assert!(steps[0].contains("error[form-shape] terms.json"), "{}", steps[0]);
    fs::remove_file(copy.0.join("released.json")).unwrap();
    let (steps, end) = steps_of(&copy.0);
    assert!(
        steps.is_empty() && end.contains("nothing has been released yet"),
        "{end}"
    );
}
