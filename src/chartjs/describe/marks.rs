//! The options of a dataset → the marks of a chart.

use crate::chart::{
    ArcCornerRadii, ArcStyle, AreaFill, BarStyle, BarThickness, Bars, BorderSkipped, ClipOverflow, Dataset,
    DatasetClip, Doughnut, Indexable, Interpolation, LineStyle, Mark, PointSymbols, SegmentStyle,
    SpacingMode, SpanGaps, Stepped, SymbolStyle,
};
use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::value::Value;
use crate::chartjs::resolve::option_values::{
    CLIP_SIDES, line_cap, line_join, parse_corners, parse_length, parse_radius, parse_sides, parse_symbol,
};
use crate::chartjs::resolve::scopes::{Scopes, prefixed_name};
use crate::scene::{Join, Paint, Stroke};

/// Describes bars; `own` are the options of the dataset, `element` those of each bar.
pub(crate) fn describe_bars(own: &Scopes, element: &Scopes, count: usize) -> Bars {
    let names =
        ["backgroundColor", "borderColor", "borderWidth", "borderRadius", "borderSkipped", "inflateAmount"];
    Bars {
        category_fraction: own.number_or("categoryPercentage", 0.8),
        bar_fraction: own.number_or("barPercentage", 0.9),
        thickness: match own.get("barThickness") {
            Some(Value::Text(flex)) if flex == "flex" => BarThickness::Flex,
            Some(value) => value.as_number().map_or(BarThickness::Fit, BarThickness::Pixels),
            None => BarThickness::Fit,
        },
        max_thickness: own.number("maxBarThickness"),
        min_length: own.number_or("minBarLength", 0.0),
        grouped: own.flag("grouped"),
        skip_null: own.flag("skipNull"),
        base: own.number("base"),
        inflate: element.resolve_indexable(&["inflateAmount"], count, |item| {
            item.get("inflateAmount").and_then(Value::as_number)
        }),
        styles: element.resolve_indexable(&names, count, bar_style),
    }
}

fn bar_style(item: &Scopes) -> BarStyle {
    let radius = item.get("borderRadius");
    BarStyle {
        fill: item.mark_paint("backgroundColor"),
        border: item.mark_paint("borderColor"),
        border_width: parse_sides(item.get("borderWidth")),
        corner_radii: parse_corners(radius),
        radii_given_per_corner: radius.is_some_and(|radius| radius.as_object().is_some()),
        border_skipped: match item.get("borderSkipped") {
            Some(Value::Bool(true)) => BorderSkipped::All,
            Some(Value::Text(edge)) => match edge.as_str() {
                "start" => BorderSkipped::Start,
                "end" => BorderSkipped::End,
                "middle" => BorderSkipped::Middle,
                "left" => BorderSkipped::Left,
                "right" => BorderSkipped::Right,
                "top" => BorderSkipped::Top,
                "bottom" => BorderSkipped::Bottom,
                _ => BorderSkipped::None,
            },
            _ => BorderSkipped::None,
        },
        pattern: None,
    }
}

/// Describes the points at `count` values; `radii` are those of bubbles.
pub(crate) fn describe_points(element: &Scopes, count: usize, radii: Vec<f64>) -> PointSymbols {
    let names =
        ["pointStyle", "radius", "hoverRadius", "rotation", "backgroundColor", "borderColor", "borderWidth"];
    let names = names
        .map(str::to_owned)
        .into_iter()
        .flat_map(|name| [prefixed_name("point", &name), name])
        .collect::<Vec<_>>();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let style = |item: &Scopes| SymbolStyle {
        symbol: parse_symbol(item.get("pointStyle")),
        radius: item.number_or("radius", 3.0).max(0.0),
        hover_radius: item.number_or("hoverRadius", 4.0),
        rotation: item.number_or("rotation", 0.0),
        fill: item.mark_paint("backgroundColor"),
        stroke: Stroke { dash: Vec::new(), join: line_join("miter"), ..item.border_stroke() },
    };
    PointSymbols { styles: element.resolve_indexable(&names, count, style), radii }
}

/// Describes a line; `own` are the options of the dataset, `element` those of the line, `segment` those of the connections
/// between its `count` values.
pub(crate) fn line_style(
    own: &Scopes,
    element: &Scopes,
    segment: Option<&Scopes>,
    count: usize,
    fill: Option<AreaFill>,
) -> LineStyle {
    let stroke = element.border_stroke();
    let width = if own.flag("showLine") { stroke.width } else { 0.0 };
    let stroke = Stroke { width, ..stroke };
    let tension = element.number_or("tension", 0.0);
    LineStyle {
        fill_paint: element.paint_or("backgroundColor", Paint::TRANSPARENT),
        fill,
        interpolation: match element.get("stepped") {
            Some(value) if value.is_truthy() => Interpolation::Stepped(match value.as_text() {
                Some("after") => Stepped::After,
                Some("middle") => Stepped::Middle,
                _ => Stepped::Before,
            }),
            _ if element.text("cubicInterpolationMode") == Some("monotone") => Interpolation::Monotone,
            _ if tension != 0.0 => Interpolation::Tension(tension),
            _ => Interpolation::Straight,
        },
        cap_bezier_points: element.flag("capBezierPoints"),
        span_gaps: match element.get("spanGaps") {
            Some(Value::Number(gap)) => SpanGaps::Within(*gap),
            Some(value) if value.is_truthy() => SpanGaps::Span,
            _ => SpanGaps::Break,
        },
        segments: segment.map(|segment| {
            segment.resolve_indexable(&SEGMENT_OPTIONS, count, |item| segment_style(item, &stroke))
        }),
        stroke,
    }
}

