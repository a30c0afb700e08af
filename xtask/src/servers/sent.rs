//! What is wrong with the headers that a server has sent.

use super::client::Reply;
use crate::hosting::{
    address::Address,
    table::{Class, is_of_a_file},
};

/// Headers that no answer has.
const NEVER: [&str; 3] = ["Set-Cookie", "X-Frame-Options", "X-Powered-By"];

/// What is wrong with the headers of an answer to a path of this class.
pub(crate) fn problems(reply: &Reply, class: Class, address: &Address) -> Vec<String> {
    let mut wrong = Vec::new();
    for (name, value) in class.answer(address, reply.status) {
        let sent = reply.one(name);
        // A refusal may be framed as its place is: there is nothing in it.
        let is_refusal = !is_of_a_file(reply.status) && reply.status != 404;
        let is_as_its_place = name == "Content-Security-Policy" && sent == Some(&*class.policy(address));
        let is_right = sent == Some(&*value) || (is_refusal && is_as_its_place);
        if !is_right {
            wrong.push(format!("{name} is {:?}", reply.all(name)));
        }
    }
    wrong.extend(
        NEVER
            .iter()
            .filter(|name| !reply.all(name).is_empty())
            .map(|name| format!("there is {name}")),
    );
    wrong
}

/// What differs between an answer and its head.
pub(crate) fn as_asked(reply: &Reply, head: &Reply) -> Option<String> {
    // How long a body is, or that it comes in pieces, need not be said without it.
    const FLEETING: [&str; 3] = ["Date", "Content-Length", "Transfer-Encoding"];
    let lasting = |reply: &Reply| {
        let mut headers = reply.headers.clone();
        headers.retain(|(name, _)| !FLEETING.iter().any(|fleeting| name.eq_ignore_ascii_case(fleeting)));
        headers.sort();
        headers
    };
    let is_same = reply.status == head.status && lasting(reply) == lasting(head) && head.body.is_empty();
    (!is_same).then(|| "HEAD is answered in another way".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Address, Class, Reply, as_asked, problems};

    fn reply(class: &str, status: u16, address: &Address) -> Reply {
        let headers = Class::of(class).answer(address, status).into_iter();
        Reply {
            status,
            headers: headers.map(|(name, value)| (name.to_owned(), value)).collect(),
            body: Vec::new(),
        }
    }

    #[test]
    fn a_missing_doubled_or_forbidden_header_is_told() {
        let address = Address::parse(Some("https://example.org/")).unwrap();
        let good = reply("assets/a-1.js", 200, &address);
        let class = Class::of("assets/a-1.js");
        assert!(problems(&good, class, &address).is_empty());
        for number in 0..good.headers.len() {
            let mut bad = good.clone();
            let (name, value) = bad.headers.remove(number);
            assert_eq!(problems(&bad, class, &address).len(), 1, "{name}");
            bad.headers
                .extend([(name.clone(), value.clone()), (name.clone(), value)]);
            assert_eq!(problems(&bad, class, &address).len(), 1, "{name} twice");
        }
        let mut bad = good.clone();
        bad.headers.push(("x-frame-options".to_owned(), "DENY".to_owned()));
        assert_eq!(problems(&bad, class, &address), ["there is X-Frame-Options"]);
        assert_eq!(as_asked(&good, &good), None);
        assert!(as_asked(&good, &bad).is_some());
    }

    #[test]
    fn a_missing_asset_is_not_kept() {
        let address = Address::default();
        let class = Class::of("assets/a-1.js");
        let kept = Reply {
            status: 404,
            ..reply("assets/a-1.js", 200, &address)
        };
        assert_eq!(problems(&kept, class, &address).len(), 1);
        assert!(problems(&reply("assets/a-1.js", 404, &address), class, &address).is_empty());
    }
}
