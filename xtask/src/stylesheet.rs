//! The one style sheet of the site, from the files under `style/`.

use crate::{
    files::{below, has_extension, read_text, write},
    outcome::Outcome,
    tools::Project,
};

const ORDER: &str = "@layer reset, tokens, base, layout, components, utilities;\n";
const BEFORE: [&str; 5] = ["reset.css", "tokens.css", "base.css", "layout.css", "utilities.css"];
const AFTER: &str = "print.css";
const TOKENS: &str = "tokens.css";
/// What the dark tokens stand between.
const DARK: (&str, &str) = (
    "@media screen and (prefers-color-scheme: dark) {\n    :root:where(:not([data-theme=\"light\"])) {",
    "}",
);

/// What the tokens of high contrast stand between.
const CONTRAST: (&str, &str) = ("[data-theme=\"contrast\"] {", "}");

/// Writes `target/site.css`, which index.html refers to.
pub(crate) fn write_stylesheet(project: &Project) -> Outcome {
    let folder = project.path("style");
    let components = below(&folder.join("components"))?;
    let components = components
        .iter()
        .filter(|file| has_extension(file, &["css"]))
        .map(|file| ["components/", file].concat());
    let files = BEFORE
        .into_iter()
        .map(str::to_owned)
        .chain(components)
        .chain([AFTER.to_owned()]);
    let mut sheet = ORDER.to_owned();
    for file in files {
        let css = tidy(&without_comments(&read_text(&folder.join(&file))?));
        sheet.push_str(&css);
        if file == TOKENS {
            sheet.push_str(&dark_theme(&css)?);
            sheet.push_str(&wanted_contrast(&css)?);
        }
    }
    write(&project.path("target/site.css"), sheet)
}

/// The dark tokens once more, for a page that is dark on the screen whatever the reader prefers; not on paper and not
/// in colours that the reader has forced.
fn dark_theme(tokens: &str) -> Outcome<String> {
    let dark = tokens
        .split_once(DARK.0)
        .and_then(|(_, rest)| rest.split_once(DARK.1))
        .ok_or_else(|| format!("style/{TOKENS} has no block that begins with `{}`", DARK.0))?;
    Ok(format!(
        "@media screen and (forced-colors: none) {{ @layer tokens {{ [data-theme=\"dark\"] {{{}}} }} }}\n",
        dark.0
    ))
}

/// The tokens of high contrast once more, for readers who prefer that, in light.
fn wanted_contrast(tokens: &str) -> Outcome<String> {
    let block = tokens
        .split_once(CONTRAST.0)
        .and_then(|(_, rest)| rest.split_once(CONTRAST.1))
        .ok_or_else(|| format!("style/{TOKENS} has no block that begins with `{}`", CONTRAST.0))?;
    Ok(format!(
        "@media screen and (prefers-contrast: more) and (prefers-color-scheme: light) and (forced-colors: none) {{ @layer tokens {{ :root:where(:not([data-theme])) {{{}}} }} }}\n",
        block.0
    ))
}

/// CSS without its comments; their line breaks stay, and so does what looks like one in a text.
pub(crate) fn without_comments(css: &str) -> String {
    let mut written = String::with_capacity(css.len());
    let mut rest = css.chars().peekable();
    let mut quote = None;
    while let Some(letter) = rest.next() {
        match quote {
            None if letter == '/' && rest.peek() == Some(&'*') => {
                rest.next();
                let mut last = ' ';
                for letter in rest.by_ref() {
                    if letter == '\n' {
                        written.push('\n');
                    }
                    if last == '*' && letter == '/' {
                        break;
                    }
                    last = letter;
                }
                continue;
            }
            None if letter == '"' || letter == '\'' => quote = Some(letter),
            Some(_) if letter == '\\' => {
                written.push(letter);
                written.extend(rest.next());
                continue;
            }
            Some(open) if letter == open => quote = None,
            _ => {}
        }
        written.push(letter);
    }
    written
}

/// Without empty lines and without space at the ends of lines.
fn tidy(css: &str) -> String {
    css.lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .flat_map(|line| [line, "\n"])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{dark_theme, tidy, wanted_contrast, without_comments};

    #[test]
    fn the_dark_tokens_are_there_for_a_part_of_a_page_too() {
        let tokens = "a {}\n  @media screen and (prefers-color-scheme: dark) {\n    :root:where(:not([data-theme=\"light\"])) {\n --text: white; }\n}\n";
        assert_eq!(
            dark_theme(tokens).unwrap(),
            "@media screen and (forced-colors: none) { @layer tokens { [data-theme=\"dark\"] {\n --text: white; } } }\n"
        );
        assert!(dark_theme("a {}").is_err());
    }

    #[test]
    fn the_tokens_of_high_contrast_are_there_for_readers_who_prefer_it() {
        let contrast = wanted_contrast("  [data-theme=\"contrast\"] {\n --text: black; }\n").unwrap();
        assert!(
            contrast.contains("(prefers-contrast: more)") && contrast.contains("{\n --text: black; }"),
            "{contrast}"
        );
        assert!(wanted_contrast("a {}").is_err());
    }

    #[test]
    fn comments_go_and_texts_stay() {
        assert_eq!(
            without_comments("a /* b\n*/ { c: \"/* d */\" }"),
            "a \n { c: \"/* d */\" }"
        );
        assert_eq!(
            without_comments(r#"a::before { content: "\"/*"; } /**/"#),
            r#"a::before { content: "\"/*"; } "#
        );
        assert_eq!(without_comments("/* never closed"), "");
        assert_eq!(without_comments("a { b: 1/2; }"), "a { b: 1/2; }");
    }

    #[test]
    fn empty_lines_go() {
        assert_eq!(tidy("a {\n\n  b: c; \n}\n"), "a {\n  b: c;\n}\n");
    }
}
