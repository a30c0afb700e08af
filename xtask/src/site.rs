//! Builds the site: style, browser program, pages, data files, compressed copies.

use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    arguments::Arguments,
    assets,
    compress::compress_site,
    data, downloads,
    files::below,
    hosting::{self, address::Address},
    keep::{self, Earlier},
    languages,
    outcome::Outcome,
    remap::rustc_options,
    setup::setup,
    stylesheet::write_stylesheet,
    tools::{Project, run},
};

/// What to build, and where.
#[derive(Clone, Debug, Default)]
pub(crate) struct Build {
    /// The data folder, absolute; `None` for the project's own.
    pub(crate) data: Option<PathBuf>,
    /// The address that the site will have: for what is shared, policies and the configuration of servers.
    pub(crate) site: Option<String>,
    /// An earlier build, absolute, whose hashed files are carried forward.
    pub(crate) keep_assets: Option<PathBuf>,
    /// Whether the host lets no header be set, so that the pages say what they can themselves.
    pub(crate) in_tags: bool,
    /// The folder to build into, absolute. What it held is gone afterwards.
    pub(crate) out: PathBuf,
    /// Quick to build, and slow and large.
    pub(crate) dev: bool,
    /// Variables of the programs of this machine that write pages and pictures. With the folders of another build,
    /// what they are made of is not compiled again.
    pub(crate) of_host: Vec<(&'static str, OsString)>,
}

impl Build {
    fn data_folder(&self, project: &Project) -> PathBuf {
        self.data.clone().unwrap_or_else(|| project.path("data"))
    }
}

/// `cargo xtask build`.
pub(crate) fn task(project: &Project, words: Vec<String>) -> Outcome {
    let arguments = Arguments::read(
        words,
        &["--data", "--site", "--out", "--keep-assets"],
        &["--dev", "--headers-in-tags"],
        0,
    )?;
    let wanted = Build {
        data: arguments.path("--data")?,
        site: arguments.value("--site").map(str::to_owned),
        keep_assets: arguments.path("--keep-assets")?,
        in_tags: arguments.has("--headers-in-tags"),
        out: arguments.path("--out")?.unwrap_or_else(|| project.path("dist")),
        dev: arguments.has("--dev"),
        of_host: Vec::new(),
    };
    setup(project, &[])?;
    build(project, &wanted)?;
    println!("built {}", wanted.out.display());
    Ok(())
}

/// `cargo xtask bench`.
pub(crate) fn bench_task(project: &Project, words: Vec<String>) -> Outcome {
    let arguments = Arguments::read(words, &["--out"], &[], 0)?;
    let out = arguments.path("--out")?.unwrap_or_else(|| project.path("target/bench"));
    setup(project, &[])?;
    bench(project, &out)?;
    println!("built {}", out.display());
    Ok(())
}

/// Builds the page that measures the timeline: the site's components with a record of any size.
pub(crate) fn bench(project: &Project, out: &Path) -> Outcome {
    write_stylesheet(project)?;
    run("fetch the crates", &mut project.line("cargo fetch --locked --quiet"))?;
    let mut command = trunk_line(project, "trunk build --release=true --config bench/Trunk.toml")?;
    run("build the page that measures", command.arg("--dist").arg(out))?;
    compress_site(out)?;
    Ok(())
}

/// Builds, step by step; a failure names its step.
pub(crate) fn build(project: &Project, wanted: &Build) -> Outcome {
    check_folders(project, wanted)?;
    let address = Address::parse(wanted.site.as_deref())?;
    let earlier = wanted.keep_assets.as_deref().map(Earlier::read).transpose()?;
    eprintln!("> check the data");
    data::stop_at_errors(&wanted.data_folder(project))?;
    write_stylesheet(project)?;
    run("fetch the crates", &mut project.line("cargo fetch --locked --quiet"))?;
    run("build the browser program", &mut trunk(project, wanted)?)?;
    let names = assets::gather(&wanted.out, &data::title_of(&wanted.data_folder(project))?)?;
    let words = hosting::page_words(&address, wanted.in_tags);
    let mut languages = vec![Vec::new()];
    for (language, texts) in languages::texts_of(project, &wanted.data_folder(project))? {
        languages.push(assets::add_texts(&wanted.out, language, &texts)?);
    }
    for language in languages {
        let mut pages = prerender(project, wanted);
        run(
            "render the pages",
            pages.args(names.iter().chain(&words).chain(&language)),
        )?;
        let mut pictures = cards(project, wanted, &address);
        run(
            "draw the pictures of shared pages",
            pictures.args(language.iter().take(1)),
        )?;
    }
    downloads::publish(&wanted.data_folder(project), &wanted.out)?;
    eprintln!("> compress");
    let count = compress_site(&wanted.out)?;
    eprintln!("  {count} files");
    if let Some(earlier) = earlier {
        let kept = earlier.carry(&wanted.out, keep::today()?)?;
        eprintln!("> keep {kept} files of earlier builds");
    }
    hosting::write_configurations(&wanted.out, &address, wanted.in_tags)
}

/// Trunk empties the folder that it builds into: better not one that holds something else.
fn check_folders(project: &Project, wanted: &Build) -> Outcome {
    if let Some(data) = &wanted.data
        && !data.join("datapackage.json").is_file()
    {
        return Err(format!("{} is no data folder: it holds no datapackage.json", data.display()).into());
    }
    let out = &wanted.out;
    // What Trunk leaves behind when it fails is no one's.
    let others = below(out)?
        .into_iter()
        .filter(|file| !file.starts_with(".stage/"))
        .count();
    let holds_others = !out.join("index.html").is_file() && others > 0;
    if project.root().starts_with(out) || out.is_file() || holds_others {
        return Err(format!(
            "{} would be emptied, and holds no earlier build: name another folder",
            out.display()
        )
        .into());
    }
    Ok(())
}

fn trunk(project: &Project, wanted: &Build) -> Outcome<Command> {
    let mut command = trunk_line(project, "trunk build")?;
    if !wanted.dev {
        command.arg("--release");
    }
    command.arg("--dist").arg(&wanted.out);
    Ok(with_data(command, wanted))
}

fn trunk_line(project: &Project, line: &str) -> Outcome<Command> {
    let (name, options) = rustc_options(project)?;
    let mut command = project.line(line);
    command.env(name, options);
    command.args(["--skip-version-check", "--offline=true", "--locked=true"]);
    if env::var_os("NO_COLOR").is_some() {
        // Trunk takes `true` and `false` only for this variable, and stops at anything else.
        command.env_remove("NO_COLOR").args(["--color", "never"]);
    }
    Ok(command)
}

fn prerender(project: &Project, wanted: &Build) -> Command {
    let mut command =
        project.line("cargo run --quiet --locked --package timeline-app --features ssr --bin prerender --");
    command.arg(&wanted.out);
    on_host(command, wanted)
}

fn cards(project: &Project, wanted: &Build, address: &Address) -> Command {
    let mut command = project.line("cargo run --quiet --locked --package timeline-cards --");
    command.arg(&wanted.out);
    if !address.text().is_empty() {
        command.arg(address.text());
    }
    on_host(command, wanted)
}

fn on_host(mut command: Command, wanted: &Build) -> Command {
    command.envs(wanted.of_host.iter().map(|(name, value)| (name, value)));
    with_data(command, wanted)
}

/// The data folder reaches the build script by a variable; without one it takes the project's own.
fn with_data(mut command: Command, wanted: &Build) -> Command {
    match &wanted.data {
        Some(data) => command.env("TIMELINE_DATA", data),
        None => command.env_remove("TIMELINE_DATA"),
    };
    command
}
