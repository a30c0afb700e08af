//! Installs what the other tasks need: quick when it is all there.

use std::fs;

use crate::{
    arguments::Arguments,
    machine::{self, ALL_NEEDS, Need},
    outcome::Outcome,
    packages,
    together::together,
    tools::{Project, RUST, run},
};

/// A program that `cargo install` makes, at the version that the project is built with.
struct CargoTool {
    program: &'static str,
    package: &'static str,
    version: &'static str,
    options: &'static str,
}

const CARGO_TOOLS: [CargoTool; 2] = [
    CargoTool {
        program: "trunk",
        package: "trunk",
        version: "0.21.14",
        options: "--locked --no-default-features",
    },
    // Its lock file can name a version of a crate that was withdrawn: hence not `--locked`.
    CargoTool {
        program: "wasm-bindgen",
        package: "wasm-bindgen-cli",
        version: "0.2.130",
        options: "--no-default-features",
    },
];

/// `cargo xtask setup`.
pub(crate) fn task(project: &Project, words: Vec<String>) -> Outcome {
    let arguments = Arguments::read(words, &[], &["--browsers"], 0)?;
    let needs: &[Need] = if arguments.has("--browsers") { &ALL_NEEDS } else { &[] };
    setup(project, needs)?;
    println!("setup: everything is there");
    Ok(())
}

/// Installs what is missing, and of what only tests need, this.
pub(crate) fn setup(project: &Project, needs: &[Need]) -> Outcome {
    machine::check_compiler(project)?;
    rust(project)?;
    // What is compiled and what is downloaded need not wait for each other.
    let download = || {
        packages::install(project)?;
        machine::install_needs(project, needs)
    };
    let compile = || CARGO_TOOLS.iter().try_for_each(|tool| cargo_tool(project, tool));
    let (downloaded, compiled) = together(download, compile);
    compiled.and(downloaded)
}

/// The toolchain with its components and the target of the browser program.
fn rust(project: &Project) -> Outcome {
    if has_rust(project) {
        return Ok(());
    }
    if project.ask("rustup --version").is_none() {
        return Err(format!(
            "Rust {RUST} is missing, and so is rustup, which installs it: https://rustup.rs tells how"
        )
        .into());
    }
    let line = format!(
        "rustup toolchain install {RUST} --profile minimal -c clippy -c rustfmt -t wasm32-unknown-unknown --no-self-update"
    );
    run(&format!("install Rust {RUST}"), &mut project.line(&line))
}

fn has_rust(project: &Project) -> bool {
    let version = project
        .ask("rustc --version")
        .is_some_and(|answer| answer.starts_with(&format!("rustc {RUST} ")));
    let target = project
        .ask("rustc --print target-libdir --target wasm32-unknown-unknown")
        .is_some_and(|folder| fs::exists(folder).unwrap_or(false));
    let components = ["cargo clippy --version", "cargo fmt --version"];
    version && target && components.iter().all(|line| project.ask(line).is_some())
}

fn cargo_tool(project: &Project, tool: &CargoTool) -> Outcome {
    let CargoTool {
        program,
        package,
        version,
        options,
    } = tool;
    let found = project.ask(&format!("{program} --version"));
    if found.as_deref().is_some_and(|answer| is_version(answer, version)) {
        return Ok(());
    }
    let mut install = project.line(&format!(
        "cargo install {package} --version ={version} {options} --force --root"
    ));
    install
        .arg(project.path(".tools"))
        // Both need many of the same crates.
        .env("CARGO_TARGET_DIR", project.target().join("tools"))
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    run(
        &format!("install {program} {version} (some minutes, once)"),
        &mut install,
    )
}

/// Whether a program's answer to `--version` names this version.
fn is_version(answer: &str, version: &str) -> bool {
    answer.split_whitespace().nth(1) == Some(version)
}

#[cfg(test)]
mod tests {
    use super::{CARGO_TOOLS, is_version};
    use crate::{files::read_text, tools::Project};

    #[test]
    fn a_version_must_be_equal() {
        assert!(is_version("trunk 0.21.14", "0.21.14"));
        assert!(is_version("wasm-bindgen 0.2.130 (abc)", "0.2.130"));
        assert!(!is_version("trunk 0.21.140", "0.21.14"));
        assert!(!is_version("", "0.21.14"));
    }

    #[test]
    fn the_bindgen_tool_is_as_old_as_the_crate() {
        let project = Project::find().unwrap();
        let version = CARGO_TOOLS
            .iter()
            .find(|tool| tool.program == "wasm-bindgen")
            .unwrap()
            .version;
        assert!(
            read_text(&project.path("Trunk.toml"))
                .unwrap()
                .contains(&format!("wasm_bindgen = \"{version}\""))
        );
    }
}
