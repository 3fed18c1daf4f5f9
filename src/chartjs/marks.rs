//! The options of a dataset → how it is drawn.

use crate::chart::{
    ArcStyle, BarStyle, Bars, ClipSide, Clips, Corners, Curve, Cycle, Dataset, Doughnut, Fill, LineStyle,
    Mark, Points, Skipped, SpacingMode, SpanGaps, Stepped, Symbol, SymbolStyle, Target, Thickness,
};
use crate::color::Color;
use crate::scene::{Join, Stroke};

use super::axes::extent;
use super::color;
use super::options::{Scopes, corners, join, sides};
use super::value::Value;

const CLEAR: Color = Color::hex(0).with_alpha(0);

/// Options of bars, and of each bar.
pub(super) fn bars(own: &Scopes, element: &Scopes, count: usize) -> Bars {
    let names =
        ["backgroundColor", "borderColor", "borderWidth", "borderRadius", "borderSkipped", "inflateAmount"];
    Bars {
        category_share: own.number_or("categoryPercentage", 0.8),
        bar_share: own.number_or("barPercentage", 0.9),
        thickness: match own.get("barThickness") {
            Some(Value::Text(flex)) if flex == "flex" => Thickness::Flex,
            Some(value) => value.as_number().map_or(Thickness::Fit, Thickness::Pixels),
            None => Thickness::Fit,
        },
        max_thickness: own.number("maxBarThickness"),
        min_length: own.number_or("minBarLength", 0.0),
        grouped: own.flag("grouped"),
        skip_null: own.flag("skipNull"),
        base: own.number("base"),
        inflate: element
            .cycle(&["inflateAmount"], count, |at| at.get("inflateAmount").and_then(Value::as_number)),
        styles: element.cycle(&names, count, bar),
    }
}

fn bar(at: &Scopes) -> BarStyle {
    let radius = at.get("borderRadius");
    BarStyle {
        fill: at.color_or("backgroundColor", CLEAR),
        border: at.color_or("borderColor", CLEAR),
        border_width: sides(at.get("borderWidth")),
        radius: corners(radius),
        radius_each: radius.is_some_and(|radius| radius.as_object().is_some()),
        skipped: match at.get("borderSkipped") {
            Some(Value::Bool(true)) => Skipped::All,
            Some(Value::Text(edge)) => match edge.as_str() {
                "start" => Skipped::Start,
                "end" => Skipped::End,
                "middle" => Skipped::Middle,
                "left" => Skipped::Left,
                "right" => Skipped::Right,
                "top" => Skipped::Top,
                "bottom" => Skipped::Bottom,
                _ => Skipped::Nothing,
            },
            _ => Skipped::Nothing,
        },
        pattern: None,
    }
}

/// The shape of a name.
pub(super) fn symbol_of(value: Option<&Value>) -> Symbol {
    match value {
        Some(Value::Bool(false)) => Symbol::None,
        Some(Value::Text(name)) => match name.as_str() {
            "cross" => Symbol::Cross,
            "crossRot" => Symbol::CrossRot,
            "dash" => Symbol::Dash,
            "line" => Symbol::Line,
            "rect" => Symbol::Rect,
            "rectRounded" => Symbol::RectRounded,
            "rectRot" => Symbol::RectRot,
            "star" => Symbol::Star,
            "triangle" => Symbol::Triangle,
            _ => Symbol::Circle,
        },
        _ => Symbol::Circle,
    }
}

/// What stands at the values of a dataset.
pub(super) fn points(element: &Scopes, count: usize, radii: Vec<f64>) -> Points {
    let names =
        ["pointStyle", "radius", "hoverRadius", "rotation", "backgroundColor", "borderColor", "borderWidth"];
    let names =
        names.map(str::to_owned).into_iter().flat_map(|name| [prefixed(&name), name]).collect::<Vec<_>>();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let style = |at: &Scopes| SymbolStyle {
        symbol: symbol_of(at.get("pointStyle")),
        radius: at.number_or("radius", 3.0).max(0.0),
        hover_radius: at.number_or("hoverRadius", 4.0),
        rotation: at.number_or("rotation", 0.0),
        fill: at.color_or("backgroundColor", CLEAR),
        stroke: Stroke { dash: Vec::new(), join: join("miter"), ..at.border() },
    };
    Points { styles: element.cycle(&names, count, style), radii }
}

