//! Real servers with the configurations that the build writes: each is asked for everything, and every header of every
//! answer is looked at.

mod checks;
mod client;
pub(crate) mod load;
mod sent;
mod server;
pub(crate) mod transcripts;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
};

use crate::{
    files::link,
    hosting::address::Address,
    outcome::{Failure, Outcome},
    tools::Project,
};
use checks::Site;
use server::Server;

/// The site as a whole host, and in a folder of one.
const ADDRESSES: [&str; 2] = ["https://example.org/", "https://example.org/who-leads-ice/"];

/// Starts each server with each address and asks for everything; fails when an answer is wrong.
pub(crate) fn check(project: &Project) -> Outcome {
    let files = project.path("dist");
    let mut is_right = true;
    for address in ADDRESSES {
        let address = Address::parse(Some(address))?;
        let place = Place::new(&files, &address)?;
        for server in place.servers(project, &address)? {
            let site = Site {
                port: server.port,
                files: &files,
                address: &address,
            };
            let found = site.check()?;
            for problem in &found.wrong {
                println!("{}: {problem}", server.name);
            }
            println!(
                "{} at {}: {} answers, {} problems",
                server.name,
                address.text(),
                found.answers,
                found.wrong.len()
            );
            is_right &= found.wrong.is_empty();
        }
    }
    if is_right { Ok(()) } else { Err(Failure::Told) }
}

/// A folder for servers, with the files of a host; gone when it is dropped.
struct Place {
    folder: PathBuf,
}

impl Place {
    fn new(files: &Path, address: &Address) -> Outcome<Self> {
        let name = format!("timeline-servers-{}-{}", process::id(), address.folder().len());
        let place = Self {
            folder: env::temp_dir().join(name),
        };
        for folder in ["nginx", "caddy"] {
            let folder = place.folder.join(folder);
            fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        let site = match address.folder().trim_matches('/') {
            "" => place.root(),
            folder => place.root().join(folder),
        };
        link(files, &site)?;
        Ok(place)
    }

    fn root(&self) -> PathBuf {
        self.folder.join("www")
    }

    fn servers<'a>(&self, project: &'a Project, address: &Address) -> Outcome<[Server<'a>; 2]> {
        let root = self.root();
        Ok([
            server::nginx(project, &root, &self.folder.join("nginx"), address)?,
            server::caddy(project, &root, &self.folder.join("caddy"), address)?,
        ])
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.folder).unwrap_or_default();
    }
}
