//! Annotations: options → shapes at coordinates of the plot (chartjs-plugin-annotation 3.1.0).

use crate::chart::{
    Annotation, AnnotationCoord, AnnotationLabel, AnnotationShape, AreaStyle, ArrowHead, AxisId, DrawOrder,
    DrawTime, Length, Polygon, PolygonCorners, RuleStyle, ShapeShadows, SymbolStyle,
};
use crate::chartjs::parse::value::{Value, config_path};
use crate::chartjs::resolve::annotation_options::{
    AnnotationOptions, AnnotationType, annotation_entries, draw_depth, pixel_shift, shadow_in_color,
    shape_shadows,
};
use crate::chartjs::resolve::axis_direction::AxisDirection;
use crate::chartjs::resolve::axis_set::AxisSet;
use crate::chartjs::resolve::config::Config;
use crate::chartjs::resolve::option_values::{line_join, parse_corners, parse_length, parse_symbol};
use crate::chartjs::resolve::scopes::Scopes;
use crate::color::Color;
use crate::input::InputError;
use crate::limits::MAX_ANNOTATIONS;
use crate::scene::{Cap, Paint, Stroke};

use super::annotation_label::{describe_label, describe_ring_label};

/// The greatest number of sides of a polygon; one of more sides looks like a circle.
const MAX_POLYGON_SIDES: f64 = 360.0;
/// Points with a smaller radius, in pixels, have no effect.
const MIN_POINT_RADIUS: f64 = 0.1;

/// Describes the annotations of a configuration. Their values may add labels to axes.
///
/// # Errors
/// More annotations than `MAX_ANNOTATIONS`.
pub(crate) fn describe_annotations(
    config: &Config,
    axes: &mut AxisSet,
) -> Result<Vec<Annotation>, Box<InputError>> {
    let Some(plugin) = config.plugin_options("annotation") else { return Ok(Vec::new()) };
    let entries = annotation_entries(config);
    if entries.len() > MAX_ANNOTATIONS {
        let place = config_path("options.plugins.annotation.annotations");
        let found = format!("{} annotations", entries.len());
        return Err(InputError::limit_exceeded(place, found, "MAX_ANNOTATIONS", MAX_ANNOTATIONS));
    }
    let clip = plugin.flag("clip");
    let mut annotations = Vec::new();
    for entry in &entries {
        let annotation_type = AnnotationType::of_annotation(entry.own);
        let options = AnnotationOptions::new(entry, annotation_type, config);
        let annotation = describe_annotation(annotation_type, &options, axes);
        annotations.extend(annotation.map(|annotation| Annotation {
            key: entry.key.clone(),
            clip,
            has_draw_hooks: has_draw_hooks(&plugin) || has_draw_hooks(&options.scopes()),
            ..annotation
        }));
    }
    Ok(annotations)
}

/// Describes an annotation; `None` if it is hidden or on no axis.
fn describe_annotation(
    annotation_type: AnnotationType,
    all_options: &AnnotationOptions,
    axes: &mut AxisSet,
) -> Option<Annotation> {
    let options = all_options.scopes();
    let whole_plot = [AnnotationCoord::PlotFraction(0.0), AnnotationCoord::PlotFraction(1.0)];
    let [x, y] = match annotation_type {
        AnnotationType::DoughnutLabel => [whole_plot; 2],
        AnnotationType::Line => line_coords(&options, axes)?,
        AnnotationType::Box | AnnotationType::Ellipse => area_coords(&options, axes)?,
        _ if ["xValue", "yValue"].iter().any(|name| options.raw(name).is_some()) => {
            point_coords(&options, axes)
        }
        _ => area_coords(&options, axes)?,
    };
    let shape = match annotation_type {
        AnnotationType::Line => AnnotationShape::Line(describe_line(all_options)),
        AnnotationType::Box => {
            AnnotationShape::Box(describe_region(&options, true), parse_corners(options.raw("borderRadius")))
        }
        AnnotationType::Ellipse => AnnotationShape::Ellipse(describe_region(&options, false)),
        AnnotationType::Point => describe_symbol(&options),
        AnnotationType::Polygon => describe_polygon(all_options),
        AnnotationType::Label => {
            AnnotationShape::Text(describe_label(annotation_type, &options, all_options)?)
        }
        AnnotationType::DoughnutLabel => AnnotationShape::RingLabel(describe_ring_label(all_options)?),
    };
    options.flag("display").then_some(())?;
    Some(Annotation {
        key: String::new(),
        draw_order: draw_depth(&options).unwrap_or(DrawOrder { draw_time: DrawTime::Never, z: 0.0 }),
        clip: true,
        adjust_scale_range: options.flag("adjustScaleRange"),
        x,
        y,
        shape,
        label: attached_label(annotation_type, all_options),
        has_draw_hooks: false,
    })
}

