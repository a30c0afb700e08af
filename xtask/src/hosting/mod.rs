//! How a built site is served: one table of headers ([`table`]), and what hosts and servers read, written from it.

pub(crate) mod address;
pub(crate) mod caddy;
mod headers_file;
pub(crate) mod nginx;
mod policy;
pub(crate) mod table;
pub(crate) mod types;

use std::path::{Path, PathBuf};

use crate::{
    files::{below, has_extension, write},
    keep::kept,
    outcome::Outcome,
};
use address::Address;
use policy::meta_tags;
use table::Class;

/// Writes `_headers` into a built site, and the configurations of servers into the folder beside it.
///
/// A host that sets no headers (`in_tags`) is told to take the files as they are.
pub(crate) fn write_configurations(site: &Path, address: &Address, in_tags: bool) -> Outcome {
    if in_tags {
        write(&site.join(".nojekyll"), "")?;
    }
    let kept = kept(site)?;
    let files: Vec<String> = below(site)?.into_iter().filter(|file| is_page(file)).collect();
    write(
        &site.join("_headers"),
        headers_file::headers_file(&files, |file| kept.iter().any(|kept| kept == file), address),
    )?;
    let beside = beside(site);
    let nginx = nginx::Machine::default();
    write(&beside.join("nginx.conf"), nginx::whole(&nginx))?;
    write(&beside.join("nginx-site.conf"), nginx::site(&nginx, address))?;
    write(
        &beside.join("Caddyfile"),
        caddy::caddyfile(&caddy::Machine::of(address), address),
    )
}

/// What the renderer of pages is told: where the site will stand, and with `in_tags` the tags that stand in for headers.
/// The answer to an address that leads nowhere always has them: no rule of `_headers` can match such an address.
pub(crate) fn page_words(address: &Address, in_tags: bool) -> Vec<String> {
    let mut words = vec![
        ["site=", &address.text()].concat(),
        ["missing-policy=", &meta_tags(table::ANY, address)].concat(),
    ];
    if in_tags {
        words.push(["policy=", &meta_tags(Class::of("index.html"), address)].concat());
        words.push(["embed-policy=", &meta_tags(Class::of("embed/"), address)].concat());
    }
    words
}

/// Whether a file of a built site has an address: `_headers`, hidden files and compressed copies have none.
pub(crate) fn is_page(file: &str) -> bool {
    let is_hidden = file.split('/').any(|part| part.starts_with('.'));
    !is_hidden && file != "_headers" && !has_extension(file, &["br", "gz"])
}

/// The folder of what is not served: `dist.hosting` for `dist`.
pub(crate) fn beside(site: &Path) -> PathBuf {
    let mut name = site.file_name().unwrap_or_default().to_owned();
    name.push(".hosting");
    site.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use std::{env, fs, path::Path, process};

    use super::{Address, beside, is_page, page_words, write_configurations};
    use crate::files::{below, read_text, write};

    #[test]
    fn configurations_lie_beside_the_site() {
        let site = env::temp_dir().join(format!("timeline-hosting-{}", process::id()));
        for file in ["index.html", "index.html.br", "assets/old-1.js", "assets/new-2.js"] {
            write(&site.join(file), file).unwrap();
        }
        write(&site.join("assets/kept.json"), "{\"old-1.js\": \"2026-01-01\"}").unwrap();
        write_configurations(&site, &Address::default(), true).unwrap();
        assert_eq!(
            below(&beside(&site)).unwrap(),
            ["Caddyfile", "nginx-site.conf", "nginx.conf"]
        );
        let headers = read_text(&site.join("_headers")).unwrap();
        let place = |rule: &str| headers.find(&format!("\n{rule}\n")).unwrap();
        assert!(place("/assets/new-2.js") < place("/assets/old-1.js"));
        assert!(!headers.contains(".br"));
        assert!(site.join(".nojekyll").is_file());
        fs::remove_dir_all(beside(&site)).unwrap();
        fs::remove_dir_all(site).unwrap();
    }

    #[test]
    fn only_the_page_of_what_is_missing_always_carries_its_policy() {
        let address = Address::parse(Some("https://example.org")).unwrap();
        let names = |in_tags| -> Vec<String> {
            let words = page_words(&address, in_tags);
            words
                .iter()
                .filter_map(|word| Some(word.split_once('=')?.0.to_owned()))
                .collect()
        };
        assert_eq!(names(false), ["site", "missing-policy"]);
        assert_eq!(names(true), ["site", "missing-policy", "policy", "embed-policy"]);
        assert_eq!(
            page_words(&address, false).first().unwrap(),
            "site=https://example.org/"
        );
    }

    #[test]
    fn what_is_for_servers_is_no_page() {
        for file in ["_headers", "a.js.br", "assets/a.js.gz", ".nojekyll", ".stage/a"] {
            assert!(!is_page(file), "{file}");
        }
        assert!(is_page("embed/index.html"));
        assert_eq!(beside(Path::new("/a/dist")), Path::new("/a/dist.hosting"));
    }
}
