//! `--font` and `EMBERLINE_FONTS`.

use std::fs;

use super::{SPRINT, Workspace, example_path, fixture_path, run_with_stdin};

/// A workspace with a sprint whose Thai goal the built-in fonts can't draw.
fn workspace_with_thai_sprint() -> Workspace {
    let workspace = Workspace::new();
    workspace.write("thai.json", SPRINT.replace(r#""name": "S""#, r#""name": "S", "goal": "จ่ายเงิน""#));
    workspace
}

#[test]
fn an_added_font_replaces_the_boxes_and_removes_the_warning() {
    let workspace = workspace_with_thai_sprint();
    let without = workspace.run(&["render", "thai.json", "-o", "boxes.svg"]);
    assert_eq!(without.code, 0);
    assert!(without.stderr.contains("thai.json: no font has ") && without.stderr.contains("จ (U+0E08)"));
    assert!(without.stderr.contains("--font"), "the message does not name the flag: {}", without.stderr);
    let font = fixture_path("font/NotoSansThai-Regular.ttf");
    workspace.run(&["render", "thai.json", "-o", "thai.svg", "--font", &font]).expect_success();
    let svg = |name| String::from_utf8(workspace.read(name)).expect("the text is UTF-8");
    assert!(svg("thai.svg").contains("Noto Sans Thai") && !svg("boxes.svg").contains("Noto Sans Thai"));
    // A folder of fonts, and the variable with an empty entry, have the same effect.
    workspace
        .run(&["render", "thai.json", "-o", "folder.svg", "--font", &fixture_path("font")])
        .expect_success();
    let mut command = workspace.command(["render", "thai.json", "-o", "variable.svg"]);
    command.env("EMBERLINE_FONTS", std::env::join_paths(["", &font]).expect("the paths can be joined"));
    run_with_stdin(command, b"").expect_success();
    assert_eq!(svg("folder.svg"), svg("thai.svg"));
    assert_eq!(svg("variable.svg"), svg("thai.svg"));
}

#[test]
fn a_long_list_of_missing_characters_is_shortened() {
    let workspace = Workspace::new();
    let run = workspace.run(&["render", &fixture_path("burndown/name-without-font.json"), "-o", "a.svg"]);
    assert!(run.stderr.contains(" and 10 more: drawn as boxes"), "{}", run.stderr);
}

#[test]
fn a_file_that_is_not_a_font_is_named() {
    let workspace = workspace_with_thai_sprint();
    let points = example_path("points.json");
    workspace
        .run(&["render", "thai.json", "--font", &points])
        .expect_failure(1, &["font ", &points, "no TTF, OTF or TTC"]);
    workspace
        .run(&["render", "thai.json", "--font", "missing.ttf"])
        .expect_failure(1, &["font missing.ttf: "]);
    fs::create_dir(workspace.path("empty")).expect("the folder is accessible");
    workspace
        .run(&["render", "thai.json", "--font", "empty"])
        .expect_failure(1, &["font folder empty: no .ttf"]);
    assert_eq!(workspace.files(), ["empty", "thai.json"]);
}
