//! Requests: what is read, and where a bad one is wrong.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use emberline::request::{self, Input, PictureFormat, PictureOptions, When};
use emberline::{Lang, Options, Preset, theme::Theme};
use serde_json::json;

/// What the reader says to a request that it refuses.
fn refusal(text: &str) -> String {
    request::read(text).expect_err("refused").to_string()
}

#[test]
fn a_request_says_what_the_command_line_says() {
    let text = json!({
        "sprint": { "name": "S" }, "team": "Ember", "format": "both", "store": false,
        "options": { "theme": "dark", "lang": "de", "preset": "teams", "height": 600, "scale": 2, "as_of": "now" },
    });
    let request = request::read(&text.to_string()).expect("read");
    assert_eq!(request.input, Input::Inline(r#"{"name":"S"}"#.to_owned()));
    assert_eq!((request.team.as_deref(), request.store), (Some("Ember"), Some(false)));
    assert_eq!(request.format, Some(PictureFormat::Both));
    assert_eq!(request.options.as_of, Some(When::Now));
    let options = request.options.drawing();
    assert_eq!((options.size.width, options.size.height, options.scale), (1024.0, 600.0, 2.0));
    assert_eq!((options.theme, options.lang), (Some(Theme::DARK), Lang::De));
}

#[test]
fn without_options_a_picture_is_that_of_the_command_line() {
    let request = request::read(r#"{"sprint": "date,remaining\n"}"#).expect("read");
    assert_eq!(request.input, Input::Inline("date,remaining\n".to_owned()));
    assert_eq!(request.options.drawing(), Options::default());
}

#[test]
fn a_source_is_a_bucket_and_a_key() {
    for text in ["b/in/ä b.json", "s3://b/in/ä b.json"] {
        let request = request::read(&json!({ "source": { "s3": text } }).to_string()).expect("read");
        let Input::Stored(source) = request.input else { panic!("{:?}", request.input) };
        assert_eq!((source.bucket.as_str(), source.key.as_str()), ("b", "in/ä b.json"));
        assert_eq!(source.to_string(), "s3://b/in/ä b.json");
    }
}

#[test]
fn a_request_gives_its_size_whole_and_the_rest_in_parts() {
    let configured =
        PictureOptions::from_json(r#"{"theme": "dark", "lang": "pl", "width": 700}"#).expect("read");
    let asked = PictureOptions::from_json(r#"{"preset": "teams", "lang": "de"}"#).expect("read");
    let options = asked.or(&configured);
    assert_eq!(options.drawing().size, Preset::Teams.size());
    assert_eq!((options.theme, options.lang), (Some(Theme::DARK), Some(Lang::De)));
    assert_eq!(PictureOptions::default().or(&configured), configured);
}

#[test]
fn a_bad_request_is_told_where_and_what() {
    for (request, message) in [
        ("[]", "line 1: found a list, expected an object"),
        ("{", "line 1, column 1: found the end of the file, expected the rest of the JSON document"),
        (
            "{}",
            r#"found a request without data, expected "sprint" (a sprint document), "chart" (a Chart.js configuration) or "source" (an object in S3)"#,
        ),
        (
            r#"{"sprint": {}, "source": {"s3": "a/b"}}"#,
            r#"found more than one of "sprint", "chart" and "source", expected one of them"#,
        ),
        (
            r#"{"sprint": {}, "sotre": true}"#,
            r#"line 1, column 22: found the unknown field "sotre", expected "sprint", "chart", "source", "team", "options", "format" or "store"; did you mean "store"?"#,
        ),
        (
            r#"{"sprint": {}, "options": {"theme": "drak"}}"#,
            r#"options.theme: found "drak", expected "light" or "dark"; did you mean "dark"?"#,
        ),
        (
            r#"{"sprint": {}, "options": {"as_of": "soon"}}"#,
            r#"options.as_of: found "soon", expected a date (2023-08-23) or an instant with offset (2023-08-23T10:00:00Z), from 1970 to 2999, or `now`"#,
        ),
        (
            r#"{"source": {"s3": "a"}}"#,
            r#"source.s3: found "a", expected a bucket and a key, such as "my-bucket/in/team/sprint.json""#,
        ),
        (
            r#"{"source": {"s3": "/a"}}"#,
            r#"source.s3: found "/a", expected a bucket and a key, such as "my-bucket/in/team/sprint.json""#,
        ),
    ] {
        assert_eq!(refusal(request), message, "{request}");
    }
}

#[test]
fn a_bad_request_in_a_list_fails_alone() {
    let requests = request::read_many(r#"[{"sprint": {}}, {"sprint": {}, "store": 1}, 7]"#).expect("a list");
    let messages: Vec<_> = requests.into_iter().map(|r| r.err().map(|e| e.to_string())).collect();
    assert_eq!(messages[0], None);
    assert_eq!(messages[1].as_deref(), Some("[1].store: found 1, expected a boolean"));
    assert_eq!(messages[2].as_deref(), Some("[2]: found 7, expected an object"));
}

#[test]
fn a_list_has_its_limit() {
    let list = |n: usize| format!("[{}]", vec!["{}"; n].join(","));
    assert_eq!(request::read_many(&list(100)).expect("a list").len(), 100);
    let error = request::read_many(&list(101)).expect_err("too many");
    assert_eq!(error.to_string(), "found 101 requests, expected at most 100 (MAX_REQUESTS)");
    assert_eq!(error.limit, Some("MAX_REQUESTS"));
}

#[test]
fn the_schema_names_every_field_and_every_name() {
    let schema = request::schema();
    let names =
        |value: &serde_json::Value| value.as_object().expect("fields").keys().cloned().collect::<Vec<_>>();
    assert_eq!(
        names(&schema["properties"]),
        ["chart", "format", "options", "source", "sprint", "store", "team"]
    );
    assert_eq!(schema["$defs"]["Theme"]["enum"], json!(["light", "dark"]));
    assert!(schema["$defs"]["Sprint"].is_object());
}

#[test]
fn the_history_may_be_a_velocity_report() {
    let report = include_str!("fixtures/trackers/jira/velocity.json");
    let past =
        json!({ "name": "S", "start": "2026-02-02", "end": "2026-02-13", "committed": 5, "days": [3] });
    let report: serde_json::Value = serde_json::from_str(report).expect("JSON");
    let options = PictureOptions::from_json(&json!({ "history": [report, past] }).to_string()).expect("read");
    let reading = options.reading(None).expect("a history");
    let names: Vec<_> = reading.history.iter().map(|past| past.name.as_str()).collect();
    assert_eq!(names, ["Scrum Sprint 0", "Scrum Sprint 1", "Scrum Sprint 2", "Scrum Sprint 3", "S"]);
}

#[test]
fn a_bad_past_sprint_is_told_by_its_place_in_the_history() {
    let past = |days: serde_json::Value| json!({ "name": "S", "start": "2026-02-02", "end": "2026-02-13", "committed": 5, "days": days });
    let refused = |history: serde_json::Value| {
        let options = PictureOptions::from_json(&json!({ "history": history }).to_string()).expect("read");
        options.reading(None).expect_err("refused")
    };
    let error = refused(json!([past(json!([3])), past(json!([3, "x"]))]));
    assert_eq!(
        error.to_string(),
        "history[1].days[1]: found \"x\", expected a number, null, or an object with the day's figures"
    );
    let error = refused(json!([{ "velocityStatEntries": {}, "sprints": 7 }]));
    assert_eq!(error.to_string(), "jira: history[0].sprints: found 7, expected a list");
    let error = refused(json!(["Issue key,Created\nA-1,yesterday\n"]));
    assert!(error.to_string().starts_with("jira: history[0]"), "{error}");

    let sprints = |count: usize| vec![past(json!([3])); count];
    let options =
        |count| PictureOptions::from_json(&json!({ "history": sprints(count) }).to_string()).expect("read");
    assert_eq!(options(100).reading(None).expect("a hundred").history.len(), 100);
    let error = options(101).reading(None).expect_err("too many");
    assert_eq!(error.to_string(), "history: found 101 sprints, expected at most 100 (MAX_HISTORY)");
    assert_eq!(error.limit, Some("MAX_HISTORY"));
    // A report counts for each of its sprints.
    let report: serde_json::Value =
        serde_json::from_str(include_str!("fixtures/trackers/jira/velocity.json")).expect("JSON");
    let error = refused(json!([sprints(97), vec![report]].concat()));
    assert_eq!(error.to_string(), "history: found 101 sprints, expected at most 100 (MAX_HISTORY)");
}
