//! Lets a fuzzer look for inputs for which what must hold does not.
//!
//! It needs no other toolchain and no tool: the fuzzer is libFuzzer, built with the targets, and the compiler counts
//! which parts of the program an input reaches.

use crate::{
    arguments::Arguments,
    files::below,
    outcome::Outcome,
    tools::{Project, run},
};

/// What the compiler is told: to count each edge and to tell of each comparison.
const COUNTED: &str = "--cfg fuzzing -Ccodegen-units=1 -Cpasses=sancov-module \
    -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters \
    -Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares";

/// `cargo xtask fuzz`.
pub(crate) fn task(project: &Project, words: Vec<String>) -> Outcome {
    let arguments = Arguments::read(words, &["--runs", "--seconds"], &[], 1)?;
    let targets = targets(project)?;
    let target = arguments
        .word()
        .filter(|word| targets.iter().any(|target| target == word))
        .ok_or_else(|| format!("name a target: {}", targets.join(", ")))?;
    let limits = [("--runs", "-runs="), ("--seconds", "-max_total_time=")].map(|(name, option)| {
        let value = arguments.value(name)?;
        Some(
            value
                .parse::<u32>()
                .map(|number| [option, &number.to_string()].concat()),
        )
    });
    let limits: Vec<String> = limits
        .into_iter()
        .flatten()
        .collect::<Result<_, _>>()
        .map_err(|error| format!("--runs and --seconds are numbers: {error}"))?;

    // With a target of its own the options are not those of build scripts.
    let host = host(project)?;
    let out = project.target().join("fuzz");
    let line = "cargo build --quiet --locked --release --manifest-path fuzz/Cargo.toml";
    let mut build = project.line(line);
    build
        .args(["--bin", target, "--target", &host, "--target-dir"])
        .arg(&out);
    run("build the target", build.env("RUSTFLAGS", COUNTED))?;

    let found = out.join("corpus").join(target);
    std::fs::create_dir_all(&found).map_err(|error| format!("{}: {error}", found.display()))?;
    let program = out.join(&host).join("release").join(target);
    let mut fuzzer = project.command(&program.to_string_lossy());
    let dictionary = project.path("fuzz/dictionaries").join(format!("{target}.txt"));
    if dictionary.is_file() {
        fuzzer.arg(format!("-dict={}", dictionary.display()));
    }
    fuzzer
        .arg(format!("-artifact_prefix={}/", out.display()))
        .arg("-print_final_stats=1")
        .args(limits)
        .arg(&found)
        .arg(project.path("fuzz/corpus").join(target));
    run("look for inputs for which it does not hold", &mut fuzzer)
}

fn targets(project: &Project) -> Outcome<Vec<String>> {
    let files = below(&project.path("fuzz/fuzz_targets"))?;
    let names = files.iter().filter_map(|file| file.strip_suffix(".rs"));
    Ok(names.map(str::to_owned).collect())
}

fn host(project: &Project) -> Outcome<String> {
    let told = project
        .ask("rustc -vV")
        .ok_or("`rustc -vV` failed; run it to see why")?;
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.ok_or("`rustc -vV` names no host")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{targets, task};
    use crate::tools::Project;

    #[test]
    fn every_target_has_a_corpus() {
        let project = Project::find().unwrap();
        let targets = targets(&project).unwrap();
        assert_eq!(
            targets,
            ["dataset_json", "layout", "message_in", "partial_date", "url_state"]
        );
        for target in targets {
            assert!(project.path("fuzz/corpus").join(target).is_dir());
        }
    }

    #[test]
    fn a_target_that_there_is_not_is_refused() {
        let refused = format!("{:?}", task(&Project::find().unwrap(), vec!["url".to_owned()]));
        assert!(refused.contains("dataset_json, layout"), "{refused}");
    }
}
