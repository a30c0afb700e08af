//! The rules that are read off the source text, one file at a time.

use super::{
    outside::{messages_elsewhere, strings_as_code},
    source::Source,
};

/// A rule: which lines of a file break it.
pub(crate) struct Rule {
    /// Its number in ARCHITECTURE.md, and what it says.
    pub(crate) name: &'static str,
    /// The numbers of the lines that break it.
    broken: fn(&Source) -> Vec<usize>,
}

pub(crate) const RULES: [Rule; 16] = [
    Rule {
        name: "1  core and app have no clock and no I/O",
        broken: clock_or_io,
    },
    Rule {
        name: "2  the dataset is never a signal",
        broken: dataset_as_signal,
    },
    Rule {
        name: "3  the view changes only through ViewState::apply",
        broken: other_view_changes,
    },
    Rule {
        name: "3  an effect changes nothing of the view",
        broken: effects_that_change_the_view,
    },
    Rule {
        name: "4  reading an address cannot fail",
        broken: address_that_can_fail,
    },
    Rule {
        name: "5  web_sys is named only in src/platform",
        broken: web_sys,
    },
    Rule {
        name: "5  plotters is named only in src/charts",
        broken: plotters,
    },
    Rule {
        name: "5  the date library is named only in core's date.rs",
        broken: date_library,
    },
    Rule {
        name: "5  wire is used only by load",
        broken: wire,
    },
    Rule {
        name: "6  a chart demands caption, table, sources, unit and period",
        broken: chart_demands,
    },
    Rule {
        name: "7  components take records, not their texts",
        broken: texts_for_records,
    },
    Rule {
        name: "8  colours stand only in style/tokens.css",
        broken: colours,
    },
    Rule {
        name: "-  text takes --accent-text, which can be read where colours are forced",
        broken: accent_as_text,
    },
    Rule {
        name: "9  no component is written for one side only",
        broken: one_sided_components,
    },
    Rule {
        name: "-  no markup and no code from strings",
        broken: strings_as_code,
    },
    Rule {
        name: "-  only the two scripts of the embed send messages to other pages",
        broken: messages_elsewhere,
    },
];

impl Rule {
    /// The places of a file that break it.
    pub(crate) fn broken_in(&self, source: &Source) -> Vec<String> {
        (self.broken)(source)
            .into_iter()
            .map(|line| format!("{}:{line}", source.path))
            .collect()
    }
}

fn only_in(source: &Source, words: &[&str], places: &[&str]) -> Vec<usize> {
    if source.is_rust() && !source.is_in(places) {
        source.lines_with(words)
    } else {
        Vec::new()
    }
}

fn clock_or_io(source: &Source) -> Vec<usize> {
    let words = [
        "SystemTime",
        "Instant",
        "Date::now",
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "println!",
        "today(",
    ];
    only_in(source, &words, &["src/bin/", "src/main.rs"])
}

fn dataset_as_signal(source: &Source) -> Vec<usize> {
    let kinds = ["RwSignal<", "ReadSignal<", "Signal<", "Memo<", "StoredValue<"];
    let types = ["Dataset>", "&'static Dataset>"];
    let words: Vec<String> = kinds
        .iter()
        .flat_map(|kind| types.iter().map(move |of| [*kind, of].concat()))
        .collect();
    only_in(source, &words.iter().map(String::as_str).collect::<Vec<_>>(), &[])
}

fn other_view_changes(source: &Source) -> Vec<usize> {
    let mut broken = only_in(source, &["RwSignal<ViewState>"], &["src/context.rs"]);
    let made = only_in(source, &["&mut ViewState", "ViewState {"], &["crates/core/src/view/"]);
    // A function that gives a state makes none.
    let gives = source.lines_with(&["-> ViewState {"]);
    broken.extend(made.into_iter().filter(|line| !gives.contains(line)));
    broken
}

/// Within the brackets of `react(`, nothing sets a signal or dispatches an action; no effect is made but by it.
fn effects_that_change_the_view(source: &Source) -> Vec<usize> {
    if !source.is_in(&["src/"]) {
        return Vec::new();
    }
    // What stays would remember an effect that is gone.
    let mut broken = only_in(source, &["Effect::new("], &["src/react.rs", "src/markup/live.rs"]);
    let mut depth = 0;
    for (number, line) in source.code() {
        let begins = calls(line, "react");
        if depth == 0 && !begins {
            continue;
        }
        if [".set(", ".update(", ".dispatch(", ".write("]
            .iter()
            .any(|word| line.contains(word))
        {
            broken.push(number);
        }
        for letter in line.chars() {
            match letter {
                '(' | '{' => depth += 1,
                ')' | '}' => depth -= 1,
                _ => {}
            }
        }
    }
    broken
}

