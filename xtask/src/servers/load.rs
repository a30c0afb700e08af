//! How many requests nginx answers on this machine, with the configuration that the build writes. Printed, and never
//! asserted: it is the machine that is measured, and whatever else runs on it.

use std::process::{Command, Stdio};

use super::{Place, server};
use crate::{arguments::Arguments, hosting::address::Address, machine, outcome::Outcome, tools::Project};

/// How long each run lasts.
const SECONDS: u32 = 30;

/// A run, and what is aimed at.
struct Run {
    connections: u32,
    requests_a_second: f64,
    p99_ms: f64,
}

const RUNS: [Run; 2] = [
    Run {
        connections: 50,
        requests_a_second: 5000.0,
        p99_ms: 100.0,
    },
    Run {
        connections: 500,
        requests_a_second: 0.0,
        p99_ms: f64::INFINITY,
    },
];

/// What was measured.
#[derive(Debug, PartialEq)]
struct Measured {
    requests_a_second: f64,
    p99_ms: f64,
    errors: u64,
}

/// `cargo xtask load`.
pub(crate) fn task(project: &Project, words: Vec<String>) -> Outcome {
    let arguments = Arguments::read(words, &["--out"], &[], 0)?;
    let site = arguments.path("--out")?.unwrap_or_else(|| project.path("dist"));
    if !site.join("index.html").is_file() {
        return Err(format!("{} holds no built site", site.display()).into());
    }
    machine::install_needs(project, &[machine::Need::Servers])?;
    if project.ask("which wrk").is_none() {
        machine::install(project, &["wrk"])?;
    }
    let address = Address::default();
    let place = Place::new(&site, &address)?;
    let server = server::nginx(project, &place.root(), &place.folder.join("nginx"), &address)?;
    for run in &RUNS {
        let text = printed(&mut wrk(project, run.connections, server.port))?;
        let measured = read(&text).ok_or_else(|| format!("wrk says something else than expected:\n{text}"))?;
        println!("{text}\n{}", told(run, &measured));
    }
    Ok(())
}

/// The page of the site, as a browser asks for it.
fn wrk(project: &Project, connections: u32, port: u16) -> Command {
    let mut command = project.line("wrk --threads 2 --latency");
    command
        .args(["--connections", &connections.to_string()])
        .args(["--duration", &format!("{SECONDS}s")])
        .args(["--header", "Accept-Encoding: gzip, deflate, br"])
        .arg(format!("http://127.0.0.1:{port}/"));
    command
}

fn printed(command: &mut Command) -> Outcome<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("wrk: {error}"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn read(text: &str) -> Option<Measured> {
    let after = |begin: &str| {
        let line = text.lines().find_map(|line| line.trim().strip_prefix(begin));
        line.map(str::trim)
    };
    let errors: u64 = after("Socket errors:")
        .into_iter()
        .chain(after("Non-2xx or 3xx responses:"))
        .flat_map(|line| line.split(|letter: char| !letter.is_ascii_digit()))
        .filter_map(|number| number.parse::<u64>().ok())
        .sum();
    Some(Measured {
        requests_a_second: after("Requests/sec:")?.parse().ok()?,
        p99_ms: milliseconds(after("99%")?)?,
        errors,
    })
}

fn milliseconds(text: &str) -> Option<f64> {
    let unit = text.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == '.');
    let number: f64 = text.strip_suffix(unit)?.parse().ok()?;
    let factor = match unit {
        "us" => 0.001,
        "ms" => 1.0,
        "s" => 1000.0,
        "m" => 60_000.0,
        _ => return None,
    };
    Some(number * factor)
}

fn told(run: &Run, measured: &Measured) -> String {
    let Measured {
        requests_a_second,
        p99_ms,
        errors,
    } = measured;
    let is_held = *errors == 0 && *requests_a_second >= run.requests_a_second && *p99_ms <= run.p99_ms;
    format!(
        "{} connections: {requests_a_second:.0} requests a second, 99 % within {p99_ms:.1} ms, {errors} errors: what is aimed at is {}\n",
        run.connections,
        if is_held { "held" } else { "missed" }
    )
}

#[cfg(test)]
mod tests {
    use super::{Measured, RUNS, read, told};

    const TEXT: &str = "Running 30s test @ http://127.0.0.1:1/\n  2 threads and 50 connections\n  Thread Stats   Avg      Stdev     Max   +/- Stdev\n    Latency     6.31ms    2.10ms  40.00ms   80.00%\n  Latency Distribution\n     50%  900.00us\n     99%    1.50s \n  10 requests in 30.00s, 1.00MB read\n  Socket errors: connect 1, read 2, write 0, timeout 3\n  Non-2xx or 3xx responses: 4\nRequests/sec:  12345.67\nTransfer/sec:      1.00MB";

    #[test]
    fn reads_what_wrk_says() {
        let measured = read(TEXT).unwrap();
        assert_eq!(measured.errors, 10);
        assert!((measured.requests_a_second - 12345.67).abs() < 1e-9);
        assert!((measured.p99_ms - 1500.0).abs() < 1e-9);
        assert_eq!(read("wrk: unable to connect"), None);
    }

    #[test]
    fn one_error_misses_the_aim() {
        for (errors, verdict) in [(0, "held"), (1, "missed")] {
            let measured = Measured {
                requests_a_second: 6000.0,
                p99_ms: 10.0,
                errors,
            };
            for run in &RUNS {
                assert!(told(run, &measured).trim().ends_with(verdict));
            }
        }
    }
}
