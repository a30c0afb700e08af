//! What reads the output of a task may stop reading.

use std::{
    io::pipe,
    process::{Command, Stdio},
};

#[test]
fn a_task_whose_output_nobody_reads_ends_without_a_word() {
    let (reader, writer) = pipe().unwrap();
    drop(reader);
    let task = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .arg("help")
        .stdout(writer)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(String::from_utf8_lossy(&task.stderr), "");
    assert_eq!(task.status.code(), Some(141));
}
