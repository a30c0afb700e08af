//! Weighs a built site, compressed, against the committed budget.

use std::path::Path;

use serde_json::Value;
use timeline_core::{
    load::{DataFile, bundle, translated},
    model::Language,
};

use crate::{
    arguments::Arguments,
    compress::brotli,
    data::read_files,
    files::{below, has_extension, read, read_text},
    outcome::{Failure, Outcome},
    tools::Project,
};

/// What a reader loads, in bytes, compressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Weight {
    html: usize,
    js: usize,
    css: usize,
    wasm: usize,
    dataset: usize,
    /// The texts of another language.
    texts: usize,
}

/// The most that is allowed, in KiB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Budget {
    code_without_dataset: usize,
    all: usize,
    translated: usize,
}

impl Weight {
    fn code_without_dataset(self) -> usize {
        (self.js + self.css + self.wasm).saturating_sub(self.dataset)
    }

    fn all(self) -> usize {
        self.html + self.js + self.css + self.wasm + self.texts
    }
}

/// `cargo xtask size`.
pub(crate) fn task(project: &Project, words: Vec<String>) -> Outcome {
    let arguments = Arguments::read(words, &["--out", "--data"], &[], 0)?;
    let out = arguments.path("--out")?.unwrap_or_else(|| project.path("dist"));
    let data = arguments.path("--data")?.unwrap_or_else(|| project.path("data"));
    check(project, &out, &data)
}

/// Prints the weights; fails when one is over its budget.
pub(crate) fn check(project: &Project, out: &Path, data: &Path) -> Outcome {
    let budget = budget(&read_text(&project.path("budget.json"))?)?;
    let files = read_files(data)?;
    let weight = weigh(out, &files, Language::FIRST)?;
    let parts = [
        ("html", weight.html),
        ("js", weight.js),
        ("css", weight.css),
        ("wasm", weight.wasm),
        ("dataset, in wasm", weight.dataset),
    ];
    println!("compressed with brotli 11");
    for (name, bytes) in parts {
        println!("{name:<22} {bytes:>9} bytes {:>8} KiB", kib(bytes));
    }
    let mut limits = vec![
        (
            "code without dataset".to_owned(),
            weight.code_without_dataset(),
            budget.code_without_dataset,
        ),
        ("all".to_owned(), weight.all(), budget.all),
    ];
    for language in translated(&files) {
        let weight = weigh(out, &files, language)?;
        limits.push((format!("all, in {}", language.word()), weight.all(), budget.translated));
    }
    let mut over = false;
    for (name, bytes, limit) in limits {
        let verdict = if is_over(bytes, limit) { "OVER" } else { "within" };
        over |= is_over(bytes, limit);
        println!(
            "{name:<22} {bytes:>9} bytes {:>8} KiB, {verdict} the budget of {limit} KiB",
            kib(bytes)
        );
    }
    if over { Err(Failure::Told) } else { Ok(()) }
}

fn budget(text: &str) -> Outcome<Budget> {
    let value: Value = serde_json::from_str(text).map_err(|error| format!("budget.json: {error}"))?;
    let read = |name: &str| {
        let number = value
            .get(name)
            .and_then(Value::as_u64)
            .and_then(|number| usize::try_from(number).ok());
        number.ok_or_else(|| format!("budget.json > {name}: a whole number of KiB is missing"))
    };
    Ok(Budget {
        code_without_dataset: read("code_without_dataset_kib")?,
        all: read("all_kib")?,
        translated: read("all_translated_kib")?,
    })
}

/// What a reader of the page of a language loads.
fn weigh(out: &Path, data: &[DataFile], language: Language) -> Outcome<Weight> {
    let folder = language.folder();
    let page = out.join(&folder).join("index.html");
    if !page.is_file() {
        return Err(format!("{} is missing; `cargo xtask build` builds it", page.display()).into());
    }
    let root = "../".repeat(folder.matches('/').count());
    let html = read_text(&page)?;
    let files = below(out)?;
    // Other pages have scripts of their own, and an earlier build may have left files.
    let is_loaded = |file: &&String| html.contains(&format!("\"{root}{file}\""));
    let sum = |extension: &str| {
        let chosen = files
            .iter()
            .filter(|file| has_extension(file, &[extension]))
            .filter(is_loaded);
        chosen
            .map(|file| Ok(brotli(&read(&out.join(file))?)?.len()))
            .sum::<Outcome<usize>>()
    };
    let dataset = bundle(data).map_err(|problems| {
        format!(
            "the data has {} problems; `cargo xtask data check` lists them",
            problems.len()
        )
    })?;
    Ok(Weight {
        html: brotli(&read(&page)?)?.len(),
        js: sum("js")?,
        css: sum("css")?,
        wasm: sum("wasm")?,
        dataset: brotli(&dataset)?.len(),
        texts: sum("txt")?,
    })
}

fn is_over(bytes: usize, limit_kib: usize) -> bool {
    bytes > limit_kib.saturating_mul(1024)
}

/// Bytes in KiB, with one decimal, rounded up.
fn kib(bytes: usize) -> String {
    let tenths = bytes.saturating_mul(10).div_ceil(1024);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::{Budget, Weight, budget, is_over, kib};

    #[test]
    fn the_dataset_counts_once() {
        let weight = Weight {
            html: 10,
            js: 20,
            css: 30,
            wasm: 400,
            dataset: 100,
            texts: 0,
        };
        assert_eq!(weight.code_without_dataset(), 350);
        assert_eq!(weight.all(), 460);
    }

    #[test]
    fn reads_the_budget() {
        let read = budget(r#"{"code_without_dataset_kib": 130, "all_kib": 230, "all_translated_kib": 280}"#).unwrap();
        assert_eq!(
            read,
            Budget {
                code_without_dataset: 130,
                all: 230,
                translated: 280
            }
        );
        assert!(format!("{:?}", budget("{}").unwrap_err()).contains("code_without_dataset_kib"));
    }

    #[test]
    fn the_limit_itself_is_allowed() {
        assert!(!is_over(2048, 2));
        assert!(is_over(2049, 2));
        assert_eq!(kib(2049), "2.1");
        assert_eq!(kib(0), "0.0");
    }
}
