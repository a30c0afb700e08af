//! Builds the site and serves it on this machine only.

use std::{
    fs,
    io::ErrorKind,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    sync::{Arc, PoisonError, RwLock},
    thread,
    time::{Duration, SystemTime},
};

use tiny_http::{Header, Request, Response, Server};

use crate::{
    arguments::Arguments,
    files::below,
    outcome::{Failure, Outcome},
    setup::setup,
    site::{Build, build},
    tools::Project,
    web::{accepts_brotli, answer},
};

const PORT: u16 = 8080;
const WORKERS: usize = 4;

/// What a change of calls for another build.
const WATCHED: [&str; 9] = [
    "src",
    "crates/core/src",
    "crates/cards/src",
    "style",
    "data",
    "locales",
    "public",
    "index.html",
    "build.rs",
];

/// `cargo xtask serve`.
pub(crate) fn task(project: &Project, words: Vec<String>) -> Outcome {
    let arguments = Arguments::read(words, &["--port", "--data"], &["--dev"], 0)?;
    let port = match arguments.value("--port") {
        Some(text) => text
            .parse()
            .map_err(|_| format!("--port {text}: not a number from 0 to 65535"))?,
        None => PORT,
    };
    // First of all, so that a taken port does not cost the minutes of a build.
    let listener = bind(port)?;
    let port = listener.local_addr().map_or(port, |address| address.port());
    setup(project, &[])?;
    let dev = arguments.has("--dev");
    let out = project.path(if dev { DEV_FOLDERS.0 } else { "dist" });
    let mut wanted = Build {
        data: arguments.path("--data")?,
        out,
        dev,
        ..Build::default()
    };
    let mut seen = changed_last(project, &wanted)?;
    build(project, &wanted)?;
    let site = Arc::new(RwLock::new(wanted.out.clone()));
    let workers = start(listener, &site)?;
    println!("Open http://127.0.0.1:{port}/");
    if !dev {
        for worker in workers {
            worker.join().map_err(|_| "the server stopped")?;
        }
        return Ok(());
    }
    loop {
        thread::sleep(Duration::from_secs(1));
        let Ok(now) = changed_last(project, &wanted) else {
            continue;
        };
        if now == seen {
            continue;
        }
        seen = now;
        wanted.out = project.path(other_folder(project, &wanted.out));
        match build(project, &wanted) {
            Ok(()) => {
                wanted
                    .out
                    .clone_into(&mut site.write().unwrap_or_else(PoisonError::into_inner));
                println!("Reload http://127.0.0.1:{port}/");
            }
            Err(failure) => {
                if let Failure::Because(message) = failure {
                    eprintln!("error: {message}");
                }
                eprintln!("The last good build is served still.");
                // Build into the same folder again: the other one is being served.
                wanted.out = project.path(other_folder(project, &wanted.out));
            }
        }
    }
}

/// A build goes into the one while the other is served.
const DEV_FOLDERS: (&str, &str) = ("target/serve/one", "target/serve/two");

fn other_folder(project: &Project, folder: &Path) -> &'static str {
    if folder == project.path(DEV_FOLDERS.0) {
        DEV_FOLDERS.1
    } else {
        DEV_FOLDERS.0
    }
}

fn bind(port: u16) -> Outcome<TcpListener> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        if error.kind() == ErrorKind::AddrInUse {
            let other = port.checked_add(1).unwrap_or(PORT);
            format!("port {port} is taken by another program; try `cargo xtask serve --port {other}`")
        } else {
            format!("port {port}: {error}")
        }
    })?;
    Ok(listener)
}

fn start(listener: TcpListener, site: &Arc<RwLock<PathBuf>>) -> Outcome<Vec<thread::JoinHandle<()>>> {
    let server = Server::from_listener(listener, None).map_err(|error| format!("the server did not start: {error}"))?;
    let server = Arc::new(server);
    let worker = || {
        let (server, site) = (Arc::clone(&server), Arc::clone(site));
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                let folder = site.read().unwrap_or_else(PoisonError::into_inner).clone();
                respond(request, &folder);
            }
        })
    };
    Ok((0..WORKERS).map(|_| worker()).collect())
}

fn respond(request: Request, site: &Path) {
    let brotli = request
        .headers()
        .iter()
        .any(|header| header.field.equiv("Accept-Encoding") && accepts_brotli(header.value.as_str()));
    let answer = answer(site, request.method(), request.url(), brotli);
    let mut response = Response::from_data(answer.body)
        .with_status_code(answer.status)
        .with_chunked_threshold(usize::MAX);
    for (name, value) in answer.headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser that went away wants no answer.
    request.respond(response).unwrap_or_default();
}

/// When the newest of the watched files changed, and how many there are.
fn changed_last(project: &Project, wanted: &Build) -> Outcome<(Option<SystemTime>, usize)> {
    let mut newest = None;
    let mut count = 0;
    let roots = WATCHED.iter().map(|name| project.path(name)).chain(wanted.data.clone());
    for root in roots {
        let inner = below(&root)?.into_iter().map(|file| root.join(file));
        for file in inner.chain(root.is_file().then(|| root.clone())) {
            count += 1;
            newest = newest.max(fs::metadata(&file).and_then(|about| about.modified()).ok());
        }
    }
    Ok((newest, count))
}

#[cfg(test)]
mod tests {
    use super::{DEV_FOLDERS, bind, changed_last, other_folder};
    use crate::{outcome::Failure, site::Build, tools::Project};

    #[test]
    fn a_taken_port_is_said_with_another() {
        let first = bind(0).unwrap();
        let port = first.local_addr().unwrap().port();
        let Err(Failure::Because(message)) = bind(port) else {
            panic!("the port is taken")
        };
        assert!(message.starts_with(&format!("port {port} is taken")), "{message}");
        assert!(message.contains("cargo xtask serve --port "), "{message}");
    }

    #[test]
    fn sees_the_watched_files() {
        let project = Project::find().unwrap();
        let wanted = Build {
            out: project.path(DEV_FOLDERS.0),
            dev: true,
            ..Build::default()
        };
        let (newest, count) = changed_last(&project, &wanted).unwrap();
        assert!(newest.is_some());
        assert!(count > 10);
        assert_eq!(other_folder(&project, &wanted.out), DEV_FOLDERS.1);
    }
}
