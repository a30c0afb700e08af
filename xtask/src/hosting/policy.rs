//! What a page may load, and how that is said to a browser.

use super::{
    address::Address,
    table::{Class, Framed},
};

/// The tags that say to a browser what a host says that lets no header be set. A tag cannot say who may frame a page.
pub(crate) fn meta_tags(class: Class, address: &Address) -> String {
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<meta name=\"referrer\" content=\"strict-origin-when-cross-origin\">\n",
        of_content(class, address)
    )
}

/// What a page may load. The origin is named beside `'self'`, which means nothing in a sandboxed frame in Safari.
pub(crate) fn of_content(class: Class, address: &Address) -> String {
    let own = address
        .origin()
        .map_or_else(|| "'self'".to_owned(), |origin| format!("'self' {origin}"));
    let frames = match class.framed {
        Framed::ByAll => String::new(),
        Framed::ByItself => format!("; frame-src {own}"),
    };
    format!(
        "default-src 'none'; script-src {own} 'wasm-unsafe-eval'; style-src {own}; style-src-attr 'unsafe-inline'; \
         img-src {own} data: blob:; font-src {own}; connect-src {own}; base-uri 'none'; object-src 'none'; \
         form-action 'none'{frames}"
    )
}

#[cfg(test)]
mod tests {
    use super::{Address, Class, meta_tags};

    #[test]
    fn a_tag_says_what_a_tag_can() {
        let address = Address::parse(Some("https://embed.example/")).unwrap();
        let tags = meta_tags(Class::of("builder/"), &address);
        assert!(tags.contains("form-action 'none'; frame-src 'self' https://embed.example\">"));
        assert!(!tags.contains("frame-ancestors"));
        let tags = meta_tags(Class::of("embed/"), &address);
        assert!(tags.contains("script-src 'self' https://embed.example 'wasm-unsafe-eval';"));
        assert!(tags.contains("form-action 'none'\">"));
    }
}
