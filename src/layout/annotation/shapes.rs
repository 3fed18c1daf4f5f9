//! Shapes that several annotation types use.

use crate::chart::CornerRadii;
use crate::geometry::{Point, Rect};
use crate::mark::PathBuilder;
use crate::scene::{Geometry, Item, Layer, Paint, Shape, Stroke, Transform};

/// Limits corner radii to half the shorter side of the rectangle.
pub(super) fn limit_corner_radii(corners: CornerRadii, rect: Rect) -> CornerRadii {
    let max_radius = rect.width.min(rect.height) / 2.0;
    let fit = |radius: f64| radius.min(max_radius).max(0.0);
    CornerRadii {
        top_left: fit(corners.top_left),
        top_right: fit(corners.top_right),
        bottom_left: fit(corners.bottom_left),
        bottom_right: fit(corners.bottom_right),
    }
}

/// Rotates items around a point. `make` receives the origin of the coordinate system that the items are drawn
/// in.
pub(super) fn rotate_around(center: Point, angle: f64, make: impl FnOnce(Point) -> Vec<Item>) -> Vec<Item> {
    if angle == 0.0 {
        return make(Point::default());
    }
    let transform = Some(Transform { origin: center, rotation: angle, x_scale: 1.0 });
    vec![Item::Layer(Layer { transform, items: make(center), clip: None })]
}

/// Returns a filled and stroked path, or `None` if nothing of it would be visible.
pub(super) fn visible_path(pen: PathBuilder, fill: Option<Paint>, stroke: &Stroke) -> Option<Item> {
    let fill = fill.filter(Paint::is_visible);
    let stroke = stroke.is_visible().then(|| stroke.clone());
    if pen.is_empty() || (fill.is_none() && stroke.is_none()) {
        return None;
    }
    Some(Item::Shape(Shape { geometry: Geometry::Path(pen.into_path()), fill, stroke }))
}
