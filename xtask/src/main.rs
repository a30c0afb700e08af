//! The tasks of this repository. `cargo xtask help` lists them.

mod arguments;
mod assets;
mod closed_pipe;
mod compress;
mod corrections;
mod cost;
mod data;
mod downloads;
mod files;
mod fuzz;
mod hosting;
mod invariants;
mod keep;
mod languages;
mod layers;
mod machine;
mod mutants;
mod new;
mod outcome;
mod packages;
mod releases;
mod remap;
mod reproducible;
mod serve;
mod servers;
mod setup;
mod site;
mod size;
mod stylesheet;
mod thin;
mod together;
mod tools;
mod tour;
mod watch;
mod web;

use std::{env, process::ExitCode};

use outcome::{Failure, Outcome};
use tools::Project;

const HELP: &str = "\
cargo xtask TASK

  setup [--browsers]      install what the other tasks need; with --browsers also the browsers, fonts and web servers
                          that the tests use
  serve [--port N] [--dev] [--data DIR]
                          set up, build and serve on 127.0.0.1 (port 8080); --dev rebuilds on change
  build [--data DIR] [--site URL] [--out DIR] [--dev] [--keep-assets DIR] [--headers-in-tags]
                          build the site into DIR (dist), ready to be published, and what servers read into DIR.hosting;
                          --keep-assets carries the hashed files of an earlier build in DIR forward for 30 days;
                          --headers-in-tags is for hosts that let no header be set
  data check [--json | --watch] | fmt | schema [--data DIR]
                          check the data files, with --watch again whenever one is saved; write them in canonical
                          form; write their schemas
  data new person|tenure|event|source [--FIELD VALUE]... [--data DIR]
                          add a record to the file that it belongs to; asks for what no flag says
  data report [--json] [--data DIR]
                          where the record is thin, each record with its file
  data cost               what the check costs, for records of 1,000 to 100,000 tenures that are made
  data diff [REV] [--data DIR]
                          each fact that differs from the last release, or from the repository at REV
  data correct RECORD FIELD --class C1|C2|C3 --reason TEXT [--source ID]... [--date DAY] [--data DIR]
                          add the entry of a fact that was changed to corrections.json
  data tour [--data DIR]  show in a temporary copy how a correction goes, and that what goes otherwise is refused
  data release [--data DIR]
                          make the facts as they are what later changes are compared with
  i18n check [--data DIR] check that each language says all that the first one says
  bench [--out DIR]       build the page that measures the timeline into DIR (target/bench);
                          `?n=10000` shows a record of that many items
  fuzz TARGET [--runs N] [--seconds N]
                          let a fuzzer look for inputs that break what must hold; the targets are in fuzz/fuzz_targets
  mutants [--again] [--alone]
                          which changes of core its tests notice; --again tries those that were missed once more,
                          --alone those that need a build of their own (12 minutes and more)
  test [--quick] [--only LAYER] [--matrix]
                          everything that continuous integration checks; --matrix runs faults, hosts, input and
                          security in full, as --only does, and accessibility too
  invariants              check the rules that no compiler knows
  load [--out DIR]        how many requests nginx answers on this machine, with the site's configuration
  transcripts [--out DIR] [--write]
                          what curl shows of nginx and Caddy; --write puts it into docs/deploy.md
  size [--out DIR] [--data DIR]
                          weigh a built site against budget.json
  help                    this text";

fn main() -> ExitCode {
    closed_pipe::ends_the_task();
    match run(env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Told) => ExitCode::FAILURE,
        Err(Failure::Because(message)) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut words: Vec<String>) -> Outcome {
    if words.is_empty() {
        println!("{HELP}");
        return Ok(());
    }
    let task = words.remove(0);
    if words.iter().any(|word| word == "--help" || word == "-h") {
        println!("{HELP}");
        return Ok(());
    }
    let project = Project::find()?;
    match task.as_str() {
        "setup" => setup::task(&project, words),
        "serve" => serve::task(&project, words),
        "build" => site::task(&project, words),
        "i18n" => languages::task(&project, words),
        "fuzz" => fuzz::task(&project, words),
        "mutants" => mutants::task(&project, words),
        "bench" => site::bench_task(&project, words),
        "data" => data::task(&project, words),
        "test" => layers::task(&project, words),
        "invariants" => invariants::task(&project, words),
        "load" => servers::load::task(&project, words),
        "transcripts" => servers::transcripts::task(&project, words),
        "size" => size::task(&project, words),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("no task `{task}`; `cargo xtask help` lists them").into()),
    }
}
