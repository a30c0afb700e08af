//! `_headers`, which Netlify and Cloudflare Pages read.
//!
//! One file is right on both because no header of one answer comes from two rules: Cloudflare joins the values of
//! all rules that fit, elsewhere the last one counts. So `/*` says what every answer says, and for each path that
//! there is exactly one rule says the rest. What is not there keeps the host's own rule for its cache (it is asked
//! for again), and a hashed file is named in full, so that nothing is kept for ever but what is there.

use std::fmt::Write as _;

use super::{
    address::Address,
    table::{Cache, Class, common},
};

/// The most rules that Cloudflare reads.
const MOST_RULES: usize = 100;

/// The text, for the files of a site (paths from its root); `late` says which of them may be left out.
pub(crate) fn headers_file(files: &[String], late: impl Fn(&str) -> bool, address: &Address) -> String {
    let mut rules = vec![(String::from("*"), common(address))];
    let mut fixed: Vec<(String, Class)> = Vec::new();
    let mut hashed: Vec<(String, Class)> = Vec::new();
    for file in files {
        let class = Class::of(file);
        let pattern = pattern(file, class);
        let list = if class.cache == Cache::ForEver {
            &mut hashed
        } else {
            &mut fixed
        };
        if !list.iter().any(|(known, _)| *known == pattern) {
            list.push((pattern, class));
        }
    }
    if let Some(at) = fixed.iter().position(|(pattern, _)| pattern == "index.html") {
        let class = fixed.get(at).map_or(super::table::ANY, |(_, class)| *class);
        fixed.insert(at, (String::new(), class));
    }
    hashed.sort_by_key(|(pattern, _)| late(pattern));
    hashed.truncate(MOST_RULES.saturating_sub(rules.len() + fixed.len()));
    rules.extend(
        fixed
            .into_iter()
            .chain(hashed)
            .map(|(pattern, class)| (pattern, class.own(address))),
    );
    let folder = address.folder();
    let mut text = "# Read by Netlify and Cloudflare Pages. Written by the build.\n".to_owned();
    for (pattern, headers) in rules {
        writeln!(text, "\n{folder}{pattern}").unwrap_or_default();
        for (name, value) in headers {
            writeln!(text, "  {name}: {value}").unwrap_or_default();
        }
    }
    text
}

/// The rule that a file is under: its own for what lies at the root and for what is kept for ever, else its folder's.
fn pattern(file: &str, class: Class) -> String {
    match file.split_once('/') {
        Some((folder, _)) if class.cache == Cache::Asked && class.path != file => [folder, "/*"].concat(),
        _ => file.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::headers_file;
    use crate::hosting::address::Address;

    fn text(files: &[&str], site: Option<&str>) -> String {
        let files: Vec<String> = files.iter().map(ToString::to_string).collect();
        headers_file(&files, |file| file.contains("old"), &Address::parse(site).unwrap())
    }

    const FILES: [&str; 9] = [
        "404.html",
        "assets/kept.json",
        "assets/old-1.js",
        "assets/site-1.css",
        "boot.js",
        "embed/index.html",
        "embed/v1.js",
        "index.html",
        "view/map/index.html",
    ];

    /// The headers that Cloudflare sends: those of all rules that fit, in their order.
    fn sent(text: &str, path: &str) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let mut fits = false;
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match line.strip_prefix("  ").and_then(|header| header.split_once(": ")) {
                Some((name, value)) if fits => found.push((name.to_owned(), value.to_owned())),
                Some(_) => {}
                None => {
                    fits = line
                        .strip_suffix('*')
                        .map_or(line == path, |begin| path.starts_with(begin));
                }
            }
        }
        found
    }

    #[test]
    fn no_header_of_an_answer_comes_from_two_rules() {
        for site in [
            None,
            Some("https://example.org/"),
            Some("https://example.org/who-leads-ice/"),
        ] {
            let folder = Address::parse(site).unwrap().folder().to_owned();
            let text = text(&FILES, site);
            for file in FILES.iter().chain(&["", "view/map/"]) {
                let sent = sent(&text, &[&folder, *file].concat());
                let mut names: Vec<&String> = sent.iter().map(|(name, _)| name).collect();
                names.sort();
                let count = names.len();
                names.dedup();
                assert_eq!(names.len(), count, "{file}: {names:?}");
                for name in ["Content-Security-Policy", "Cache-Control", "X-Content-Type-Options"] {
                    assert!(names.iter().any(|found| *found == name), "{file} has no {name}");
                }
            }
        }
    }

    #[test]
    fn what_is_not_there_is_not_kept_for_ever() {
        let text = text(&FILES, None);
        let kept = |path| sent(&text, path).iter().any(|(_, value)| value.contains("immutable"));
        assert!(kept("/assets/site-1.css"));
        for path in [
            "/assets/site-2.css",
            "/assets/kept.json",
            "/assets/",
            "/none",
            "/index.html",
        ] {
            assert!(!kept(path), "{path}");
        }
        assert!(
            sent(&text, "/none")
                .iter()
                .any(|(name, _)| name == "X-Content-Type-Options")
        );
    }

    #[test]
    fn rules_beyond_what_cloudflare_reads_are_those_of_the_oldest_files() {
        let many: Vec<String> = (0..120).map(|number| format!("assets/a-old-{number}.js")).collect();
        let mut files: Vec<&str> = many.iter().map(String::as_str).collect();
        files.extend(FILES);
        let text = text(&files, None);
        assert_eq!(text.lines().filter(|line| line.starts_with('/')).count(), 100);
        assert!(text.contains("\n/assets/site-1.css\n"));
        assert!(text.lines().all(|line| line.len() < 2000));
    }
}
