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

use timeline_core::load::{
    DIGESTS, DataFile, PACKAGE, Problem, RELEASES, Wording, archives, bundle, interface, pages, texts, translated,
    worded,
};
use timeline_core::model::Language;

fn main() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?);
    let out = PathBuf::from(env::var("OUT_DIR")?);
    println!("cargo::rerun-if-env-changed=TIMELINE_DATA");
    let data = env::var_os("TIMELINE_DATA").map_or_else(|| root.join("data"), PathBuf::from);
    println!("cargo::rerun-if-changed={}", data.display());
    let mut files = Vec::new();
    collect(&data, &data, &mut files)?;
    files.sort_by(|one, other| one.path.cmp(&other.path));
    match bundle(&files) {
        Ok(bytes) => fs::write(out.join("dataset.bin"), bytes)?,
        Err(problems) => {
            eprintln!(
                "The dataset in {} cannot be published:\n{}",
                data.display(),
                told(&problems)
            );
            eprintln!(
                "\n{} problems. `cargo xtask data check` lists them without a build.",
                problems.len()
            );
            exit(1);
        }
    }
    let locales = root.join("locales");
    embed_texts(&files, &locales.join("en.json"), &out)?;
    embed_languages(&files, &locales, &out)?;
    embed_pages(&files, &out)?;
    embed_releases(&files, &data, &out)?;
    embed_document_texts(&files, &locales.join("documents"), &out)
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

/// The texts of the interface as `struct Texts` with a field a key, in the order of the keys, and its value in the first
/// language.
fn embed_texts(data: &[DataFile], file: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", file.display());
    let own = (&*file.to_string_lossy(), &*fs::read_to_string(file)?);
    let texts = worded(data, Language::FIRST, Wording::Interface, own).map_err(|problems| told(&problems))?;
    let (mut fields, mut values, mut taken) = (String::new(), String::new(), String::new());
    for (key, text) in &texts {
        writeln!(
            fields,
            "    /// `{}`\n    pub {key}: &'static str,",
            text.replace('\n', " ").trim()
        )?;
        writeln!(values, "    {key}: {text:?},")?;
        writeln!(taken, "            {key}: kept(texts),")?;
    }
    let code = format!(
        "/// The texts of the interface in one language.\n#[derive(Debug)]\npub struct Texts {{\n{fields}}}\n\n/// English.\npub static EN: Texts = Texts {{\n{values}}};\n\nimpl Texts {{\n    /// The texts of a language, one after the other in the order of their keys.\n    #[expect(clippy::too_many_lines, reason = \"a line a text\")]\n    fn taken(texts: &mut IntoIter<&str>) -> Self {{\n        Self {{\n{taken}        }}\n    }}\n\n    /// How many there are.\n    pub(crate) const COUNT: usize = {count};\n}}\n",
        count = texts.len(),
    );
    Ok(fs::write(out.join("texts.rs"), code)?)
}

/// The texts of each language that the data are translated into, for programs that run on the host.
fn embed_languages(data: &[DataFile], locales: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let first = fs::read_to_string(locales.join("en.json"))?;
    let mut rows = String::new();
    for language in translated(data) {
        let file = locales.join(language.word()).with_extension("json");
        println!("cargo::rerun-if-changed={}", file.display());
        let other = fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let text = texts(data, language, ("en.json", &first), (&file.to_string_lossy(), &other))
            .map_err(|problems| told(&problems))?;
        let name = [language.word(), ".txt"].concat();
        fs::write(out.join(&name), text)?;
        writeln!(
            rows,
            "    (Language::{language:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{name}\"))),"
        )?;
    }
    let code = format!("static TRANSLATIONS: &[(Language, &str)] = &[\n{rows}];\n");
    Ok(fs::write(out.join("translations.rs"), code)?)
}

