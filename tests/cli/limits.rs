//! Inputs and flags that exceed a limit: the message names the limit.

use std::fs::File;

use super::{SPRINT, Workspace, example_path};

#[test]
fn an_input_file_over_the_size_limit_is_refused() {
    let workspace = Workspace::new();
    // The file is sparse: its gigabytes take no space and are never read.
    let file = File::create(workspace.path("huge.json")).expect("the file is accessible");
    file.set_len(8 << 30).expect("the sparse file is created");
    workspace.run(&["render", "huge.json"]).expect_failure(1, &["huge.json: ", "MAX_INPUT_BYTES"]);
    assert_eq!(workspace.files(), ["huge.json"]);
}

/// Draws the maximal number of events, then tries one more. The 44 MB take some seconds in a debug build.
#[test]
fn a_million_events_are_drawn_and_one_event_more_is_refused() {
    let workspace = Workspace::new();
    let event = r#"{"at":"2026-03-03T10:00","event":"started"},"#;
    let sprint = |last: &str| {
        let events = event.repeat(999_999);
        let head =
            r#"{"name": "S", "start": "2026-03-02", "end": "2026-03-06", "items": [{"id": 1, "events": ["#;
        format!("{head}{events}{last}]}}]}}")
    };
    let completed = r#"{"at":"2026-03-03T11:00","event":"completed"}"#;
    workspace.write("most.json", sprint(completed));
    workspace.run(&["render", "most.json", "--preset", "thumbnail"]).expect_success();
    assert!(workspace.read("most.png").starts_with(b"\x89PNG"));
    workspace.write("more.json", sprint(&format!("{completed},{completed}")));
    workspace.run(&["render", "more.json"]).expect_failure(1, &["more.json: items: ", "MAX_EVENTS"]);
}

#[test]
fn a_name_of_ten_megabytes_is_refused_with_a_short_message() {
    let workspace = Workspace::new();
    workspace.write("label.json", SPRINT.replace(r#""S""#, &format!("{:?}", "x".repeat(10_000_000))));
    let run = workspace.run(&["render", "label.json"]);
    run.expect_failure(1, &["label.json: name: ", "MAX_TEXT_CHARS"]);
    assert!(run.stderr.len() < 300, "{}", run.stderr);
}

#[test]
fn a_picture_size_out_of_range_is_a_usage_error() {
    let workspace = Workspace::new();
    for (flag, value, limit) in [
        ("--width", "0", "MAX_SIDE"),
        ("--width", "1e6", "MAX_SIDE"),
        ("--width", "-5", "MAX_SIDE"),
        ("--width", "NaN", "MAX_SIDE"),
        ("--height", "inf", "MAX_SIDE"),
        ("--scale", "0", "MAX_PIXELS"),
        ("--scale", "-1", "MAX_PIXELS"),
        ("--scale", "NaN", "MAX_PIXELS"),
        ("--scale", "1e-9", "MAX_PIXELS"),
        ("--scale", "100", "MAX_PIXELS"),
    ] {
        for format in ["svg", "png"] {
            let run =
                workspace.run(&["render", &example_path("points.json"), "--format", format, flag, value]);
            run.expect_failure(2, &[limit]);
        }
    }
    workspace.run(&["demo", "--width", "wide"]).expect_failure(2, &["--width", "wide"]);
    assert!(workspace.files().is_empty());
}
