//! Checks the dataset and embeds it, and turns the interface texts into a type.
//!
//! A broken dataset stops the build with every problem listed.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    process::exit,
};

use timeline_core::load::{DataFile, bundle};

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-env-changed=TIMELINE_DATA");
    let data = env::var_os("TIMELINE_DATA").map_or_else(|| root.join("data"), PathBuf::from);
    embed_dataset(&data, &out)?;
    embed_texts(&root.join("locales/en.json"), &out)
}

fn embed_dataset(data: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", data.display());
    let mut files = Vec::new();
    collect(data, data, &mut files)?;
    files.sort_by(|one, other| one.path.cmp(&other.path));
    match bundle(&files) {
        Ok(bytes) => Ok(fs::write(out.join("dataset.bin"), bytes)?),
        Err(problems) => {
            eprintln!("The dataset in {} cannot be published:\n", data.display());
            for problem in &problems {
                eprintln!("{problem}");
            }
            eprintln!(
                "\n{} problems. `cargo xtask data check` lists them without a build.",
                problems.len()
            );
            exit(1);
        }
    }
}

/// The data files below a folder; schemas and templates are for editors only.
fn collect(root: &Path, folder: &Path, files: &mut Vec<DataFile>) -> Result<(), Box<dyn Error>> {
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        let path = entry?.path();
        let relative = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
        if path.is_dir() {
            if !matches!(relative.as_str(), "schema" | "templates") {
                collect(root, &path, files)?;
            }
        } else if path.extension().is_some_and(|kind| kind == "json" || kind == "csv") {
            files.push(DataFile {
                path: relative,
                text: fs::read_to_string(&path)?,
            });
        }
    }
    Ok(())
}

/// `locales/en.json` as `struct Texts` with a field a key, and its one value.
fn embed_texts(file: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", file.display());
    let texts: serde_json::Map<String, serde_json::Value> =
        serde_json::from_str(&fs::read_to_string(file)?).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut fields = String::new();
    let mut values = String::new();
    for (key, value) in &texts {
        let text = value
            .as_str()
            .ok_or_else(|| format!("{} > {key}: not a text", file.display()))?;
        writeln!(
            fields,
            "    /// `{}`\n    pub {key}: &'static str,",
            text.replace('\n', " ").trim()
        )?;
        writeln!(values, "    {key}: {text:?},")?;
    }
    let code = format!(
        "/// The texts of the interface in one language.\n#[derive(Debug)]\npub struct Texts {{\n{fields}}}\n\n/// English.\npub static EN: Texts = Texts {{\n{values}}};\n"
    );
    Ok(fs::write(out.join("texts.rs"), code)?)
}
