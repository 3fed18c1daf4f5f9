//! The pictures that the server returns: bytes, entity tags and formats.

use serde_json::{Value, json};

use crate::server::{Answer, QUERY, REQUEST, Server, emberline_command};

/// A sprint with every kind of change.
const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/burndown/items.json");

/// Returns the picture that the command line draws.
fn render_by_command_line(file: &str, args: &[&str]) -> Vec<u8> {
    let args = [&["render", file, "-o", "-"], args].concat();
    let output = emberline_command(&args, &[]).output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn read_fixture() -> Value {
    serde_json::from_slice(&std::fs::read(FIXTURE).expect("the fixture can be read"))
        .expect("the text is JSON")
}

fn assert_picture(answer: &Answer, content_type: &str, bytes: &[u8]) {
    assert_eq!(answer.status, 200, "{}", answer.text());
    assert_eq!(answer.header("content-type"), content_type);
    assert_eq!(answer.header("content-length"), bytes.len().to_string());
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert!(answer.body == bytes, "{} bytes differ from {}", answer.body.len(), bytes.len());
}

#[test]
fn a_posted_sprint_is_drawn_as_the_command_line_draws_it() {
    let server = Server::start();
    for (options, args) in [
        (json!({ "as_of": "2026-03-10" }), &["--as-of", "2026-03-10"] as &[&str]),
        (
            json!({ "as_of": "2026-03-10", "preset": "thumbnail", "theme": "dark", "lang": "de", "scale": 1.5 }),
            &["--as-of=2026-03-10", "--preset=thumbnail", "--theme=dark", "--lang=de", "--scale=1.5"],
        ),
    ] {
        for (format, content_type) in [("png", "image/png"), ("svg", "image/svg+xml")] {
            let request = json!({ "sprint": read_fixture(), "options": options, "format": format });
            let expected = render_by_command_line(FIXTURE, &[args, &["--format", format]].concat());
            assert_picture(&server.render(&request.to_string()), content_type, &expected);
        }
    }
}

/// Three days off of a team, as calendar programs export them.
const ICS: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Offsite, with the others\r\n\
    DTSTART;VALUE=DATE:20260304\r\nDTEND;VALUE=DATE:20260306\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Founding day\r\n\
    DTSTART;VALUE=DATE:20100310\r\nRRULE:FREQ=YEARLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

#[test]
fn a_calendar_of_the_options_is_that_of_the_command_line_for_a_trackers_answer() {
    let folder = tempfile::tempdir().expect("the folder is accessible");
    let calendar = folder.path().join("team.ics");
    std::fs::write(&calendar, ICS).expect("the file is accessible");
    let calendar = calendar.to_str().expect("the text is UTF-8");
    let milestone = json!({
        "name": "Sprint 2", "estimated_start": "2026-03-01", "estimated_finish": "2026-03-12", "closed": true, "total_points": 5.0,
        "user_stories": [{ "id": 1, "ref": 1, "subject": "Work", "total_points": 5.0, "is_closed": true,
            "created_date": "2026-02-20T09:00:00Z", "finish_date": "2026-03-03T09:30:00Z" }],
    });
    let file = folder.path().join("milestone.json");
    std::fs::write(&file, milestone.to_string()).expect("the file is accessible");
    let (server, file) = (Server::start(), file.to_str().expect("the text is UTF-8"));
    let flags = ["--working-days", "sun-thu", "--day-border", "10:00", "--format", "png"];
    let drawn = render_by_command_line(file, &[&flags[..], &["--holidays", calendar]].concat());
    assert_ne!(drawn, render_by_command_line(file, &flags));
    let request = json!({ "sprint": milestone.to_string(), "format": "png",
        "options": { "working_days": ["sun-thu"], "holidays": [ICS], "day_border": "10:00" } });
    assert_picture(&server.render(&request.to_string()), "image/png", &drawn);
    for holidays in ["2026-03-04..2026-03-05,2026-03-10", ICS] {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("sprint", &milestone.to_string());
        query.extend_pairs([("working_days", "sun-thu"), ("holidays", holidays), ("day_border", "10:00")]);
        assert_picture(&server.get(&format!("/burndown.png?{}", query.finish())), "image/png", &drawn);
    }
}

#[test]
fn a_sprint_in_the_query_is_drawn_as_the_command_line_draws_it() {
    let folder = tempfile::tempdir().expect("the folder is accessible");
    let file = folder.path().join("sprint.json");
    let sprint = json!({
        "name": "Sprint 12", "start": "2026-03-02", "end": "2026-03-13", "committed": 40,
        "days": [38, 33, null, 30],
    });
    std::fs::write(&file, sprint.to_string()).expect("the file is accessible");
    let (server, file) = (Server::start(), file.to_str().expect("the text is UTF-8"));
    let path = |ending: &str| format!("/burndown.{ending}?{QUERY}&preset=thumbnail&theme=dark");
    let flags = ["--preset", "thumbnail", "--theme", "dark", "--format"];
    let expected = |format| render_by_command_line(file, &[&flags as &[&str], &[format]].concat());
    assert_picture(&server.get(&path("png")), "image/png", &expected("png"));
    let svg = server.get(&path("svg"));
    assert_picture(&svg, "image/svg+xml", &expected("svg"));
    assert!(svg.header("content-security-policy").starts_with("default-src 'none';"));
}

#[test]
fn a_csv_table_is_drawn_from_a_body_and_from_a_query() {
    let server = Server::start();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/burndown/csv.csv");
    let table = std::fs::read_to_string(file).expect("the fixture can be read");
    let expected = render_by_command_line(file, &["--format", "svg"]);
    let request = json!({ "sprint": table, "format": "svg" });
    assert_picture(&server.render(&request.to_string()), "image/svg+xml", &expected);
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("sprint", &table).finish();
    assert_picture(&server.get(&format!("/burndown.svg?{query}")), "image/svg+xml", &expected);
}

#[test]
fn an_etag_identifies_the_bytes_of_a_picture() {
    let server = Server::start();
    let mut tags = Vec::new();
    for option in
        ["", "&theme=dark", "&lang=de", "&width=600", "&scale=2", "&compression=best", "&text=outline"]
    {
        for ending in ["png", "svg"] {
            let path = format!("/burndown.{ending}?{QUERY}&preset=thumbnail{option}")
                .replace("preset=thumbnail&width", "height=300&width");
            let answers = [server.get(&path), server.get(&path)];
            assert_eq!(answers[0].header("etag"), answers[1].header("etag"));
            let tag = answers[0].header("etag").to_owned();
            assert!(tag.len() > 10 && tag.starts_with('"') && tag.ends_with('"'), "{tag}");
            tags.push((tag, answers[0].body.clone()));
        }
    }
    for (i, (tag, body)) in tags.iter().enumerate() {
        for (other, other_body) in tags.iter().take(i) {
            // With one tag for two pictures a client would show the wrong one.
            assert!(tag != other || body == other_body, "{i}");
        }
    }
    let others = tags.iter().map(|(tag, _)| tag).collect::<std::collections::BTreeSet<_>>();
    assert!(others.len() >= 12, "{} tags", others.len());
}

#[test]
fn a_request_with_a_known_etag_is_answered_without_a_body() {
    let server = Server::start();
    let path = format!("/burndown.png?{QUERY}&preset=thumbnail");
    for (method, path, body) in
        [("GET", path.as_str(), ""), ("HEAD", &path, ""), ("POST", "/render", REQUEST)]
    {
        let first = server.request(method, path, &[], body);
        assert_eq!(first.status, 200);
        let tag = first.header("etag");
        for known in [tag, &format!("W/{tag}"), &format!("\"a\", {tag}"), "*"] {
            let answer = server.request(method, path, &[("if-none-match", known)], body);
            assert_eq!((answer.status, answer.body.len()), (304, 0), "{method} {known}");
            for name in ["etag", "cache-control", "vary"] {
                assert_eq!(answer.header(name), first.header(name), "{method} {name}");
            }
        }
        assert_eq!(server.request(method, path, &[("if-none-match", "\"a\"")], body).status, 200);
    }
}

#[test]
fn a_head_request_has_the_headers_of_the_get_request() {
    let server = Server::start();
    for path in ["/healthz", "/openapi.json", &format!("/burndown.png?{QUERY}&preset=thumbnail")] {
        let (get, head) = (server.get(path), server.request("HEAD", path, &[], ""));
        assert_eq!((head.status, head.body.len()), (200, 0), "{path}");
        for name in ["content-type", "content-length", "etag", "cache-control"] {
            assert_eq!(head.header(name), get.header(name), "{path} {name}");
        }
    }
}

#[test]
fn the_accept_header_chooses_the_format() {
    let server = Server::start();
    let request = |format: Value| {
        let mut request: Value = serde_json::from_str(REQUEST).expect("the text is JSON");
        request["format"] = format;
        request.to_string()
    };
    for (accept, format, status, content_type, vary) in [
        ("*/*", Value::Null, 200, "image/png", "accept"),
        ("image/svg+xml", Value::Null, 200, "image/svg+xml", "accept"),
        ("image/png;q=0.5, image/svg+xml;q=0.6", Value::Null, 200, "image/svg+xml", "accept"),
        ("text/html", Value::Null, 406, "application/problem+json", ""),
        // A format in the request overrides the header.
        ("text/html", json!("svg"), 200, "image/svg+xml", ""),
        ("image/svg+xml", json!("png"), 200, "image/png", ""),
        ("*/*", json!("both"), 422, "application/problem+json", ""),
    ] {
        let answer = server.request("POST", "/render", &[("accept", accept)], &request(format.clone()));
        let seen = (answer.status, answer.header("content-type"), answer.header("vary"));
        assert_eq!(seen, (status, content_type, vary), "{accept} {format}");
    }
    let path = format!("/burndown.svg?{QUERY}");
    assert_eq!(server.request("GET", &path, &[("accept", "image/png")], "").header("vary"), "");
}

#[test]
fn a_live_picture_is_cached_for_a_minute_and_a_fixed_one_for_an_hour() {
    let server = Server::start();
    for (as_of, seconds) in [("", 3_600), ("&as_of=2026-03-05", 3_600), ("&as_of=now", 60)] {
        let answer = server.get(&format!("/burndown.svg?{QUERY}{as_of}"));
        assert_eq!(answer.header("cache-control"), format!("public, max-age={seconds}"), "{as_of}");
    }
}

/// A velocity report is Jira's list of past sprints; its picture needs no current sprint.
#[test]
fn a_velocity_report_without_a_sprint_is_drawn_as_the_command_line_draws_it() {
    let server = Server::start();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/trackers/jira/velocity.json");
    let report: Value = serde_json::from_slice(&std::fs::read(file).expect("the fixture can be read"))
        .expect("the text is JSON");
    for (format, content_type) in [("png", "image/png"), ("svg", "image/svg+xml")] {
        let options = json!({ "kind": "velocity", "lang": "de", "preset": "teams" });
        let request = json!({ "sprint": report, "options": options, "format": format });
        let flags = ["--kind", "velocity", "--lang", "de", "--preset", "teams", "--format", format];
        assert_picture(
            &server.render(&request.to_string()),
            content_type,
            &render_by_command_line(file, &flags),
        );
    }
    let refused = server.render(&json!({ "sprint": report }).to_string());
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(refused.text().contains("a velocity report"), "{}", refused.text());
    let history =
        json!({ "history": [{ "name": "S", "start": "2026-02-02", "end": "2026-02-13", "days": ["x"] }] });
    let refused = server.render(&json!({ "sprint": read_fixture(), "options": history }).to_string());
    assert_eq!((refused.status, &refused.json()["path"]), (422, &json!("options.history[0].days[0]")));
}

#[test]
fn a_picture_tells_the_number_of_its_warnings() {
    let server = Server::start();
    let chart = |options: Value| {
        let data = json!({ "labels": ["a"], "datasets": [{ "data": [1] }] });
        let request =
            json!({ "chart": { "type": "bar", "data": data, "options": options }, "format": "svg" });
        request.to_string()
    };
    let odd = chart(json!({ "plugins": { "zoom": {} }, "scales": { "y": { "tickz": {} } } }));
    let answer = server.render(&odd);
    assert_eq!((answer.status, answer.header("emberline-warnings")), (200, "2"));
    let etag = [("if-none-match", answer.header("etag"))];
    let unchanged = server.request("POST", "/render", &etag, &odd);
    assert_eq!((unchanged.status, unchanged.header("emberline-warnings")), (304, "2"));
    for fine in [chart(json!({})), REQUEST.to_owned()] {
        let answer = server.render(&fine);
        assert_eq!((answer.status, answer.header("emberline-warnings")), (200, ""));
    }
}
