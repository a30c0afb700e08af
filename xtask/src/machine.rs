//! What comes from the operating system: compiler, Node.js, browser, fonts.

use std::{env, path::Path};

use crate::{
    outcome::Outcome,
    tools::{Project, run},
};

/// Keeps packages from starting the servers that they hold: this for an init with run levels, this for systemd.
const NO_SERVICES: &str = "RUNLEVEL=1 SYSTEMD_OFFLINE=1";

const FONTS: [&str; 2] = ["fonts-dejavu-core", "fonts-liberation"];

/// Whether the browser tests are to run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chromium {
    /// They are.
    Needed,
    /// They are not.
    NotNeeded,
}

/// How this user may install packages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Right {
    Root,
    Sudo,
    Missing,
}

/// Fails when the linker of native programs is missing.
pub(crate) fn check_compiler(project: &Project) -> Outcome {
    if cfg!(windows) || project.ask("cc --version").is_some() {
        Ok(())
    } else {
        install(project, &["gcc", "libc6-dev"])
    }
}

/// Chromium, unless the variable CHROMIUM names one, and the fonts that the pictures of the tests assume.
pub(crate) fn install_browser(project: &Project) -> Outcome {
    let named = env::var_os("CHROMIUM").filter(|path| !path.is_empty());
    if let Some(path) = &named
        && !Path::new(path).is_file()
    {
        return Err(format!("CHROMIUM names {}, which is not there", path.to_string_lossy()).into());
    }
    let here = named.is_some() || Path::new("/usr/bin/chromium").is_file();
    let mut missing: Vec<&str> = if here { Vec::new() } else { vec!["chromium"] };
    if here && project.ask("dpkg --version").is_none() {
        return Ok(());
    }
    missing.extend(FONTS.iter().filter(|font| !is_installed(project, font)));
    if missing.is_empty() {
        Ok(())
    } else {
        install(project, &missing)
    }
}

fn is_installed(project: &Project, package: &str) -> bool {
    project
        .ask(&format!("dpkg-query --show --showformat=${{Status}} {package}"))
        .is_some_and(|status| status.ends_with("ok installed"))
}

/// Installs packages by apt-get; without the right to do so, says the one command.
pub(crate) fn install(project: &Project, packages: &[&str]) -> Outcome {
    let list = packages.join(" ");
    if project.ask("apt-get --version").is_none() {
        return Err(format!("missing on this machine: {list}; install them as its system does, then try again").into());
    }
    let before = match right(project) {
        Right::Root => "",
        Right::Sudo => "sudo -n ",
        Right::Missing => return Err(by_hand(&list).into()),
    };
    // A stale or partly unreachable index need not matter: installing tells.
    if let Err(failure) = run(
        "update the package index",
        &mut project.line(&format!("{before}apt-get update -qq -o DPkg::Lock::Timeout=300")),
    ) {
        eprintln!("  {failure:?}");
    }
    let line = format!(
        "{before}env DEBIAN_FRONTEND=noninteractive {NO_SERVICES} apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 {list}"
    );
    run(&format!("install {list}"), &mut project.line(&line))
}

fn by_hand(list: &str) -> String {
    format!(
        "missing on this machine: {list}. Run this, then try again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends {list}"
    )
}

fn right(project: &Project) -> Right {
    if project.ask("id -u").as_deref() == Some("0") {
        Right::Root
    } else if project.ask("sudo -n true").is_some() {
        Right::Sudo
    } else {
        Right::Missing
    }
}

#[cfg(test)]
mod tests {
    use super::by_hand;

    #[test]
    fn without_the_right_it_says_the_one_command() {
        let text = by_hand("chromium fonts-liberation");
        assert!(text.ends_with("install -y --no-install-recommends chromium fonts-liberation"));
    }
}
