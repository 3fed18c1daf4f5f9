//! Recorded colours and gradients → paints.

use crate::color::Color;
use crate::geometry::{Matrix, Point};
use crate::gradient::{Gradient, GradientCircle, GradientShape, GradientStop};
use crate::scene::{Geometry, Item, Paint, Shape, polyline_path};

/// The number of wedges of a conic gradient, each of one colour.
const CONIC_WEDGES: u32 = 360;
/// The overlap of two wedges that hides the seam between them, in wedges.
const WEDGE_OVERLAP: f64 = 2.0;

/// Parses a colour of CSS; `None` for a text that is no colour, which a canvas ignores.
pub(crate) fn parse_color(text: &str) -> Option<Color> {
    let [r, g, b, alpha] = csscolorparser::parse(text.trim()).ok()?.to_rgba8();
    Some(Color { rgb: [r, g, b], alpha })
}

pub(super) fn recorded_color([r, g, b, alpha]: [u8; 4]) -> Color {
    Color { rgb: [r, g, b], alpha }
}

fn gradient_stops(stops: &[(f64, [u8; 4])]) -> Vec<GradientStop> {
    stops
        .iter()
        .map(|(offset, color)| GradientStop { offset: *offset, color: recorded_color(*color) })
        .collect()
}

pub(super) fn linear_gradient([x0, y0, x1, y1]: [f64; 4], stops: &[(f64, [u8; 4])]) -> Paint {
    let line = GradientShape::Linear(Point::new(x0, y0), Point::new(x1, y1));
    Gradient::new(line, gradient_stops(stops)).into()
}

pub(super) fn radial_gradient([x0, y0, r0, x1, y1, r1]: [f64; 6], stops: &[(f64, [u8; 4])]) -> Paint {
    let circle = |x, y, radius| GradientCircle { center: Point::new(x, y), radius };
    let circles = GradientShape::Radial(circle(x0, y0, r0), circle(x1, y1, r1));
    Gradient::new(circles, gradient_stops(stops)).into()
}

/// The wedges of a conic gradient, which SVG lacks, around the origin and `reach` pixels long. Each wedge lies over the end
/// of the one before, and a copy of the last one begins, so that no seam is seen. Translucent colours would add up there:
/// their wedges only touch.
pub(super) fn conic_wedges(start_angle: f64, reach: f64, stops: &[(f64, [u8; 4])]) -> Vec<Item> {
    let line = GradientShape::Linear(Point::new(0.0, 0.0), Point::new(1.0, 0.0));
    let gradient = Gradient::new(line, gradient_stops(stops));
    let overlap =
        if gradient.stops.iter().all(|stop| stop.color.alpha == u8::MAX) { WEDGE_OVERLAP } else { 0.0 };
    let step = std::f64::consts::TAU / f64::from(CONIC_WEDGES);
    let wedge = |index: u32, overlap: f64| {
        let color = color_at(&gradient.stops, (f64::from(index) + 0.5) / f64::from(CONIC_WEDGES))?;
        let from = start_angle + step * f64::from(index);
        let corner = |angle: f64| Point::new(reach * libm::cos(angle), reach * libm::sin(angle));
        let path = polyline_path([Point::default(), corner(from), corner(from + step * (1.0 + overlap))]);
        Some(Item::Shape(Shape { geometry: Geometry::Path(path), fill: Some(color.into()), stroke: None }))
    };
    let last = CONIC_WEDGES - 1;
    let below = (overlap > 0.0).then(|| wedge(last, overlap)).flatten();
    let turn = (0..CONIC_WEDGES).filter_map(|index| wedge(index, if index < last { overlap } else { 0.0 }));
    below.into_iter().chain(turn).collect()
}

/// The colour at a place of a gradient; `None` if there are no stops.
fn color_at(stops: &[GradientStop], at: f64) -> Option<Color> {
    let after = stops.iter().position(|stop| stop.offset > at);
    let (before, after) = match after {
        None => return stops.last().map(|stop| stop.color),
        Some(0) => return stops.first().map(|stop| stop.color),
        Some(index) => (stops.get(index - 1)?, stops.get(index)?),
    };
    let share = (at - before.offset) / (after.offset - before.offset);
    let mix = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round() as u8;
    let ([r0, g0, b0], [r1, g1, b1]) = (before.color.rgb, after.color.rgb);
    Some(Color {
        rgb: [mix(r0, r1), mix(g0, g1), mix(b0, b1)],
        alpha: mix(before.color.alpha, after.color.alpha),
    })
}

/// The map from the corner of a canvas to the place of its pattern.
pub(super) fn pattern_matrix(transform: Option<[f64; 6]>) -> Option<Matrix> {
    transform.map(Matrix::new).filter(|matrix| *matrix != Matrix::IDENTITY)
}
