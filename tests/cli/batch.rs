//! Several inputs.

use super::{Place, SPRINT, example, finish};

#[test]
fn several_inputs_need_a_folder() {
    let place = Place::new();
    let run = place.run(&["render", &example("points.json"), &example("late.json")]);
    run.refused(2, &["2 inputs", "--out-dir DIR"]);
    assert!(place.files().is_empty());
}

#[test]
fn one_bad_input_fails_alone_and_by_name() {
    let place = Place::new();
    for name in ["a.json", "b.json", "d.json", "e.json"] {
        place.write(name, SPRINT);
    }
    place.write("c.json", SPRINT.replace("2026-03-06", "2026-03-01"));
    let run =
        place.run(&["render", "a.json", "b.json", "c.json", "d.json", "e.json", "--out-dir", "out/new"]);
    run.refused(1, &["emberline: c.json: end: ", "1 of 5 inputs failed"]);
    assert_eq!(run.stderr.lines().count(), 2, "{}", run.stderr);
    for name in ["a", "b", "d", "e"] {
        assert!(place.read(&format!("out/new/{name}.png")).starts_with(b"\x89PNG"));
    }
    assert_eq!(std::fs::read_dir(place.path("out/new")).expect("the folder").count(), 4);
}

#[test]
fn a_folder_takes_one_input_and_standard_input_too() {
    let place = Place::new();
    place.write("sprint.12.json", SPRINT);
    let args = ["render", "sprint.12.json", "-", "--out-dir", "out", "--format", "svg"];
    finish(place.command(args), SPRINT.as_bytes()).quiet();
    assert_eq!(place.read("out/sprint.12.svg"), place.read("out/stdin.svg"));
    place.run(&["render", "sprint.12.json", "--out-dir", "out"]).quiet();
    assert!(place.read("out/sprint.12.png").starts_with(b"\x89PNG"));
}

#[test]
fn two_inputs_of_one_name_are_refused_before_anything_is_written() {
    let place = Place::new();
    place.write("points.json", SPRINT);
    let points = example("points.json");
    let run = place.run(&["render", &points, "points.json", "--out-dir", "out"]);
    run.refused(1, &[&points, " and points.json would both become ", "points.png"]);
    assert_eq!(place.files(), ["points.json"]);
}

#[test]
fn a_file_is_no_folder_for_pictures() {
    let place = Place::new();
    place.write("taken", "");
    let run = place.run(&["render", &example("points.json"), "--out-dir", "taken"]);
    run.refused(1, &["taken: "]);
}

#[test]
fn what_holds_for_all_inputs_is_refused_once() {
    let place = Place::new();
    let run = place.run(&[
        "render",
        &example("points.json"),
        &example("late.json"),
        "--out-dir",
        "o",
        "--width",
        "0",
    ]);
    run.refused(2, &["MAX_SIDE"]);
    assert_eq!(run.stderr.matches("MAX_SIDE").count(), 1);
    assert!(place.files().is_empty());
}
