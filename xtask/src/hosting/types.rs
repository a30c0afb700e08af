//! What kind of content a file is, by its extension.

/// Extensions, and the type that their files are sent with. JSON is UTF-8 by its standard, and so is XML.
pub(crate) const TYPES: [(&str, &str); 15] = [
    ("atom", "application/atom+xml"),
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("json", "application/json"),
    ("csv", "text/csv; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("xml", "application/xml"),
    ("png", "image/png"),
    ("ico", "image/x-icon"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/plain; charset=utf-8"),
    ("zip", "application/zip"),
];

/// The type of a file that is none of these.
pub(crate) const OTHER: &str = "application/octet-stream";

/// The type of a file.
pub(crate) fn of(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    TYPES
        .iter()
        .find(|(known, _)| *known == extension)
        .map_or(OTHER, |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn the_extension_tells() {
        assert_eq!(of("assets/timeline-1_bg.wasm"), "application/wasm");
        assert_eq!(of("boot.js"), "text/javascript; charset=utf-8");
        assert_eq!(of("data/a.json"), "application/json");
        assert_eq!(of("a.html/none"), "application/octet-stream");
    }
}
