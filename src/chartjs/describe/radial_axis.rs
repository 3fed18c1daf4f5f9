//! The options of a radial axis → the part of a chart's axis that cartesian axes do not have.

use crate::chart::{AngleLine, Axis, Font, Indexable, PointLabels, RadialAxis};
use crate::chartjs::parse::value::Value;
use crate::chartjs::resolve::config::Config;
use crate::chartjs::resolve::option_values::{label_lines, line_join, parse_corners, parse_sides};
use crate::chartjs::resolve::scales::ScaleConfig;
use crate::chartjs::resolve::scopes::Scopes;
use crate::chartjs::script::OptionTarget;
use crate::color::Color;
use crate::scene::{Paint, Stroke};

/// Describes a radial axis.
pub(crate) fn describe_radial_axis<'a>(
    config: &'a Config,
    scale: &'a ScaleConfig,
    roots: &Scopes<'a>,
    axis: Axis,
) -> RadialAxis {
    let target = OptionTarget::Scale(&scale.id);
    let options = Scopes::with_fallback(&scale.options, roots).with_target(target).for_index(0);
    let labels = config.category_labels();
    let count = labels.len().max(1);
    let own = scale.options.get("labels").and_then(Value::as_list).unwrap_or(labels);
    let own = point_label_values(config, &scale.id, &options, own);
    let text = |value: &Value| {
        if value.is_truthy() || value.as_number().is_some() {
            label_lines(value)
        } else {
            vec![String::new()]
        }
    };
    let lines = options.nested("angleLines").filter(|lines| lines.flag("display"));
    let lines = lines.map(|lines| lines.with_target(OptionTarget::PointLabel(&scale.id)));
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
        angle_lines: lines.map(|lines| {
            lines.resolve_indexable(&["color", "lineWidth", "borderDash", "borderDashOffset"], count, line)
        }),
        labels: own.iter().map(text).collect(),
        point_labels: describe_point_labels(&options, &scale.id, count),
        axis,
    }
}

/// The values of the labels around a radial axis: those that a callback makes of its own, if there is one.
fn point_label_values(config: &Config, id: &str, options: &Scopes, own: &[Value]) -> Vec<Value> {
    let labels = options.nested("pointLabels");
    let callback = labels.as_ref().and_then(|labels| labels.unresolved("callback"));
    match (&config.session, callback) {
        (Some(session), Some(Value::Function(function))) => session.format_point_labels(*function, id, own),
        _ => own.to_vec(),
    }
}

/// Describes the labels around a radial axis that has `count` of them.
fn describe_point_labels<'a>(options: &Scopes<'a>, id: &'a str, count: usize) -> PointLabels {
    let whole = options.nested("pointLabels").unwrap_or_else(|| options.clone());
    let scopes = whole.clone().with_target(OptionTarget::PointLabel(id));
    let font = scopes.nested("font");
    let sizes = font.as_ref().map_or(1, |font| font.repeat_period(&["size", "weight"], count));
    let style = |index: usize| -> (Font, Color, f64) {
        let item = scopes.for_index(index);
        (item.font("font"), item.color_or("color", Color::from_hex(0)), item.number_or("padding", 5.0))
    };
    let period = scopes.repeat_period(&["color", "font", "padding"], count).max(sizes);
    let backdrop = |item: &Scopes| {
        item.color("backdropColor").map(|color| {
            (color, parse_sides(item.raw("backdropPadding")), parse_corners(item.raw("borderRadius")))
        })
    };
    let backdrop_options = ["backdropColor", "backdropPadding", "borderRadius"];
    PointLabels {
        display: whole.flag("display"),
        hide_overlapping: whole.text("display") == Some("auto"),
        centered: whole.flag("centerPointLabels"),
        styles: Indexable::from_fn(period, style),
        backdrops: scopes.resolve_indexable(&backdrop_options, count, backdrop),
    }
}