fn prefixed(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    "point".chars().chain(first).chain(letters).collect()
}

/// The line of a dataset: `own` are its options, `element` those of its line.
pub(super) fn line(own: &Scopes, element: &Scopes, fill: Option<Fill>) -> LineStyle {
    let stroke = element.border();
    let width = if own.flag("showLine") { stroke.width } else { 0.0 };
    let stroke = Stroke { width, ..stroke };
    let tension = element.number_or("tension", 0.0);
    let segment = own.sub("segment");
    let changed = |segment: &Scopes| Stroke {
        color: segment.color("borderColor").unwrap_or(stroke.color),
        width: segment.number("borderWidth").unwrap_or(stroke.width),
        dash: segment.whole("borderDash").map_or_else(|| stroke.dash.clone(), |_| segment.dash("borderDash")),
        dash_offset: segment.number("borderDashOffset").unwrap_or(stroke.dash_offset),
        ..stroke.clone()
    };
    LineStyle {
        fill_color: element.color_or("backgroundColor", CLEAR),
        fill,
        curve: match element.get("stepped") {
            Some(value) if value.is_truthy() => Curve::Stepped(match value.as_text() {
                Some("after") => Stepped::After,
                Some("middle") => Stepped::Middle,
                _ => Stepped::Before,
            }),
            _ if element.text("cubicInterpolationMode") == Some("monotone") => Curve::Monotone,
            _ if tension != 0.0 => Curve::Tension(tension),
            _ => Curve::Straight,
        },
        cap_curves: element.flag("capBezierPoints"),
        span_gaps: match element.get("spanGaps") {
            Some(Value::Number(gap)) => SpanGaps::Within(*gap),
            Some(value) if value.is_truthy() => SpanGaps::Span,
            _ => SpanGaps::Break,
        },
        segment_fill: segment.as_ref().and_then(|segment| segment.color("backgroundColor")),
        segment: segment.as_ref().map(changed),
        stroke,
    }
}

/// Where the filler plugin is off nobody reckons the curves of lines but those of line charts: they are not drawn.
pub(super) fn without_curve(set: &mut Dataset) {
    let line = match &mut set.mark {
        Mark::Radar(radar) => Some(&mut radar.line),
        Mark::Line(line) if set.kind != "line" => line.line.as_mut(),
        _ => None,
    };
    if let Some(line) = line.filter(|line| matches!(line.curve, Curve::Tension(_) | Curve::Monotone)) {
        line.stroke.width = 0.0;
    }
}

/// The area of a line, the `index`-th of `count` datasets.
pub(super) fn fill(element: &Scopes, (index, count): (usize, usize)) -> Option<Fill> {
    let option = element.whole("fill");
    let object = option.and_then(Value::as_object);
    let color = |name: &str| object.and_then(|object| object.get(name)).and_then(color::of);
    let value = match object {
        Some(object) if object.get("target").is_some() => object.get("target"),
        _ => option,
    };
    let target = match value {
        None => element.color("backgroundColor").map(|_| Target::Origin),
        Some(value) => target(value, (index, count)),
    };
    Some(Fill { target: target?, above: color("above"), below: color("below") })
}

fn target(value: &Value, (index, count): (usize, usize)) -> Option<Target> {
    let dataset = |number: f64| {
        let other = number as usize;
        (number >= 0.0 && number.fract() == 0.0 && other < count && other != index)
            .then_some(Target::Dataset(other))
    };
    match value {
        Value::Null | Value::Bool(false) | Value::List(_) => None,
        Value::Bool(true) => Some(Target::Origin),
        Value::Number(number) => dataset(*number),
        Value::Object(object) => object.get("value").and_then(Value::to_number).map(Target::Value),
        Value::Text(text) => match text.as_str() {
            "origin" => Some(Target::Origin),
            "start" => Some(Target::Start),
            "end" => Some(Target::End),
            "stack" => Some(Target::Stack),
            "shape" => Some(Target::Shape),
            text if text.starts_with(['+', '-']) => {
                super::options::leading_number(text).and_then(|number| dataset(index as f64 + number))
            }
            text => super::options::leading_number(text).and_then(dataset),
        },
    }
}

