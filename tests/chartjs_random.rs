//! Configurations made of known option names with any values: none panics, none takes long.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test"
)]

use std::time::{Duration, Instant};

use emberline::{Fonts, Options, Size};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

/// A picture takes no longer, also in a debug build on a busy machine.
const MOST_TIME: Duration = Duration::from_secs(20);

const NAMES: &[&str] = &[
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

/// Of annotations, which also have some of the names above.
const ANNOTATION: &[&str] = &[
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

const ANNOTATIONS: &[&str] = &["line", "box", "ellipse", "point", "polygon", "label", "doughnutLabel"];

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

const SCALES: &[&str] = &["linear", "category", "logarithmic", "time", "timeseries"];

const NUMBERS: &[f64] =
    &[0.0, -0.0, 1.0, -1.0, 0.5, 3.0, 7.5, 100.0, -360.0, 1e-9, 1e9, -1e9, 1e15, 1e300, -1e300, 5e-324];

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        2 => any::<bool>().prop_map(Value::from),
        4 => select(NUMBERS).prop_map(Value::from),
        4 => select(WORDS).prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            object(inner.clone()),
            named(ANNOTATION, inner)
        ]
    })
}

fn object(inner: impl Strategy<Value = Value>) -> impl Strategy<Value = Value> {
    named(NAMES, inner)
}

fn named(
    names: &'static [&'static str],
    inner: impl Strategy<Value = Value>,
) -> impl Strategy<Value = Value> {
    prop::collection::vec((select(names), inner), 0..6).prop_map(|entries| {
        Value::Object(entries.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    })
}

fn merged(mut base: Value, more: Value) -> Value {
    if let (Some(base), Value::Object(more)) = (base.as_object_mut(), more) {
        base.extend(more);
    }
    base
}

prop_compose! {
    fn config()(
        kind in select(&["line", "bar", "doughnut", "pie", "polarArea", "radar", "scatter", "bubble"][..]),
        other in select(&["line", "bar", "doughnut", "radar", "scatter", "bubble"][..]),
        data in prop::collection::vec(prop_oneof![select(NUMBERS).prop_map(Value::from), value()], 0..8),
        labels in prop::collection::vec(value(), 0..8),
        (first, second, options) in (object(value()), object(value()), object(value())),
        (x, y, r) in (object(value()), object(value()), object(value())),
        (x_scale, y_scale) in (select(SCALES), select(SCALES)),
        annotations in prop::collection::vec((select(ANNOTATIONS), named(ANNOTATION, value())), 0..4),
    ) -> Value {
        let datasets = [
            merged(json!({"data": data}), first),
            merged(json!({"type": other, "data": [1, 2, [3, 4], {"x": 1, "y": 2}]}), second),
        ];
        let mut options = merged(json!({"scales": {"x": x, "y": y, "r": r}}), options);
        // Whatever scale a chart has, it has one that exists.
        for (name, scale) in [("x", x_scale), ("y", y_scale), ("r", "radialLinear")] {
            if let Some(own) = options.pointer_mut(&format!("/scales/{name}")).and_then(Value::as_object_mut) {
                own.insert("type".to_owned(), scale.into());
            }
        }
        let annotations: Vec<Value> =
            annotations.into_iter().map(|(kind, own)| merged(json!({"type": kind}), own)).collect();
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
    fn any_configuration_is_drawn_or_refused(config in config(), width in 1.0..900.0f64, height in 1.0..600.0f64) {
        let text = config.to_string();
        let start = Instant::now();
        if let Ok(config) = emberline::read_chart(text.as_bytes()) {
            prop_assert!(config.warnings().iter().all(|warning| !warning.is_empty()));
            let options = Options { size: Size { width, height }, ..Options::default() };
            if let Ok(svg) = emberline::chart_svg(&config, &options, &Fonts::embedded()) {
                prop_assert!(!svg.contains("NaN") && !svg.contains("inf "), "{svg}");
            }
        }
        prop_assert!(start.elapsed() < MOST_TIME, "{:?}", start.elapsed());
    }
}
