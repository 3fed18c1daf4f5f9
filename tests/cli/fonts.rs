//! `--font` and `EMBERLINE_FONTS`.

use std::fs;

use super::{Place, SPRINT, example, finish, fixture};

/// A sprint with a Thai goal that the built-in fonts can't draw.
fn thai() -> Place {
    let place = Place::new();
    place.write("thai.json", SPRINT.replace(r#""name": "S""#, r#""name": "S", "goal": "จ่ายเงิน""#));
    place
}

#[test]
fn a_font_makes_boxes_and_warning_vanish() {
    let place = thai();
    let without = place.run(&["render", "thai.json", "-o", "boxes.svg"]);
    assert_eq!(without.code, 0);
    assert!(without.stderr.contains("thai.json: no font has ") && without.stderr.contains("จ (U+0E08)"));
    assert!(without.stderr.contains("--font"), "the remedy: {}", without.stderr);
    let font = fixture("font/NotoSansThai-Regular.ttf");
    place.run(&["render", "thai.json", "-o", "thai.svg", "--font", &font]).quiet();
    let svg = |name| String::from_utf8(place.read(name)).expect("UTF-8");
    assert!(svg("thai.svg").contains("Noto Sans Thai") && !svg("boxes.svg").contains("Noto Sans Thai"));
    // A folder, and the variable with an empty entry.
    place.run(&["render", "thai.json", "-o", "folder.svg", "--font", &fixture("font")]).quiet();
    let mut command = place.command(["render", "thai.json", "-o", "variable.svg"]);
    command.env("EMBERLINE_FONTS", std::env::join_paths(["", &font]).expect("paths"));
    finish(command, b"").quiet();
    assert_eq!(svg("folder.svg"), svg("thai.svg"));
    assert_eq!(svg("variable.svg"), svg("thai.svg"));
}

#[test]
fn a_long_list_of_missing_characters_is_cut() {
    let place = Place::new();
    let run = place.run(&["render", &fixture("burndown/name-without-font.json"), "-o", "a.svg"]);
    assert!(run.stderr.contains(" and 10 more: drawn as boxes"), "{}", run.stderr);
}

#[test]
fn what_is_no_font_is_named() {
    let place = thai();
    let points = example("points.json");
    place
        .run(&["render", "thai.json", "--font", &points])
        .refused(1, &["font ", &points, "no TTF, OTF or TTC"]);
    place.run(&["render", "thai.json", "--font", "missing.ttf"]).refused(1, &["font missing.ttf: "]);
    fs::create_dir(place.path("empty")).expect("a folder");
    place.run(&["render", "thai.json", "--font", "empty"]).refused(1, &["font folder empty: no .ttf"]);
    assert_eq!(place.files(), ["empty", "thai.json"]);
}
