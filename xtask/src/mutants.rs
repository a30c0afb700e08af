//! Tells which changes of core its tests notice.
//!
//! The changes are those of cargo-mutants. `mutants/` puts nearly all of them into one build of core; what cannot be put
//! there is built alone, which takes as long again.

use crate::{
    arguments::Arguments,
    outcome::Outcome,
    tools::{Project, run},
};

/// `cargo xtask mutants`.
pub(crate) fn task(project: &Project, words: Vec<String>) -> Outcome {
    let arguments = Arguments::read(words, &[], &["--again", "--alone"], 0)?;
    project
        .ask("cargo mutants --version")
        .ok_or("cargo-mutants is not there: `cargo install cargo-mutants --locked`")?;
    let out = project.target().join("mutants");
    let mut build = project.line("cargo build --quiet --locked --manifest-path mutants/Cargo.toml --target-dir");
    run("build what plants them", build.arg(out.join("tool")))?;
    let program = out.join("tool/debug/timeline-mutants");
    let mut try_them = project.command(&program.to_string_lossy());
    try_them.arg(project.path(".")).arg(&out);
    try_them.args(["--again", "--alone"].into_iter().filter(|name| arguments.has(name)));
    run("wake one after the other", &mut try_them)
}

#[cfg(test)]
mod tests {
    use super::task;
    use crate::tools::Project;

    #[test]
    fn an_option_that_there_is_not_is_refused() {
        let refused = task(&Project::find().unwrap(), vec!["--all".to_owned()]);
        assert!(format!("{refused:?}").contains("--all"), "{refused:?}");
    }
}
