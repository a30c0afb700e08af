//! The data files: check them, write them in canonical form, write their schemas.

use std::path::{Path, PathBuf};

use timeline_core::{
    load::{DataFile, Problem, Severity, canonical, load, report, schemas},
    model::Dataset,
};

use crate::{
    arguments::Arguments,
    corrections, cost,
    files::{below, has_extension, read_text, write},
    new,
    outcome::{Failure, Outcome},
    releases, thin,
    together::together,
    tools::Project,
    tour, watch,
};

/// `cargo xtask data`.
pub(crate) fn task(project: &Project, mut words: Vec<String>) -> Outcome {
    if words.first().is_some_and(|word| word == "new") {
        words.remove(0);
        return new::task(project, words);
    }
    let valued = ["--data", "--class", "--reason", "--source", "--date"];
    let arguments = Arguments::read(words, &valued, &["--json", "--watch"], 3)?;
    let folder = arguments.path("--data")?.unwrap_or_else(|| project.path("data"));
    match arguments.word() {
        Some("check") if arguments.has("--json") => check_as_json(&folder),
        Some("check") if arguments.has("--watch") => watch::watch(&folder),
        Some("check") => check(&folder),
        Some("cost") => cost::task(project),
        Some("correct") => corrections::correct(&folder, &arguments),
        Some("diff") => corrections::diff(project, &folder, arguments.words().get(1).map(String::as_str)),
        Some("release") => corrections::release_now(&folder),
        Some("report") => thin::report(&folder, arguments.has("--json")),
        Some("tour") => tour::tour(&folder),
        Some("fmt") => format(&folder),
        Some("schema") => write_schemas(&folder),
        _ => Err(
            "say what to do: `cargo xtask data check`, `cost`, `fmt`, `schema`, `new`, `report`, `diff`, `correct`, `tour` or `release`".into(),
        ),
    }
}

/// The data files of a folder, by path; schemas and templates are for editors only.
pub(crate) fn read_files(folder: &Path) -> Outcome<Vec<DataFile>> {
    if !folder.is_dir() {
        return Err(format!("{}: no such folder", folder.display()).into());
    }
    let paths = below(folder)?.into_iter().filter(|path| is_data(path));
    paths
        .map(|path| {
            Ok(DataFile {
                text: read_text(&folder.join(&path))?,
                path,
            })
        })
        .collect()
}

pub(crate) fn is_data(path: &str) -> bool {
    let is_points = path.starts_with("series/") && path.ends_with("/data.csv");
    is_points || (has_extension(path, &["json"]) && !path.starts_with("schema/") && !path.starts_with("templates/"))
}

/// Every problem of a folder, and its dataset when that has no error.
pub(crate) fn problems_of(folder: &Path) -> Outcome<(Vec<Problem>, Option<Dataset>)> {
    let files = read_files(folder)?;
    let (mut formal, loaded) = together(
        || files.iter().filter_map(form).collect::<Vec<Problem>>(),
        || load(&files),
    );
    let mut problems = loaded.problems;
    // What cannot be read has been told in more detail already.
    formal.retain(|one| one.rule == CANONICAL || !problems.iter().any(|other| other.file == one.file));
    problems.extend(formal);
    problems.extend(schema_problems(folder));
    problems.extend(releases::problems(folder)?);
    problems.sort();
    problems.dedup();
    Ok((problems, loaded.dataset))
}

/// How many of some problems are errors.
pub(crate) fn count_errors(problems: &[Problem]) -> usize {
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error);
    errors.count()
}

/// Prints every problem as JSON, for programs and editors; fails when there is an error.
fn check_as_json(folder: &Path) -> Outcome {
    let (problems, _) = problems_of(folder)?;
    let rows: Vec<_> = problems.iter().map(as_json).collect();
    println!("{}", serde_json::Value::from(rows));
    if count_errors(&problems) == 0 {
        Ok(())
    } else {
        Err(Failure::Told)
    }
}

fn as_json(problem: &Problem) -> serde_json::Value {
    serde_json::json!({
        "severity": if problem.severity == Severity::Error { "error" } else { "warning" },
        "rule": problem.rule,
        "file": problem.file,
        "record": problem.record,
        "field": problem.field,
        "message": problem.message,
        "fix": problem.fix,
    })
}

/// Prints every problem and the report; fails when there is an error.
pub(crate) fn check(folder: &Path) -> Outcome {
    let (problems, dataset) = problems_of(folder)?;
    for problem in &problems {
        println!("{problem}");
    }
    if let Some(dataset) = &dataset {
        println!("{}", report(dataset));
    }
    let errors = count_errors(&problems);
    println!("data check: {errors} errors, {} warnings", problems.len() - errors);
    if errors == 0 { Ok(()) } else { Err(Failure::Told) }
}

/// Prints every error of the record; fails when there is one. The form of the files is left to `check`.
pub(crate) fn stop_at_errors(folder: &Path) -> Outcome {
    let problems = load(&read_files(folder)?).problems;
    let errors: Vec<&Problem> = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .collect();
    for error in &errors {
        println!("{error}");
    }
    if errors.is_empty() {
        Ok(())
    } else {
        let (folder, count) = (folder.display(), errors.len());
        Err(format!("{folder} has {count} errors, listed above: nothing is built from it").into())
    }
}

