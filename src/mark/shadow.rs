//! Shadows as a canvas paints them: under each filled area and under each line.

use crate::chart::ShapeShadows;
use crate::geometry::{Point, Rect, Size};
use crate::scene::{Item, Shadow, Shadowed, Shape};

use super::bounding_box::{BoundingBox, turned_bounds, union_of};

/// Distance, in standard deviations, beyond which a blur can't be seen.
const VISIBLE_DEVIATIONS: f64 = 3.0;
/// Additional margin around a shadow, in pixels.
const MARGIN: f64 = 2.0;

/// Returns a shape over its shadows. If it has any, its area and its border become two shapes, since the border casts its
/// shadow on the area.
pub(crate) fn shade_shape(shape: Shape, shadows: ShapeShadows) -> Vec<Item> {
    if shadows == ShapeShadows::default() {
        return vec![Item::Shape(shape)];
    }
    let area = Shape { stroke: None, ..shape.clone() };
    let border = Shape { fill: None, ..shape };
    let parts = [(area, shadows.background), (border, shadows.border)].into_iter();
    parts
        .filter(|(part, _)| part.fill.is_some() || part.stroke.is_some())
        .map(|(part, shadow)| cast_shadow(Item::Shape(part), shadow))
        .collect()
}

/// Puts an item over its shadow; without a shadow, or if the item has no place, it stays as it is.
pub(crate) fn cast_shadow(item: Item, shadow: Option<Shadow>) -> Item {
    let Some((shadow, bounds)) = shadow.zip(turned_bounds(&item)) else { return item };
    let [left, top, right, bottom] = union_of(bounds, shadow_bounds(bounds, shadow));
    if ![left, top, right, bottom].into_iter().all(f64::is_finite) {
        return item;
    }
    Item::Shadowed(Shadowed { shadow, area: Rect::from_edges(left, top, right, bottom), items: vec![item] })
}

/// Cuts the area of a shadow down to what is needed for a picture of this size; `None` if nothing of it is visible.
pub(super) fn cut_shadow_area(shadowed: Shadowed, picture: Size) -> Option<Shadowed> {
    let visible = [0.0, 0.0, picture.width, picture.height];
    // Parts of the items outside the picture cast shadows into it.
    let backwards =
        Shadow { offset: Point::new(-shadowed.shadow.offset.x, -shadowed.shadow.offset.y), ..shadowed.shadow };
    let needed = union_of(visible, shadow_bounds(visible, backwards));
    let Rect { x, y, .. } = shadowed.area;
    let (right, bottom) = (shadowed.area.right(), shadowed.area.bottom());
    let area = Rect::from_edges(x.max(needed[0]), y.max(needed[1]), right.min(needed[2]), bottom.min(needed[3]));
    (area.width > 0.0 && area.height > 0.0).then_some(Shadowed { area, ..shadowed })
}

/// Returns the box that the shadow of a box covers.
fn shadow_bounds([left, top, right, bottom]: BoundingBox, shadow: Shadow) -> BoundingBox {
    let around = VISIBLE_DEVIATIONS * shadow.deviation + MARGIN;
    let (dx, dy) = (shadow.offset.x, shadow.offset.y);
    [left + dx - around, top + dy - around, right + dx + around, bottom + dy + around]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::color::Color;

    const SHADOW: Shadow = Shadow { color: Color::from_hex(0), deviation: 4.0, offset: Point::new(10.0, 0.0) };

    fn square(left: f64) -> Item {
        Shape::filled_rect(Rect { x: left, y: 20.0, width: 10.0, height: 10.0 }, Color::from_hex(0))
    }

    fn area_of(item: Item) -> Rect {
        let Item::Shadowed(shadowed) = item else { panic!("no shadow: {item:?}") };
        shadowed.area
    }

    #[test]
    fn the_area_contains_item_and_shadow() {
        let area = area_of(cast_shadow(square(20.0), Some(SHADOW)));
        assert_eq!((area.x, area.right()), (16.0, 54.0));
        assert_eq!((area.y, area.bottom()), (6.0, 44.0));
    }

    #[test]
    fn only_what_casts_a_shadow_into_the_picture_is_kept() {
        let size = Size { width: 100.0, height: 100.0 };
        let cut = |left: f64| match cast_shadow(square(left), Some(SHADOW)) {
            Item::Shadowed(shadowed) => cut_shadow_area(shadowed, size),
            item => panic!("no shadow: {item:?}"),
        };
        assert!(cut(200.0).is_none() && cut(-80.0).is_none());
        assert!(cut(-21.0).is_some_and(|shadowed| shadowed.area.x < -20.0));
    }

    #[test]
    fn a_border_with_a_shadow_is_a_shape_of_its_own() {
        let Item::Shape(shape) = square(0.0) else { panic!("a shape") };
        let shape = Shape { stroke: Some(crate::scene::Stroke::solid(Color::from_hex(0), 1.0)), ..shape };
        let shadows = ShapeShadows { background: None, border: Some(SHADOW) };
        assert!(matches!(shade_shape(shape, shadows)[..], [Item::Shape(_), Item::Shadowed(_)]));
    }
}