/// The pages of text of each language, for programs that run on the host.
fn embed_pages(data: &[DataFile], out: &Path) -> Result<(), Box<dyn Error>> {
    let mut rows = String::new();
    for (language, pages) in pages(data) {
        let name = ["pages-", language.word(), ".json"].concat();
        fs::write(out.join(&name), serde_json::to_string(&pages)?)?;
        writeln!(
            rows,
            "    (Language::{language:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{name}\"))),"
        )?;
    }
    let code = format!("static PAGES: &[(Language, &str)] = &[\n{rows}];\n");
    Ok(fs::write(out.join("pages.rs"), code)?)
}

/// The versions that were released, and the licences of the record, for programs that run on the host.
fn embed_releases(files: &[DataFile], data: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    let folder = data.join(RELEASES);
    let package = files.iter().find(|file| file.path == PACKAGE);
    let package: serde_json::Value = serde_json::from_str(&package.ok_or("datapackage.json is missing")?.text)?;
    let text = |value: &serde_json::Value, name: &str| {
        let found = value.get(name).and_then(serde_json::Value::as_str);
        found
            .map(str::to_owned)
            .ok_or(format!("datapackage.json: `{name}` is missing"))
    };
    let (mut rows, mut licences) = (String::new(), String::new());
    let listed = package.get("licenses").and_then(serde_json::Value::as_array);
    for licence in listed.into_iter().flatten() {
        let (name, title, path) = (text(licence, "name")?, text(licence, "title")?, text(licence, "path")?);
        writeln!(
            licences,
            "    Licence {{ name: {name:?}, title: {title:?}, path: {path:?} }},"
        )?;
    }
    if folder.join(DIGESTS).is_file() {
        let name = text(&package, "name")?;
        for archive in archives(&fs::read_to_string(folder.join(DIGESTS))?)? {
            let file = archive.file();
            let bytes = fs::metadata(folder.join(&file)).map_err(|error| format!("{RELEASES}{file}: {error}"))?;
            writeln!(
                rows,
                "    Release {{ version: {:?}, file: {:?}, digest: {:?}, kib: {} }},",
                archive.version,
                archive.published_as(&name),
                archive.digest,
                bytes.len().div_ceil(1024),
            )?;
        }
    }
    let code = format!(
        "/// The released versions, the earliest first.\npub static RELEASES: &[Release] = &[\n{rows}];\n\n/// The licences of the record.\npub static LICENCES: &[Licence] = &[\n{licences}];\n"
    );
    Ok(fs::write(out.join("releases.rs"), code)?)
}

/// The texts of the pages without scripts, in each language, for programs that run on the host.
fn embed_document_texts(data: &[DataFile], locales: &Path, out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", locales.display());
    let of = |language: Language| -> Result<_, Box<dyn Error>> {
        let name = [language.word(), ".json"].concat();
        let own = fs::read_to_string(locales.join(&name)).map_err(|error| format!("documents/{name}: {error}"))?;
        let texts = worded(
            data,
            language,
            Wording::Documents,
            (&["documents/", &name].concat(), &own),
        );
        Ok(texts.map_err(|problems| told(&problems))?)
    };
    let keys = of(Language::FIRST)?;
    let (mut fields, mut values, mut rows) = (String::new(), String::new(), String::new());
    for (key, text) in &keys {
        writeln!(fields, "    pub(crate) {key}: &'static str,")?;
        writeln!(values, "    {key}: {text:?},")?;
    }
    for language in translated(data) {
        let name = ["documents/", language.word(), ".json"].concat();
        let texts = interface(&keys, &name, &of(language)?).map_err(|problems| told(&problems))?;
        let mut own = String::new();
        for (key, text) in keys.keys().zip(&texts) {
            writeln!(own, "        {key}: {text:?},")?;
        }
        writeln!(rows, "    (Language::{language:?}, DocumentTexts {{\n{own}    }}),")?;
    }
    let code = format!(
        "/// The texts of the pages without scripts.\npub(crate) struct DocumentTexts {{\n{fields}}}\n\nstatic EN: DocumentTexts = DocumentTexts {{\n{values}}};\n\nstatic ALL: &[(Language, DocumentTexts)] = &[\n{rows}];\n"
    );
    Ok(fs::write(out.join("document_texts.rs"), code)?)
}

fn told(problems: &[Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}
