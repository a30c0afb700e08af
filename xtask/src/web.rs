//! What a request for a file of the site is answered with, headers and all. Knows no network.

use std::{fs, path::Path};

use tiny_http::Method;

use crate::hosting::{
    address::Address,
    is_page,
    table::{Class, Header},
    types,
};

/// An answer: status, headers and body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<Header>,
    pub(crate) body: Vec<u8>,
}

/// Answers a request for `wanted`, a path with an optional query, of a site whose address is not known.
pub(crate) fn answer(site: &Path, method: &Method, wanted: &str, accepts_brotli: bool) -> Answer {
    let path = wanted.split_once('?').map_or(wanted, |(path, _)| path);
    let relative = decoded(path).and_then(|path| safe(&path));
    let mut answer = match &relative {
        _ if !matches!(method, Method::Get | Method::Head) => plain(405, "405: only reading is possible here\n"),
        Some(relative) => content(site, relative, wanted, accepts_brotli),
        None => missing(site),
    };
    let class = Class::of(&relative.unwrap_or_default());
    answer.headers.extend(class.answer(&Address::default(), answer.status));
    answer
}

fn content(site: &Path, relative: &str, wanted: &str, accepts_brotli: bool) -> Answer {
    let (path, query) = wanted
        .split_once('?')
        .map_or((wanted, None), |(path, query)| (path, Some(query)));
    let mut file = site.join(relative);
    if file.is_dir() {
        if !path.ends_with('/') {
            // Links of a page are relative to its folder: its address must end like one.
            let query = query.map(|query| ["?", query].concat()).unwrap_or_default();
            let mut moved = plain(301, "moved\n");
            moved
                .headers
                .push(("Location", ["/", path.trim_start_matches('/'), "/", &query].concat()));
            return moved;
        }
        file.push("index.html");
    }
    if !is_page(relative) {
        return missing(site);
    }
    file_content(&file, accepts_brotli).unwrap_or_else(|| missing(site))
}

fn file_content(file: &Path, accepts_brotli: bool) -> Option<Answer> {
    let body = fs::read(file).ok()?;
    let mut headers = vec![("Content-Type", types::of(&file.to_string_lossy()).to_owned())];
    let mut copy = file.as_os_str().to_owned();
    copy.push(".br");
    let compressed = fs::read(copy).ok();
    if compressed.is_some() {
        headers.push(("Vary", "Accept-Encoding".to_owned()));
    }
    let body = match compressed.filter(|_| accepts_brotli) {
        Some(compressed) => {
            headers.push(("Content-Encoding", "br".to_owned()));
            compressed
        }
        None => body,
    };
    Some(Answer {
        status: 200,
        headers,
        body,
    })
}

/// Whether the value of an `Accept-Encoding` header allows Brotli.
pub(crate) fn accepts_brotli(header: &str) -> bool {
    header.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next() == Some("br") && !parts.any(|part| part == "q=0")
    })
}

fn missing(site: &Path) -> Answer {
    let page = file_content(&site.join("404.html"), false);
    page.map_or_else(
        || plain(404, "404: there is no such page. The site begins at /\n"),
        |page| Answer { status: 404, ..page },
    )
}

fn plain(status: u16, text: &str) -> Answer {
    Answer {
        status,
        headers: vec![("Content-Type", "text/plain; charset=utf-8".to_owned())],
        body: text.as_bytes().to_vec(),
    }
}

/// `%41` as `A`; `None` when it is not well-formed.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut decoded = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let digits = [char::from(bytes.next()?), char::from(bytes.next()?)].map(|digit| digit.to_digit(16));
            let [Some(high), Some(low)] = digits else { return None };
            decoded.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

/// The path from the site's folder; `None` when it could lead out of it.
fn safe(path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let is_safe = |part: &&str| !part.starts_with('.') && !part.contains(['\\', ':', '\0']);
    parts.iter().all(is_safe).then(|| parts.join("/"))
}

#[cfg(test)]
mod tests {
    use std::{env, fs, path::PathBuf, process};

    use tiny_http::Method;

    use super::{Answer, accepts_brotli, answer};

