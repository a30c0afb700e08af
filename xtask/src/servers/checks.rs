//! What is asked of a server, and what each answer must be. Every check gives the problems that it finds, in words.

use std::path::Path;

use super::{
    client::{Reply, ask},
    sent::{as_asked, problems},
};
use crate::{
    files::{below, has_extension, read},
    hosting::{
        address::Address,
        is_page,
        table::{ANY, Class},
        types,
    },
    outcome::{Failure, Outcome},
};

/// A site behind a server.
pub(crate) struct Site<'a> {
    pub(crate) port: u16,
    /// The folder of the built site.
    pub(crate) files: &'a Path,
    pub(crate) address: &'a Address,
}

/// What was found: how many answers were looked at, and what is wrong with them.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) answers: usize,
    pub(crate) wrong: Vec<String>,
}

/// The encodings that are asked for, and those that may answer, the best first.
const ENCODINGS: [(Option<&str>, &[&str]); 4] = [
    (None, &[]),
    (Some("gzip"), &["gzip"]),
    (Some("br"), &["br"]),
    (Some("gzip, deflate, br"), &["br", "gzip"]),
];

/// The pages without most of those of people, offices, events and sources, which are all made and sent in one way.
fn some_of_each_kind(pages: impl Iterator<Item = String>) -> Vec<String> {
    const KEPT: usize = 3;
    let mut counts = [0_usize; 4];
    let kinds = ["person/", "office/", "event/", "source/"];
    pages
        .filter(|page| {
            let kind = kinds.iter().position(|kind| page.contains(kind));
            let Some(count) = kind.and_then(|at| counts.get_mut(at)) else {
                return true;
            };
            *count += 1;
            *count <= KEPT
        })
        .collect()
}

