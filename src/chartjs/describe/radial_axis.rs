//! The options of a radial axis → the part of a chart's axis that cartesian axes do not have.

use crate::chart::{AngleLine, Axis, Font, Indexable, PointLabels, RadialAxis};
use crate::chartjs::parse::value::Value;
use crate::chartjs::resolve::option_values::{label_lines, line_join, parse_corners, parse_sides};
use crate::chartjs::resolve::scales::ScaleConfig;
use crate::chartjs::resolve::scopes::Scopes;
use crate::color::Color;
use crate::scene::{Paint, Stroke};

/// Describes a radial axis; `labels` are those of the data.
pub(crate) fn describe_radial_axis(
    scale: &ScaleConfig,
    roots: &Scopes,
    axis: Axis,
    labels: &[Value],
) -> RadialAxis {
    let options = Scopes::with_fallback(&scale.options, roots).for_index(0);
    let count = labels.len().max(1);
    let own = scale.options.get("labels").and_then(Value::as_list).unwrap_or(labels);
    let text = |value: &Value| {
        if value.is_truthy() || value.as_number().is_some() {
            label_lines(value)
        } else {
            vec![String::new()]
        }
    };
    let lines = options.nested("angleLines").filter(|lines| lines.flag("display"));
    let line = |item: &Scopes| AngleLine {
        stroke: Stroke {
            dash: item.dash_lengths("borderDash"),
            dash_offset: item.number_or("borderDashOffset", 0.0),
            join: line_join("miter"),
            ..Stroke::solid(item.paint_or("color", Paint::TRANSPARENT), item.number_or("lineWidth", 1.0))
        },
    };
    RadialAxis {
        start_angle: options.number_or("startAngle", 0.0),
        circular_grid: options.nested("grid").is_some_and(|grid| grid.flag("circular")),
        angle_lines: lines
            .map(|lines| lines.resolve_indexable(&["color", "lineWidth", "borderDashOffset"], count, line)),
        labels: own.iter().map(text).collect(),
        point_labels: describe_point_labels(&options, count),
        axis,
    }
}

/// Describes the labels around a radial axis that has `count` of them.
fn describe_point_labels(options: &Scopes, count: usize) -> PointLabels {
    let scopes = options.nested("pointLabels").unwrap_or_else(|| options.clone());
    let font = scopes.nested("font");
    let sizes = font.as_ref().map_or(1, |font| font.repeat_period(&["size", "weight"], count));
    let style = |index: usize| -> (Font, Color, f64) {
        let item = scopes.for_index(index);
        (item.font("font"), item.color_or("color", Color::from_hex(0)), item.number_or("padding", 5.0))
    };
    let period = scopes.repeat_period(&["color", "padding"], count).max(sizes);
    let backdrop = scopes.color("backdropColor").map(|color| {
        (color, parse_sides(scopes.raw("backdropPadding")), parse_corners(scopes.raw("borderRadius")))
    });
    PointLabels {
        display: scopes.flag("display"),
        hide_overlapping: scopes.text("display") == Some("auto"),
        centered: scopes.flag("centerPointLabels"),
        styles: Indexable::from_fn(period, style),
        backdrop,
    }
}