/// True if the options have a function that draws before or after the shape.
fn has_draw_hooks(options: &Scopes) -> bool {
    let is_function = |name: &str| matches!(options.unresolved(name), Some(Value::Function(_)));
    ["beforeDraw", "afterDraw"].into_iter().any(is_function)
}

/// The label of a line or of an area; `None` if it is hidden, and for other types.
fn attached_label(annotation_type: AnnotationType, options: &AnnotationOptions) -> Option<AnnotationLabel> {
    if annotation_type != AnnotationType::Line && !annotation_type.is_area() {
        return None;
    }
    let label_options = options.nested_scopes(&["label"], true);
    label_options.flag("display").then(|| describe_label(annotation_type, &label_options, options)).flatten()
}

/// The ends of a line in x and y: across the whole plot at a value of an axis, or from point to point.
fn line_coords(options: &Scopes, axes: &mut AxisSet) -> Option<[[AnnotationCoord; 2]; 2]> {
    let whole_plot = [AnnotationCoord::PlotFraction(0.0), AnnotationCoord::PlotFraction(1.0)];
    if let Some(axis) = options.text("scaleID").and_then(|name| axes.cartesian_by_name(name)) {
        let start = axes.annotation_coord(axis, options.raw("value"))?;
        let end = axes.annotation_coord(axis, options.raw("endValue")).unwrap_or(start);
        let is_vertical = axes.direction_of(axis) == AxisDirection::X;
        return Some(if is_vertical { [[start, end], whole_plot] } else { [whole_plot, [start, end]] });
    }
    let [x, y] = [AxisDirection::X, AxisDirection::Y]
        .map(|direction| axis_span(direction, options, axes).unwrap_or(whole_plot));
    Some([x, y])
}

/// The ends of an area in x and y; `None` if it is on no axis.
fn area_coords(options: &Scopes, axes: &mut AxisSet) -> Option<[[AnnotationCoord; 2]; 2]> {
    let whole_plot = [AnnotationCoord::PlotFraction(0.0), AnnotationCoord::PlotFraction(1.0)];
    let [x, y] = [AxisDirection::X, AxisDirection::Y].map(|direction| axis_span(direction, options, axes));
    (x.is_some() || y.is_some()).then(|| [x.unwrap_or(whole_plot), y.unwrap_or(whole_plot)])
}

/// The coordinates of a point in x and y, the centre of the axis by default.
fn point_coords(options: &Scopes, axes: &mut AxisSet) -> [[AnnotationCoord; 2]; 2] {
    [AxisDirection::X, AxisDirection::Y].map(|direction| {
        let axis = annotation_axis(direction, options, axes);
        let value = options.raw(if direction == AxisDirection::X { "xValue" } else { "yValue" });
        let middle =
            axis.map_or(AnnotationCoord::HalfPlotLength, |axis| AnnotationCoord::AxisFraction(axis, 0.5));
        [axis.and_then(|axis| axes.annotation_coord(axis, value)).unwrap_or(middle); 2]
    })
}

