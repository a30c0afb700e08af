//! What each rule finds, and what it leaves alone.

use super::{RULES, Source};

fn broken(rule: &str, path: &str, text: &str) -> Vec<usize> {
    let source = Source {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    let rule = RULES.iter().find(|found| found.name.contains(rule)).unwrap();
    (rule.broken)(&source)
}

#[test]
fn each_rule_finds_what_it_is_for() {
    for (rule, path, text, lines) in [
        (
            "no clock",
            "crates/core/src/a.rs",
            "fn a() {\n  std::fs::read(x)\n}",
            [2],
        ),
        ("never a signal", "src/a.rs", "struct A {\n a: Memo<Dataset>\n}", [2]),
        (
            "ViewState::apply",
            "src/page/a.rs",
            "fn a(state: &mut ViewState) {}",
            [1],
        ),
        ("ViewState::apply", "src/page/a.rs", "a: RwSignal<ViewState>", [1]),
        (
            "an effect",
            "src/a.rs",
            "react(move |_| {\n  a.set(1);\n});\nb.set(2);",
            [2],
        ),
        (
            "an effect",
            "src/a.rs",
            "if wide { crate::react::react(move |_| a.set(1)); }\nfn react() { b.set(2); }",
            [1],
        ),
        (
            "an effect",
            "src/page/a.rs",
            "a();\nEffect::new(move |_| focus());",
            [2],
        ),
        ("an address", "crates/core/src/view/migrate.rs", "a.unwrap();", [1]),
        (
            "an address",
            "crates/core/src/view/url.rs",
            "pub fn from_query() {}",
            [1],
        ),
        ("web_sys", "src/page/a.rs", "use x;\nuse web_sys::Y;", [2]),
        ("plotters", "src/page/a.rs", "use plotters::x;", [1]),
        ("date library", "crates/core/src/a.rs", "use jiff_core::x;", [1]),
        ("wire", "crates/core/src/query/a.rs", "use crate::wire::Tenure;", [1]),
        (
            "a chart demands",
            "src/charts/chart.rs",
            "pub caption: Option<Caption>,",
            [1],
        ),
        (
            "take records",
            "src/timeline/a.rs",
            "pub fn a(name: &str) -> Markup {",
            [1],
        ),
        ("colours", "style/base.css", "a {\n color: #fff; }", [2]),
        ("colours", "src/page/a.rs", "x(\"rgb(1 2 3)\")", [1]),
        (
            "accent-text",
            "style/components/a.css",
            ".a {\n color: var(--accent); }",
            [2],
        ),
        ("one side", "src/page/a.rs", "#[cfg(target_arch = \"wasm32\")]", [1]),
        ("from strings", "src/a.rs", "element.set_inner_html(x)", [1]),
        (
            "from strings",
            "public/boot.js",
            "a();\nhead.insertAdjacentHTML(b, c);",
            [2],
        ),
        (
            "send messages",
            "public/boot.js",
            "a();\nparent.postMessage(b, '*');",
            [2],
        ),
        ("send messages", "src/platform/a.rs", "window.post_message(a, b);", [1]),
    ] {
        assert_eq!(broken(rule, path, text), lines, "{rule}: {text}");
    }
}

#[test]
fn what_is_allowed_is_let_through() {
    for (rule, path, text) in [
        (
            "no clock",
            "crates/core/src/a.rs",
            "// std::fs is elsewhere\n#[cfg(test)]\nuse std::fs;",
        ),
        ("ViewState::apply", "src/context.rs", "a: RwSignal<ViewState>"),
        ("ViewState::apply", "src/a.rs", "fn a() -> ViewState {"),
        ("an effect", "src/a.rs", "react(move |_| {\n  focus();\n});\nb.set(2);"),
        ("web_sys", "src/platform/a.rs", "use web_sys::Y;"),
        (
            "take records",
            "src/page/a.rs",
            "pub fn a(label: &'static str, record: &Tenure) -> Markup {",
        ),
        ("take records", "src/page/a.rs", "fn a(name: &str) -> Markup {"),
        ("send messages", "public/embed/guest.js", "parent.postMessage(a, '*');"),
        ("send messages", "public/boot.js", "port2.postMessage(null);"),
        ("colours", "style/layout.css", "#app { color: var(--text); }\n#heads{}"),
        (
            "accent-text",
            "style/components/a.css",
            ".a { accent-color: var(--accent); color: var(--accent-text); }",
        ),
        ("colours", "style/tokens.css", "a { color: #fff; }"),
        (
            "one side",
            "src/page/mod.rs",
            "#[cfg(feature = \"ssr\")]\npub mod record_page;",
        ),
    ] {
        assert!(broken(rule, path, text).is_empty(), "{rule}: {text}");
    }
}