/// The options of the connection between two values.
const SEGMENT_OPTIONS: [&str; 7] = [
    "backgroundColor",
    "borderCapStyle",
    "borderColor",
    "borderDash",
    "borderDashOffset",
    "borderJoinStyle",
    "borderWidth",
];

/// The style of the connection between two values; options that it does not have are those of the line.
fn segment_style(item: &Scopes, line: &Stroke) -> SegmentStyle {
    let dash = item.raw("borderDash").map(|_| item.dash_lengths("borderDash"));
    SegmentStyle {
        stroke: Stroke {
            paint: item.paint("borderColor").unwrap_or_else(|| line.paint.clone()),
            width: item.number("borderWidth").unwrap_or(line.width),
            dash: dash.unwrap_or_else(|| line.dash.clone()),
            dash_offset: item.number("borderDashOffset").unwrap_or(line.dash_offset),
            cap: item.text("borderCapStyle").map_or(line.cap, line_cap),
            join: item.text("borderJoinStyle").map_or(line.join, line_join),
        },
        fill: item.paint("backgroundColor"),
    }
}

/// Hides the curved lines of datasets that are not of type `line`: without the filler plugin Chart.js does not compute
/// their control points.
pub(crate) fn hide_curved_line(dataset: &mut Dataset) {
    let line = match &mut dataset.mark {
        Mark::Radar(radar) => Some(&mut radar.style),
        Mark::Line(line) if dataset.chart_type != ChartType::Line.name() => line.style.as_mut(),
        _ => None,
    };
    if let Some(line) =
        line.filter(|line| matches!(line.interpolation, Interpolation::Tension(_) | Interpolation::Monotone))
    {
        line.stroke.width = 0.0;
    }
}

/// The styles of arcs; `own` are the options of the dataset if they stand in for missing spacing.
pub(crate) fn arc_styles(element: &Scopes, count: usize, own: Option<&Scopes>) -> Indexable<ArcStyle> {
    let names = [
        "backgroundColor",
        "borderColor",
        "borderWidth",
        "borderAlign",
        "borderRadius",
        "borderJoinStyle",
        "borderDash",
        "borderDashOffset",
        "offset",
        "spacing",
        "angle",
        "circular",
        "selfJoin",
    ];
    element.resolve_indexable(&names, count, |item| arc_style(item, own))
}

fn arc_style(item: &Scopes, own: Option<&Scopes>) -> ArcStyle {
    let inner_border = item.text("borderAlign") == Some("inner");
    let join_name = item.text("borderJoinStyle");
    let default = if inner_border { Join::Round } else { Join::Bevel };
    let radius = item.get("borderRadius");
    let corner = |name: &str| match radius {
        Some(Value::Object(object)) => parse_radius(object.get(name)),
        value => parse_radius(value),
    };
    let spacing = item.number_or("spacing", 0.0);
    let mode = item.text("spacingMode").unwrap_or("angular");
    let own_mode = own.and_then(|own| own.text("spacingMode")).filter(|_| mode == "angular");
    ArcStyle {
        fill: item.mark_paint("backgroundColor"),
        stroke: Stroke { join: join_name.map_or(default, line_join), ..item.border_stroke() },
        inner_border,
        join_is_miter: join_name == Some("miter"),
        corner_radii: ArcCornerRadii {
            outer_start: corner("outerStart"),
            outer_end: corner("outerEnd"),
            inner_start: corner("innerStart"),
            inner_end: corner("innerEnd"),
        },
        offset: item.number_or("offset", 0.0),
        spacing: if spacing == 0.0 { own.map_or(0.0, |own| own.number_or("spacing", 0.0)) } else { spacing },
        spacing_mode: match own_mode.unwrap_or(mode) {
            "parallel" => SpacingMode::Parallel,
            "proportional" => SpacingMode::Proportional,
            _ => SpacingMode::Angular,
        },
        angle: item.number("angle"),
        circular: item.flag("circular"),
        self_join: item.flag("selfJoin"),
    }
}

pub(crate) fn describe_doughnut(own: &Scopes, element: &Scopes, count: usize) -> Doughnut {
    // Chart.js adds the whole list to the borders: no number comes of several.
    let is_list = matches!(own.raw("spacing"), Some(Value::List(list)) if list.len() > 1);
    Doughnut {
        rotation: own.number_or("rotation", 0.0),
        circumference: own.number_or("circumference", 360.0),
        cutout: parse_length(own.raw("cutout"), 0.0),
        radius: parse_length(own.raw("radius"), 0.0),
        spacing: (!is_list).then(|| own.number_or("spacing", 0.0)),
        arcs: arc_styles(element, count, None),
    }
}

/// Describes the clipping of a dataset; `None` if it follows from the axes.
pub(crate) fn describe_clip(own: &Scopes) -> Option<DatasetClip> {
    let side = |value: Option<&Value>| match value {
        Some(Value::Bool(false)) => ClipOverflow::Unlimited,
        Some(Value::Number(pixels)) => ClipOverflow::Pixels(*pixels),
        _ => ClipOverflow::Pixels(0.0),
    };
    match own.raw("clip")? {
        Value::Bool(false) => Some(DatasetClip::Disabled),
        // A canvas clips everything at a rectangle with a side that is not a number.
        Value::Object(sides) if CLIP_SIDES.iter().any(|name| sides.get(name).is_none()) => {
            Some(DatasetClip::Everything)
        }
        Value::Object(sides) => Some(DatasetClip::Sides(CLIP_SIDES.map(|name| side(sides.get(name))))),
        Value::Null => None,
        value => Some(DatasetClip::Sides([side(Some(value)); 4])),
    }
}