    fn site(name: &str) -> PathBuf {
        let folder = env::temp_dir().join(format!("timeline-web-{name}-{}", process::id()));
        fs::create_dir_all(folder.join("record")).unwrap();
        fs::write(folder.join("index.html"), "<p>").unwrap();
        fs::write(folder.join("index.html.br"), "br").unwrap();
        fs::write(folder.join("record/index.html"), "record").unwrap();
        fs::write(folder.join("a b.wasm"), "wasm").unwrap();
        folder
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        answer
            .headers
            .iter()
            .find(|(found, _)| *found == name)
            .map(|(_, value)| value.as_str())
    }

    #[test]
    fn serves_files_with_their_types() {
        let site = site("types");
        let page = answer(&site, &Method::Get, "/?from=2017", false);
        assert_eq!((page.status, page.body.as_slice()), (200, b"<p>".as_slice()));
        assert_eq!(header(&page, "Content-Type"), Some("text/html; charset=utf-8"));
        let program = answer(&site, &Method::Get, "/a%20b.wasm", true);
        assert_eq!(header(&program, "Content-Type"), Some("application/wasm"));
        assert_eq!(header(&program, "Content-Encoding"), None);
        let compressed = answer(&site, &Method::Get, "/index.html", true);
        assert_eq!(compressed.body, b"br");
        assert_eq!(header(&compressed, "Content-Encoding"), Some("br"));
        let moved = answer(&site, &Method::Get, "//record?x=1", true);
        assert_eq!((moved.status, header(&moved, "Location")), (301, Some("/record/?x=1")));
        assert_eq!(answer(&site, &Method::Get, "/record/", true).body, b"record");
        assert_eq!(answer(&site, &Method::Get, "/index.html.br", true).status, 404);
        fs::remove_dir_all(site).unwrap();
    }

    #[test]
    fn stays_within_the_site() {
        let site = site("within");
        fs::write(site.join("record/secret.txt"), "").unwrap();
        let inner = site.join("record");
        for address in [
            "/../index.html",
            "/%2e%2e/index.html",
            "/..%2findex.html",
            "/..\\index.html",
            "/%zz",
            "/%",
            "/none",
            "/.git",
        ] {
            assert_eq!(answer(&inner, &Method::Get, address, false).status, 404, "{address}");
        }
        assert_eq!(answer(&inner, &Method::Post, "/", false).status, 405);
        fs::remove_dir_all(site).unwrap();
    }

    #[test]
    fn every_answer_has_its_headers() {
        let site = site("headers");
        fs::create_dir_all(site.join("assets")).unwrap();
        fs::write(site.join("assets/site-1.css"), "a{}").unwrap();
        fs::write(site.join("404.html"), "none").unwrap();
        for (address, status, cache) in [
            ("/", 200, "no-cache"),
            ("/record", 301, "no-cache"),
            ("/assets/site-1.css", 200, "public, max-age=31536000, immutable"),
            ("/assets/site-2.css", 404, "no-cache"),
            ("/../", 404, "no-cache"),
        ] {
            let answer = answer(&site, &Method::Get, address, false);
            assert_eq!(answer.status, status, "{address}");
            assert_eq!(header(&answer, "Cache-Control"), Some(cache), "{address}");
            assert_eq!(header(&answer, "X-Content-Type-Options"), Some("nosniff"), "{address}");
            let policy = header(&answer, "Content-Security-Policy").unwrap();
            assert!(policy.ends_with("frame-ancestors 'self'"), "{address}");
        }
        let missing = answer(&site, &Method::Get, "/none", true);
        assert_eq!(missing.body, b"none");
        assert_eq!(header(&missing, "Content-Type"), Some("text/html; charset=utf-8"));
        fs::remove_dir_all(site).unwrap();
    }

    #[test]
    fn reads_what_a_browser_accepts() {
        assert!(accepts_brotli("gzip, deflate, br"));
        assert!(accepts_brotli("br;q=0.5"));
        assert!(!accepts_brotli("gzip"));
        assert!(!accepts_brotli("br;q=0, gzip"));
        assert!(!accepts_brotli(""));
    }
}
