//! The log has one line per request and none of the data.

use crate::server::{QUERY, Server};

#[test]
fn a_request_id_is_logged_and_returned() {
    let server = Server::start();
    let ask = |id: &str| {
        let answer = server.request("GET", &format!("/burndown.svg?{QUERY}"), &[("x-request-id", id)], "");
        answer.header("x-request-id").to_owned()
    };
    let long = "i".repeat(200);
    for kept in ["abc-1", "Root=1-67891233-abcdef012345678912345678", &long[..128]] {
        assert_eq!(ask(kept), kept);
    }
    // An id that would make the log hard to read is replaced.
    for odd in ["", "a b", "\"x\"", &long] {
        assert_eq!(ask(odd).len(), 36, "{odd}");
    }
    let own = [server.get("/healthz"), server.get("/healthz")];
    let own = own.map(|answer| answer.header("x-request-id").to_owned());
    assert!(own[0].len() == 36 && own[0] != own[1], "{own:?}");
    let (_, log) = server.stop();
    assert_eq!(log.matches("answered").count(), 9, "{log}");
    for id in ["abc-1", &own[0]] {
        let line =
            log.lines().find(|line| line.contains(id) && line.contains("answered")).expect("there is a line");
        assert!(line.contains("status=200") && line.contains("method=GET"), "{line}");
    }
}

#[test]
fn data_of_requests_is_not_logged() {
    let server = Server::start_with(&[], &[("EMBERLINE_LOG", "trace".to_owned())]);
    let secret = "Operation-Sunflower";
    let sprint =
        format!(r#"{{"sprint":{{"name":"{secret}","start":"2026-03-02","end":"2026-03-13","days":[1]}}}}"#);
    assert_eq!(server.render(&sprint).status, 200);
    assert_eq!(server.render(&sprint.replace("[1]", &format!("[\"{secret}\"]"))).status, 422);
    assert_eq!(server.render(&sprint.replace("2026-03-13", secret)).status, 422);
    for (path, status) in [
        (format!("/burndown.png?name={secret}&start=2026-03-02&end=2026-03-13&days=1"), 200),
        (format!("/burndown.png?{secret}=1"), 422),
        (format!("/nothing/{secret}?{secret}"), 404),
        (format!("/healthz?{secret}"), 200),
    ] {
        let headers = [("authorization", secret), ("cookie", secret)];
        assert_eq!(server.request("GET", &path, &headers, "").status, status, "{path}");
    }
    let (_, log) = server.stop();
    assert_eq!(log.matches("answered").count(), 7, "{log}");
    assert!(!log.contains(secret), "{log}");
}

#[test]
fn warnings_are_logged_by_their_places() {
    let server = Server::start();
    let secret = "Operation-Sunflower";
    let request = format!(
        r#"{{"chart": {{"type": "bar", "data": {{"datasets": [{{"data": [1], "label": "{secret}", "yAxisID": "{secret}"}}]}},
        "options": {{"plugins": {{"zoom": "{secret}", "{secret}": {{}}}}, "scales": {{"y": {{}}}}}}}}}}"#
    );
    assert_eq!(server.render(&request).header("emberline-warnings"), "3");
    let (_, log) = server.stop();
    let line = log.lines().find(|line| line.contains("does not show all")).expect("there is a line");
    assert!(line.contains("WARN") && line.contains("count=3"), "{line}");
    assert!(line.contains("options.plugins.zoom, data.datasets[0].yAxisID"), "{line}");
    assert!(!log.contains(secret), "{log}");
}

/// The reader of the log may end, as in `emberline serve 2>&1 | head -1`.
#[cfg(unix)]
#[test]
fn a_closed_log_does_not_stop_requests() {
    use std::io::{BufRead, BufReader, Read, Write};

    let mut child = crate::server::emberline_command(&["serve", "--port", "0"], &[])
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut line = String::new();
    BufReader::new(child.stderr.take().expect("there is a pipe"))
        .read_line(&mut line)
        .expect("there is a line");
    let address = line.trim_end().rsplit_once('/').expect("there is an address").1.to_owned();
    for _ in 0..3 {
        let mut stream = std::net::TcpStream::connect(&address).expect("the server accepts connections");
        stream
            .write_all(b"GET /healthz HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n")
            .expect("the request is sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("there is an answer");
        assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    }
    child.kill().expect("the program ends");
    child.wait().expect("the program ends");
}
