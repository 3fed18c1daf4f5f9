//! Random Chart.js configurations of known option names with any values: none causes a panic, and none takes long.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test"
)]

use std::time::{Duration, Instant};

use emberline::{Fonts, Input, Options};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// Maximal time of one picture in a debug build on a busy machine.
const MAX_TIME: Duration = Duration::from_secs(20);

const OPTION_NAMES: &[&str] = &[
    "align",
    "angle",
    "angleLines",
    "auto",
    "autoSkip",
    "axis",
    "backdropColor",
    "backdropPadding",
    "backgroundColor",
    "barPercentage",
    "barThickness",
    "base",
    "beginAtZero",
    "border",
    "borderAlign",
    "borderColor",
    "borderDash",
    "borderRadius",
    "borderSkipped",
    "borderWidth",
    "bottom",
    "bounds",
    "boxHeight",
    "boxWidth",
    "categoryPercentage",
    "centerPointLabels",
    "circular",
    "circumference",
    "clip",
    "color",
    "count",
    "crossAlign",
    "cubicInterpolationMode",
    "cutout",
    "dash",
    "data",
    "decimation",
    "display",
    "drawOnChartArea",
    "drawTicks",
    "elements",
    "enabled",
    "fill",
    "filler",
    "font",
    "format",
    "fullSize",
    "grace",
    "grid",
    "grouped",
    "hidden",
    "indexAxis",
    "inflateAmount",
    "label",
    "labelOffset",
    "labels",
    "layout",
    "left",
    "legend",
    "line",
    "lineHeight",
    "lineWidth",
    "major",
    "max",
    "maxHeight",
    "maxRotation",
    "maxTicksLimit",
    "maxWidth",
    "maximumFractionDigits",
    "min",
    "minBarLength",
    "minRotation",
    "minimumFractionDigits",
    "mirror",
    "notation",
    "offset",
    "order",
    "padding",
    "parser",
    "parsing",
    "plugins",
    "point",
    "pointLabels",
    "pointRadius",
    "pointStyle",
    "position",
    "precision",
    "r",
    "radius",
    "reverse",
    "right",
    "rotation",
    "round",
    "rtl",
    "samples",
    "sampleSize",
    "scales",
    "segment",
    "selfJoin",
    "showLabelBackdrop",
    "showLine",
    "size",
    "skipNull",
    "source",
    "spacing",
    "spacingMode",
    "spanGaps",
    "stack",
    "stackWeight",
    "stacked",
    "startAngle",
    "stepSize",
    "stepped",
    "style",
    "suggestedMax",
    "suggestedMin",
    "target",
    "tension",
    "text",
    "textAlign",
    "threshold",
    "tickLength",
    "ticks",
    "time",
    "title",
    "top",
    "type",
    "unit",
    "usePointStyle",
    "value",
    "weight",
    "x",
    "xAxisID",
    "xAxes",
    "y",
    "yAxes",
    "yAxisID",
    "z",
];

/// Option names of annotations; some are in [`OPTION_NAMES`] too.
const ANNOTATION_NAMES: &[&str] = &[
    "adjustScaleRange",
    "arrowHeads",
    "backgroundColor",
    "borderColor",
    "borderDash",
    "borderRadius",
    "borderWidth",
    "callout",
    "content",
    "controlPoint",
    "curve",
    "display",
    "drawTime",
    "end",
    "endValue",
    "fill",
    "font",
    "label",
    "length",
    "margin",
    "padding",
    "pointStyle",
    "position",
    "radius",
    "rotation",
    "scaleID",
    "side",
    "sides",
    "start",
    "textStrokeWidth",
    "value",
    "width",
    "x",
    "xAdjust",
    "xMax",
    "xMin",
    "xScaleID",
    "xValue",
    "y",
    "yAdjust",
    "yMax",
    "yMin",
    "yValue",
    "z",
];

const ANNOTATION_TYPES: &[&str] = &["line", "box", "ellipse", "point", "polygon", "label", "doughnutLabel"];

const WORDS: &[&str] = &[
    "",
    "left",
    "right",
    "top",
    "bottom",
    "center",
    "start",
    "end",
    "inner",
    "x",
    "y",
    "r",
    "linear",
    "logarithmic",
    "category",
    "time",
    "timeseries",
    "radialLinear",
    "origin",
    "stack",
    "shape",
    "+1",
    "-1",
    "10%",
    "red",
    "flex",
    "middle",
    "monotone",
    "2023-01-01",
    "1999-12-31T23:59:59Z",
    "data",
    "labels",
    "auto",
    "day",
    "year",
    "single",
    "lttb",
    "parallel",
    "percent",
    "compact",
    "YYYY-MM-DD",
    "Ω≈ç√ 😀 عربي",
];

