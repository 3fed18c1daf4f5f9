//! Canvases as parts of a picture.

use crate::geometry::{Matrix, Point, Rect};
use crate::scene::{Clip, Drawing, Item, Layer};

use super::path_builder::rect_path;

/// Draws a canvas into a rectangle; `None` if one of them has no area.
pub(crate) fn drawing_in_rect(drawing: &Drawing, rect: Rect) -> Option<Item> {
    let size = drawing.size;
    let [x_scale, y_scale] = [rect.width / size.width, rect.height / size.height];
    let is_visible = [x_scale, y_scale].iter().all(|scale| scale.is_finite() && *scale != 0.0);
    let place = Matrix::translation(rect.x, rect.y).after(Matrix::scaling(x_scale, y_scale));
    (is_visible && !drawing.items.is_empty()).then(|| placed_drawing(drawing, place))
}

/// Draws a canvas around a point, turned by an angle in radians.
pub(crate) fn drawing_around(drawing: &Drawing, center: Point, angle: f64) -> Option<Item> {
    let size = drawing.size;
    let place = Matrix::translation(center.x, center.y)
        .after(Matrix::rotation(angle))
        .after(Matrix::translation(-size.width / 2.0, -size.height / 2.0));
    (!drawing.items.is_empty()).then(|| placed_drawing(drawing, place))
}

fn placed_drawing(drawing: &Drawing, place: Matrix) -> Item {
    let path = rect_path(0.0, 0.0, drawing.size.width, drawing.size.height);
    let clip = Some(Clip { path, even_odd: false });
    let layer = Item::Layer(Layer { clip, transform: None, items: drawing.items.clone() });
    Item::Transformed(place, vec![layer])
}