/// The title of a sound record.
pub(crate) fn title_of(folder: &Path) -> Outcome<String> {
    let package: serde_json::Value = serde_json::from_str(&read_text(&folder.join("datapackage.json"))?)
        .map_err(|error| format!("datapackage.json: {error}"))?;
    let title = package.get("title").and_then(serde_json::Value::as_str);
    Ok(title.ok_or("datapackage.json has no \"title\"")?.to_owned())
}

/// The rule that each file is written in canonical form.
const CANONICAL: &str = "form-canonical";

/// The problem of a file that is not written in canonical form, or cannot be read.
fn form(file: &DataFile) -> Option<Problem> {
    match canonical(&file.path, &file.text) {
        Ok(text) if text == file.text => None,
        Ok(text) => Some(problem(
            CANONICAL,
            &file.path,
            first_difference(&file.text, &text),
            "run `cargo xtask data fmt`",
        )),
        Err(problem) => Some(problem),
    }
}

fn problem(rule: &'static str, file: &str, message: String, fix: &str) -> Problem {
    Problem {
        severity: Severity::Error,
        file: file.to_owned(),
        record: String::new(),
        field: String::new(),
        rule,
        message,
        fix: fix.to_owned(),
    }
}

/// Where two texts part, in words.
fn first_difference(written: &str, wanted: &str) -> String {
    let (mut old, mut new) = (written.split('\n'), wanted.split('\n'));
    let mut line = 0;
    loop {
        line += 1;
        match (old.next(), new.next()) {
            (None, None) => return "it differs from its canonical form".to_owned(),
            (one, other) if one == other => {}
            (one, other) => {
                let said = |text: Option<&str>| {
                    text.map_or_else(|| "the end of the file".to_owned(), |text| format!("`{text}`"))
                };
                return format!(
                    "line {line} is not in canonical form: it is {}, and should be {}",
                    said(one),
                    said(other)
                );
            }
        }
    }
}

fn schema_problems(folder: &Path) -> Vec<Problem> {
    let stale = |name: &str, message: &str| {
        problem(
            "schema-current",
            &["schema/", name].concat(),
            message.to_owned(),
            "run `cargo xtask data schema`",
        )
    };
    let wanted = schemas();
    let outdated = wanted
        .iter()
        .filter_map(|(name, text)| match read_text(&schema_path(folder, name)) {
            Ok(found) if found == *text => None,
            Ok(_) => Some(stale(name, "the schema is not the one of the program")),
            Err(_) => Some(stale(name, "the schema is missing")),
        });
    outdated.collect()
}

fn schema_path(folder: &Path, name: &str) -> PathBuf {
    folder.join("schema").join(name)
}

/// Rewrites what is not in canonical form, and says which.
fn format(folder: &Path) -> Outcome {
    let mut changed = 0;
    let mut broken = 0;
    for file in read_files(folder)? {
        match canonical(&file.path, &file.text) {
            Ok(text) if text == file.text => {}
            Ok(text) => {
                write(&folder.join(&file.path), text)?;
                println!("wrote {}", file.path);
                changed += 1;
            }
            Err(problem) => {
                println!("{problem}");
                broken += 1;
            }
        }
    }
    println!("data fmt: {changed} files written, {broken} files not readable");
    if broken == 0 { Ok(()) } else { Err(Failure::Told) }
}

fn write_schemas(folder: &Path) -> Outcome {
    let schemas = schemas();
    for (name, text) in &schemas {
        write(&schema_path(folder, name), text)?;
    }
    println!("data schema: {} files written", schemas.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::{env, fs, path::Path, process};

    use timeline_core::load::schemas;

    use super::{first_difference, is_data, read_files, stop_at_errors};

    #[test]
    fn nothing_is_built_from_a_broken_record() {
        let folder = env::temp_dir().join(format!("broken-record-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("datapackage.json"), "{}").unwrap();
        let refused = format!("{:?}", stop_at_errors(&folder).err());
        fs::remove_dir_all(&folder).unwrap();
        assert!(refused.contains("nothing is built from it"), "{refused}");
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
        assert!(stop_at_errors(&own).is_ok());
    }

    #[test]
    fn editors_find_the_schema_of_each_file() {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
        let kinds: Vec<String> = schemas().into_iter().map(|(name, _)| name).collect();
        for file in read_files(&own)
            .unwrap()
            .iter()
            .filter(|file| file.path.ends_with("json"))
        {
            let value: serde_json::Value = serde_json::from_str(&file.text).unwrap();
            let kind = file.path.split(['/', '.']).next().unwrap();
            let up = "../".repeat(file.path.matches('/').count());
            assert_eq!(
                value["$schema"],
                format!("{up}schema/{kind}.schema.json"),
                "{}",
                file.path
            );
            assert!(kinds.contains(&format!("{kind}.schema.json")), "{}", file.path);
        }
    }

    #[test]
    fn knows_the_data_files() {
        for path in [
            "people.json",
            "tenures/a.json",
            "series/a/data.csv",
            "series/a/meta.json",
        ] {
            assert!(is_data(path), "{path}");
        }
        for path in [
            "schema/people.schema.json",
            "templates/person.json",
            "notes.md",
            "a.csv",
        ] {
            assert!(!is_data(path), "{path}");
        }
    }

    #[test]
    fn tells_the_first_differing_line() {
        assert_eq!(
            first_difference("{\n    \"a\": 1\n}\n", "{\n  \"a\": 1\n}\n"),
            "line 2 is not in canonical form: it is `    \"a\": 1`, and should be `  \"a\": 1`"
        );
        assert_eq!(
            first_difference("a", "a\n"),
            "line 2 is not in canonical form: it is the end of the file, and should be ``"
        );
    }
}
