//! Shadows as a canvas paints them: one under each filled area and one under each line.

use crate::chart::ShapeShadows;
use crate::color::Color;
use crate::geometry::{Rect, Size};
use crate::scene::{Item, Shadow, Shape, Stroke};

use super::bounding_box::turned_bounds;

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
    let mut items = Vec::new();
    for (part, style) in [(area, shadows.background), (border, shadows.border)] {
        if part.fill.is_none() && part.stroke.is_none() {
            continue;
        }
        items.extend(style.and_then(|style| {
            let copy = copy_in_color(part.clone(), style.color);
            blur_items(Shadow {
                offset: style.offset,
                deviation: style.deviation,
                area: Rect::default(),
                items: vec![Item::Shape(copy)],
            })
        }));
        items.push(Item::Shape(part));
    }
    items
}

/// Returns a shape in the colour of its shadow; the opacities of both are multiplied.
fn copy_in_color(shape: Shape, shadow: Color) -> Shape {
    let tint = |color: Color| {
        let alpha = f64::from(color.alpha) * f64::from(shadow.alpha) / f64::from(u8::MAX);
        shadow.with_alpha(alpha.round() as u8)
    };
    Shape {
        fill: shape.fill.map(tint),
        stroke: shape.stroke.map(|stroke| Stroke { color: tint(stroke.color), ..stroke }),
        ..shape
    }
}

/// Returns a shadow with the area that its items need; `None` if this is not known.
pub(crate) fn blur_items(shadow: Shadow) -> Option<Item> {
    let reach = blur_reach(shadow.deviation);
    let [left, top, right, bottom] = turned_bounds(shadow.items.first()?)?;
    let edges = [left - reach, top - reach, right + reach, bottom + reach];
    let [left, top, right, bottom] = edges;
    let is_finite = edges.into_iter().all(f64::is_finite);
    is_finite.then(|| Item::Shadow(Shadow { area: Rect::from_edges(left, top, right, bottom), ..shadow }))
}

/// Cuts the area of a shadow down to what is needed for a picture of this size; `None` if nothing of it is visible.
pub(super) fn cut_shadow_area(shadow: Shadow, picture: Size) -> Option<Shadow> {
    let Rect { x, y, .. } = shadow.area;
    let (dx, dy) = (shadow.offset.x, shadow.offset.y);
    // Parts of the copy outside the picture are blurred into it.
    let reach = blur_reach(shadow.deviation);
    let area = Rect::from_edges(
        x.max(-dx - reach),
        y.max(-dy - reach),
        shadow.area.right().min(picture.width - dx + reach),
        shadow.area.bottom().min(picture.height - dy + reach),
    );
    (area.width > 0.0 && area.height > 0.0).then_some(Shadow { area, ..shadow })
}

/// Returns how far a blur reaches beyond what is blurred, in pixels.
fn blur_reach(deviation: f64) -> f64 {
    VISIBLE_DEVIATIONS * deviation + MARGIN
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::ShadowStyle;
    use crate::geometry::Point;
    use crate::scene::Geometry;

    const STYLE: ShadowStyle =
        ShadowStyle { color: Color::from_hex(0xff_00_00), deviation: 4.0, offset: Point::new(10.0, 0.0) };

    fn square(left: f64) -> Shape {
        let rect = Rect { x: left, y: 20.0, width: 10.0, height: 10.0 };
        Shape {
            geometry: Geometry::Rect(rect, 0.0),
            fill: Some(Color::from_hex(0).with_alpha(100)),
            stroke: None,
        }
    }

    fn shadow_of(left: f64) -> Shadow {
        let items = shade_shape(square(left), ShapeShadows { background: Some(STYLE), border: None });
        match items.into_iter().next() {
            Some(Item::Shadow(shadow)) => shadow,
            item => panic!("no shadow: {item:?}"),
        }
    }

    #[test]
    fn a_shadow_is_a_copy_in_its_color_with_both_opacities() {
        let shadow = shadow_of(20.0);
        assert_eq!((shadow.area.x, shadow.area.right()), (6.0, 44.0));
        assert_eq!((shadow.area.y, shadow.area.bottom()), (6.0, 44.0));
        let [Item::Shape(copy)] = &shadow.items[..] else { panic!("one shape: {shadow:?}") };
        assert_eq!(copy.fill, Some(STYLE.color.with_alpha(100)));
    }

    #[test]
    fn only_what_can_be_seen_in_the_picture_is_kept() {
        let size = Size { width: 100.0, height: 100.0 };
        let cut = |left: f64| cut_shadow_area(shadow_of(left), size);
        assert!(cut(200.0).is_none() && cut(-80.0).is_none());
        assert!(cut(-21.0).is_some_and(|shadow| shadow.area.x == -24.0));
    }

    #[test]
    fn a_border_with_a_shadow_is_a_shape_of_its_own() {
        let shape = Shape { stroke: Some(Stroke::solid(Color::from_hex(0), 1.0)), ..square(0.0) };
        let shadows = ShapeShadows { background: None, border: Some(STYLE) };
        assert!(matches!(shade_shape(shape, shadows)[..], [Item::Shape(_), Item::Shadow(_), Item::Shape(_)]));
    }
}