impl Site<'_> {
    /// Asks everything.
    pub(crate) fn check(&self) -> Outcome<Found> {
        let mut found = Found::default();
        let all = below(self.files)?.into_iter().filter(|file| is_page(file));
        let pages = some_of_each_kind(all);
        for file in &pages {
            self.file(file, file, &mut found);
            if let Some(folder) = file.strip_suffix("index.html") {
                self.file(folder, file, &mut found);
                if !folder.is_empty() {
                    self.moved(folder, &mut found);
                }
            }
        }
        for path in missing(&pages) {
            self.not_found(&path, &mut found);
        }
        self.outside(&mut found);
        Ok(found)
    }

    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], found: &mut Found) -> Option<Reply> {
        let whole = [self.address.folder(), path].concat();
        self.ask_host(method, &whole, headers, found)
    }

    /// Asks for a path of the host, and looks at what every answer must have.
    fn ask_host(&self, method: &str, whole: &str, headers: &[(&str, &str)], found: &mut Found) -> Option<Reply> {
        found.answers += 1;
        match ask(self.port, method, whole, headers) {
            Ok(reply) => {
                let class = whole.strip_prefix(self.address.folder()).map_or(ANY, Class::of);
                let told = |problem| format!("{method} {whole} ({}): {problem}", reply.status);
                found
                    .wrong
                    .extend(problems(&reply, class, self.address).into_iter().map(told));
                Some(reply)
            }
            Err(failure) => {
                found.wrong.push(match failure {
                    Failure::Because(message) => message,
                    Failure::Told => "no answer".to_owned(),
                });
                None
            }
        }
    }

    /// A file at its address, in each encoding, in parts, and when it has not changed.
    fn file(&self, path: &str, file: &str, found: &mut Found) {
        let Ok(bytes) = read(&self.files.join(file)) else {
            found.wrong.push(format!("{file} cannot be read"));
            return;
        };
        for (accepted, answers) in ENCODINGS {
            let headers: Vec<_> = accepted.iter().map(|value| ("Accept-Encoding", *value)).collect();
            let Some(reply) = self.ask("GET", path, &headers, found) else {
                continue;
            };
            let is_there = |encoding: &&&str| self.copy(file, encoding).is_some();
            let encoding = answers.iter().find(is_there).copied();
            let mut wrong = Vec::new();
            if reply.status != 200 {
                wrong.push(format!("the status is {}", reply.status));
            }
            if reply.one("Content-Encoding") != encoding {
                wrong.push(format!(
                    "it is encoded as {:?}, not {encoding:?}",
                    reply.one("Content-Encoding")
                ));
            }
            if reply.content().as_ref() != Ok(&bytes) {
                wrong.push("the content is not that of the file".to_owned());
            }
            if reply.one("Content-Type") != Some(types::of(file)) {
                wrong.push(format!("the type is {:?}", reply.one("Content-Type")));
            }
            if encoding.is_some() && reply.one("Vary") != Some("Accept-Encoding") {
                wrong.push(format!("it varies by {:?}", reply.all("Vary")));
            }
            let head = self.ask("HEAD", path, &headers, found);
            wrong.extend(head.and_then(|head| as_asked(&reply, &head)));
            let asked = format!("GET {path} as {accepted:?}: ");
            found
                .wrong
                .extend(wrong.into_iter().map(|problem| [&asked, &*problem].concat()));
            self.unchanged(path, &reply, &headers, found);
        }
        self.parts(path, &bytes, found);
    }

    /// The compressed copy of a file, when there is one.
    fn copy(&self, file: &str, encoding: &str) -> Option<()> {
        let extension = if encoding == "gzip" { ".gz" } else { ".br" };
        self.files.join([file, extension].concat()).is_file().then_some(())
    }

    fn unchanged(&self, path: &str, reply: &Reply, headers: &[(&str, &str)], found: &mut Found) {
        let Some(tag) = reply.one("ETag") else {
            found.wrong.push(format!("GET {path}: there is no ETag"));
            return;
        };
        let headers: Vec<_> = headers.iter().copied().chain([("If-None-Match", tag)]).collect();
        if let Some(again) = self.ask("GET", path, &headers, found)
            && (again.status, again.body.len()) != (304, 0)
        {
            found
                .wrong
                .push(format!("GET {path}: it has not changed, and is sent again"));
        }
    }

    /// No server sends parts: it sends the whole, and does not say that it could.
    fn parts(&self, path: &str, bytes: &[u8], found: &mut Found) {
        for range in ["bytes=0-3", &format!("bytes={}-", bytes.len()), "bytes=9-1,0-0"] {
            if let Some(reply) = self.ask("GET", path, &[("Range", range)], found)
                && (reply.status != 200 || reply.body != bytes || !reply.all("Accept-Ranges").is_empty())
            {
                found.wrong.push(format!("GET {path}: {} for {range}", reply.status));
            }
        }
    }

    /// A folder without its slash: links of a page are relative to its folder.
    fn moved(&self, folder: &str, found: &mut Found) {
        let path = folder.trim_end_matches('/');
        let wanted = [self.address.folder(), folder].concat();
        for query in ["", "?v=1"] {
            let Some(reply) = self.ask("GET", &[path, query].concat(), &[], found) else {
                continue;
            };
            let wanted = [&wanted, query].concat();
            if !matches!(reply.status, 301 | 308) || reply.one("Location") != Some(&*wanted) {
                found.wrong.push(format!(
                    "GET {path}{query}: {} to {:?}, not to {wanted}",
                    reply.status,
                    reply.one("Location")
                ));
            }
        }
    }

    fn not_found(&self, path: &str, found: &mut Found) {
        let Some(reply) = self.ask("GET", path, &[("Accept-Encoding", "br")], found) else {
            return;
        };
        // A server may refuse what is no path at all.
        if reply.status == 400 && path.contains('%') {
            return;
        }
        let page = read(&self.files.join("404.html"));
        if reply.status != 404 {
            found.wrong.push(format!("GET {path}: {} and not 404", reply.status));
        } else if page.is_err() || reply.content() != page {
            found.wrong.push(format!("GET {path}: the page is not 404.html"));
        } else if reply.one("Content-Type") != Some("text/html; charset=utf-8") {
            found
                .wrong
                .push(format!("GET {path}: the type is {:?}", reply.one("Content-Type")));
        }
    }

    /// Paths that lead out of the site, and methods that a site has no use for.
    fn outside(&self, found: &mut Found) {
        let index = read(&self.files.join("index.html")).unwrap_or_default();
        for path in [
            "/../",
            "/../../../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/..%2f..%2fetc/passwd",
            "//",
        ] {
            let Some(reply) = self.ask_host("GET", path, &[], found) else {
                continue;
            };
            let is_refused = matches!(reply.status, 301 | 308 | 400 | 404);
            if !is_refused && reply.content().as_ref() != Ok(&index) {
                found
                    .wrong
                    .push(format!("GET {path}: {} with something else", reply.status));
            }
        }
        for method in ["POST", "PUT", "DELETE"] {
            if let Some(reply) = self.ask(method, "", &[("Content-Length", "0")], found)
                && reply.status >= 500
            {
                found.wrong.push(format!("{method}: {}", reply.status));
            }
        }
        if self.address.folder() != "/" {
            let folder = self.address.folder();
            let without = folder.trim_end_matches('/');
            let moved = self.ask_host("GET", without, &[], found);
            if moved.as_ref().and_then(|reply| reply.one("Location")) != Some(folder) {
                found.wrong.push(format!("GET {without} does not lead to {folder}"));
            }
            for path in ["/", "/index.html", "/none", &[without, "-2/"].concat()] {
                if self
                    .ask_host("GET", path, &[], found)
                    .is_some_and(|reply| reply.status != 404)
                {
                    found
                        .wrong
                        .push(format!("GET {path}: it is not of this site, and answered"));
                }
            }
        }
    }
}

/// What is not there, or not to be seen.
fn missing(pages: &[String]) -> Vec<String> {
    let mut missing: Vec<String> = [
        "none",
        "none/",
        "assets/none.js",
        "assets/timeline-0000000000000000_bg.wasm",
        "assets/",
        "embed/none.js",
        "data/none.json",
        "_headers",
        ".git/config",
        "index.html.br",
        "index.html.gz",
        "index.html/",
        "%00",
    ]
    .map(str::to_owned)
    .into();
    let assets = pages.iter().filter(|file| has_extension(file, &["js", "wasm"]));
    missing.extend(assets.map(|file| [file, ".br"].concat()));
    missing
}
