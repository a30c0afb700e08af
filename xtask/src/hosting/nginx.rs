//! The configuration of nginx: a whole one, and the part that is the site.

use std::fmt::Write as _;

use timeline_core::model::Language;

use super::{
    address::Address,
    table::{ANY, Cache, Class, FILE_STATUSES, Header, TABLE, common},
    types::{OTHER, TYPES},
};

/// What differs from machine to machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Machine {
    /// Where it listens: a port, or an address with a port.
    pub(crate) listen: String,
    /// The folder of the host's files; a site in a folder of the host stands in that folder of it.
    pub(crate) root: String,
    /// Where it keeps its process id and its temporary files.
    pub(crate) scratch: String,
    /// Where its messages go.
    pub(crate) errors: String,
}

impl Default for Machine {
    /// What the container has.
    fn default() -> Self {
        Self {
            listen: "8080".to_owned(),
            root: "/srv/www".to_owned(),
            scratch: "/tmp".to_owned(),
            errors: "stderr".to_owned(),
        }
    }
}

/// `nginx.conf`: for a machine or container that serves this site alone, as any user.
pub(crate) fn whole(machine: &Machine) -> String {
    let Machine { scratch, errors, .. } = machine;
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|name| format!("    {name}_temp_path {scratch}/nginx-{name};\n"))
        .concat();
    format!(
        "# Serves this site alone. Written by the build.
worker_processes auto;
worker_rlimit_nofile 8192;
pid {scratch}/nginx.pid;
error_log {errors} warn;
# Loads the module that sends the .br files, where it is installed.
include /etc/nginx/modules-enabled/*.conf;

events {{
    worker_connections 4096;
}}

http {{
{folders}    access_log off;
    server_tokens off;
    sendfile on;
    tcp_nopush on;
    keepalive_timeout 65s;
    keepalive_requests 10000;
    include nginx-site.conf;
}}
"
    )
}

/// `nginx-site.conf`: the site, to be included in `http {{ }}`.
pub(crate) fn site(machine: &Machine, address: &Address) -> String {
    let folder = address.folder();
    let name = address.host().unwrap_or("_");
    let Machine { listen, root, .. } = machine;
    let types = TYPES
        .map(|(extension, kind)| format!("        \"{kind}\" {extension};\n"))
        .concat();
    let mut text = format!(
        "# The site, for the inside of http {{ }}. Written by the build.
{maps}
server {{
    listen {listen};
    # With a certificate on this machine, instead: listen 443 ssl http2; ssl_certificate FILE; ssl_certificate_key FILE;
    server_name {name};
    # {folder} of the site is {root}{folder} here.
    root {root};
    index index.html;
    absolute_redirect off;

    types {{
{types}    }}
    default_type {OTHER};

    # The build has compressed all text. Without nginx's module for Brotli, delete the first of these lines.
    brotli_static on;
    gzip_static on;
    gzip_vary on;

    # No parts of files, which are small: nginx answers a wrong one with every header twice.
    max_ranges 0;

    open_file_cache max=4096 inactive=10m;
    open_file_cache_valid 30s;

    # Answers that belong to no place below.
{outside}    error_page 403 404 =404 {folder}404.html;
",
        maps = maps(),
        outside = headers(&common_and(ANY, address), "    "),
    );
    for class in TABLE {
        text += &location(class, address);
    }
    for language in Language::ALL.iter().filter(|language| **language != Language::FIRST) {
        text += &without_slash(&[folder, "embed/", language.word()].concat(), address);
    }
    if folder != "/" {
        let any = headers(&common_and(ANY, address), "        ");
        let without_slash = folder.trim_end_matches('/');
        write!(
            text,
            "
    location = {without_slash} {{
{any}        return 301 {folder}$is_args$args;
    }}

    location / {{
{any}        return 404;
    }}
"
        )
        .unwrap_or_default();
    }
    write!(
        text,
        "
    # Files for this server and for other hosts, and hidden ones, are no pages.
    location ~ \"/[.](?!well-known/)|/_headers$|[.](br|gz)$\" {{
{}        return 404;
    }}
}}
",
        headers(&common_and(ANY, address), "        ")
    )
    .unwrap_or_default();
    text
}

/// The way to a folder within the place of another class: a redirect is no file of that class.
fn without_slash(path: &str, address: &Address) -> String {
    let any = headers(&common_and(ANY, address), "        ");
    format!("\n    location = {path} {{\n{any}        return 301 {path}/$is_args$args;\n    }}\n")
}

/// The values that hang on the status: a missing file is not kept for ever, since it may come.
fn maps() -> String {
    let of_class = |class: &Class| {
        let statuses = FILE_STATUSES
            .map(|status| format!("    {status} \"{}\";\n", class.cache_control()))
            .concat();
        format!(
            "map $status {} {{\n    default \"{}\";\n{statuses}}}\n",
            variable(*class),
            ANY.cache_control()
        )
    };
    let varying = TABLE.iter().filter(|class| class.cache == Cache::ForEver);
    varying.map(of_class).collect()
}

fn variable(class: Class) -> String {
    format!("$cache_of_{}", class.name)
}

fn location(class: Class, address: &Address) -> String {
    let exact = if class.path.is_empty() || class.path.ends_with('/') {
        ""
    } else {
        "= "
    };
    format!(
        "\n    location {exact}{}{} {{\n{}    }}\n",
        address.folder(),
        class.path,
        headers(&common_and(class, address), "        ")
    )
}

fn common_and(class: Class, address: &Address) -> Vec<Header> {
    let own = class.own(address).into_iter().map(|(name, value)| {
        if name == "Cache-Control" && class.cache == Cache::ForEver {
            (name, variable(class))
        } else {
            (name, value)
        }
    });
    common(address).into_iter().chain(own).collect()
}

/// A place with headers of its own loses those around it: so each has all of them.
fn headers(headers: &[Header], indent: &str) -> String {
    let lines = headers
        .iter()
        .map(|(name, value)| format!("{indent}add_header {name} \"{value}\" always;\n"));
    lines.collect::<Vec<String>>().concat()
}

#[cfg(test)]
mod tests {
    use super::{Machine, site, whole};
    use crate::hosting::address::Address;

    fn text(address: Option<&str>) -> String {
        site(&Machine::default(), &Address::parse(address).unwrap())
    }

    #[test]
    fn each_place_has_every_header() {
        let text = text(Some("https://example.org/who-leads-ice/"));
        let places = text.matches("    location ").count();
        assert_eq!(
            places, 8,
            "four classes, the embed of the second language without a slash, the folder itself, the rest of the host, and hidden files"
        );
        for name in ["X-Content-Type-Options", "Content-Security-Policy", "Cache-Control"] {
            let headers = text.matches(&format!("add_header {name} \"")).count();
            assert_eq!(headers, places + 1, "{name}: in each place and outside of all");
        }
        assert_eq!(text.matches("add_header").count(), text.matches(" always;").count());
        assert!(text.contains("error_page 403 404 =404 /who-leads-ice/404.html;"));
        assert!(text.contains("location = /who-leads-ice {"));
        assert!(text.contains("server_name example.org;"));
    }

    #[test]
    fn only_files_that_are_there_are_kept_for_ever() {
        let text = text(None);
        assert_eq!(text.matches("immutable").count(), 3);
        assert!(text.contains("    default \"no-cache\";\n    200 \"public, max-age=31536000, immutable\";\n"));
        assert!(text.contains("server_name _;"));
        assert!(!text.contains("try_files"));
    }

    #[test]
    fn machines_differ_in_a_few_lines() {
        let other = Machine {
            listen: "127.0.0.1:1".to_owned(),
            root: "/a".to_owned(),
            scratch: "/b".to_owned(),
            errors: "/c".to_owned(),
        };
        let differing = |one: String, two: String| one.lines().zip(two.lines()).filter(|(one, two)| one != two).count();
        assert_eq!(differing(whole(&Machine::default()), whole(&other)), 7);
        let address = Address::parse(None).unwrap();
        assert_eq!(
            differing(site(&Machine::default(), &address), site(&other, &address)),
            3
        );
    }
}