/// Whether a line calls a function by this name.
fn calls(line: &str, name: &str) -> bool {
    line.match_indices(&[name, "("].concat()).any(|(at, _)| {
        let before = line.get(..at).unwrap_or_default();
        let is_longer = before.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
        !is_longer && !before.ends_with("fn ")
    })
}

fn address_that_can_fail(source: &Source) -> Vec<usize> {
    if !source.is_in(&[
        "crates/core/src/view/url.rs",
        "crates/core/src/view/migrate.rs",
        "crates/core/src/view/embed/",
    ]) {
        return Vec::new();
    }
    let mut broken = source.lines_with(&["panic!", "unwrap()", "expect(", "unreachable!", "assert!"]);
    let signature = "pub fn from_query(query: &str, dataset: &Dataset) -> (ViewState, Vec<Notice>)";
    if source.path.ends_with("url.rs") && !source.text.contains(signature) {
        broken.push(1);
    }
    broken
}

fn web_sys(source: &Source) -> Vec<usize> {
    only_in(source, &["web_sys"], &["src/platform/"])
}

fn plotters(source: &Source) -> Vec<usize> {
    only_in(source, &["plotters"], &["src/charts/"])
}

fn date_library(source: &Source) -> Vec<usize> {
    only_in(source, &["jiff"], &["crates/core/src/date.rs"])
}

fn wire(source: &Source) -> Vec<usize> {
    only_in(
        source,
        &["wire::", "mod wire"],
        &[
            "crates/core/src/load/",
            "crates/core/src/wire/",
            "crates/core/src/lib.rs",
        ],
    )
}

/// The fields are plain, so that none can be left out.
fn chart_demands(source: &Source) -> Vec<usize> {
    let demands = [
        "pub caption: Caption,",
        "pub table: Box<dyn Fn(Shown) -> TableTwin + Send + Sync>,",
        "pub sources: Vec<SourceIx>,",
        "pub unit: String,",
        "pub period: DayRange,",
    ];
    let holds = demands.iter().all(|demand| source.text.contains(demand));
    if source.path == "src/charts/chart.rs" && !holds {
        vec![1]
    } else {
        Vec::new()
    }
}

/// A public function of a component takes no text but those of the interface, which live as long as the program.
fn texts_for_records(source: &Source) -> Vec<usize> {
    if !source.is_in(&["src/page/", "src/timeline/", "src/charts/"]) {
        return Vec::new();
    }
    let takes_text = |line: &str| {
        let given = line.split_once("->").map_or(line, |(before, _)| before);
        line.starts_with("pub fn ")
            && line.contains("-> Markup")
            && [": String", ": &str", "Into<String>"]
                .iter()
                .any(|word| given.contains(word))
    };
    source
        .code()
        .filter(|(_, line)| takes_text(line))
        .map(|(number, _)| number)
        .collect()
}

fn colours(source: &Source) -> Vec<usize> {
    if source.path == "style/tokens.css" || !source.is_in(&["style/", "src/"]) {
        return Vec::new();
    }
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab(", "lab(", "lch("];
    let is_colour = |line: &str| has_hex_colour(line) || functions.iter().any(|word| line.contains(word));
    source
        .code()
        .filter(|(_, line)| is_colour(line))
        .map(|(number, _)| number)
        .collect()
}

/// `--accent` is for marks: where colours are forced it is that of a selection, on which its own text stands.
fn accent_as_text(source: &Source) -> Vec<usize> {
    if !source.is_in(&["style/"]) {
        return Vec::new();
    }
    let takes = |line: &str| {
        line.split(['{', ';'])
            .any(|declaration| declaration.trim_start().starts_with("color: var(--accent)"))
    };
    source
        .code()
        .filter(|(_, line)| takes(line))
        .map(|(number, _)| number)
        .collect()
}

/// `#` and 3, 4, 6 or 8 hexadecimal digits that are no longer name.
fn has_hex_colour(line: &str) -> bool {
    line.split('#').skip(1).any(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
        let goes_on = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        matches!(digits, 3 | 4 | 6 | 8) && !rest.as_bytes().get(digits).copied().is_some_and(goes_on)
    })
}

/// What differs between host and browser stands in the platform, the markup and the app's start.
fn one_sided_components(source: &Source) -> Vec<usize> {
    if !source.is_in(&["src/page/", "src/timeline/", "src/charts/"]) {
        return Vec::new();
    }
    // The pages of records are no component: they are made on the host for the host.
    let is_allowed = |number: &usize| {
        source.path == "src/page/mod.rs" && source.text.lines().nth(*number) == Some("pub mod record_page;")
    };
    source
        .lines_with(&["cfg(target_arch", "cfg(not(target_arch", "cfg(feature"])
        .into_iter()
        .filter(|number| !is_allowed(number))
        .collect()
}

#[cfg(test)]
mod tests;
