//! Keeps the folders of this machine out of the browser program, so that it is the same wherever it is built.
//!
//! What the compiler writes into a program of its sources (the places that a panic names) then begins at the project,
//! or at the name and version of a crate. cargo leaves these options out of the names that it makes.

use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    outcome::Outcome,
    tools::{Project, RUST},
};

/// What stands between two options in the variable.
const BETWEEN: char = '\u{1f}';

/// The variable with the options of the compiler, and its value: those that it has already, and the folders.
pub(crate) fn rustc_options(project: &Project) -> Outcome<(&'static str, String)> {
    let given = given(env::var("CARGO_ENCODED_RUSTFLAGS").ok(), env::var("RUSTFLAGS").ok());
    let own = folders(project)?
        .into_iter()
        .map(|(from, to)| format!("--remap-path-prefix={from}={to}"));
    let all: Vec<String> = given.into_iter().chain(own).collect();
    Ok(("CARGO_ENCODED_RUSTFLAGS", all.join(&BETWEEN.to_string())))
}

/// The options of the environment; the variable that is set here would hide them.
fn given(encoded: Option<String>, plain: Option<String>) -> Vec<String> {
    let split = |text: String, at: fn(char) -> bool| {
        let options = text.split(at).filter(|option| !option.is_empty());
        options.map(str::to_owned).collect()
    };
    match encoded {
        Some(encoded) => split(encoded, |letter| letter == BETWEEN),
        None => split(plain.unwrap_or_default(), char::is_whitespace),
    }
}

/// Folders, and what stands for them. Of two that fit, the compiler takes the later.
fn folders(project: &Project) -> Outcome<Vec<(String, String)>> {
    let registry = cargo_home(project)?.join("registry/src");
    let mut folders = vec![
        (project.root().to_owned(), "."),
        (project.target(), "target"),
        (cargo_home(project)?, "cargo"),
    ];
    folders.extend(inner_folders(&registry)?.into_iter().map(|folder| (folder, "")));
    let mut folders = folders
        .into_iter()
        .map(|(from, to)| Ok((text(&from)?, to.to_owned())))
        .collect::<Outcome<Vec<_>>>()?;
    folders.push(library(project)?);
    Ok(folders)
}

/// The sources of the standard library, where they are installed, under the name that they have where they are not.
fn library(project: &Project) -> Outcome<(String, String)> {
    let unknown = || format!("rustc {RUST} does not tell its folder and commit");
    let sysroot = project.ask("rustc --print sysroot").ok_or_else(unknown)?;
    let version = project.ask("rustc --version --verbose").ok_or_else(unknown)?;
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .ok_or_else(unknown)?;
    let sources = Path::new(&sysroot).join("lib/rustlib/src/rust");
    Ok((text(&sources)?, format!("/rustc/{commit}")))
}

/// The folder of what cargo has downloaded.
pub(crate) fn cargo_home(project: &Project) -> Outcome<PathBuf> {
    let named = project.variable("CARGO_HOME").filter(|path| !path.is_empty());
    let home = || env::var_os("HOME").map(|home| Path::new(&home).join(".cargo").into_os_string());
    let path: OsString = named
        .or_else(home)
        .ok_or("neither CARGO_HOME nor HOME names the folder of cargo")?;
    Ok(PathBuf::from(path))
}

fn inner_folders(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut inner = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        inner.push(entry.map_err(failed)?.path());
    }
    inner.sort();
    Ok(inner)
}

fn text(path: &Path) -> Outcome<String> {
    Ok(path
        .to_str()
        .ok_or_else(|| format!("{}: the name is not Unicode", path.display()))?
        .to_owned())
}

#[cfg(test)]
mod tests {
    use super::{folders, given};
    use crate::tools::Project;

    #[test]
    fn options_that_are_there_stay() {
        let given =
            |encoded: Option<&str>, plain: Option<&str>| given(encoded.map(str::to_owned), plain.map(str::to_owned));
        assert_eq!(given(None, Some(" -C  debuginfo=1 ")), ["-C", "debuginfo=1"]);
        assert_eq!(given(Some("-A\u{1f}a b"), Some("-B")), ["-A", "a b"]);
        assert!(given(None, None).is_empty());
        assert!(
            given(Some(""), Some("-B")).is_empty(),
            "the encoded one counts, as for cargo"
        );
    }

    #[test]
    fn folders_of_this_machine_have_other_names() {
        let project = Project::find().unwrap();
        let folders = folders(&project).unwrap();
        let other = |end: &str| folders.iter().find(|(from, _)| from.contains(end)).map(|(_, to)| &**to);
        assert_eq!(other("registry/src/"), Some(""));
        assert!(other("rustlib/src/rust").unwrap().starts_with("/rustc/"));
        assert_eq!(folders.first().unwrap().1, ".");
    }
}
