//! Which tests reach a mutant, and whether one of them notices it.

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

/// What came of a mutant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// A test failed.
    Caught,
    /// A test did not come to its end.
    Timeout,
    /// Every test that reaches it passed.
    Missed,
    /// No test reaches it.
    Unreached,
    /// The compiler refuses it.
    Unviable,
}

impl Outcome {
    /// Each that there is.
    const ALL: [Self; 5] = [
        Self::Caught,
        Self::Timeout,
        Self::Missed,
        Self::Unreached,
        Self::Unviable,
    ];

    /// In a word.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Caught => "caught",
            Self::Timeout => "timeout",
            Self::Missed => "missed",
            Self::Unreached => "unreached",
            Self::Unviable => "unviable",
        }
    }

    /// From its word.
    pub(crate) fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word)
    }
}

/// A test, by its program and its name in it.
pub(crate) struct Test {
    program: PathBuf,
    name: String,
    took: Duration,
    reaches: Vec<usize>,
}

/// All tests of programs, with what each takes and which mutants it reaches.
pub(crate) fn tests(programs: &[PathBuf], folder: &Path, scratch: &Path) -> Vec<Test> {
    let mut named = Vec::new();
    for program in programs {
        let list = Command::new(program)
            .args(["--list", "--format", "terse"])
            .current_dir(folder)
            .output()
            .expect("a test program lists its tests");
        for line in String::from_utf8_lossy(&list.stdout).lines() {
            if let Some(name) = line.strip_suffix(": test") {
                named.push((program.clone(), name.to_owned()));
            }
        }
    }
    let done = Mutex::new(Vec::new());
    each(named.len(), |at| {
        let (program, name) = &named[at];
        let reached = scratch.join(format!("reached-{at}"));
        let _absent = fs::remove_file(&reached);
        let begun = Instant::now();
        let passed = run(
            program,
            name,
            folder,
            "MUTANT_REACHED",
            &reached.to_string_lossy(),
            Duration::from_secs(600),
        );
        assert_eq!(passed, Some(true), "{name} fails without a mutant");
        let text = fs::read_to_string(&reached).unwrap_or_default();
        let reaches = text.lines().filter_map(|line| line.parse().ok()).collect();
        let test = Test {
            program: program.clone(),
            name: name.clone(),
            took: begun.elapsed(),
            reaches,
        };
        done.lock().expect("no trial panics").push(test);
    });
    let mut tests = done.into_inner().expect("no trial panics");
    tests.sort_by_key(|test| test.took);
    tests
}

/// Tries mutants, and tells each outcome as it is known.
pub(crate) fn try_all(mutants: &[usize], tests: &[Test], folder: &Path, tell: impl Fn(usize, Outcome, &str) + Sync) {
    let mut reached_by: HashMap<usize, Vec<&Test>> = HashMap::new();
    for test in tests {
        for &number in &test.reaches {
            reached_by.entry(number).or_default().push(test);
        }
    }
    each(mutants.len(), |at| {
        let number = mutants[at];
        let Some(tests) = reached_by.get(&number) else {
            tell(number, Outcome::Unreached, "");
            return;
        };
        for test in tests {
            let limit = test.took * 8 + Duration::from_secs(8);
            match run(&test.program, &test.name, folder, "MUTANT", &number.to_string(), limit) {
                Some(true) => {}
                Some(false) => return tell(number, Outcome::Caught, &test.name),
                None => return tell(number, Outcome::Timeout, &test.name),
            }
        }
        tell(number, Outcome::Missed, "");
    });
}

/// Whether a test passes; nothing when it does not end.
fn run(program: &Path, name: &str, folder: &Path, variable: &str, value: &str, limit: Duration) -> Option<bool> {
    let mut child = Command::new("sh")
        .args([
            "-c",
            "ulimit -v 6000000; exec \"$0\" --exact \"$1\" --test-threads 1 -q",
        ])
        .arg(program)
        .arg(name)
        .env(variable, value)
        .env("INSTA_UPDATE", "no")
        .env("PROPTEST_DISABLE_FAILURE_PERSISTENCE", "1")
        .current_dir(folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .stdin(Stdio::null())
        .spawn()
        .expect("a test program starts");
    wait(&mut child, limit)
}

fn wait(child: &mut Child, limit: Duration) -> Option<bool> {
    let begun = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait().expect("a started program can be waited for") {
            return Some(status.success());
        }
        if begun.elapsed() > limit {
            child.kill().expect("a started program can be ended");
            child.wait().expect("a started program can be waited for");
            return None;
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

/// Does something for each of a number of things, on all processors.
fn each(count: usize, work: impl Fn(usize) + Sync) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    if at >= count {
                        return;
                    }
                    work(at);
                }
            });
        }
    });
}
