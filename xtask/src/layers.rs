//! Every check and test, layer by layer, from the quick ones to the browser.

use std::time::Instant;

use crate::{
    arguments::Arguments,
    data, invariants,
    machine::Chromium,
    outcome::{Failure, Outcome},
    reproducible, servers,
    setup::setup,
    site::{Build, bench, build},
    size,
    tools::{Project, run},
};

/// A layer.
struct Layer {
    name: &'static str,
    is_quick: bool,
    run: fn(&Project) -> Outcome,
}

const LAYERS: [Layer; 13] = [
    Layer {
        name: "fmt",
        is_quick: true,
        run: fmt,
    },
    Layer {
        name: "clippy-host",
        is_quick: false,
        run: clippy_host,
    },
    Layer {
        name: "clippy-wasm",
        is_quick: false,
        run: clippy_wasm,
    },
    Layer {
        name: "core",
        is_quick: true,
        run: core,
    },
    Layer {
        name: "host",
        is_quick: true,
        run: host,
    },
    Layer {
        name: "data",
        is_quick: true,
        run: dataset,
    },
    Layer {
        name: "invariants",
        is_quick: true,
        run: invariants::check,
    },
    Layer {
        name: BUILD,
        is_quick: false,
        run: site,
    },
    Layer {
        name: "size",
        is_quick: false,
        run: weigh,
    },
    Layer {
        name: SERVERS,
        is_quick: false,
        run: servers::check,
    },
    Layer {
        name: REPRODUCIBLE,
        is_quick: false,
        run: reproducible::check,
    },
    Layer {
        name: BROWSER,
        is_quick: false,
        run: browser,
    },
    Layer {
        name: MEASURED,
        is_quick: false,
        run: measured,
    },
];

const BUILD: &str = "build";
const BROWSER: &str = "browser";
const MEASURED: &str = "measured";
const REPRODUCIBLE: &str = "reproducible";
const SERVERS: &str = "servers";
const OF_THE_BUILT_SITE: [&str; 4] = ["size", SERVERS, REPRODUCIBLE, BROWSER];
const IN_CHROMIUM: [&str; 2] = [BROWSER, MEASURED];

/// `cargo xtask test`.
pub(crate) fn task(project: &Project, words: Vec<String>) -> Outcome {
    let arguments = Arguments::read(words, &["--only"], &["--quick"], 0)?;
    let chosen = choose(arguments.has("--quick"), arguments.value("--only"))?;
    let chromium = if chosen.iter().any(|layer| IN_CHROMIUM.contains(&layer.name)) {
        Chromium::Needed
    } else {
        Chromium::NotNeeded
    };
    setup(project, chromium)?;
    let mut rows = Vec::new();
    let mut is_built = true;
    for layer in chosen {
        println!("\n== {} ==", layer.name);
        let begin = Instant::now();
        let outcome = if OF_THE_BUILT_SITE.contains(&layer.name) && !is_built {
            Err("there is no built site to test".into())
        } else {
            (layer.run)(project)
        };
        if let Err(Failure::Because(message)) = &outcome {
            println!("error: {message}");
        }
        is_built &= layer.name != BUILD || outcome.is_ok();
        rows.push((layer.name, outcome.is_ok(), begin.elapsed().as_secs()));
    }
    tell(&rows)
}

fn choose(quick: bool, only: Option<&str>) -> Outcome<Vec<&'static Layer>> {
    let is_chosen = |layer: &&Layer| (!quick || layer.is_quick) && only.is_none_or(|name| layer.name == name);
    let chosen: Vec<&Layer> = LAYERS.iter().filter(is_chosen).collect();
    if chosen.is_empty() {
        let names: Vec<&str> = LAYERS
            .iter()
            .filter(|layer| !quick || layer.is_quick)
            .map(|layer| layer.name)
            .collect();
        return Err(format!("no such layer; these are: {}", names.join(", ")).into());
    }
    Ok(chosen)
}

fn tell(rows: &[(&str, bool, u64)]) -> Outcome {
    println!("\nlayer          result   seconds");
    for (name, passed, seconds) in rows {
        println!("{name:<15}{:<9}{seconds:>7}", if *passed { "passed" } else { "FAILED" });
    }
    let passed = rows.iter().filter(|(_, passed, _)| *passed).count();
    let failed = rows.len() - passed;
    println!("{passed} passed, {failed} failed");
    if failed == 0 { Ok(()) } else { Err(Failure::Told) }
}

fn fmt(project: &Project) -> Outcome {
    run("check the format", &mut project.line("cargo fmt --all --check"))
}

fn clippy_host(project: &Project) -> Outcome {
    let tools = "cargo clippy --quiet --locked --package timeline-core --package xtask --all-targets --all-features -- -D warnings";
    run("lint core and the tasks", &mut project.line(tools))?;
    let app = "cargo clippy --quiet --locked --package timeline-app --features ssr --all-targets -- -D warnings";
    run("lint the app on the host", &mut project.line(app))
}

fn clippy_wasm(project: &Project) -> Outcome {
    let app = "cargo clippy --quiet --locked --package timeline-app --lib --bin timeline --features hydrate \
               --target wasm32-unknown-unknown -- -D warnings";
    let bench = "cargo clippy --quiet --locked --package timeline-bench --target wasm32-unknown-unknown -- -D warnings";
    // A configuration of its own: it bans what cannot work in a browser.
    let lint = |what: &str, line: &str| {
        run(
            what,
            project.line(line).env("CLIPPY_CONF_DIR", project.path("clippy-wasm")),
        )
    };
    lint("lint the app for the browser", app)?;
    lint("lint the page that measures", bench)
}

fn core(project: &Project) -> Outcome {
    run(
        "test core",
        &mut project.line("cargo test --locked --package timeline-core --all-features"),
    )
}

fn host(project: &Project) -> Outcome {
    run(
        "test the components on the host",
        &mut project.line("cargo test --locked --package timeline-app --features ssr"),
    )?;
    run(
        "test the tasks",
        &mut project.line("cargo test --locked --package xtask"),
    )
}

fn dataset(project: &Project) -> Outcome {
    data::check(&project.path("data"))
}

fn site(project: &Project) -> Outcome {
    build(
        project,
        &Build {
            out: project.path("dist"),
            ..Build::default()
        },
    )
}

fn weigh(project: &Project) -> Outcome {
    size::check(project, &project.path("dist"), &project.path("data"))
}

fn browser(project: &Project) -> Outcome {
    run("test in Chromium", &mut project.line("node e2e/run.mjs dist"))
}

fn measured(project: &Project) -> Outcome {
    let out = project.path("target/bench");
    bench(project, &out)?;
    let line = "node --test --test-reporter=spec e2e/measured/bench.test.mjs";
    run("test the page that measures", project.line(line).env("SITE", out))
}

#[cfg(test)]
mod tests {
    use super::{LAYERS, choose, tell};

    fn names(quick: bool, only: Option<&str>) -> Vec<&'static str> {
        choose(quick, only).unwrap().iter().map(|layer| layer.name).collect()
    }

    #[test]
    fn chooses_layers() {
        assert_eq!(names(false, None).len(), LAYERS.len());
        assert_eq!(names(false, Some("data")), ["data"]);
        assert!(!names(true, None).contains(&"browser"));
        assert!(format!("{:?}", choose(false, Some("dat")).err()).contains("fmt, clippy-host"));
    }

    #[test]
    fn one_failed_layer_fails_all() {
        assert!(tell(&[("a", true, 1)]).is_ok());
        assert!(tell(&[("a", true, 1), ("b", false, 1)]).is_err());
    }
}
