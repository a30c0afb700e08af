//! A small HTTP client: it sends a path as it is, and shows an answer as it came.

use std::{
    io::{Read as _, Write as _},
    net::{Ipv4Addr, TcpStream},
    time::Duration,
};

use flate2::read::GzDecoder;

use crate::outcome::Outcome;

/// How long an answer may take before the server counts as broken.
const PATIENCE: Duration = Duration::from_secs(30);

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    /// As it was sent, compressed or not.
    pub(crate) body: Vec<u8>,
}

impl Reply {
    /// The values of a header.
    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        let fits = |(found, _): &&(String, String)| found.eq_ignore_ascii_case(name);
        self.headers
            .iter()
            .filter(fits)
            .map(|(_, value)| value.as_str())
            .collect()
    }

    /// The value of a header that is there once.
    pub(crate) fn one(&self, name: &str) -> Option<&str> {
        match self.all(name).as_slice() {
            [value] => Some(value),
            _ => None,
        }
    }

    /// The body as it was before it was compressed.
    pub(crate) fn content(&self) -> Outcome<Vec<u8>> {
        let mut content = Vec::new();
        match self.one("Content-Encoding") {
            None => content.clone_from(&self.body),
            Some("gzip") => {
                GzDecoder::new(&*self.body)
                    .read_to_end(&mut content)
                    .map_err(|error| format!("gzip: {error}"))?;
            }
            Some("br") => {
                brotli::BrotliDecompress(&mut &*self.body, &mut content).map_err(|error| format!("brotli: {error}"))?;
            }
            Some(other) => return Err(format!("it is encoded as `{other}`").into()),
        }
        Ok(content)
    }
}

/// Asks a server of this machine; `path` is sent as it is.
pub(crate) fn ask(port: u16, method: &str, path: &str, headers: &[(&str, &str)]) -> Outcome<Reply> {
    let failed = |error: std::io::Error| format!("{method} {path}: {error}");
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).map_err(failed)?;
    stream.set_read_timeout(Some(PATIENCE)).map_err(failed)?;
    let headers: Vec<String> = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let host = format!("Host: 127.0.0.1:{port}\r\nConnection: close\r\n");
    let request = [
        &format!("{method} {path} HTTP/1.1\r\n"),
        &host,
        &*headers.concat(),
        "\r\n",
    ]
    .concat();
    stream.write_all(request.as_bytes()).map_err(failed)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).map_err(failed)?;
    let reply = parse(&answer).ok_or_else(|| format!("{method} {path}: the answer is not HTTP"))?;
    let length = reply.one("Content-Length").and_then(|length| length.parse().ok());
    if method != "HEAD" && length.is_some_and(|length: usize| length != reply.body.len()) && reply.status != 304 {
        return Err(format!("{method} {path}: the body is not as long as it is said to be").into());
    }
    Ok(reply)
}

fn parse(answer: &[u8]) -> Option<Reply> {
    let end = answer.windows(4).position(|part| part == b"\r\n\r\n")?;
    let (head, body) = answer.split_at_checked(end + 4)?;
    let head = str::from_utf8(head).ok()?;
    let mut lines = head.split("\r\n").filter(|line| !line.is_empty());
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers = lines
        .map(|line| {
            let (name, value) = line.split_once(':')?;
            Some((name.to_owned(), value.trim().to_owned()))
        })
        .collect::<Option<Vec<_>>>()?;
    let mut reply = Reply {
        status,
        headers,
        body: body.to_vec(),
    };
    if reply.one("Transfer-Encoding") == Some("chunked") {
        reply.body = joined(body)?;
    }
    Some(reply)
}

/// What was sent in pieces, each after its length; none for the answer to HEAD.
fn joined(mut pieces: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    while !pieces.is_empty() {
        let end = pieces.windows(2).position(|part| part == b"\r\n")?;
        let length = usize::from_str_radix(str::from_utf8(pieces.get(..end)?).ok()?, 16).ok()?;
        let begin = end + 2;
        body.extend_from_slice(pieces.get(begin..begin + length)?);
        pieces = pieces.get(begin + length..)?.strip_prefix(b"\r\n")?;
    }
    Some(body)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn reads_an_answer() {
        let reply = parse(b"HTTP/1.1 404 Not Found\r\nA: b\r\na:  c \r\n\r\nbody\r\n\r\n").unwrap();
        assert_eq!(reply.status, 404);
        assert_eq!(reply.all("a"), ["b", "c"]);
        assert_eq!(reply.one("A"), None, "it is there twice");
        assert_eq!(reply.body, b"body\r\n\r\n");
        assert_eq!(reply.content().unwrap(), reply.body);
        for broken in [
            "",
            "HTTP/1.1 200 OK\r\n",
            "HTTP/1.1 x OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nx\r\n\r\n",
        ] {
            assert_eq!(parse(broken.as_bytes()), None, "{broken}");
        }
        let pieces = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\n1\r\nx\r\n0\r\n\r\n";
        assert_eq!(parse(pieces).unwrap().body, b"0123456789x");
        assert_eq!(
            parse(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n0"),
            None
        );
    }
}
