//! The one table of headers: which class of path is answered with which. Every configuration is written from it.

use super::{address::Address, policy::of_content};

/// A header's name and its value.
pub(crate) type Header = (&'static str, String);

/// Who may show an answer in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Framed {
    /// Everyone. `frame-ancestors *` would not say that: two engines then refuse sandboxed and `data:` pages. So
    /// neither it nor `X-Frame-Options` is sent.
    ByAll,
    /// The site's own pages.
    ByItself,
}

/// How long an answer may be used without asking again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cache {
    /// It may be kept, and is asked for again each time.
    Asked,
    /// For ever, since its name changes with its content; what is not there may come, so only when it is.
    ForEver,
}

/// A class of paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Class {
    /// Its word in the configurations.
    pub(crate) name: &'static str,
    /// A folder, ending in `/`, or a file, from the root of the site; empty for all.
    pub(crate) path: &'static str,
    pub(crate) framed: Framed,
    pub(crate) cache: Cache,
}

/// The list of assets that were kept, which is no asset itself.
pub(crate) const KEPT: &str = "assets/kept.json";

/// The first class whose path fits counts.
pub(crate) const TABLE: [Class; 4] = [
    Class {
        name: "embed",
        path: "embed/",
        framed: Framed::ByAll,
        cache: Cache::Asked,
    },
    Class {
        name: "kept",
        path: KEPT,
        framed: Framed::ByItself,
        cache: Cache::Asked,
    },
    Class {
        name: "assets",
        path: "assets/",
        framed: Framed::ByItself,
        cache: Cache::ForEver,
    },
    ANY,
];

/// The class of everything else, and of every answer that is no file.
pub(crate) const ANY: Class = Class {
    name: "any",
    path: "",
    framed: Framed::ByItself,
    cache: Cache::Asked,
};

/// What an answer may be used for while nobody else is asked.
const ASKED: &str = "no-cache";
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Features that the pages have no use for. Not among them: clipboard-write, web-share, fullscreen.
const PERMISSIONS: &str =
    "camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

impl Class {
    /// The class of a path from the root of the site.
    pub(crate) fn of(path: &str) -> Self {
        let fits = |class: &&Self| {
            if class.path.is_empty() || class.path.ends_with('/') {
                path.starts_with(class.path)
            } else {
                path == class.path
            }
        };
        TABLE.iter().find(fits).copied().unwrap_or(ANY)
    }

    /// The value of `Cache-Control` of a file that is there.
    pub(crate) fn cache_control(self) -> &'static str {
        match self.cache {
            Cache::Asked => ASKED,
            Cache::ForEver => FOR_EVER,
        }
    }

    /// The value of `Content-Security-Policy`.
    pub(crate) fn policy(self, address: &Address) -> String {
        let own = of_content(self, address);
        match self.framed {
            Framed::ByAll => own,
            Framed::ByItself => own + "; frame-ancestors 'self'",
        }
    }

    /// What is said of this class alone, about a file that is there.
    pub(crate) fn own(self, address: &Address) -> Vec<Header> {
        vec![
            ("Content-Security-Policy", self.policy(address)),
            ("Cache-Control", self.cache_control().to_owned()),
        ]
    }

    /// All headers of an answer to a path of this class.
    pub(crate) fn answer(self, address: &Address, status: u16) -> Vec<Header> {
        let class = if is_of_a_file(status) { self } else { ANY };
        common(address).into_iter().chain(class.own(address)).collect()
    }
}

/// Whether an answer is about a file that is there: the file, a part of it, or that it has not changed.
pub(crate) fn is_of_a_file(status: u16) -> bool {
    FILE_STATUSES.contains(&status)
}

/// The statuses of answers about a file that is there.
pub(crate) const FILE_STATUSES: [u16; 3] = [200, 206, 304];

/// What every answer says.
///
/// `Strict-Transport-Security` binds a whole host for a year, so it is only said where the site is one, by https.
pub(crate) fn common(address: &Address) -> Vec<Header> {
    let mut headers: Vec<Header> = [
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", PERMISSIONS),
        ("Cross-Origin-Resource-Policy", "cross-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Access-Control-Allow-Origin", "*"),
    ]
    .map(|(name, value)| (name, value.to_owned()))
    .into();
    if address.is_secure_host() {
        headers.push(("Strict-Transport-Security", "max-age=31536000".to_owned()));
    }
    headers
}

#[cfg(test)]
mod tests {
    use super::{ANY, Class};
    use crate::hosting::address::Address;

