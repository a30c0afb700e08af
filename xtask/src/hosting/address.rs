//! The address that a site will have, as `--site` gives it.

use crate::outcome::Outcome;

/// Where a site will stand; nothing of it is known without `--site`, and then it is taken for the whole of a host.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address {
    origin: String,
    folder: String,
}

impl Default for Address {
    fn default() -> Self {
        Self {
            origin: String::new(),
            folder: "/".to_owned(),
        }
    }
}

impl Address {
    /// Reads `https://HOST[:PORT][/FOLDER/]`; the last `/` may be left out.
    ///
    /// What this lets through is written into the configuration of servers as it is.
    pub(crate) fn parse(site: Option<&str>) -> Outcome<Self> {
        let Some(text) = site else { return Ok(Self::default()) };
        let refused = |what: &str| format!("--site {text}: {what}; it looks like https://example.org/who-leads-ice/");
        let (scheme, rest) = text.split_once("://").ok_or_else(|| refused("no address"))?;
        if !matches!(scheme, "http" | "https") {
            return Err(refused("it begins with neither https: nor http:").into());
        }
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        let (host, port) = authority.split_once(':').unwrap_or((authority, "80"));
        let is_label = |label: &str| {
            let is_of_host = |letter| is_plain(letter) && !"_~".contains(letter);
            !label.is_empty() && label.chars().all(is_of_host) && !label.starts_with('-') && !label.ends_with('-')
        };
        if !host.split('.').all(is_label) {
            return Err(refused("its host is not made of a-z, 0-9, `-` and `.`").into());
        }
        let is_number = port.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number || !port.parse::<u16>().is_ok_and(|number| number > 0) {
            return Err(refused("its port is no number").into());
        }
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        if !parts
            .iter()
            .all(|part| part.chars().all(is_plain) && !part.starts_with('.'))
        {
            return Err(refused("its folder is not made of a-z, 0-9, `-`, `.`, `_`, `~` and `/`").into());
        }
        Ok(Self {
            origin: format!("{scheme}://{}", authority.to_ascii_lowercase()),
            folder: parts.iter().fold("/".to_owned(), |folder, part| folder + part + "/"),
        })
    }

    /// The whole address, ending in `/`; empty when it is not known.
    pub(crate) fn text(&self) -> String {
        if self.origin.is_empty() {
            String::new()
        } else {
            [&*self.origin, &*self.folder].concat()
        }
    }

    /// Scheme, host and port; `None` when they are not known.
    pub(crate) fn origin(&self) -> Option<&str> {
        Some(&*self.origin).filter(|origin| !origin.is_empty())
    }

    /// The host alone, without port; `None` when it is not known.
    pub(crate) fn host(&self) -> Option<&str> {
        let authority = self.origin.split_once("://")?.1;
        authority.split(':').next()
    }

    /// The folder on the host, from `/` to `/`.
    pub(crate) fn folder(&self) -> &str {
        &self.folder
    }

    /// Whether the whole host is this site, by https: then what holds for a host may be said.
    pub(crate) fn is_secure_host(&self) -> bool {
        self.origin.starts_with("https:") && self.folder == "/"
    }
}

fn is_plain(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || "-._~".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::Address;

    fn parse(text: &str) -> Address {
        Address::parse(Some(text)).unwrap()
    }

    #[test]
    fn reads_host_and_folder() {
        let whole = parse("https://Example.org");
        assert_eq!(whole.text(), "https://example.org/");
        assert!(whole.is_secure_host());
        let folder = parse("https://example.org:8443/a//who-leads-ice");
        assert_eq!(folder.origin(), Some("https://example.org:8443"));
        assert_eq!(folder.host(), Some("example.org"));
        assert_eq!(folder.folder(), "/a/who-leads-ice/");
        assert!(!folder.is_secure_host());
        assert!(!parse("http://example.org/").is_secure_host());
    }

    #[test]
    fn without_an_address_it_is_a_whole_host() {
        let none = Address::parse(None).unwrap();
        assert_eq!((none.origin(), none.host(), none.folder()), (None, None, "/"));
        assert_eq!(none.text(), "");
    }

    #[test]
    fn refuses_what_no_configuration_should_hold() {
        for text in [
            "example.org",
            "ftp://example.org/",
            "https://",
            "https://exa mple.org/",
            "https://example.org\"/",
            "https://example.org/a b/",
            "https://example.org/a;b/",
            "https://example.org/../",
            "https://example.org/?a",
            "https://example.org/#a",
            "https://user@example.org/",
            "https://example.org:port/",
            "https://example.org:+80/",
            "https://example.org:0/",
            "https://../",
            "https://-example.org/",
            "https://example.org/$a/",
        ] {
            let failure = Address::parse(Some(text)).unwrap_err();
            assert!(
                format!("{failure:?}").contains("looks like https://example.org/"),
                "{text}"
            );
        }
    }
}