/// The axis of a direction: the one that the options name, or the first.
fn annotation_axis(direction: AxisDirection, options: &Scopes, axes: &AxisSet) -> Option<AxisId> {
    let name = if direction == AxisDirection::X { "xScaleID" } else { "yScaleID" };
    match options.text(name).filter(|name| !name.is_empty()) {
        Some(name) => axes.cartesian_by_name(name),
        None => axes.first_cartesian(direction),
    }
}

/// The ends of an annotation along an axis, those of the axis by default.
fn axis_span(direction: AxisDirection, options: &Scopes, axes: &mut AxisSet) -> Option<[AnnotationCoord; 2]> {
    let axis = annotation_axis(direction, options, axes)?;
    let names = if direction == AxisDirection::X { ["xMin", "xMax"] } else { ["yMin", "yMax"] };
    let is_flipped = axes.is_reversed(axis) != (direction == AxisDirection::Y);
    let ends = if is_flipped { [1.0, 0.0] } else { [0.0, 1.0] };
    let [low, high] = names.map(|name| axes.annotation_coord(axis, options.raw(name)));
    Some([
        low.unwrap_or(AnnotationCoord::AxisFraction(axis, ends[0])),
        high.unwrap_or(AnnotationCoord::AxisFraction(axis, ends[1])),
    ])
}

/// A border whose ends and corners have no options.
fn plain_border(options: &Scopes) -> Stroke {
    Stroke { cap: Cap::Butt, join: line_join("miter"), ..options.border_stroke() }
}

/// Describes the style of an area; `has_corners` says if its border has options for ends and corners.
fn describe_region(options: &Scopes, has_corners: bool) -> AreaStyle {
    AreaStyle {
        fill: options.paint("backgroundColor"),
        stroke: if has_corners { options.border_stroke() } else { plain_border(options) },
        rotation: options.number_or("rotation", 0.0),
        shadows: shape_shadows(options),
    }
}

fn describe_symbol(options: &Scopes) -> AnnotationShape {
    let style = options.raw("pointStyle").filter(|style| **style != Value::Bool(false));
    let radius = fixed_radius(options);
    AnnotationShape::Symbol {
        style: SymbolStyle {
            symbol: parse_symbol(style),
            radius: radius.unwrap_or(0.0),
            hover_radius: 0.0,
            rotation: options.number_or("rotation", 0.0),
            fill: options.paint_or("backgroundColor", Paint::TRANSPARENT),
            stroke: plain_border(options),
        },
        fit_to_box: radius.is_none(),
        shift: pixel_shift(options),
        shadows: shape_shadows(options),
    }
}

fn describe_polygon(annotation: &AnnotationOptions) -> AnnotationShape {
    let options = &annotation.scopes();
    AnnotationShape::Polygon(Polygon {
        style: describe_region(options, true),
        sides: options.raw("sides").and_then(Value::to_number).unwrap_or(0.0).clamp(0.0, MAX_POLYGON_SIDES)
            as usize,
        radius: fixed_radius(options),
        shift: pixel_shift(options),
        corners: describe_corners(&annotation.polygon_point_scopes()),
    })
}

/// Describes the points at the corners of a polygon; `None` if they have no effect.
fn describe_corners(options: &Scopes) -> Option<PolygonCorners> {
    let stroke = plain_border(options);
    let is_drawn = options.flag("display") && options.number_or("radius", 0.0) >= MIN_POINT_RADIUS;
    (is_drawn && stroke.width > 0.0).then_some(())?;
    Some(PolygonCorners { draw_order: draw_depth(options)?, stroke, shadow: shape_shadows(options).border })
}

/// The radius in pixels; `None` if it is missing or 0, and follows from the coordinates.
fn fixed_radius(options: &Scopes) -> Option<f64> {
    options.number("radius").filter(|radius| *radius != 0.0)
}

