//! What a request for a file of the site is answered with. Knows no network.

use std::{fs, path::Path};

use tiny_http::Method;

/// An answer: status, headers and body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: Vec<u8>,
}

/// Answers a request for `address`, a path with an optional query.
pub(crate) fn answer(site: &Path, method: &Method, address: &str, accepts_brotli: bool) -> Answer {
    if !matches!(method, Method::Get | Method::Head) {
        return plain(405, "405: only reading is possible here\n");
    }
    let (path, query) = address
        .split_once('?')
        .map_or((address, None), |(path, query)| (path, Some(query)));
    let Some(relative) = decoded(path).and_then(|path| safe(&path)) else {
        return missing();
    };
    let mut file = site.join(&relative);
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
    let Ok(body) = fs::read(&file) else { return missing() };
    let kind = file.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
    let mut headers = vec![("Content-Type", content_type(kind).to_owned())];
    let compressed = fs::read(file.with_extension([kind, ".br"].concat())).ok();
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
    Answer {
        status: 200,
        headers,
        body,
    }
}

/// Whether the value of an `Accept-Encoding` header allows Brotli.
pub(crate) fn accepts_brotli(header: &str) -> bool {
    header.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        parts.next() == Some("br") && !parts.any(|part| part == "q=0")
    })
}

fn missing() -> Answer {
    plain(404, "404: there is no such page. The site begins at /\n")
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

fn content_type(extension: &str) -> &'static str {
    match extension {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
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
    fn reads_what_a_browser_accepts() {
        assert!(accepts_brotli("gzip, deflate, br"));
        assert!(accepts_brotli("br;q=0.5"));
        assert!(!accepts_brotli("gzip"));
        assert!(!accepts_brotli("br;q=0, gzip"));
        assert!(!accepts_brotli(""));
    }
}
