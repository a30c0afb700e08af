//! Every check and test, layer by layer, from the quick ones to the browsers and servers.

mod steps;

use std::time::Instant;

use crate::{
    arguments::Arguments,
    invariants,
    machine::Need,
    outcome::{Failure, Outcome},
    reproducible, servers,
    setup::setup,
    tools::Project,
};
pub(crate) use steps::tested;

/// How much of a layer is run that has a short form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// What must hold at each change.
    Short,
    /// All of it.
    Full,
}

/// A layer.
struct Layer {
    name: &'static str,
    /// Whether it belongs to those that are run after every change.
    is_quick: bool,
    /// Whether it has no short form: it is run with `--matrix`, or when it is asked for.
    is_long: bool,
    /// Whether it tests `dist`.
    is_of_site: bool,
    needs: &'static [Need],
    run: fn(&Project, Depth) -> Outcome,
}

const QUICK: Layer = Layer {
    name: "",
    is_quick: true,
    is_long: false,
    is_of_site: false,
    needs: &[],
    run: steps::fmt,
};

const SLOW: Layer = Layer {
    is_quick: false,
    ..QUICK
};

const OF_SITE: Layer = Layer {
    is_of_site: true,
    ..SLOW
};

const LAYERS: [Layer; 19] = [
    Layer {
        name: "fmt",
        run: steps::fmt,
        ..QUICK
    },
    Layer {
        name: "clippy-host",
        run: steps::clippy_host,
        ..SLOW
    },
    Layer {
        name: "clippy-wasm",
        run: steps::clippy_wasm,
        ..SLOW
    },
    Layer {
        name: "core",
        run: steps::core,
        ..QUICK
    },
    Layer {
        name: "host",
        run: steps::host,
        ..QUICK
    },
    Layer {
        name: "data",
        run: steps::dataset,
        ..QUICK
    },
    Layer {
        name: "invariants",
        run: |project, _| invariants::check(project),
        ..QUICK
    },
    Layer {
        name: BUILD,
        run: steps::site,
        ..SLOW
    },
    Layer {
        name: "size",
        run: steps::weigh,
        ..OF_SITE
    },
    Layer {
        name: "servers",
        needs: &[Need::Servers],
        run: |project, _| servers::check(project),
        ..OF_SITE
    },
    Layer {
        name: "reproducible",
        run: |project, _| reproducible::check(project),
        ..OF_SITE
    },
    Layer {
        name: "browser",
        needs: &[Need::Chromium],
        run: steps::browser,
        ..OF_SITE
    },
    Layer {
        name: "faults",
        needs: &[Need::Chromium, Need::Engines],
        run: steps::faults,
        ..OF_SITE
    },
    Layer {
        name: "hosts",
        needs: &[Need::Chromium, Need::Engines],
        run: steps::hosts,
        ..OF_SITE
    },
    Layer {
        name: "input",
        needs: &[Need::Chromium, Need::Engines],
        run: steps::input,
        ..OF_SITE
    },
    Layer {
        name: "security",
        needs: &[Need::Chromium, Need::Engines, Need::Servers],
        run: steps::security,
        ..OF_SITE
    },
    Layer {
        name: "accessibility",
        is_long: true,
        needs: &[Need::Chromium, Need::Engines],
        run: steps::accessibility,
        ..OF_SITE
    },
    Layer {
        name: "measured",
        needs: &[Need::Chromium],
        run: steps::measured,
        ..SLOW
    },
    // Last, since it makes what embeds the first record anew.
    Layer {
        name: "another",
        needs: &[Need::Chromium],
        run: steps::another,
        ..SLOW
    },
];

const BUILD: &str = "build";

/// `cargo xtask test`.
pub(crate) fn task(project: &Project, words: Vec<String>) -> Outcome {
    let arguments = Arguments::read(words, &["--only"], &["--quick", "--matrix"], 0)?;
    let only = arguments.value("--only");
    let depth = depth(arguments.has("--matrix"), only);
    let chosen = choose(arguments.has("--quick"), depth, only)?;
    let needs: Vec<Need> = chosen.iter().flat_map(|layer| layer.needs).copied().collect();
    setup(project, &needs)?;
    let mut rows = Vec::new();
    let mut is_built = true;
    for layer in chosen {
        println!("\n== {} ==", layer.name);
        let begin = Instant::now();
        let outcome = if layer.is_of_site && !is_built {
            Err("there is no built site to test".into())
        } else {
            (layer.run)(project, depth)
        };
        if let Err(Failure::Because(message)) = &outcome {
            println!("error: {message}");
        }
        is_built &= layer.name != BUILD || outcome.is_ok();
        rows.push((layer.name, outcome.is_ok(), begin.elapsed().as_secs()));
    }
    tell(&rows)
}

/// A layer that is asked for by its name is run in full.
fn depth(matrix: bool, only: Option<&str>) -> Depth {
    if matrix || only.is_some() {
        Depth::Full
    } else {
        Depth::Short
    }
}

fn choose(quick: bool, depth: Depth, only: Option<&str>) -> Outcome<Vec<&'static Layer>> {
    let is_chosen = |layer: &&Layer| {
        (!quick || layer.is_quick)
            && (!layer.is_long || depth == Depth::Full)
            && only.is_none_or(|name| layer.name == name)
    };
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

#[cfg(test)]
mod tests {
    use super::{Depth, LAYERS, choose, depth, tell};

    fn names(quick: bool, only: Option<&str>) -> Vec<&'static str> {
        choose(quick, depth(false, only), only)
            .unwrap()
            .iter()
            .map(|layer| layer.name)
            .collect()
    }

    #[test]
    fn chooses_layers() {
        assert_eq!(names(false, None).len(), LAYERS.len() - 1);
        assert_eq!(choose(false, Depth::Full, None).unwrap().len(), LAYERS.len());
        assert_eq!(names(false, Some("accessibility")), ["accessibility"]);
        assert_eq!(names(false, Some("data")), ["data"]);
        assert!(!names(true, None).contains(&"browser"));
        assert!(format!("{:?}", choose(false, Depth::Full, Some("dat")).err()).contains("fmt, clippy-host"));
    }

    #[test]
    fn what_is_asked_for_by_name_is_run_in_full() {
        assert_eq!(depth(false, None), Depth::Short);
        assert_eq!(depth(true, None), Depth::Full);
        assert_eq!(depth(false, Some("faults")), Depth::Full);
    }

    #[test]
    fn one_failed_layer_fails_all() {
        assert!(tell(&[("a", true, 1)]).is_ok());
        assert!(tell(&[("a", true, 1), ("b", false, 1)]).is_err());
    }
}
