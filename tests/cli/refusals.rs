//! Arguments and inputs that the program refuses.

use std::fs;

use super::{SPRINT, Workspace, example_path, run_with_stdin};

#[test]
fn an_unknown_theme_language_or_preset_is_refused_with_the_known_ones() {
    let workspace = Workspace::new();
    let points = example_path("points.json");
    workspace.run(&["render", &points, "--theme", "pink"]).expect_failure(2, &["pink", "light, dark"]);
    let languages = "en, fr, de, es, pt, it, nl, pl";
    workspace.run(&["render", &points, "--lang", "xx"]).expect_failure(2, &["xx", languages]);
    workspace.run(&["describe", &points, "--lang", "xx"]).expect_failure(2, &["xx", languages]);
    workspace
        .run(&["render", &points, "--preset", "poster"])
        .expect_failure(2, &["slack, teams, wide, square, thumbnail"]);
}

#[test]
fn an_invalid_instant_is_refused() {
    let workspace = Workspace::new();
    let run = workspace.run(&["describe", &example_path("points.json"), "--as-of", "yesterday"]);
    run.expect_failure(2, &["--as-of", "yesterday", "2023-08-23", "`now`"]);
}

#[test]
fn an_unknown_time_zone_is_refused() {
    let run =
        Workspace::new().run(&["describe", &example_path("points.json"), "--time-zone", "Europe/Warsav"]);
    run.expect_failure(
        1,
        &["option time_zone (--time-zone): found \"Europe/Warsav\"", "did you mean \"Europe/Warsaw\"?"],
    );
}

#[test]
fn wrong_working_days_days_off_and_calendars_are_refused() {
    let workspace = Workspace::new();
    let points = example_path("points.json");
    let refuse = |flags: [&str; 2], expected: &[&str]| {
        workspace.run(&["describe", &points, flags[0], flags[1]]).expect_failure(1, expected);
    };
    refuse(
        ["--working-days", "mon,sun-tho"],
        &["option working_days[1] (--working-days): found \"sun-tho\"", "a range of them (sun-thu)"],
    );
    refuse(
        ["--day-border", "ten"],
        &["option day_border (--day-border): found \"ten\", expected a time of day (10:00)"],
    );
    refuse(
        ["--holidays", "2026-12-25,soon"],
        &["option holidays[1] (--holidays): found \"soon\"", "an .ics file is named on the command line"],
    );
    refuse(["--holidays", "missing.ics"], &["--holidays: missing.ics: "]);
    let event = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Stand-up\nDTSTART:20260302T090000Z\nEND:VEVENT\nEND:VCALENDAR\n";
    workspace.write("team.ics", event);
    refuse(
        ["--holidays", "team.ics"],
        &[
            "option holidays[0] (--holidays): found the event \"Stand-up\" with the start 20260302T090000Z",
            "DTSTART;VALUE=DATE",
            "leave it out",
        ],
    );
    workspace.write("latin.ics", b"BEGIN:VCALENDAR\nSUMMARY:F\xfcr\n");
    refuse(["--holidays", "latin.ics"], &["--holidays: latin.ics: found bytes that are no UTF-8"]);
}

#[test]
fn an_input_that_cannot_be_read_is_named() {
    let workspace = Workspace::new();
    fs::create_dir(workspace.path("folder")).expect("the folder is accessible");
    workspace.run(&["render", "missing.json"]).expect_failure(1, &["missing.json: "]);
    workspace.run(&["render", "folder"]).expect_failure(1, &["folder: "]);
    workspace.run(&["describe", "missing.json"]).expect_failure(1, &["missing.json: "]);
    assert_eq!(workspace.files(), ["folder"]);
}

#[test]
fn empty_standard_input_is_refused() {
    Workspace::new().run(&["render"]).expect_failure(1, &["standard input: found an empty file"]);
}

#[test]
fn the_input_format_flag_overrides_the_content() {
    let workspace = Workspace::new();
    let run = run_with_stdin(workspace.command(["render", "--from", "csv"]), SPRINT.as_bytes());
    run.expect_failure(1, &["standard input: line 1"]);
}

#[test]
fn the_format_chartjs_accepts_configurations_only() {
    let workspace = Workspace::new();
    let chart = r#"{"type": "bar", "data": {"datasets": [{"data": [1]}]}}"#;
    let args = ["render", "--from", "chartjs", "--format", "svg"];
    let svg = run_with_stdin(workspace.command(args), chart.as_bytes()).expect_success();
    assert!(svg.starts_with(b"<svg "));
    let run = run_with_stdin(workspace.command(args), b"[1]");
    run.expect_failure(1, &["standard input: found no object, expected a Chart.js configuration"]);
    // A history needs sprints.
    fs::write(workspace.path("chart.json"), chart).expect("the file can be written");
    let run = workspace.run(&["render", &example_path("points.json"), "--history", "chart.json"]);
    run.expect_failure(1, &["chart.json: "]);
}

#[test]
fn a_flag_without_effect_on_a_command_is_refused() {
    let workspace = Workspace::new();
    let points = example_path("points.json");
    workspace
        .run(&["describe", &points, "--width", "800"])
        .expect_failure(2, &["--width has no effect on describe"]);
    workspace.run(&["demo", "--sprint", "7"]).expect_failure(2, &["--sprint has no effect on demo"]);
    let help = workspace.run(&["describe", "--help"]).expect_success();
    assert!(!String::from_utf8_lossy(&help).contains("--width"));
    assert!(workspace.files().is_empty());
}

#[test]
fn a_missing_or_unknown_command_is_a_usage_error() {
    let workspace = Workspace::new();
    workspace.run(&[]).expect_failure(2, &["Usage: emberline <COMMAND>", "render"]);
    workspace.run(&["paint"]).expect_failure(2, &["paint"]);
    workspace.run(&["render", "a.json", "-o", "a.png", "--out-dir", "out"]).expect_failure(2, &["--out-dir"]);
}
