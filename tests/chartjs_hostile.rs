//! Small configurations that could cost much: each is drawn in the time and memory of an ordinary one.

#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use emberline::{Fonts, Input, Options, Preset};

/// Maximal time of one picture on a busy machine. A quadratic algorithm would take many times as long.
const MAX_TIME: Duration = Duration::from_secs(60);

/// Draws a configuration and checks the time.
fn draw_svg(config: &str) -> String {
    let start = Instant::now();
    let config = emberline::read_chart_js(config.as_bytes(), &emberline::ReadOptions::default())
        .expect("the configuration is valid");
    let mut options = Options::default();
    options.preset = Some(Preset::Slack);
    let picture =
        emberline::draw(&Input::from(config), &options, &Fonts::embedded()).expect("there is a picture");
    assert!(start.elapsed() < MAX_TIME, "{:?}", start.elapsed());
    picture.svg().to_owned()
}

/// Joins `count` items with commas.
fn comma_list(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

#[test]
fn dashes_too_fine_to_see_become_a_translucent_line() {
    let dashed = |dash: &str| {
        let dataset = format!(r#"{{"data": [1, 2], "borderColor": "black", "borderDash": {dash}}}"#);
        draw_svg(&format!(r#"{{"type": "line", "data": {{"labels": ["a", "b"], "datasets": [{dataset}]}}}}"#))
    };
    assert!(dashed("[4, 2]").contains("stroke-dasharray=\"4 2\""));
    let fine = dashed("[0.001, 0.003]");
    assert!(!fine.contains("stroke-dasharray") && fine.contains("stroke-opacity=\"0.25\""), "{fine}");
}

#[test]
fn data_far_outside_the_axis_gives_no_large_coordinates() {
    let data = comma_list(50, |place| format!("{}", if place % 2 == 0 { 1e12 } else { -1e12 }));
    let labels = comma_list(50, |place| place.to_string());
    for kind in ["line", "bar"] {
        let options = r#"{"scales": {"y": {"min": 0, "max": 10}}, "elements": {"line": {"tension": 0.4}}}"#;
        let datasets = format!(r#"[{{"data": [{data}], "fill": true, "backgroundColor": "red"}}]"#);
        let picture = draw_svg(&format!(
            r#"{{"type": "{kind}", "data": {{"labels": [{labels}], "datasets": {datasets}}}, "options": {options}}}"#
        ));
        let paths: String =
            picture.split(" d=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let numbers = paths.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'));
        let most = numbers.filter_map(|number| number.parse::<f64>().ok()).map(f64::abs).fold(0.0, f64::max);
        assert!(most < 1e4, "{kind}: {most}");
    }
}

#[test]
fn many_keys_labels_and_stacks_take_no_quadratic_time() {
    let keys = comma_list(30_000, |place| format!("\"k{place}\": {place}"));
    draw_svg(&format!(
        r#"{{"type": "line", "data": {{"datasets": [{{"pointRadius": 0, "data": {{{keys}}}}}]}}}}"#
    ));

    let labels = comma_list(15_000, |place| place.to_string());
    let points = comma_list(15_000, |place| format!(r#"{{"x": {}, "y": 1}}"#, 14_999 - place));
    draw_svg(&format!(
        r#"{{"type": "line", "data": {{"labels": [{labels}], "datasets": [{{"pointRadius": 0, "data": [{points}]}}]}}}}"#
    ));

    let mut sets = String::new();
    for place in 0..200 {
        let comma = if place == 0 { "" } else { "," };
        let data = comma_list(30, |value| value.to_string());
        write!(sets, r#"{comma}{{"label": "{place}", "data": [{data}]}}"#).expect("there is a text");
    }
    let labels = comma_list(30, |place| place.to_string());
    draw_svg(&format!(
        r#"{{"type": "bar", "data": {{"labels": [{labels}], "datasets": [{sets}]}},
            "options": {{"scales": {{"y": {{"stacked": true}}}}}}}}"#
    ));
}
