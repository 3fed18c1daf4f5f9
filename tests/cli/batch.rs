//! Rendering of several inputs.

use super::{SPRINT, Workspace, example_path, run_with_stdin};

#[test]
fn several_inputs_require_an_output_folder() {
    let workspace = Workspace::new();
    let run = workspace.run(&["render", &example_path("points.json"), &example_path("late.json")]);
    run.expect_failure(2, &["2 inputs", "--out-dir DIR"]);
    assert!(workspace.files().is_empty());
}

#[test]
fn one_bad_input_fails_alone_and_is_named() {
    let workspace = Workspace::new();
    for name in ["a.json", "b.json", "d.json", "e.json"] {
        workspace.write(name, SPRINT);
    }
    workspace.write("c.json", SPRINT.replace("2026-03-06", "2026-03-01"));
    let run =
        workspace.run(&["render", "a.json", "b.json", "c.json", "d.json", "e.json", "--out-dir", "out/new"]);
    run.expect_failure(1, &["emberline: c.json: end: ", "1 of 5 inputs failed"]);
    assert_eq!(run.stderr.lines().count(), 2, "{}", run.stderr);
    for name in ["a", "b", "d", "e"] {
        assert!(workspace.read(&format!("out/new/{name}.png")).starts_with(b"\x89PNG"));
    }
    assert_eq!(std::fs::read_dir(workspace.path("out/new")).expect("the folder can be read").count(), 4);
}

#[test]
fn an_output_folder_accepts_a_file_and_standard_input() {
    let workspace = Workspace::new();
    workspace.write("sprint.12.json", SPRINT);
    let args = ["render", "sprint.12.json", "-", "--out-dir", "out", "--format", "svg"];
    run_with_stdin(workspace.command(args), SPRINT.as_bytes()).expect_success();
    assert_eq!(workspace.read("out/sprint.12.svg"), workspace.read("out/stdin.svg"));
    workspace.run(&["render", "sprint.12.json", "--out-dir", "out"]).expect_success();
    assert!(workspace.read("out/sprint.12.png").starts_with(b"\x89PNG"));
}

#[test]
fn two_inputs_with_the_same_output_name_are_refused_before_anything_is_written() {
    let workspace = Workspace::new();
    workspace.write("points.json", SPRINT);
    let points = example_path("points.json");
    let run = workspace.run(&["render", &points, "points.json", "--out-dir", "out"]);
    run.expect_failure(1, &[&points, " and points.json would both become ", "points.png"]);
    assert_eq!(workspace.files(), ["points.json"]);
}

#[test]
fn a_file_as_output_folder_is_refused() {
    let workspace = Workspace::new();
    workspace.write("taken", "");
    let run = workspace.run(&["render", &example_path("points.json"), "--out-dir", "taken"]);
    run.expect_failure(1, &["taken: "]);
}

#[test]
fn an_error_common_to_all_inputs_is_reported_once() {
    let workspace = Workspace::new();
    let run = workspace.run(&[
        "render",
        &example_path("points.json"),
        &example_path("late.json"),
        "--out-dir",
        "o",
        "--width",
        "0",
    ]);
    run.expect_failure(2, &["MAX_SIDE"]);
    assert_eq!(run.stderr.matches("MAX_SIDE").count(), 1);
    assert!(workspace.files().is_empty());
}
