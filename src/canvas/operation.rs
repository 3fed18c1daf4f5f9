//! The operations of a canvas, as `src/script/canvas.js` records them in JSON: a list of lists, each with the name of a
//! method and its arguments.

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Visitor};

#[cfg(test)]
use super::error::CanvasError;
use super::path_step::{PathStep, read_next, read_numbers};

/// A call of a method of a canvas, or an assignment to a property (`["set", name, value]`). Arguments have been checked
/// when they were recorded: numbers are finite, and values that a canvas ignores are not recorded.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Operation {
    Save,
    Restore,
    /// Sets everything to its default and clears the canvas.
    Reset,
    BeginPath,
    PathStep(PathStep),
    /// Fills a path, the current one if there is none; true for the even-odd rule.
    Fill(bool, Option<Vec<PathStep>>),
    Stroke(Option<Vec<PathStep>>),
    /// Clips to a path, the current one if there is none; true for the even-odd rule.
    Clip(bool, Option<Vec<PathStep>>),
    /// Left, top, width, height.
    FillRect([f64; 4]),
    StrokeRect([f64; 4]),
    ClearRect([f64; 4]),
    FillText(RecordedText),
    StrokeText(RecordedText),
    Translate([f64; 2]),
    Rotate(f64),
    Scale([f64; 2]),
    Transform([f64; 6]),
    SetTransform([f64; 6]),
    Set(Property),
    /// A canvas, the rectangle of it that is drawn, and the rectangle in which it is drawn.
    DrawImage(RecordedCanvas, [f64; 4], [f64; 4]),
    /// A method or property that has no effect here.
    Unsupported(String),
}

/// A line of text to draw.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RecordedText {
    pub(crate) text: String,
    /// The place of the anchor that alignment and baseline choose.
    pub(crate) position: [f64; 2],
    /// The width to which a longer text is compressed.
    pub(crate) max_width: Option<f64>,
}

/// A property of a canvas and its new value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Property {
    FillStyle(RecordedPaint),
    StrokeStyle(RecordedPaint),
    LineWidth(f64),
    LineCap(String),
    LineJoin(String),
    MiterLimit(f64),
    LineDash(Vec<f64>),
    LineDashOffset(f64),
    GlobalAlpha(f64),
    GlobalCompositeOperation(String),
    ShadowColor(RecordedPaint),
    ShadowBlur(f64),
    ShadowOffsetX(f64),
    ShadowOffsetY(f64),
    Font(String),
    TextAlign(String),
    TextBaseline(String),
    Direction(String),
}

/// The value of `fillStyle` or `strokeStyle`. JSON: a colour is `[red, green, blue, alpha]`, each up to 255; the others
/// are objects with one of the keys `linear`, `radial`, `conic` and `pattern`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(untagged)]
pub(crate) enum RecordedPaint {
    Color([u8; 4]),
    /// From (x0, y0) to (x1, y1).
    Linear {
        linear: [f64; 4],
        stops: Vec<(f64, [u8; 4])>,
    },
    /// x0, y0, r0, x1, y1, r1.
    Radial {
        radial: [f64; 6],
        stops: Vec<(f64, [u8; 4])>,
    },
    /// Start angle in radians, x, y.
    Conic {
        conic: [f64; 3],
        stops: Vec<(f64, [u8; 4])>,
    },
    Pattern {
        pattern: RecordedPattern,
    },
}

/// A canvas that is repeated.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct RecordedPattern {
    pub(crate) canvas: RecordedCanvas,
    /// `repeat`, `repeat-x`, `repeat-y` or `no-repeat`.
    pub(crate) repetition: String,
    /// The matrix that `setTransform` has set.
    pub(crate) transform: Option<[f64; 6]>,
}

/// Another canvas, with everything that was drawn on it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct RecordedCanvas {
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) operations: Vec<Operation>,
}

