//! What curl shows of the real servers, for the page that tells how to publish the site.

use std::process::Stdio;

use super::{Place, server};
use crate::{
    arguments::Arguments,
    files::{below, has_extension, read_text, write},
    hosting::address::Address,
    machine,
    outcome::Outcome,
    tools::Project,
};

const PAGE: &str = "docs/deploy.md";
const ADDRESS: &str = "https://example.org/";
/// The port that is shown.
const PORT: &str = "8080";

/// `cargo xtask transcripts`.
pub(crate) fn task(project: &Project, words: Vec<String>) -> Outcome {
    let arguments = Arguments::read(words, &["--out"], &["--write"], 0)?;
    let site = arguments.path("--out")?.unwrap_or_else(|| project.path("dist"));
    machine::install_needs(project, &[machine::Need::Servers])?;
    let program = below(&site.join("assets"))?
        .into_iter()
        .find(|file| has_extension(file, &["wasm"]))
        .ok_or_else(|| format!("{} holds no built site", site.display()))?;
    let address = Address::parse(Some(ADDRESS))?;
    let place = Place::new(&site, &address)?;
    let program = ["assets/", &program].concat();
    let (embed, missing) = ("embed/?v=1&view=timeline", "assets/none.js");
    let mut text = read_text(&project.path(PAGE))?;
    for server in place.servers(project, &address)? {
        let mut shown = String::new();
        let asked: &[&str] = match server.name {
            "nginx" => &["", embed, "embed?v=1", &program, missing, "data/datapackage.json"],
            _ => &[embed, &program, missing],
        };
        for path in asked {
            shown += &transcript(project, &server, path)?;
        }
        println!("{}\n\n{shown}", server.name);
        text = replaced(&text, server.name, &shown)
            .ok_or_else(|| format!("{PAGE} has no place for what {} says", server.name))?;
    }
    if arguments.has("--write") {
        write(&project.path(PAGE), text)?;
    }
    Ok(())
}

/// A call of curl and the head of the answer.
fn transcript(project: &Project, server: &server::Server, path: &str) -> Outcome<String> {
    let line = "curl -s -D - -o /dev/null -H";
    let mut curl = project.line(line);
    curl.arg("Accept-Encoding: br")
        .arg(format!("http://127.0.0.1:{}/{path}", server.port));
    let output = curl
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("curl: {error}"))?;
    let head = String::from_utf8_lossy(&output.stdout).replace('\r', "");
    if !output.status.success() || head.is_empty() {
        return Err(format!("curl shows nothing of {} at /{path}", server.name).into());
    }
    Ok(format!(
        "$ {line} 'Accept-Encoding: br' 'http://127.0.0.1:{PORT}/{path}'\n{}\n\n",
        head.trim_end()
    ))
}

/// The page with what stands between the two marks of a server replaced.
fn replaced(page: &str, server: &str, shown: &str) -> Option<String> {
    let begin = format!("<!-- {server} says -->\n");
    let (before, rest) = page.split_once(&begin)?;
    let (_, after) = rest.split_once("<!-- end -->")?;
    Some(format!(
        "{before}{begin}```text\n{}\n```\n<!-- end -->{after}",
        shown.trim_end()
    ))
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn what_a_server_says_takes_the_place_of_what_it_said() {
        let page = "a\n<!-- nginx says -->\nold\n<!-- end -->\nb\n";
        let wanted = "a\n<!-- nginx says -->\n```text\nnew\n```\n<!-- end -->\nb\n";
        assert_eq!(replaced(page, "nginx", "new\n\n").unwrap(), wanted);
        assert_eq!(replaced(wanted, "nginx", "new").unwrap(), wanted);
        assert_eq!(replaced(page, "Caddy", "new"), None);
    }
}
