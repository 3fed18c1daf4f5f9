//! Shapes that several annotation types use.

use crate::chart::{CornerRadii, ShapeShadows};
use crate::geometry::{Point, Rect};
use crate::mark::{PathBuilder, add_rounded_rect, blur_items, shade_shape};
use crate::scene::{Geometry, Item, Layer, Paint, PathCommand, Shadow, Shape, Stroke, Transform};

/// Limits corner radii to half the shorter side of the rectangle.
fn limit_corner_radii(corners: CornerRadii, rect: Rect) -> CornerRadii {
    let max_radius = rect.width.min(rect.height) / 2.0;
    let fit = |radius: f64| radius.min(max_radius).max(0.0);
    CornerRadii {
        top_left: fit(corners.top_left),
        top_right: fit(corners.top_right),
        bottom_left: fit(corners.bottom_left),
        bottom_right: fit(corners.bottom_right),
    }
}

/// Rotates items around a point, but not the direction of their shadows. `make` receives the origin of the coordinate system that the items are drawn
/// in.
pub(super) fn rotate_around(center: Point, angle: f64, make: impl FnOnce(Point) -> Vec<Item>) -> Vec<Item> {
    if angle == 0.0 {
        return make(Point::default());
    }
    let transform = Some(Transform { origin: center, rotation: angle, x_scale: 1.0 });
    let mut turned: Vec<Item> = Vec::new();
    for item in make(center) {
        match (turned.last_mut(), item) {
            (_, Item::Shadow(Shadow { offset, deviation, area, items })) => {
                let items = vec![Item::Layer(Layer { transform, items, clip: None })];
                turned.extend(blur_items(Shadow { offset, deviation, area, items }));
            }
            (Some(Item::Layer(layer)), item) => layer.items.push(item),
            (_, item) => turned.push(Item::Layer(Layer { transform, items: vec![item], clip: None })),
        }
    }
    turned
}

/// Returns a filled and stroked path over its shadows; nothing if nothing of it would be visible.
pub(super) fn visible_path(
    path: Vec<PathCommand>,
    fill: Option<Paint>,
    stroke: &Stroke,
    shadows: ShapeShadows,
) -> Vec<Item> {
    let fill = fill.filter(Paint::is_visible);
    let stroke = stroke.is_visible().then(|| stroke.clone());
    if path.is_empty() || (fill.is_none() && stroke.is_none()) {
        return Vec::new();
    }
    shade_shape(Shape { geometry: Geometry::Path(path), fill, stroke }, shadows)
}

/// Returns a filled and stroked rectangle over its shadows, its corner radii limited to half the shorter side.
pub(super) fn visible_rect(
    rect: Rect,
    corners: CornerRadii,
    fill: Option<Paint>,
    stroke: &Stroke,
    shadows: ShapeShadows,
) -> Vec<Item> {
    let corners = limit_corner_radii(corners, rect);
    let mut pen = PathBuilder::default();
    add_rounded_rect(&mut pen, rect, corners);
    let outline = pen.into_path();
    let sharp_corners = sharp_corners(rect, corners);
    if stroke.dash.is_empty() || sharp_corners.is_empty() {
        return visible_path(outline, fill, stroke, shadows);
    }
    let border = restart_at_corners(&outline, &sharp_corners);
    let mut items = visible_path(outline, fill, &Stroke { width: 0.0, ..stroke.clone() }, shadows);
    items.extend(visible_path(border, None, stroke, shadows));
    items
}

/// Returns the corners of a rectangle that are not rounded.
fn sharp_corners(rect: Rect, corners: CornerRadii) -> Vec<Point> {
    let corners = [
        (corners.bottom_left, Point::new(rect.x, rect.bottom())),
        (corners.bottom_right, Point::new(rect.right(), rect.bottom())),
        (corners.top_right, Point::new(rect.right(), rect.y)),
        (corners.top_left, Point::new(rect.x, rect.y)),
    ];
    corners.into_iter().filter(|(radius, _)| *radius == 0.0).map(|(_, corner)| corner).collect()
}

/// Splits the outline of a rectangle at its sharp corners: there a canvas begins its dashes anew.
fn restart_at_corners(outline: &[PathCommand], sharp_corners: &[Point]) -> Vec<PathCommand> {
    let mut path = Vec::new();
    for command in outline {
        match command {
            PathCommand::Close => {}
            PathCommand::LineTo(to) if sharp_corners.contains(to) => {
                path.extend([*command, PathCommand::MoveTo(*to)]);
            }
            command => path.push(*command),
        }
    }
    if let Some(PathCommand::MoveTo(_)) = path.last() {
        path.pop();
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;

    #[test]
    fn dashes_begin_anew_at_sharp_corners_only() {
        let stroke = Stroke::dashed(Color::from_hex(0), 1.0, vec![4.0, 2.0]);
        let rect = Rect { x: 0.0, y: 0.0, width: 40.0, height: 20.0 };
        let border_starts = |corners: CornerRadii| {
            let items = visible_rect(rect, corners, None, &stroke, ShapeShadows::default());
            let [Item::Shape(Shape { geometry: Geometry::Path(path), .. })] = &items[..] else {
                panic!("one path: {items:?}")
            };
            path.iter().filter(|command| matches!(command, PathCommand::MoveTo(_))).count()
        };
        let round = CornerRadii { top_left: 5.0, top_right: 5.0, bottom_left: 5.0, bottom_right: 5.0 };
        assert_eq!(border_starts(CornerRadii::default()), 4);
        assert_eq!(border_starts(CornerRadii { bottom_left: 0.0, ..round }), 2);
        assert_eq!(border_starts(round), 1);
    }
}
