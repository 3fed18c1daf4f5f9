//! Arguments and inputs that can't be used.

use std::fs;

use super::{Place, SPRINT, example, finish};

#[test]
fn an_unknown_theme_or_language_is_answered_with_those_there_are() {
    let place = Place::new();
    let points = example("points.json");
    place.run(&["render", &points, "--theme", "pink"]).refused(2, &["pink", "light, dark"]);
    let languages = "en, fr, de, es, pt, it, nl, pl";
    place.run(&["render", &points, "--lang", "xx"]).refused(2, &["xx", languages]);
    place.run(&["describe", &points, "--lang", "xx"]).refused(2, &["xx", languages]);
    place
        .run(&["render", &points, "--preset", "poster"])
        .refused(2, &["slack, teams, wide, square, thumbnail"]);
}

#[test]
fn an_instant_that_is_none_is_refused() {
    let place = Place::new();
    let run = place.run(&["describe", &example("points.json"), "--as-of", "yesterday"]);
    run.refused(2, &["--as-of", "yesterday", "2023-08-23", "`now`"]);
}

#[test]
fn a_zone_that_is_none_is_refused() {
    let run = Place::new().run(&["describe", &example("points.json"), "--time-zone", "Europe/Warsav"]);
    run.refused(1, &["time_zone: found \"Europe/Warsav\"", "did you mean \"Europe/Warsaw\"?"]);
}

#[test]
fn an_input_that_cannot_be_read_is_named() {
    let place = Place::new();
    fs::create_dir(place.path("folder")).expect("a folder");
    place.run(&["render", "missing.json"]).refused(1, &["missing.json: "]);
    place.run(&["render", "folder"]).refused(1, &["folder: "]);
    place.run(&["describe", "missing.json"]).refused(1, &["missing.json: "]);
    assert_eq!(place.files(), ["folder"]);
}

#[test]
fn empty_standard_input_is_named() {
    Place::new().run(&["render"]).refused(1, &["standard input: found an empty file"]);
}

#[test]
fn a_stated_input_format_goes_over_the_content() {
    let place = Place::new();
    let run = finish(place.command(["render", "--from", "csv"]), SPRINT.as_bytes());
    run.refused(1, &["standard input: line 1"]);
}

#[test]
fn no_command_is_wrong_usage() {
    let place = Place::new();
    place.run(&[]).refused(2, &["Usage: emberline <COMMAND>", "render"]);
    place.run(&["paint"]).refused(2, &["paint"]);
    place.run(&["render", "a.json", "-o", "a.png", "--out-dir", "out"]).refused(2, &["--out-dir"]);
}
