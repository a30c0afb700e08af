//! The project's folder, and running programs in it: the project's own tools come first on PATH.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use crate::outcome::Outcome;

/// The toolchain that everything is built with.
pub(crate) const RUST: &str = "1.95.0";

/// The project, with the tools that it is built with.
#[derive(Debug)]
pub(crate) struct Project {
    root: PathBuf,
    tools: PathBuf,
    variables: Vec<(&'static str, OsString)>,
}

impl Project {
    /// The folder above this crate's.
    pub(crate) fn find() -> Outcome<Self> {
        let here =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here.parent().ok_or("this crate's folder has no parent")?;
        Ok(Self {
            root: root.to_owned(),
            tools: root.to_owned(),
            variables: Vec::new(),
        })
    }

    /// A copy of the project in another folder, with the same tools, whose programs are given these variables.
    pub(crate) fn elsewhere(&self, root: PathBuf, variables: Vec<(&'static str, OsString)>) -> Self {
        Self {
            root,
            tools: self.tools.clone(),
            variables,
        }
    }

    /// A variable of the project's programs.
    pub(crate) fn variable(&self, name: &str) -> Option<OsString> {
        let own = self.variables.iter().find(|(own, _)| *own == name);
        own.map(|(_, value)| value.clone()).or_else(|| env::var_os(name))
    }

    /// The folder that cargo builds into.
    pub(crate) fn target(&self) -> PathBuf {
        let named = self.variable("CARGO_TARGET_DIR").filter(|path| !path.is_empty());
        self.root.join(named.unwrap_or_else(|| OsString::from("target")))
    }

    /// The project's folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// A path of the project.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// A program to be run in the project's folder.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.root)
            .env("PATH", self.search_path())
            .env("RUSTUP_TOOLCHAIN", RUST)
            .envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }

    /// A program with its arguments, separated by spaces.
    pub(crate) fn line(&self, line: &str) -> Command {
        let mut words = line.split_whitespace();
        let mut command = self.command(words.next().unwrap_or_default());
        command.args(words);
        command
    }

    fn search_path(&self) -> OsString {
        let own = [self.tools.join(".tools/bin"), self.tools.join("node_modules/.bin")];
        let inherited = env::var_os("PATH").unwrap_or_default();
        let all = own.into_iter().chain(env::split_paths(&inherited));
        env::join_paths(all).unwrap_or_else(|_| inherited.clone())
    }

    /// What a quick question to a program prints; `None` when it is not there or fails.
    pub(crate) fn ask(&self, line: &str) -> Option<String> {
        let answer = self
            .line(line)
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .output()
            .ok()?;
        answer
            .status
            .success()
            .then(|| String::from_utf8_lossy(&answer.stdout).trim().to_owned())
    }
}

/// Runs a command under a title; what it prints passes through.
pub(crate) fn run(title: &str, command: &mut Command) -> Outcome {
    eprintln!("> {title}");
    let begin = Instant::now();
    let status = command.stdin(Stdio::null()).status().map_err(|error| {
        let program = command.get_program().to_string_lossy();
        format!("{title}: `{program}` could not be started ({error}); `cargo xtask setup` installs what is missing")
    })?;
    if status.success() {
        eprintln!("  {title}: done in {}", seconds(begin.elapsed()));
        Ok(())
    } else {
        Err(format!("{title} failed ({})", ending(status)).into())
    }
}

fn ending(status: ExitStatus) -> String {
    status
        .code()
        .map_or_else(|| status.to_string(), |code| format!("exit code {code}"))
}

/// A duration for people: `3.2 s`.
pub(crate) fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::{Project, RUST, run};
    use crate::{files::read_text, outcome::Failure};

    #[test]
    fn the_toolchain_is_the_one_of_the_project() {
        let project = Project::find().unwrap();
        let file = read_text(&project.path("rust-toolchain.toml")).unwrap();
        assert!(file.contains(&format!("channel = \"{RUST}\"")));
    }

    #[test]
    fn a_failure_names_its_step() {
        let project = Project::find().unwrap();
        assert_eq!(
            run("the step", &mut project.line("false")),
            Err(Failure::Because("the step failed (exit code 1)".to_owned()))
        );
        let Err(Failure::Because(message)) = run("the step", &mut project.line("no-such-program x")) else {
            panic!("it must fail");
        };
        assert!(message.contains("`no-such-program` could not be started"), "{message}");
        assert_eq!(project.ask("no-such-program"), None);
    }
}
