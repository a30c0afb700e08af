//! What comes from the operating system: compiler, Node.js, browsers, fonts, servers.

use std::{env, path::Path};

use crate::{
    outcome::Outcome,
    tools::{Project, run},
};

/// Keeps packages from starting the servers that they hold: this for an init with run levels, this for systemd.
const NO_SERVICES: &str = "RUNLEVEL=1 SYSTEMD_OFFLINE=1";

/// What some layers of tests need of the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// Chromium, and the fonts that the pictures of the tests assume.
    Chromium,
    /// The other two engines, and a screen without a screen.
    Engines,
    /// Web servers.
    Servers,
}

/// All of them.
pub(crate) const ALL_NEEDS: [Need; 3] = [Need::Chromium, Need::Engines, Need::Servers];

/// A package of Debian.
struct Package {
    name: &'static str,
    /// A file that tells that it is there, where packages cannot be asked for.
    file: Option<&'static str>,
    /// The variable that may name another program instead.
    variable: Option<&'static str>,
}

const fn package(name: &'static str, file: Option<&'static str>, variable: Option<&'static str>) -> Package {
    Package { name, file, variable }
}

impl Need {
    fn packages(self) -> &'static [Package] {
        const CHROMIUM: [Package; 3] = [
            package("chromium", Some("/usr/bin/chromium"), Some("CHROMIUM")),
            package("fonts-dejavu-core", None, None),
            package("fonts-liberation", None, None),
        ];
        const ENGINES: [Package; 3] = [
            package("firefox-esr", Some("/usr/bin/firefox-esr"), Some("FIREFOX")),
            package(
                "webkit2gtk-driver",
                Some("/usr/bin/WebKitWebDriver"),
                Some("WEBKIT_DRIVER"),
            ),
            package("xvfb", Some("/usr/bin/Xvfb"), None),
        ];
        const SERVERS: [Package; 3] = [
            package("nginx", Some("/usr/sbin/nginx"), None),
            package("libnginx-mod-http-brotli-static", None, None),
            package("caddy", Some("/usr/bin/caddy"), None),
        ];
        match self {
            Self::Chromium => &CHROMIUM,
            Self::Engines => &ENGINES,
            Self::Servers => &SERVERS,
        }
    }
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

/// Installs what the tests need and this machine lacks.
pub(crate) fn install_needs(project: &Project, needs: &[Need]) -> Outcome {
    let has_packages = project.ask("dpkg --version").is_some();
    let mut missing = Vec::new();
    for package in needs.iter().flat_map(|need| need.packages()) {
        let is_here = match (is_named(package)?, package.file) {
            (true, _) => true,
            (false, Some(file)) if Path::new(file).is_file() => true,
            (false, Some(_)) => false,
            (false, None) => !has_packages || is_installed(project, package.name),
        };
        if !is_here && !missing.contains(&package.name) {
            missing.push(package.name);
        }
    }
    if missing.is_empty() {
        Ok(())
    } else {
        install(project, &missing)
    }
}

/// Whether a variable names another program, which must be there.
fn is_named(package: &Package) -> Outcome<bool> {
    let Some(variable) = package.variable else {
        return Ok(false);
    };
    let Some(path) = env::var_os(variable).filter(|path| !path.is_empty()) else {
        return Ok(false);
    };
    if Path::new(&path).is_file() {
        Ok(true)
    } else {
        Err(format!("{variable} names {}, which is not there", path.to_string_lossy()).into())
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
    use super::{ALL_NEEDS, by_hand};

    #[test]
    fn what_no_file_tells_is_asked_of_the_system() {
        let packages: Vec<_> = ALL_NEEDS.iter().flat_map(|need| need.packages()).collect();
        let unseen: Vec<_> = packages
            .iter()
            .filter(|package| package.file.is_none())
            .map(|package| package.name)
            .collect();
        assert_eq!(
            unseen,
            [
                "fonts-dejavu-core",
                "fonts-liberation",
                "libnginx-mod-http-brotli-static"
            ]
        );
    }

    #[test]
    fn without_the_right_it_says_the_one_command() {
        let text = by_hand("chromium fonts-liberation");
        assert!(text.ends_with("install -y --no-install-recommends chromium fonts-liberation"));
    }
}
