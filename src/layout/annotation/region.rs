//! Filled areas of annotations: boxes, ellipses and polygons.

use std::f64::consts::{FRAC_PI_2, TAU};

use crate::chart::{AreaStyle, CornerRadii};
use crate::geometry::{Point, Rect};
use crate::mark::{CircleArc, PathBuilder, add_rounded_rect};
use crate::scene::Item;

use super::shapes::{limit_corner_radii, rotate_around, visible_path};

/// The outline of an area.
#[derive(Clone, Copy)]
pub(super) enum RegionShape {
    Box(CornerRadii),
    Ellipse,
    /// Number of sides and radius, around the center.
    Polygon(usize, f64),
}

/// Draws an area with its border.
pub(super) fn draw_region(region: &AreaStyle, rect: Rect, shape: RegionShape) -> Vec<Item> {
    let middle = Point::new(rect.x + rect.width / 2.0, rect.y + rect.height / 2.0);
    // The rotation of a polygon is part of its corner coordinates.
    let angle = if matches!(shape, RegionShape::Polygon(..)) { 0.0 } else { region.rotation.to_radians() };
    rotate_around(middle, angle, |origin| {
        let rect = Rect { x: rect.x - origin.x, y: rect.y - origin.y, ..rect };
        let middle = Point::new(middle.x - origin.x, middle.y - origin.y);
        let mut pen = PathBuilder::default();
        match shape {
            RegionShape::Box(corners) => add_rounded_rect(&mut pen, rect, limit_corner_radii(corners, rect)),
            RegionShape::Ellipse => {
                let (radius, radius_y) = (rect.width / 2.0, rect.height / 2.0);
                // The path starts at the lowest point, so dashes do as well.
                let (from, to) = (FRAC_PI_2, FRAC_PI_2 + TAU);
                pen.add_ellipse(
                    CircleArc { center: middle, radius, from, to, counterclockwise: false },
                    radius_y,
                );
                pen.close();
            }
            RegionShape::Polygon(sides, radius) => {
                for corner in 0..sides {
                    let angle = region.rotation.to_radians() + TAU * corner as f64 / sides as f64;
                    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
                    pen.line_to(Point::new(middle.x + sin * radius, middle.y - cos * radius));
                }
                pen.close();
            }
        }
        visible_path(pen, region.fill.clone(), &region.stroke).into_iter().collect()
    })
}