fn describe_line(annotation: &AnnotationOptions) -> RuleStyle {
    let options = annotation.scopes();
    let stroke = plain_border(&options);
    let is_curve = options.flag("curve");
    let line_shadow = options.color("borderShadowColor");
    let start = describe_arrow(annotation, "arrowHeads.start", &stroke, line_shadow);
    // On a straight line the shadow of the first arrow head stays set for the second.
    let end_shadow = match start.as_ref().filter(|_| !is_curve) {
        Some(start) => start.shadows.border.map(|shadow| shadow.color),
        None => line_shadow,
    };
    let end = describe_arrow(annotation, "arrowHeads.end", &stroke, end_shadow);
    RuleStyle {
        arrow_heads: [start, end],
        control_point: is_curve.then(|| curve_control_point(&options)),
        shadow: shape_shadows(&options).border,
        stroke,
    }
}

/// Describes an arrow head. `shadow_color` is that of its filled area if it has none of its own: a canvas keeps the colour
/// of what was drawn before.
fn describe_arrow(
    annotation: &AnnotationOptions,
    path: &str,
    line: &Stroke,
    shadow_color: Option<Color>,
) -> Option<ArrowHead> {
    let options = annotation.nested_scopes(&[path, "arrowHeads"], true);
    options.flag("display").then_some(())?;
    let stroke = plain_border(&options);
    let shadow_color = options.color("backgroundShadowColor").or(shadow_color);
    let is_filled = options.get("fill") == Some(&Value::Bool(true));
    Some(ArrowHead {
        length: options.number_or("length", 0.0),
        width: options.number_or("width", 0.0),
        fill: is_filled.then(|| options.paint("backgroundColor").unwrap_or_else(|| stroke.paint.clone())),
        stroke: if stroke.width > 0.0 { stroke } else { line.clone() },
        shadows: if is_filled {
            ShapeShadows {
                background: shadow_color.and_then(|color| shadow_in_color(&options, color)),
                border: None,
            }
        } else {
            ShapeShadows { background: None, ..shape_shadows(&options) }
        },
    })
}

/// The distance of the control point of a curve from the middle of the line, along the line and across it.
fn curve_control_point(options: &Scopes) -> (Length, Length) {
    let size = |value: Option<&Value>| match value {
        Some(Value::Number(pixels)) => Length::Pixels(*pixels),
        Some(Value::Text(text)) if text.ends_with('%') => parse_length(value, 0.0),
        Some(Value::Null) | None => Length::Pixels(0.0),
        Some(_) => Length::Fraction(1.0),
    };
    match options.nested("controlPoint") {
        Some(point) => (size(point.raw("x")), size(point.raw("y"))),
        None => (size(options.raw("controlPoint")), size(options.raw("controlPoint"))),
    }
}

#[cfg(test)]
mod tests {
    use crate::chartjs::resolve::config::parse_config;

    use super::*;

    #[test]
    fn too_many_annotations_are_an_error_with_their_path() {
        let text = |count: usize| {
            let annotations = vec!["{}"; count].join(",");
            format!(
                r#"{{"type": "bar", "data": {{"datasets": []}},
                    "options": {{"plugins": {{"annotation": {{"annotations": [{annotations}]}}}}}}}}"#
            )
        };
        let describe = |count: usize| {
            let config = parse_config(text(count).as_bytes()).expect("a configuration");
            let mut axes = AxisSet::from_config(&config).expect("axes");
            describe_annotations(&config, &mut axes)
        };
        assert_eq!(describe(MAX_ANNOTATIONS).expect("annotations").len(), MAX_ANNOTATIONS);
        assert_eq!(
            describe(MAX_ANNOTATIONS + 1).expect_err("an error").to_string(),
            "options.plugins.annotation.annotations: found 1001 annotations, expected at most 1000 (MAX_ANNOTATIONS)"
        );
    }
}
