//! The hashed files of a build in one folder, and what the pages must know of them.

use std::{fs, path::Path};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha384};
use timeline_core::model::Language;

use crate::{
    files::{below, read, read_text, write},
    outcome::Outcome,
};

/// The folder of what never changes under its name.
pub(crate) const FOLDER: &str = "assets";

/// The loader of embeds at its address that stays.
const LOADER: &str = "embed/v1.js";

/// The title in it of frames whose page gives them none.
const TITLE: &str = "'Timeline of leadership'";

/// What a crate of the framework exports, followed by a digest of the folder where it was compiled.
const FOLDER_MARK: &[u8] = b"_WASM_SPLIT_MARKER_";

/// The digits of that digest.
const FOLDER_DIGITS: usize = 16;

/// Moves what Trunk has built into [`FOLDER`], named by its content, adds a copy of the loader of embeds to it, and
/// gives the names and integrities as the renderer of the pages takes them. The loader gets the title of the record.
pub(crate) fn gather(site: &Path, title: &str) -> Outcome<Vec<String>> {
    fs::create_dir_all(site.join(FOLDER)).map_err(|error| format!("{FOLDER}: {error}"))?;
    let loader = titled(&read_text(&site.join(LOADER))?, title)?.into_bytes();
    write(&site.join(LOADER), &loader)?;
    let copy = format!("embed-v1-{}.js", mark(&loader));
    write(&site.join(FOLDER).join(&copy), &loader)?;
    let mut words = Vec::new();
    for (name, begin, end) in [
        ("script", "timeline-", ".js"),
        ("program", "timeline-", "_bg.wasm"),
        ("style", "site-", ".css"),
    ] {
        let built = site.join(only(site, begin, end)?);
        let bytes = without_folder_marks(read(&built)?);
        let file = [begin, &mark(&bytes), end].concat();
        write(&site.join(FOLDER).join(&file), &bytes)?;
        fs::remove_file(&built).map_err(|error| format!("{}: {error}", built.display()))?;
        words.push(format!("{name}={FOLDER}/{file}"));
        // Styles are loaded by the page itself, without a script that asks for their integrity.
        if name != "style" {
            words.push(format!("{name}-integrity={}", integrity(&bytes)));
        }
    }
    words.push(format!("loader={FOLDER}/{copy}"));
    words.push(format!("loader-integrity={}", integrity(&loader)));
    Ok(words)
}

/// Writes the texts of a language into [`FOLDER`], named by their content, and gives the name and the integrity as the
/// renderer of the pages takes them.
pub(crate) fn add_texts(site: &Path, language: Language, texts: &str) -> Outcome<Vec<String>> {
    let file = format!("{FOLDER}/texts-{}-{}.txt", language.word(), mark(texts.as_bytes()));
    write(&site.join(&file), texts)?;
    Ok(vec![
        format!("language={}", language.word()),
        format!("texts={file}"),
        format!("texts-integrity={}", integrity(texts.as_bytes())),
    ])
}

/// The loader of embeds with a title of its own.
fn titled(loader: &str, title: &str) -> Outcome<String> {
    if loader.matches(TITLE).count() != 1 {
        return Err(format!("{LOADER} is expected to hold {TITLE} once").into());
    }
    Ok(loader.replace(TITLE, &serde_json::Value::from(title).to_string()))
}

/// The same with zeros for the digits that tell of a folder, so that a program is the same wherever it is built.
fn without_folder_marks(mut bytes: Vec<u8>) -> Vec<u8> {
    let found: Vec<usize> = bytes
        .windows(FOLDER_MARK.len())
        .enumerate()
        .filter(|(_, part)| *part == FOLDER_MARK)
        .map(|(at, _)| at + FOLDER_MARK.len())
        .collect();
    for at in found {
        if let Some(digits) = bytes.get_mut(at..at + FOLDER_DIGITS)
            && digits.iter().all(u8::is_ascii_hexdigit)
        {
            digits.fill(b'0');
        }
    }
    bytes
}

/// The one file beside the pages whose name begins and ends like this.
fn only(site: &Path, begin: &str, end: &str) -> Outcome<String> {
    let found: Vec<String> = below(site)?
        .into_iter()
        .filter(|file| !file.contains('/') && file.starts_with(begin) && file.ends_with(end))
        .collect();
    match found.as_slice() {
        [one] => Ok(one.clone()),
        _ => Err(format!("one file {begin}…{end} is expected of Trunk, there are {}", found.len()).into()),
    }
}

/// What a file is told apart by in its name.
fn mark(bytes: &[u8]) -> String {
    let digest = Sha384::digest(bytes);
    let start = digest.first_chunk::<8>().map(|start| u64::from_be_bytes(*start));
    format!("{:016x}", start.unwrap_or_default())
}

/// The integrity of a file as browsers check it.
fn integrity(bytes: &[u8]) -> String {
    ["sha384-", &STANDARD.encode(Sha384::digest(bytes))].concat()
}

#[cfg(test)]
mod tests {
    use super::{integrity, mark, titled, without_folder_marks};

    #[test]
    fn frames_without_a_title_have_that_of_the_record() {
        let own = include_str!("../../public/embed/v1.js");
        let made = titled(own, "Who leads \"it\"").unwrap();
        assert!(made.contains(r#"const TITLE = "Who leads \"it\"";"#));
        assert!(titled("const TITLE = 'Another';", "It").is_err());
    }

    #[test]
    fn a_folder_leaves_no_digits_in_a_program() {
        let told = |text: &str| String::from_utf8(without_folder_marks(text.as_bytes().to_vec())).unwrap();
        assert_eq!(
            told("a_WASM_SPLIT_MARKER_732e786d2a082da8version_WASM_SPLIT_MARKER_cbf038bad980c05a"),
            "a_WASM_SPLIT_MARKER_0000000000000000version_WASM_SPLIT_MARKER_0000000000000000"
        );
        for other in ["_WASM_SPLIT_MARKER_732e", "_WASM_SPLIT_MARKER_of another kind"] {
            assert_eq!(told(other), other);
        }
    }

    #[test]
    fn the_integrity_is_that_of_the_standard() {
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
        assert_eq!(mark(b"alert('Hello, world.');"), "1fc05187c8f8f0ef");
    }
}
