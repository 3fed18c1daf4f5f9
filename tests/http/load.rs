//! Many parallel requests.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::server::{QUERY, REQUEST, Server};

const REQUESTS: usize = 1_000;
const CLIENTS: usize = 32;

/// The pictures are small, because the test is about the server and not the rasteriser.
#[test]
fn a_thousand_parallel_requests_receive_their_own_pictures() {
    let server = Server::start();
    let png = format!("/burndown.png?{QUERY}&width=96&height=54");
    let svg = format!("/burndown.svg?{QUERY}");
    let asked = [("GET", png.as_str(), ""), ("GET", &svg, ""), ("POST", "/render", REQUEST)];
    // Every fiftieth picture has the usual size.
    let request = |number: usize| if number.is_multiple_of(50) { 2 } else { number % 2 };
    let expected = asked.map(|(method, path, body)| server.request(method, path, &[], body).body);
    let next = AtomicUsize::new(0);
    let counts: Vec<BTreeMap<usize, usize>> = thread::scope(|scope| {
        let client = || {
            let mut counts = BTreeMap::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                if number >= REQUESTS {
                    return counts;
                }
                let which = request(number);
                let (method, path, body) = asked[which];
                let id = number.to_string();
                let answer = server.request(method, path, &[("x-request-id", &id)], body);
                assert_eq!((answer.status, answer.header("x-request-id")), (200, id.as_str()));
                assert!(
                    answer.body == expected[which],
                    "request {number} received the picture of another request"
                );
                *counts.entry(which).or_insert(0) += 1;
            }
        };
        let clients: Vec<_> = (0..CLIENTS).map(|_| scope.spawn(client)).collect();
        clients.into_iter().map(|client| client.join().expect("the client does not panic")).collect()
    });
    assert_eq!(counts.iter().flat_map(BTreeMap::values).sum::<usize>(), REQUESTS);
    let (status, log) = server.stop();
    assert_eq!(status.code(), Some(0));
    assert_eq!(log.matches("status=200").count(), REQUESTS + asked.len());
}
