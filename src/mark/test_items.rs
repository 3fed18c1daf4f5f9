//! Items for tests.

use crate::color::Color;
use crate::geometry::Point;
use crate::scene::{Item, Join, Shape, Stroke};

/// A black line of a width through points, with sharp corners.
pub(super) fn line_item(points: &[(f64, f64)], width: f64) -> Item {
    let stroke = Stroke { join: Join::Miter(10.0), ..Stroke::solid(Color::from_hex(0), width) };
    Shape::polyline(points.iter().map(|(x, y)| Point::new(*x, *y)), stroke)
}