#[cfg(test)]
/// Parses a recording.
///
/// # Errors
/// Text that is not a list of operations.
pub(crate) fn parse_operations(json: &str) -> Result<Vec<Operation>, CanvasError> {
    serde_json::from_str(json).map_err(|error| CanvasError::Malformed(error.to_string()))
}

impl<'de> Deserialize<'de> for Operation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(OperationVisitor)
    }
}

struct OperationVisitor;

impl<'de> Visitor<'de> for OperationVisitor {
    type Value = Operation;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("an operation of a canvas")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Operation, A::Error> {
        let items = &mut items;
        let name: String = read_next(items)?;
        Ok(match name.as_str() {
            "save" => Operation::Save,
            "restore" => Operation::Restore,
            "reset" => Operation::Reset,
            "beginPath" => Operation::BeginPath,
            "fill" => Operation::Fill(read_next(items)?, items.next_element()?),
            "stroke" => Operation::Stroke(items.next_element()?),
            "clip" => Operation::Clip(read_next(items)?, items.next_element()?),
            "fillRect" => Operation::FillRect(read_numbers(items)?),
            "strokeRect" => Operation::StrokeRect(read_numbers(items)?),
            "clearRect" => Operation::ClearRect(read_numbers(items)?),
            "fillText" => Operation::FillText(read_text(items)?),
            "strokeText" => Operation::StrokeText(read_text(items)?),
            "translate" => Operation::Translate(read_numbers(items)?),
            "rotate" => Operation::Rotate(read_next(items)?),
            "scale" => Operation::Scale(read_numbers(items)?),
            "transform" => Operation::Transform(read_numbers(items)?),
            "setTransform" => Operation::SetTransform(read_numbers(items)?),
            "set" => Operation::Set(read_property(items)?),
            "drawImage" => {
                Operation::DrawImage(read_next(items)?, read_numbers(items)?, read_numbers(items)?)
            }
            "unsupported" => Operation::Unsupported(read_next(items)?),
            name => match PathStep::read_arguments(name, items)? {
                Some(step) => Operation::PathStep(step),
                None => return Err(A::Error::custom(format!("{name:?} is no operation of a canvas"))),
            },
        })
    }
}

fn read_text<'de, A: SeqAccess<'de>>(items: &mut A) -> Result<RecordedText, A::Error> {
    let (text, position) = (read_next(items)?, read_numbers(items)?);
    Ok(RecordedText { text, position, max_width: items.next_element()? })
}

fn read_property<'de, A: SeqAccess<'de>>(items: &mut A) -> Result<Property, A::Error> {
    let name: String = read_next(items)?;
    Ok(match name.as_str() {
        "fillStyle" => Property::FillStyle(read_next(items)?),
        "strokeStyle" => Property::StrokeStyle(read_next(items)?),
        "lineWidth" => Property::LineWidth(read_next(items)?),
        "lineCap" => Property::LineCap(read_next(items)?),
        "lineJoin" => Property::LineJoin(read_next(items)?),
        "miterLimit" => Property::MiterLimit(read_next(items)?),
        "lineDash" => Property::LineDash(read_next(items)?),
        "lineDashOffset" => Property::LineDashOffset(read_next(items)?),
        "globalAlpha" => Property::GlobalAlpha(read_next(items)?),
        "globalCompositeOperation" => Property::GlobalCompositeOperation(read_next(items)?),
        "shadowColor" => Property::ShadowColor(read_next(items)?),
        "shadowBlur" => Property::ShadowBlur(read_next(items)?),
        "shadowOffsetX" => Property::ShadowOffsetX(read_next(items)?),
        "shadowOffsetY" => Property::ShadowOffsetY(read_next(items)?),
        "font" => Property::Font(read_next(items)?),
        "textAlign" => Property::TextAlign(read_next(items)?),
        "textBaseline" => Property::TextBaseline(read_next(items)?),
        "direction" => Property::Direction(read_next(items)?),
        name => return Err(A::Error::custom(format!("{name:?} is no property of a canvas"))),
    })
}
