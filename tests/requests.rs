//! Reading of requests, and the errors of bad requests.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test")]

use emberline::theme::Theme;
use emberline::{AsOf, Lang, Options, PictureOptions, Preset};
use emberline_server::request::{self, PictureFormat, RequestInput};
use serde_json::json;

/// Reads a request that must be refused; returns the error message.
fn refusal_message(text: &str) -> String {
    request::read_request(text).expect_err("the input must be refused").to_string()
}

#[test]
fn a_request_has_the_options_of_the_command_line() {
    let text = json!({
        "sprint": { "name": "S" }, "team": "Ember", "format": "both", "store": false,
        "options": { "theme": "dark", "lang": "de", "preset": "teams", "height": 600, "scale": 2, "as_of": "now" },
    });
    let request = request::read_request(&text.to_string()).expect("the text can be read");
    assert_eq!(request.input, RequestInput::InlineSprint(r#"{"name":"S"}"#.to_owned()));
    assert_eq!((request.team.as_deref(), request.store), (Some("Ember"), Some(false)));
    assert_eq!(request.format, Some(PictureFormat::Both));
    assert_eq!(request.options.as_of, Some(AsOf::Now));
    let options = request.options.to_draw_options();
    assert_eq!((options.preset, options.width, options.height), (Some(Preset::Teams), None, Some(600.0)));
    assert_eq!(options.scale, 2.0);
    assert_eq!((options.theme, options.lang), (Some(Theme::DARK), Lang::De));
}

#[test]
fn a_request_without_options_has_the_defaults_of_the_command_line() {
    let request = request::read_request(r#"{"sprint": "date,remaining\n"}"#).expect("the text can be read");
    assert_eq!(request.input, RequestInput::InlineSprint("date,remaining\n".to_owned()));
    assert_eq!(request.options.to_draw_options(), Options::default());
}

#[test]
fn a_source_is_a_bucket_and_a_key() {
    for text in ["b/in/ä b.json", "s3://b/in/ä b.json"] {
        let request = request::read_request(&json!({ "source": { "s3": text } }).to_string())
            .expect("the text can be read");
        let RequestInput::S3Object(source) = request.input else { panic!("{:?}", request.input) };
        assert_eq!((source.bucket.as_str(), source.key.as_str()), ("b", "in/ä b.json"));
        assert_eq!(source.to_string(), "s3://b/in/ä b.json");
    }
}

#[test]
fn the_size_of_a_request_replaces_the_default_as_a_group_and_other_options_one_by_one() {
    let configured = PictureOptions::from_json(r#"{"theme": "dark", "lang": "pl", "width": 700}"#)
        .expect("the text can be read");
    let asked =
        PictureOptions::from_json(r#"{"preset": "teams", "lang": "de"}"#).expect("the text can be read");
    let options = asked.with_defaults(&configured);
    assert_eq!((options.preset, options.width), (Some(Preset::Teams), None));
    assert_eq!((options.theme, options.lang), (Some(Theme::DARK), Some(Lang::De)));
    assert_eq!(PictureOptions::default().with_defaults(&configured), configured);
}

#[test]
fn the_error_of_a_bad_request_names_the_place_and_the_expected_value() {
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
        assert_eq!(refusal_message(request), message, "{request}");
    }
}

#[test]
fn a_bad_request_in_a_list_fails_alone() {
    let requests = request::read_requests(r#"[{"sprint": {}}, {"sprint": {}, "store": 1}, 7]"#)
        .expect("there is a list");
    let messages: Vec<_> = requests.into_iter().map(|r| r.err().map(|e| e.to_string())).collect();
    assert_eq!(messages[0], None);
    assert_eq!(messages[1].as_deref(), Some("[1].store: found 1, expected a boolean"));
    assert_eq!(messages[2].as_deref(), Some("[2]: found 7, expected an object"));
}

#[test]
fn a_list_of_more_than_100_requests_is_refused() {
    let list = |n: usize| format!("[{}]", vec!["{}"; n].join(","));
    assert_eq!(request::read_requests(&list(100)).expect("there is a list").len(), 100);
    let error = request::read_requests(&list(101)).expect_err("the number must be over the limit");
    assert_eq!(error.to_string(), "found 101 requests, expected at most 100 (MAX_REQUESTS)");
    assert_eq!(error.limit, Some("MAX_REQUESTS"));
}

#[test]
fn the_request_schema_contains_every_field_and_theme() {
    let schema = request::request_schema();
    let names = |value: &serde_json::Value| {
        value.as_object().expect("there are fields").keys().cloned().collect::<Vec<_>>()
    };
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
    let report: serde_json::Value = serde_json::from_str(report).expect("the text is JSON");
    let options = PictureOptions::from_json(&json!({ "history": [report, past] }).to_string())
        .expect("the text can be read");
    let reading = options.to_read_options(None).expect("the history is valid");
    let names: Vec<_> = reading.history.iter().map(|past| past.name.as_str()).collect();
    assert_eq!(names, ["Scrum Sprint 0", "Scrum Sprint 1", "Scrum Sprint 2", "Scrum Sprint 3", "S"]);
}

#[test]
fn the_error_of_a_bad_past_sprint_names_its_place_in_the_history() {
    let past = |days: serde_json::Value| json!({ "name": "S", "start": "2026-02-02", "end": "2026-02-13", "committed": 5, "days": days });
    let refused = |history: serde_json::Value| {
        let options = PictureOptions::from_json(&json!({ "history": history }).to_string())
            .expect("the text can be read");
        options.to_read_options(None).expect_err("the input must be refused")
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
    let options = |count| {
        PictureOptions::from_json(&json!({ "history": sprints(count) }).to_string())
            .expect("the text can be read")
    };
    assert_eq!(options(100).to_read_options(None).expect("a hundred sprints are allowed").history.len(), 100);
    let error = options(101).to_read_options(None).expect_err("the number must be over the limit");
    assert_eq!(error.to_string(), "history: found 101 sprints, expected at most 100 (MAX_HISTORY)");
    assert_eq!(error.limit, Some("MAX_HISTORY"));
    // Each sprint of a report counts.
    let report: serde_json::Value =
        serde_json::from_str(include_str!("fixtures/trackers/jira/velocity.json")).expect("the text is JSON");
    let error = refused(json!([sprints(97), vec![report]].concat()));
    assert_eq!(error.to_string(), "history: found 101 sprints, expected at most 100 (MAX_HISTORY)");
}
