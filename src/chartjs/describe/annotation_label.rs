//! The labels of annotations (chartjs-plugin-annotation 3.1.0).

use std::sync::Arc;

use crate::chart::{
    Align, AnnotationLabel, BoxSide, Callout, CornerRadii, Font, LabelDrawing, LabelPosition, RingLabel,
    ShapeShadows, TextLine,
};
use crate::chartjs::parse::css_color::parse_css_color;
use crate::chartjs::parse::value::Value;
use crate::chartjs::resolve::annotation_options::{
    AnnotationOptions, AnnotationType, draw_depth, parse_callout_start, pixel_shift, shape_shadows,
};
use crate::chartjs::resolve::option_values::{line_join, parse_corners, parse_percent, parse_sides};
use crate::chartjs::resolve::scopes::Scopes;
use crate::color::Color;
use crate::geometry::{Sides, Size};
use crate::scene::{Cap, Stroke};

/// Describes the label of an annotation of a type; `None` if it has no content or is never drawn.
pub(crate) fn describe_label(
    annotation_type: AnnotationType,
    options: &Scopes,
    annotation: &AnnotationOptions,
) -> Option<AnnotationLabel> {
    let (on_line, on_area) = (annotation_type == AnnotationType::Line, annotation_type.is_area());
    options.raw("content").filter(|content| content.is_truthy() && content.as_object().is_none())?;
    let follows_line = on_line && options.text("rotation") == Some("auto");
    Some(AnnotationLabel {
        draw_order: draw_depth(options)?,
        lines: styled_lines(options),
        drawing: label_drawing(options),
        text_align: match options.text("textAlign") {
            Some("center") => Align::Center,
            Some("end" | "right") => Align::End,
            _ => Align::Start,
        },
        outline: text_outline(options),
        position: label_position(options, on_line),
        offset: pixel_shift(options),
        rotation: (!follows_line).then(|| options.number_or("rotation", 0.0)),
        padding: parse_sides(options.raw("padding")),
        fill: options.paint("backgroundColor").filter(|_| !on_area),
        border: options.border_stroke(),
        corner_radii: parse_corners(options.raw("borderRadius")),
        shadows: shape_shadows(options),
        callout: if on_area { None } else { describe_callout(on_line, annotation) },
    })
}

/// Describes the label of a doughnut; `None` if it has no content or is never drawn.
pub(crate) fn describe_ring_label(annotation: &AnnotationOptions) -> Option<RingLabel> {
    let options = annotation.scopes();
    let text = describe_label(AnnotationType::DoughnutLabel, &options, annotation)?;
    let border = Stroke { cap: Cap::Butt, ..options.border_stroke() };
    Some(RingLabel {
        text: AnnotationLabel {
            padding: Sides::default(),
            fill: None,
            border: Stroke { width: 0.0, ..border.clone() },
            corner_radii: CornerRadii::default(),
            shadows: ShapeShadows::default(),
            callout: None,
            ..text
        },
        shrinks_to_fit: options.flag("autoFit"),
        needs_data: options.flag("autoHide"),
        spacing: options.number_or("spacing", 0.0),
        fill: options.paint("backgroundColor"),
        border,
    })
}

/// The lines of a label. The last font and the last colour apply to all lines that follow.
fn styled_lines(options: &Scopes) -> Vec<TextLine> {
    let texts = match options.raw("content") {
        Some(Value::List(lines)) => lines.iter().map(Value::to_text).collect(),
        Some(Value::Object(_) | Value::Drawing(_)) | None => Vec::new(),
        Some(text) => vec![text.to_text()],
    };
    let fonts = line_fonts(options);
    let colors: Vec<Color> = match options.raw("color") {
        Some(Value::List(list)) => list.iter().filter_map(parse_css_color).collect(),
        value => value.and_then(parse_css_color).into_iter().collect(),
    };
    let make = |(row, text): (usize, String)| TextLine {
        text,
        font: fonts.get(row).or(fonts.last()).copied().unwrap_or_else(|| options.font("font")),
        color: colors.get(row).or(colors.last()).copied().unwrap_or(Color::from_hex(0)),
    };
    texts.into_iter().enumerate().map(make).collect()
}

/// The canvas that is the content of a label, if it is one.
fn label_drawing(options: &Scopes) -> Option<LabelDrawing> {
    let Some(Value::Drawing(drawing)) = options.raw("content") else { return None };
    let side = |name: &str, own: f64| match options.raw(name) {
        Some(Value::Number(side)) if side.is_finite() => *side,
        value => parse_percent(value).map_or(own, |share| share * own),
    };
    Some(LabelDrawing {
        drawing: Arc::clone(drawing),
        size: Size { width: side("width", drawing.size.width), height: side("height", drawing.size.height) },
        opacity: options.number_or("opacity", 1.0).clamp(0.0, 1.0),
    })
}

fn line_fonts(options: &Scopes) -> Vec<Font> {
    match options.raw("font") {
        Some(Value::List(list)) => {
            list.iter().map(|font| options.font_with_fallback(font.as_object())).collect()
        }
        _ => vec![options.font("font")],
    }
}

fn text_outline(options: &Scopes) -> Option<Stroke> {
    let width = options.number("textStrokeWidth").filter(|width| *width > 0.0)?;
    let color = options.color_or("textStrokeColor", Color::from_hex(0));
    Some(Stroke { join: line_join("round"), ..Stroke::solid(color, width) })
}

/// The position of a label in x and y.
fn label_position(options: &Scopes, on_line: bool) -> [LabelPosition; 2] {
    match options.nested("position") {
        Some(_) if on_line => [LabelPosition::Fraction(0.5); 2],
        Some(both) => ["x", "y"].map(|direction| parse_label_position(both.raw(direction))),
        None => [parse_label_position(options.raw("position")); 2],
    }
}

/// Parses a position along one direction; the middle by default.
fn parse_label_position(value: Option<&Value>) -> LabelPosition {
    match value.and_then(Value::as_text) {
        Some("start") => LabelPosition::Start,
        Some("end") => LabelPosition::End,
        _ => LabelPosition::Fraction(parse_percent(value).unwrap_or(0.5)),
    }
}

fn describe_callout(on_line: bool, annotation: &AnnotationOptions) -> Option<Callout> {
    let options = annotation.nested_scopes(&[if on_line { "label.callout" } else { "callout" }], false);
    options.flag("display").then_some(())?;
    Some(Callout {
        stroke: options.border_stroke(),
        margin: options.number_or("margin", 0.0),
        side: options.number_or("side", 0.0),
        start: parse_callout_start(options.raw("start")),
        position: match options.text("position") {
            Some("left") => Some(BoxSide::Left),
            Some("bottom") => Some(BoxSide::Bottom),
            Some("top") => Some(BoxSide::Top),
            Some("right") => Some(BoxSide::Right),
            _ => None,
        },
    })
}