/// The look of slices; `inner` tells what spacing the dataset has where its slices have none.
pub(super) fn arcs(element: &Scopes, count: usize, own: Option<&Scopes>) -> Cycle<ArcStyle> {
    let names = [
        "backgroundColor",
        "borderColor",
        "borderWidth",
        "borderAlign",
        "borderRadius",
        "borderJoinStyle",
        "borderDashOffset",
        "offset",
        "spacing",
        "angle",
        "circular",
        "selfJoin",
    ];
    element.cycle(&names, count, |at| arc(at, own))
}

fn arc(at: &Scopes, own: Option<&Scopes>) -> ArcStyle {
    let inner_border = at.text("borderAlign") == Some("inner");
    let join_name = at.text("borderJoinStyle");
    let usual = if inner_border { Join::Round } else { Join::Bevel };
    let radius = at.get("borderRadius");
    let corner = |name: &str| match radius {
        Some(Value::Object(object)) => object.get(name).and_then(Value::to_number).unwrap_or(0.0),
        Some(value) => value.to_number().unwrap_or(0.0),
        None => 0.0,
    };
    let spacing = at.number_or("spacing", 0.0);
    let mode = at.text("spacingMode").unwrap_or("angular");
    let own_mode = own.and_then(|own| own.text("spacingMode")).filter(|_| mode == "angular");
    ArcStyle {
        fill: at.color_or("backgroundColor", CLEAR),
        stroke: Stroke { join: join_name.map_or(usual, join), ..at.border() },
        inner_border,
        join_is_miter: join_name == Some("miter"),
        radius: Corners {
            outer_start: corner("outerStart"),
            outer_end: corner("outerEnd"),
            inner_start: corner("innerStart"),
            inner_end: corner("innerEnd"),
        },
        offset: at.number_or("offset", 0.0),
        spacing: if spacing == 0.0 { own.map_or(0.0, |own| own.number_or("spacing", 0.0)) } else { spacing },
        spacing_mode: match own_mode.unwrap_or(mode) {
            "parallel" => SpacingMode::Parallel,
            "proportional" => SpacingMode::Proportional,
            _ => SpacingMode::Angular,
        },
        angle: at.number("angle"),
        circular: at.flag("circular"),
        self_join: at.flag("selfJoin"),
    }
}

/// A ring.
pub(super) fn doughnut(own: &Scopes, element: &Scopes, count: usize) -> Doughnut {
    Doughnut {
        rotation: own.number_or("rotation", 0.0),
        circumference: own.number_or("circumference", 360.0),
        cutout: extent(own.whole("cutout"), 0.0),
        radius: extent(own.whole("radius"), 0.0),
        spacing: own.number_or("spacing", 0.0),
        arcs: arcs(element, count, None),
    }
}

/// The sides that `clip` has, in our order.
pub(super) const SIDES: [&str; 4] = ["left", "top", "right", "bottom"];

/// How far beyond the plot a dataset is painted, where that is said.
pub(super) fn clip(own: &Scopes) -> Option<Clips> {
    let side = |value: Option<&Value>| match value {
        Some(Value::Bool(false)) => ClipSide::Open,
        Some(Value::Number(pixels)) => ClipSide::Beyond(*pixels),
        _ => ClipSide::Beyond(0.0),
    };
    match own.whole("clip")? {
        Value::Bool(false) => Some(Clips::None),
        // A canvas cuts everything at a rectangle of which a side is no number.
        Value::Object(sides) if SIDES.iter().any(|name| sides.get(name).is_none()) => Some(Clips::All),
        Value::Object(sides) => Some(Clips::Sides(SIDES.map(|name| side(sides.get(name))))),
        Value::Null => None,
        value => Some(Clips::Sides([side(Some(value)); 4])),
    }
}
