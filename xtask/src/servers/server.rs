//! nginx and Caddy, started on a free port of this machine with the configurations that the build writes. All that
//! they keep lies in a folder of their own; they end when they are dropped.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    path::{Path, PathBuf},
    process::Stdio,
};

use crate::{
    files::{read_text, write},
    hosting::{address::Address, caddy, nginx},
    outcome::Outcome,
    tools::{Project, run},
};

/// A server that runs.
#[derive(Debug)]
pub(crate) struct Server<'a> {
    pub(crate) name: &'static str,
    pub(crate) port: u16,
    project: &'a Project,
    process: PathBuf,
}

impl Drop for Server<'_> {
    fn drop(&mut self) {
        let Ok(id) = read_text(&self.process) else { return };
        let mut kill = self.project.line("kill");
        // One that has ended already needs no ending.
        kill.arg(id.trim())
            .stderr(Stdio::null())
            .status()
            .map(drop)
            .unwrap_or_default();
    }
}

/// Starts nginx; `root` is the folder of the host's files.
pub(crate) fn nginx<'a>(project: &'a Project, root: &Path, folder: &Path, address: &Address) -> Outcome<Server<'a>> {
    let port = free_port()?;
    let machine = nginx::Machine {
        listen: format!("127.0.0.1:{port}"),
        root: root.display().to_string(),
        scratch: folder.display().to_string(),
        errors: folder.join("errors").display().to_string(),
    };
    let file = folder.join("nginx.conf");
    write(&file, nginx::whole(&machine))?;
    write(&folder.join("nginx-site.conf"), nginx::site(&machine, address))?;
    // Not everyone's PATH leads to the programs of the system.
    let program = Some("/usr/sbin/nginx").filter(|path| Path::new(path).is_file());
    let mut command = project.command(program.unwrap_or("nginx"));
    command.args(["-e", "stderr", "-c"]).arg(&file);
    if project.ask("id -u").as_deref() == Some("0") {
        // Else the workers are of a user who may not read the project.
        command.args(["-g", "user root;"]);
    }
    // It goes on by itself once it listens.
    run("start nginx", &mut command)?;
    Ok(Server {
        name: "nginx",
        port,
        project,
        process: folder.join("nginx.pid"),
    })
}

/// Starts Caddy; `root` is the folder of the host's files.
pub(crate) fn caddy<'a>(project: &'a Project, root: &Path, folder: &Path, address: &Address) -> Outcome<Server<'a>> {
    let port = free_port()?;
    let machine = caddy::Machine {
        listen: format!("http://127.0.0.1:{port}"),
        root: root.display().to_string(),
    };
    let file = folder.join("Caddyfile");
    write(&file, caddy::caddyfile(&machine, address))?;
    let process = folder.join("caddy.pid");
    let mut command = project.line("caddy start --adapter caddyfile --config");
    command.arg(&file).arg("--pidfile").arg(&process);
    for name in ["XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
        command.env(name, folder);
    }
    let messages =
        fs::File::create(folder.join("messages")).map_err(|error| format!("{}: {error}", folder.display()))?;
    run("start Caddy", command.stderr(messages))?;
    Ok(Server {
        name: "Caddy",
        port,
        project,
        process,
    })
}

/// A port that nobody listens on now.
fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    Ok(listener.map_err(|error| format!("no free port: {error}"))?.port())
}
