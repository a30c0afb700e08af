//! What the fuzzer checks of any input holds for each input of its corpus.

#[cfg(test)]
#[expect(unreachable_pub, reason = "the targets of the fuzzer reach it")]
#[path = "../../../fuzz/src/lib.rs"]
mod fuzz;

use std::{fs, path::Path};

#[cfg(test)]
fn each(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fuzz/corpus")
        .join(target);
    let mut count = 0;
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        println!("{}", path.display());
        check(&fs::read(&path).unwrap());
        count += 1;
    }
    assert!(count > 0, "{} is empty", folder.display());
}

#[test]
fn addresses() {
    each("url_state", fuzz::url_state);
}

#[test]
fn data_files() {
    each("dataset_json", fuzz::dataset_json);
}

#[test]
fn messages() {
    each("message_in", fuzz::message_in);
}

#[test]
fn partial_dates() {
    each("partial_date", fuzz::partial_date);
}

#[test]
fn layouts() {
    each("layout", fuzz::layout);
}
