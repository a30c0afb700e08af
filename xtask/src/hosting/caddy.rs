//! The configuration of Caddy.

use super::{
    address::Address,
    table::{ANY, Class, Header, TABLE, common},
    types::{OTHER, TYPES},
};

/// What differs from machine to machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Machine {
    /// What it answers for: an origin, for which Caddy fetches a certificate itself, or a port.
    pub(crate) listen: String,
    /// The folder of the host's files; a site in a folder of the host stands in that folder of it.
    pub(crate) root: String,
}

impl Machine {
    /// A machine that is reached under the site's own address.
    pub(crate) fn of(address: &Address) -> Self {
        Self {
            listen: address.origin().unwrap_or(":8080").to_owned(),
            root: "/srv/www".to_owned(),
        }
    }
}

/// `Caddyfile`. What stands in a `route` is done in its order: later headers replace earlier ones.
pub(crate) fn caddyfile(machine: &Machine, address: &Address) -> String {
    let Machine { listen, root } = machine;
    let folder = address.folder();
    let all: Vec<Header> = common(address).into_iter().chain(ANY.own(address)).collect();
    let classes: String = TABLE
        .iter()
        .rev()
        .filter(|class| !class.path.is_empty())
        .map(|class| of_class(*class, address))
        .collect();
    let types = TYPES
        .map(|(extension, kind)| {
            format!(
                "\n\t\t@{extension} {{\n\t\t\tpath *.{extension}\n\t\t\tfile\n\t\t}}\n\t\theader @{extension} Content-Type \"{kind}\"\n"
            )
        })
        .concat();
    let outside = match folder.trim_end_matches('/') {
        "" => String::new(),
        without_slash => {
            format!("\n\t\t@outside not path {without_slash} {folder}*\n\t\terror @outside 404\n")
        }
    };
    let of_errors: Vec<Header> = ANY
        .own(address)
        .into_iter()
        .chain([("Content-Type", "text/html; charset=utf-8".to_owned())])
        .collect();
    format!(
        "# Written by the build.
{{
	admin off
}}

{listen} {{
	# {folder} of the site is {root}{folder} here.
	root * {root}

	route {{
		# No parts of files, which are small: the answer to a wrong one would be kept like a file.
		request_header -Range
		header -Accept-Ranges

		header {{{all}		}}
{classes}
		@other {{
			not path */
			file
		}}
		header @other Content-Type \"{OTHER}\"
{types}{outside}
		# Files for other hosts, and hidden ones, are no pages.
		@hidden {{
			path_regexp /[.]|/_headers$|[.](br|gz)$|\\x00
			not path /.well-known/*
		}}
		error @hidden 404

		# A folder without its slash; what stands in the query must not get lost on the way.
		@folder {{
			not path */
			file {{path}}/index.html
		}}
		@folder_with_query {{
			not path */
			file {{path}}/index.html
			expression {{query}} != \"\"
		}}
		redir @folder_with_query {{path}}/?{{query}} 308
		redir @folder {{path}}/ 308

		file_server {{
			precompressed br gzip
		}}
	}}

	handle_errors {{
		header {{{of_errors}		}}
		rewrite * {folder}404.html
		file_server {{
			precompressed br gzip
		}}
	}}
}}
",
        all = lines(&all),
        of_errors = lines(&of_errors),
    )
}

/// The headers of the files of a class.
fn of_class(class: Class, address: &Address) -> String {
    let Class { name, path, .. } = class;
    let folder = address.folder();
    let rest = if path.ends_with('/') { "*" } else { "" };
    format!(
        "\n\t\t@{name} {{\n\t\t\tpath {folder}{path}{rest}\n\t\t\tfile {{path}} {{path}}index.html\n\t\t}}\n\t\theader @{name} {{{}\t\t}}\n",
        lines(&class.own(address))
    )
}

fn lines(headers: &[Header]) -> String {
    let lines = headers
        .iter()
        .map(|(name, value)| format!("\t\t\t{name} \"{value}\"\n"));
    ["\n".to_owned()].into_iter().chain(lines).collect()
}

#[cfg(test)]
mod tests {
    use super::{Machine, caddyfile};
    use crate::hosting::address::Address;

    fn text(site: Option<&str>) -> String {
        let address = Address::parse(site).unwrap();
        caddyfile(&Machine::of(&address), &address)
    }

    #[test]
    fn answers_for_the_address_of_the_site() {
        let text = text(Some("https://example.org/who-leads-ice/"));
        assert!(text.contains("\nhttps://example.org {\n"));
        assert!(text.contains("\t\t\tpath /who-leads-ice/embed/*\n"));
        assert!(text.contains("rewrite * /who-leads-ice/404.html"));
        assert!(text.contains("@outside not path /who-leads-ice /who-leads-ice/*"));
    }

    #[test]
    fn what_is_special_comes_after_what_is_common() {
        let text = text(None);
        assert!(text.contains("\n:8080 {\n"));
        assert!(!text.contains("@outside"));
        let place = |what: &str| text.find(what).unwrap();
        assert!(place("nosniff") < place("immutable"));
        assert!(place("immutable") < place("/assets/kept.json"));
        assert!(place("/assets/kept.json") < place("handle_errors"));
        assert!(place("octet-stream") < place("text/html"));
    }
}