const SCALE_TYPES: &[&str] = &["linear", "category", "logarithmic", "time", "timeseries"];

const NUMBERS: &[f64] =
    &[0.0, -0.0, 1.0, -1.0, 0.5, 3.0, 7.5, 100.0, -360.0, 1e-9, 1e9, -1e9, 1e15, 1e300, -1e300, 5e-324];

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        2 => any::<bool>().prop_map(Value::from),
        4 => select(NUMBERS).prop_map(Value::from),
        4 => select(WORDS).prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            any_object(inner.clone()),
            any_object_with(ANNOTATION_NAMES, inner)
        ]
    })
}

fn any_object(inner: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    any_object_with(OPTION_NAMES, inner)
}

fn any_object_with(
    names: &'static [&'static str],
    inner: impl Strategy<Value = Value>,
) -> impl Strategy<Value = Value> {
    prop::collection::vec((select(names), inner), 0..6).prop_map(|entries| {
        Value::Object(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    })
}

fn merge_objects(mut base: Value, more: Value) -> Value {
    if let (Some(base), Value::Object(more)) = (base.as_object_mut(), more) {
        base.extend(more);
    }
    base
}

prop_compose! {
    fn any_config()(
        kind in select(&["line", "bar", "doughnut", "pie", "polarArea", "radar", "scatter", "bubble"][..]),
        other in select(&["line", "bar", "doughnut", "radar", "scatter", "bubble"][..]),
        data in prop::collection::vec(prop_oneof![select(NUMBERS).prop_map(Value::from), any_value()], 0..8),
        labels in prop::collection::vec(any_value(), 0..8),
        (first, second, options) in (any_object(any_value()), any_object(any_value()), any_object(any_value())),
        (x, y, r) in (any_object(any_value()), any_object(any_value()), any_object(any_value())),
        (x_scale, y_scale) in (select(SCALE_TYPES), select(SCALE_TYPES)),
        annotations in prop::collection::vec((select(ANNOTATION_TYPES), any_object_with(ANNOTATION_NAMES, any_value())), 0..4),
    ) -> Value {
        let datasets = [
            merge_objects(json!({"data": data}), first),
            merge_objects(json!({"type": other, "data": [1, 2, [3, 4], {"x": 1, "y": 2}]}), second),
        ];
        let mut options = merge_objects(json!({"scales": {"x": x, "y": y, "r": r}}), options);
        // Every scale has an existing type, since a chart with another one is refused.
        for (name, scale) in [("x", x_scale), ("y", y_scale), ("r", "radialLinear")] {
            if let Some(own) = options.pointer_mut(&format!("/scales/{name}")).and_then(Value::as_object_mut) {
                own.insert("type".to_owned(), scale.into());
            }
        }
        let annotations: Vec<Value> =
            annotations.into_iter().map(|(kind, own)| merge_objects(json!({"type": kind}), own)).collect();
        let annotation = json!({"annotations": annotations});
        match options.pointer_mut("/plugins").and_then(Value::as_object_mut) {
            Some(plugins) => drop(plugins.insert("annotation".to_owned(), annotation)),
            None => options["plugins"] = json!({"annotation": annotation}),
        }
        json!({"type": kind, "data": {"labels": labels, "datasets": datasets}, "options": options})
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_configuration_is_drawn_or_refused(config in any_config(), width in 1.0..900.0f64, height in 1.0..600.0f64) {
        let text = config.to_string();
        let start = Instant::now();
        if let Ok(config) = emberline::read_chart_js(text.as_bytes(), &emberline::ReadOptions::default()) {
            prop_assert!(config.warnings().iter().all(|warning| !warning.is_empty()));
            let mut options = Options::default();
            (options.width, options.height) = (Some(width), Some(height));
            if let Ok(picture) = emberline::draw(&Input::from(config), &options, &Fonts::embedded()) {
                let svg = picture.svg();
                prop_assert!(!svg.contains("NaN") && !svg.contains("inf "), "{svg}");
            }
        }
        prop_assert!(start.elapsed() < MAX_TIME, "{:?}", start.elapsed());
    }
}
