//! The invariants of ARCHITECTURE.md that no compiler knows: each a named check that tells file and line.

mod outside;
mod rules;
mod source;

use crate::{
    arguments::Arguments,
    files::read_text,
    outcome::{Failure, Outcome},
    tools::Project,
};
use rules::RULES;
use source::Source;

/// What core must not depend on, directly or not.
const FORBIDDEN_IN_CORE: [&str; 9] = [
    "leptos",
    "tachys",
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "plotters",
    "chrono",
    "time",
    "getrandom",
];

/// `cargo xtask invariants`.
pub(crate) fn task(project: &Project, words: Vec<String>) -> Outcome {
    Arguments::read(words, &[], &[], 0)?;
    check(project)
}

/// Prints what holds and what does not; fails when one does not.
pub(crate) fn check(project: &Project) -> Outcome {
    let sources = Source::all(project)?;
    let mut checked: Vec<(&str, Vec<String>)> = vec![
        (
            "1  core depends on no framework, DOM, chart or clock",
            core_dependencies(project)?,
        ),
        (
            "-  the npm lock holds no download address",
            download_addresses(&read_text(&project.path("package-lock.json"))?),
        ),
    ];
    for rule in RULES {
        checked.push((
            rule.name,
            sources.iter().flat_map(|source| rule.broken_in(source)).collect(),
        ));
    }
    checked.sort_by_key(|(name, _)| *name);
    for (name, broken) in &checked {
        println!("{} {name}", if broken.is_empty() { "holds " } else { "BROKEN" });
        for place in broken {
            println!("         {place}");
        }
    }
    let failed = checked.iter().filter(|(_, broken)| !broken.is_empty()).count();
    println!(
        "invariants: {} hold, {failed} do not, in {} files",
        checked.len() - failed,
        sources.len()
    );
    if failed == 0 { Ok(()) } else { Err(Failure::Told) }
}

fn core_dependencies(project: &Project) -> Outcome<Vec<String>> {
    let tree = project
        .ask("cargo tree --locked --package timeline-core --edges normal --all-features --prefix none --format {p}")
        .ok_or("`cargo tree --package timeline-core` failed; run it to see why")?;
    Ok(forbidden_in(&tree))
}

fn forbidden_in(tree: &str) -> Vec<String> {
    let names = tree.lines().filter_map(|line| line.split_whitespace().next());
    let mut found: Vec<&str> = names.filter(|name| FORBIDDEN_IN_CORE.contains(name)).collect();
    found.sort_unstable();
    found.dedup();
    found
        .into_iter()
        .map(|name| format!("crates/core/Cargo.toml: core depends on {name}"))
        .collect()
}

fn download_addresses(lock: &str) -> Vec<String> {
    let is_address = |(_, line): &(usize, &str)| line.trim_start().starts_with("\"resolved\":");
    let lines = lock.lines().enumerate().filter(is_address);
    lines
        .map(|(row, _)| {
            format!(
                "package-lock.json:{}: `npm install --package-lock-only` writes it without",
                row + 1
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{download_addresses, forbidden_in};

    #[test]
    fn a_forbidden_dependency_is_named_once() {
        let tree = "timeline-core v0.1.0\nweb-sys v0.3.1\nweb-sys v0.3.1 (*)\nserde v1.0.0\n";
        assert_eq!(forbidden_in(tree), ["crates/core/Cargo.toml: core depends on web-sys"]);
        assert!(forbidden_in("timeline-core v0.1.0\nserde v1.0.0\n").is_empty());
    }

    #[test]
    fn a_download_address_is_told_with_its_line() {
        let lock = "{\n  \"resolved\": \"https://example.org/a.tgz\",\n  \"integrity\": \"x\"\n}";
        assert_eq!(download_addresses(lock).len(), 1);
        assert!(download_addresses(lock).concat().starts_with("package-lock.json:2:"));
        assert!(download_addresses("{\n  \"integrity\": \"x\"\n}").is_empty());
    }
}
