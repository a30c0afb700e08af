//! What each layer runs.

use super::Depth;
use crate::{
    data, languages,
    outcome::Outcome,
    site::{Build, bench, build},
    size,
    tools::{Project, run},
};

/// Where the site that is tested would be published: what is shared needs an address.
const SITE: &str = "https://who-leads-ice.example/";

/// A second record, of an agency that is not the first one's.
const ANOTHER: &str = "examples/early-congress";

pub(super) fn fmt(project: &Project, _: Depth) -> Outcome {
    run("check the format", &mut project.line("cargo fmt --all --check"))?;
    let fuzz = "cargo fmt --manifest-path fuzz/Cargo.toml --check";
    run("check the format of the fuzzer's targets", &mut project.line(fuzz))?;
    let mutants = "cargo fmt --manifest-path mutants/Cargo.toml --check";
    run("check the format of what plants mutants", &mut project.line(mutants))
}

pub(super) fn clippy_host(project: &Project, _: Depth) -> Outcome {
    let line = "cargo clippy --quiet --locked --package timeline-core --package timeline-app --package timeline-cards \
                --package xtask --features timeline-core/schema,timeline-core/sample,timeline-app/ssr --all-targets \
                -- -D warnings";
    run("lint what runs on the host", &mut project.line(line))?;
    let line = "cargo clippy --quiet --locked --manifest-path mutants/Cargo.toml --all-targets --target-dir";
    let mut mutants = project.line(line);
    mutants
        .arg(project.target().join("mutants/tool"))
        .args(["--", "-D", "warnings"]);
    run("lint what plants mutants", &mut mutants)
}

pub(super) fn clippy_wasm(project: &Project, _: Depth) -> Outcome {
    let line = "cargo clippy --quiet --locked --package timeline-app --package timeline-bench --lib --bins \
                --features timeline-app/hydrate --target wasm32-unknown-unknown -- -D warnings";
    // A configuration of its own: it bans what cannot work in a browser.
    let folder = project.path("clippy-wasm");
    run(
        "lint what runs in the browser",
        project.line(line).env("CLIPPY_CONF_DIR", folder),
    )
}

pub(super) fn core(project: &Project, _: Depth) -> Outcome {
    run(
        "test core",
        &mut project.line("cargo test --locked --package timeline-core --all-features"),
    )
}

pub(super) fn host(project: &Project, _: Depth) -> Outcome {
    run(
        "test the components on the host",
        &mut project.line("cargo test --locked --package timeline-app --features ssr"),
    )?;
    run(
        "test the pictures",
        &mut project.line("cargo test --locked --package timeline-cards"),
    )?;
    run(
        "test the tasks",
        &mut project.line("cargo test --locked --package xtask"),
    )
}

pub(super) fn dataset(project: &Project, _: Depth) -> Outcome {
    for folder in ["data", ANOTHER] {
        println!("{folder}:");
        let folder = project.path(folder);
        data::check(&folder)?;
        languages::check(project, &folder)?;
    }
    Ok(())
}

pub(super) fn site(project: &Project, _: Depth) -> Outcome {
    build(project, &tested(project))
}

/// The build that is tested.
pub(crate) fn tested(project: &Project) -> Build {
    Build {
        out: project.path("dist"),
        site: Some(SITE.to_owned()),
        ..Build::default()
    }
}

pub(super) fn weigh(project: &Project, _: Depth) -> Outcome {
    size::check(project, &project.path("dist"), &project.path("data"))
}

pub(super) fn browser(project: &Project, _: Depth) -> Outcome {
    run("test in Chromium", &mut project.line("node e2e/run.mjs dist"))
}

pub(super) fn measured(project: &Project, _: Depth) -> Outcome {
    let out = project.path("target/bench");
    bench(project, &out)?;
    let line = "node --test --test-reporter=spec e2e/measured/bench.test.mjs";
    run("test the page that measures", project.line(line).env("SITE", out))
}

/// The site of another record, from its folder alone.
pub(super) fn another(project: &Project, _: Depth) -> Outcome {
    let out = project.path("target/another");
    let wanted = Build {
        data: Some(project.path(ANOTHER)),
        out: out.clone(),
        site: Some("https://another-record.example/".to_owned()),
        ..Build::default()
    };
    build(project, &wanted)?;
    let line = "node --test --test-reporter=spec e2e/another/record.test.mjs";
    run("test the site of another record", project.line(line).env("SITE", out))
}

/// What goes wrong on the way to the reader.
pub(super) fn faults(project: &Project, depth: Depth) -> Outcome {
    matrix(project, "faults", depth)
}

/// The pages that show an embed.
pub(super) fn hosts(project: &Project, depth: Depth) -> Outcome {
    matrix(project, "hosts", depth)
}

/// What comes in from outside, however wrong it is.
pub(super) fn input(project: &Project, depth: Depth) -> Outcome {
    matrix(project, "input", depth)
}

/// What must not be possible.
pub(super) fn security(project: &Project, depth: Depth) -> Outcome {
    matrix(project, "security", depth)
}

/// What every reader needs, whatever they read with.
pub(super) fn accessibility(project: &Project, depth: Depth) -> Outcome {
    matrix(project, "accessibility", depth)
}

/// A part of the matrix in three engines.
fn matrix(project: &Project, part: &str, depth: Depth) -> Outcome {
    let mut command = project.line("node e2e/matrix/run.mjs");
    command.args([part, "dist"]);
    if depth == Depth::Short {
        command.arg("--quick");
    }
    run(&format!("test {part} in three engines"), &mut command)
}
