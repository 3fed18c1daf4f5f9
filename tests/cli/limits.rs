//! Too much of something: the limit is named.

use std::fs::File;

use super::{Place, SPRINT, example};

#[test]
fn an_input_over_the_limit_is_refused() {
    let place = Place::new();
    // A file of holes: gigabytes that are never read.
    let file = File::create(place.path("huge.json")).expect("a file");
    file.set_len(8 << 30).expect("a sparse file");
    place.run(&["render", "huge.json"]).refused(1, &["huge.json: ", "MAX_INPUT_BYTES"]);
    assert_eq!(place.files(), ["huge.json"]);
}

/// As many as there may be, then one more. The 44 MB take some seconds in a debug build.
#[test]
fn a_million_events_are_drawn_and_one_more_is_refused() {
    let place = Place::new();
    let event = r#"{"at":"2026-03-03T10:00","event":"started"},"#;
    let sprint = |last: &str| {
        let events = event.repeat(999_999);
        let head =
            r#"{"name": "S", "start": "2026-03-02", "end": "2026-03-06", "items": [{"id": 1, "events": ["#;
        format!("{head}{events}{last}]}}]}}")
    };
    let completed = r#"{"at":"2026-03-03T11:00","event":"completed"}"#;
    place.write("most.json", sprint(completed));
    place.run(&["render", "most.json", "--preset", "thumbnail"]).quiet();
    assert!(place.read("most.png").starts_with(b"\x89PNG"));
    place.write("more.json", sprint(&format!("{completed},{completed}")));
    place.run(&["render", "more.json"]).refused(1, &["more.json: items: ", "MAX_EVENTS"]);
}

#[test]
fn a_label_of_ten_megabytes_is_refused_in_a_short_message() {
    let place = Place::new();
    place.write("label.json", SPRINT.replace(r#""S""#, &format!("{:?}", "x".repeat(10_000_000))));
    let run = place.run(&["render", "label.json"]);
    run.refused(1, &["label.json: name: ", "MAX_TEXT_CHARS"]);
    assert!(run.stderr.len() < 300, "{}", run.stderr);
}

#[test]
fn a_size_that_cannot_be_drawn_is_a_wrong_argument() {
    let place = Place::new();
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
            let run = place.run(&["render", &example("points.json"), "--format", format, flag, value]);
            run.refused(2, &[limit]);
        }
    }
    place.run(&["demo", "--width", "wide"]).refused(2, &["--width", "wide"]);
    assert!(place.files().is_empty());
}
