//! Configurations with QuickChart's types and defaults → plain ones.

use super::*;
use crate::chartjs::parse::v2_migration::migrate_to_v4;
use crate::chartjs::parse::value::{Object, Value};

fn object(json: &str) -> Object {
    let value: Value = serde_json::from_str(json).expect("JSON");
    value.as_object().cloned().expect("an object")
}

/// The configuration as the reader of a request of QuickChart makes it, for version 2.
fn converted(json: &str) -> Object {
    let mut root = object(json);
    let own_type = QuickChartType::take_from(&mut root);
    let written = WrittenAxes::from_root(&root);
    let needs_scales = root.object_at_path("options.scales").is_none() && own_type.is_none();
    let mut root = migrate_to_v4(root);
    if let Some(own_type) = own_type {
        own_type.apply_to_config(&mut root, written).expect("datasets that fit");
    }
    add_quickchart_defaults(&mut root, own_type, true, needs_scales);
    convert_outlabels(&mut root, own_type);
    root
}

/// The value at a dotted path; list entries have their index as their name.
fn at<'a>(root: &'a Object, path: &str) -> Option<&'a Value> {
    let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
    let mut value = root.get(first)?;
    for name in rest.into_iter().flat_map(|rest| rest.split('.')) {
        value = match value {
            Value::Object(object) => object.get(name)?,
            Value::List(list) => list.get(name.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(value)
}

/// Asserts values at paths, written as JSON; `null` stands for a missing one.
fn assert_values(root: &Object, expected: &[(&str, &str)]) {
    for (path, json) in expected {
        let expected: Value = serde_json::from_str(json).expect("JSON");
        assert_eq!(at(root, path).unwrap_or(&Value::Null), &expected, "{path}");
    }
}

#[test]
fn charts_get_the_colours_lines_and_axes_of_quickchart() {
    let root = converted(
        r##"{"type": "line", "data": {"datasets": [{"data": [1]}, {"data": [2], "borderColor": "red"},
            {"type": "bar", "data": [3]}, {"data": [4], "lineTension": 0.3}]}}"##,
    );
    assert_values(
        &root,
        &[
            ("data.datasets.0.borderColor", r##""#4E79A7""##),
            ("data.datasets.0.backgroundColor", r##""#4E79A780""##),
            ("data.datasets.0.pointBorderColor", r##""#4E79A7""##),
            ("data.datasets.1.borderColor", r#""red""#),
            ("data.datasets.1.backgroundColor", r##""#F28E2B80""##),
            ("data.datasets.2.backgroundColor", r##""#E15759""##),
            ("data.datasets.2.borderColor", "null"),
            ("data.datasets.0.tension", "0"),
            ("data.datasets.3.tension", "0.3"),
            ("options.scales.y-axis-0.beginAtZero", "true"),
            ("options.plugins.datalabels.display", "false"),
        ],
    );
}

#[test]
fn given_axes_colours_and_labels_are_kept() {
    let root = converted(
        r#"{"type": "bar", "data": {"datasets": [{"data": [1]}]},
            "options": {"scales": {"yAxes": [{}]}, "plugins": {"colorschemes": {}, "datalabels": {"color": "red"}}}}"#,
    );
    assert_values(
        &root,
        &[
            ("options.scales.y-axis-0.beginAtZero", "null"),
            ("data.datasets.0.backgroundColor", "null"),
            ("options.plugins.datalabels.color", r#""red""#),
            ("options.plugins.datalabels.display", "null"),
        ],
    );
    let bars = converted(r#"{"type": "horizontalBar", "data": {"datasets": [{"data": [1]}]}}"#);
    assert_values(
        &bars,
        &[("options.scales.y-axis-0.beginAtZero", "null"), ("options.scales.x-axis-0.beginAtZero", "null")],
    );
}

#[test]
fn slices_have_colours_of_their_own_and_their_values() {
    let data: Vec<String> = (1..=11).map(|value| value.to_string()).collect();
    let root = converted(&format!(
        r#"{{"type": "donut", "data": {{"datasets": [{{"data": [{}]}}]}}, "options": {{"devicePixelRatio": 3}}}}"#,
        data.join(",")
    ));
    assert_values(
        &root,
        &[
            ("type", r#""doughnut""#),
            ("data.datasets.0.backgroundColor.0", r##""#4E79A7""##),
            ("data.datasets.0.backgroundColor.9", r##""#BAB0AC""##),
            ("data.datasets.0.backgroundColor.10", r##""#4E79A7""##),
            ("options.plugins.datalabels.display", "true"),
            ("options.devicePixelRatio", "null"),
        ],
    );
}

#[test]
fn a_sparkline_is_a_line_whose_hidden_axis_fits_its_values() {
    let root = converted(r#"{"type": "sparkline", "data": {"datasets": [{"data": [20, 10, null, 40]}]}}"#);
    assert_values(
        &root,
        &[
            ("type", r#""line""#),
            ("data.labels.3", r#""""#),
            ("options.scales.x-axis-0.display", "false"),
            ("options.scales.y-axis-0.display", "false"),
            ("options.scales.y-axis-0.min", "9.5"),
            ("options.scales.y-axis-0.max", "42"),
            ("options.plugins.legend.display", "false"),
            ("options.elements.point.radius", "0"),
        ],
    );
    let own = converted(
        r#"{"type": "sparkline", "data": {"datasets": [{"data": [1]}]}, "options": {"scales": {"yAxes": [{"display": true}]}}}"#,
    );
    assert_values(
        &own,
        &[("options.scales.y-axis-0.display", "true"), ("options.scales.y-axis-0.min", "null")],
    );
}

#[test]
fn a_progress_bar_is_in_front_of_its_maximum() {
    let root = converted(r#"{"type": "progressBar", "data": {"datasets": [{"data": [40, 7.5]}]}}"#);
    assert_values(
        &root,
        &[
            ("type", r#""bar""#),
            ("options.indexAxis", r#""y""#),
            ("data.datasets.1.data", "[100, 100]"),
            ("data.datasets.1.backgroundColor", r##""#fff""##),
            ("data.datasets.0.datalabels.formatter", r#"["40%", "7.5%"]"#),
            ("data.datasets.1.datalabels.display", "false"),
            ("data.datasets.0.backgroundColor", r##""#4E79A7""##),
        ],
    );
    let of_maximum =
        converted(r#"{"type": "progressBar", "data": {"datasets": [{"data": [40]}, {"data": [250]}]}}"#);
    assert_values(
        &of_maximum,
        &[("data.datasets.1.data", "[250]"), ("data.datasets.0.datalabels.formatter", r#"["40"]"#)],
    );
}

#[test]
fn a_gauge_fills_the_share_of_its_domain() {
    let gauge = |domain: &str, value: f64, more: &str| {
        let mut root = object(&format!(
            r#"{{"type": "radialGauge", "data": {{"datasets": [{{"data": [{value}]}}]}},
                "options": {{"domain": {domain}, "roundedCorners": false {more}}}}}"#
        ));
        let own_type = QuickChartType::take_from(&mut root).expect("a type of QuickChart");
        let mut root = migrate_to_v4(root);
        let gauge =
            own_type.apply_to_config(&mut root, WrittenAxes::default()).expect("a dataset").expect("a gauge");
        (at(&root, "data.datasets.0.data").cloned(), gauge)
    };
    let parts =
        |degrees: f64| Some(Value::List(vec![Value::Number(degrees), Value::Number(360.0 - degrees)]));
    assert_eq!(gauge("[0, 100]", 25.0, "").0, parts(90.0));
    assert_eq!(gauge("[100, 200]", 150.0, "").0, parts(180.0));
    assert_eq!(gauge("[0, 100]", 250.0, "").0, parts(360.0));
    assert_eq!(gauge("[5, 5]", 5.0, "").0, parts(0.0));
    let text = |more: &str| gauge("[0, 100]", 25.2, more).1.get("text").cloned();
    assert_eq!(text(""), Some(Value::Text("26".to_owned())));
    assert_eq!(text(r#", "centerArea": {"text": "done"}"#), Some(Value::Text("done".to_owned())));
}

#[test]
fn labels_outside_have_a_line_and_the_colour_of_their_slice() {
    let root = converted(
        r#"{"type": "outlabeledPie", "data": {"labels": ["a", "b"], "datasets": [{"data": [1, 3], "backgroundColor": ["red", "blue"]}]},
            "options": {"zoomOutPercentage": 20, "plugins": {"outlabels": {"text": "%l: %v.0", "stretch": 31}}}}"#,
    );
    assert_values(
        &root,
        &[
            ("options.radius", r#""80%""#),
            ("data.datasets.0.datalabels.formatter", r#"["a: 1", "b: 3"]"#),
            ("data.datasets.0.datalabels.backgroundColor", r#"["red", "blue"]"#),
            ("data.datasets.0.datalabels.lineColor", r#"["red", "blue"]"#),
            ("data.datasets.0.datalabels.offset", "20"),
            ("options.plugins.outlabels", "null"),
            ("options.plugins.datalabels.display", "false"),
        ],
    );
    let mut off =
        object(r#"{"type": "pie", "data": {"datasets": [{"data": [1]}]}, "options": {"plugins": false}}"#);
    convert_outlabels(&mut off, None);
    assert_values(&off, &[("options.plugins", "false")]);
    let plain = converted(r#"{"type": "pie", "data": {"datasets": [{"data": [1]}]}}"#);
    assert_values(&plain, &[("data.datasets.0.datalabels", "null"), ("options.radius", "null")]);
}

#[test]
fn datasets_that_a_type_cannot_draw_are_errors() {
    for (json, message) in [
        (
            r#"{"type": "sparkline", "data": {"datasets": []}}"#,
            "data.datasets: found no dataset, expected a dataset: a sparkline is the line of one",
        ),
        (
            r#"{"type": "progressBar", "data": {"datasets": [{}, {}, {}]}}"#,
            "data.datasets: found 3 datasets, expected the values and, unless they are percentages, a second dataset of their maxima",
        ),
        (
            r#"{"type": "progressBar", "data": {"datasets": [{"data": [1, 2]}, {"data": [3]}]}}"#,
            "data.datasets[1].data: found 1 values, expected 2, one for each value of data.datasets[0]",
        ),
        (
            r#"{"type": "radialGauge"}"#,
            "data.datasets: found no dataset, expected a dataset with the value of the gauge",
        ),
    ] {
        let mut root = object(json);
        let own_type = QuickChartType::take_from(&mut root).expect("a type of QuickChart");
        assert_eq!(
            own_type.apply_to_config(&mut root, WrittenAxes::default()).expect_err(message).to_string(),
            message
        );
    }
}
