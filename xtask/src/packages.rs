//! The npm packages: the optimizer of the browser program and what the browser tests use.

use std::{fs, path::Path, time::SystemTime};

use crate::{
    machine,
    outcome::Outcome,
    tools::{Project, run},
};

/// The oldest Node.js that the packages run on.
const NODE: u32 = 20;

/// Installs Node.js and the packages of package-lock.json, when they are missing or older.
pub(crate) fn install(project: &Project) -> Outcome {
    node(project)?;
    if is_current(
        &project.path("node_modules/.package-lock.json"),
        &project.path("package-lock.json"),
    ) {
        return Ok(());
    }
    run(
        "install the npm packages",
        &mut project.line("npm ci --ignore-scripts --no-audit --no-fund --loglevel=error"),
    )
}

fn node(project: &Project) -> Outcome {
    if project.ask("node --version").is_none() || project.ask("npm --version").is_none() {
        machine::install(project, &["nodejs", "npm"])?;
    }
    let version = project.ask("node --version").unwrap_or_default();
    if major(&version).is_some_and(|major| major >= NODE) {
        Ok(())
    } else {
        Err(format!("Node.js {NODE} or newer is needed, here is {version}: https://nodejs.org has it").into())
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Whether `made` is there and not older than `from`.
fn is_current(made: &Path, from: &Path) -> bool {
    match (changed(made), changed(from)) {
        (Some(made), Some(from)) => made >= from,
        (made, _) => made.is_some(),
    }
}

fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).and_then(|about| about.modified()).ok()
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn reads_the_major_version() {
        assert_eq!(major("v20.19.2"), Some(20));
        assert_eq!(major("20"), None);
        assert_eq!(major(""), None);
    }
}
