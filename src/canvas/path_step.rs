//! The steps of a path, as a canvas and `Path2D` record them.

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

/// A step of a path, in the coordinates in effect when it is added. JSON: `["lineTo", x, y]`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PathStep {
    MoveTo([f64; 2]),
    LineTo([f64; 2]),
    /// Control points and end.
    BezierCurveTo([f64; 6]),
    /// Control point and end.
    QuadraticCurveTo([f64; 4]),
    /// Centre, radius, start and end angle; true for counterclockwise.
    Arc([f64; 5], bool),
    /// Corner, end of the second side, radius.
    ArcTo([f64; 5]),
    /// Centre, both radii, rotation, start and end angle; true for counterclockwise.
    Ellipse([f64; 7], bool),
    /// Left, top, width, height.
    Rect([f64; 4]),
    /// Left, top, width, height; then the radii along x and y of each corner, clockwise from the top left.
    RoundRect([f64; 4], [f64; 8]),
    ClosePath,
    /// The path data of SVG.
    Svg(String),
    /// Another path, mapped by a matrix.
    Path(Vec<PathStep>, [f64; 6]),
}

impl PathStep {
    /// Reads the arguments of the step `name`; `None` if there is no such step.
    pub(super) fn read_arguments<'de, A: SeqAccess<'de>>(
        name: &str,
        arguments: &mut A,
    ) -> Result<Option<Self>, A::Error> {
        Ok(Some(match name {
            "moveTo" => Self::MoveTo(read_numbers(arguments)?),
            "lineTo" => Self::LineTo(read_numbers(arguments)?),
            "bezierCurveTo" => Self::BezierCurveTo(read_numbers(arguments)?),
            "quadraticCurveTo" => Self::QuadraticCurveTo(read_numbers(arguments)?),
            "arc" => Self::Arc(read_numbers(arguments)?, read_next(arguments)?),
            "arcTo" => Self::ArcTo(read_numbers(arguments)?),
            "ellipse" => Self::Ellipse(read_numbers(arguments)?, read_next(arguments)?),
            "rect" => Self::Rect(read_numbers(arguments)?),
            "roundRect" => Self::RoundRect(read_numbers(arguments)?, read_numbers(arguments)?),
            "closePath" => Self::ClosePath,
            "svg" => Self::Svg(read_next(arguments)?),
            "path" => Self::Path(read_next(arguments)?, read_next(arguments)?),
            _ => return Ok(None),
        }))
    }
}

/// Reads the next argument.
pub(super) fn read_next<'de, A: SeqAccess<'de>, T: Deserialize<'de>>(
    arguments: &mut A,
) -> Result<T, A::Error> {
    arguments.next_element()?.ok_or_else(|| A::Error::custom("an argument is missing"))
}

/// Reads the next arguments, all of them numbers.
pub(super) fn read_numbers<'de, A: SeqAccess<'de>, const N: usize>(
    arguments: &mut A,
) -> Result<[f64; N], A::Error> {
    let mut numbers = [0.0; N];
    for number in &mut numbers {
        *number = read_next(arguments)?;
    }
    Ok(numbers)
}

impl<'de> Deserialize<'de> for PathStep {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(PathStepVisitor)
    }
}

struct PathStepVisitor;

impl<'de> Visitor<'de> for PathStepVisitor {
    type Value = PathStep;

    fn expecting(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        f.write_str("a step of a path")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<PathStep, A::Error> {
        let name: String = read_next(&mut items)?;
        PathStep::read_arguments(&name, &mut items)?
            .ok_or_else(|| A::Error::custom(format!("{name:?} is no step of a path")))
    }
}