    const EMBED: &str = "default-src 'none'; script-src 'self' https://embed.example 'wasm-unsafe-eval'; \
        style-src 'self' https://embed.example; style-src-attr 'unsafe-inline'; \
        img-src 'self' https://embed.example data: blob:; font-src 'self' https://embed.example; \
        connect-src 'self' https://embed.example; base-uri 'none'; object-src 'none'; form-action 'none'";

    fn address(site: &str) -> Address {
        Address::parse(Some(site)).unwrap()
    }

    fn value(path: &str, status: u16, site: &str, name: &str) -> Option<String> {
        let headers = Class::of(path).answer(&address(site), status);
        let mut found = headers.into_iter().filter(|(found, _)| *found == name);
        let value = found.next().map(|(_, value)| value);
        assert!(found.next().is_none(), "{name} is there once");
        value
    }

    #[test]
    fn embeds_say_nothing_about_who_frames_them() {
        for path in ["embed/", "embed/index.html", "embed/v1.js", "embed/none"] {
            let policy = value(path, 200, "https://embed.example/", "Content-Security-Policy");
            assert_eq!(policy.as_deref(), Some(EMBED), "{path}");
            assert_eq!(value(path, 200, "https://embed.example/", "X-Frame-Options"), None);
            assert_eq!(
                value(path, 200, "https://embed.example/", "Cache-Control").as_deref(),
                Some("no-cache")
            );
        }
    }

    #[test]
    fn other_pages_are_framed_by_the_site_alone() {
        let wanted = format!("{EMBED}; frame-src 'self' https://embed.example; frame-ancestors 'self'");
        for path in [
            "",
            "index.html",
            "builder/index.html",
            "assets/a-1.js",
            "oembed/map.json",
            "embeds",
        ] {
            let policy = value(path, 200, "https://embed.example/", "Content-Security-Policy");
            assert_eq!(policy.as_deref(), Some(&*wanted), "{path}");
        }
        assert_eq!(
            ANY.policy(&Address::parse(None).unwrap()).matches("https:").count(),
            0,
            "no origin is known"
        );
    }

    #[test]
    fn only_an_asset_that_is_there_is_kept_for_ever() {
        let cache = |path, status| value(path, status, "https://embed.example/", "Cache-Control").unwrap();
        for status in [200, 206, 304] {
            assert_eq!(
                cache("assets/site-1.css", status),
                "public, max-age=31536000, immutable"
            );
        }
        for status in [301, 400, 404, 405, 416, 500] {
            assert_eq!(cache("assets/site-1.css", status), "no-cache", "{status}");
        }
        for path in [
            "",
            "boot.js",
            "embed/v1.js",
            "data/tenures/a.json",
            "cards/map.png",
            "assets/kept.json",
        ] {
            assert_eq!(cache(path, 200), "no-cache", "{path}");
        }
    }

    #[test]
    fn a_missing_embed_is_framed_by_the_site_alone() {
        let policy = value("embed/none", 404, "https://embed.example/", "Content-Security-Policy").unwrap();
        assert!(policy.ends_with("frame-ancestors 'self'"));
    }

    #[test]
    fn every_answer_says_the_same_otherwise() {
        for path in ["", "embed/", "assets/site-1.css", "none"] {
            for (name, wanted) in [
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "strict-origin-when-cross-origin"),
                ("Cross-Origin-Resource-Policy", "cross-origin"),
                ("Cross-Origin-Embedder-Policy", "require-corp"),
                ("Access-Control-Allow-Origin", "*"),
                ("Strict-Transport-Security", "max-age=31536000"),
            ] {
                for status in [200, 404] {
                    assert_eq!(
                        value(path, status, "https://embed.example/", name).as_deref(),
                        Some(wanted)
                    );
                }
            }
            let permissions = value(path, 200, "https://embed.example/", "Permissions-Policy").unwrap();
            for needed in ["clipboard-write", "web-share", "fullscreen"] {
                assert!(!permissions.contains(needed), "{needed}");
            }
        }
    }

    #[test]
    fn the_whole_host_is_bound_to_https_only_by_a_site_that_is_it() {
        for (site, is_said) in [
            ("https://embed.example/", true),
            ("https://embed.example/folder/", false),
            ("http://embed.example/", false),
        ] {
            let said = value("", 200, site, "Strict-Transport-Security").is_some();
            assert_eq!(said, is_said, "{site}");
        }
    }
}
