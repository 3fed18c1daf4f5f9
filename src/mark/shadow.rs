//! Shadows as a canvas paints them: one under each filled area and one under each line.

use std::sync::Arc;

use crate::chart::{ShadowStyle, ShapeShadows};
use crate::color::Color;
use crate::geometry::{Rect, Size};
use crate::gradient::{Gradient, GradientStop};
use crate::scene::{Item, Layer, Paint, Shadow, Shape, Stroke, Text};

use super::bounding_box::mapped_bounds;

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
        let part = Item::Shape(part);
        items.extend(style.and_then(|style| cast_shadow(&part, style)));
        items.push(part);
    }
    items
}

/// Returns items over the shadows that a canvas paints for each area, line and text of them. What is transformed as a whole
/// has one shadow: the offset does not turn with it.
pub(crate) fn shade_items(items: Vec<Item>, style: ShadowStyle) -> Vec<Item> {
    items.into_iter().flat_map(|item| shade_item(item, style)).collect()
}

fn shade_item(item: Item, style: ShadowStyle) -> Vec<Item> {
    match item {
        Item::Shape(shape) => {
            shade_shape(shape, ShapeShadows { background: Some(style), border: Some(style) })
        }
        Item::Group(class, items) => vec![Item::Group(class, shade_items(items, style))],
        Item::Layer(Layer { clip, transform: None, items }) => {
            vec![Item::Layer(Layer { clip, transform: None, items: shade_items(items, style) })]
        }
        Item::Shadow(_) => vec![item],
        item => cast_shadow(&item, style).into_iter().chain([item]).collect(),
    }
}

/// Returns the shadow of an item; `None` if the place of the item is not known.
fn cast_shadow(item: &Item, style: ShadowStyle) -> Option<Item> {
    let ShadowStyle { color, deviation, offset } = style;
    blur_items(Shadow { offset, deviation, area: Rect::default(), items: vec![copy_in_color(item, color)] })
}

/// Returns an item in the colour of its shadow; the opacities of both are multiplied.
fn copy_in_color(item: &Item, shadow: Color) -> Item {
    let all = |items: &[Item]| items.iter().map(|item| copy_in_color(item, shadow)).collect();
    match item {
        Item::Shape(Shape { geometry, fill, stroke }) => Item::Shape(Shape {
            geometry: geometry.clone(),
            fill: fill.as_ref().map(|paint| tint(paint, shadow)),
            stroke: stroke.as_ref().map(|stroke| tint_stroke(stroke, shadow)),
        }),
        Item::Text(text) => Item::Text(Text {
            paint: tint(&text.paint, shadow),
            stroke: text.stroke.as_ref().map(|stroke| tint_stroke(stroke, shadow)),
            ..text.clone()
        }),
        Item::Group(class, items) => Item::Group(class, all(items)),
        Item::Layer(layer) => Item::Layer(Layer { items: all(&layer.items), ..layer.clone() }),
        Item::Shadow(inner) => Item::Shadow(Shadow { items: all(&inner.items), ..inner.clone() }),
        Item::Transformed(matrix, items) => Item::Transformed(*matrix, all(items)),
        Item::Translucent(opacity, items) => Item::Translucent(*opacity, all(items)),
    }
}

fn tint_stroke(stroke: &Stroke, shadow: Color) -> Stroke {
    Stroke { paint: tint(&stroke.paint, shadow), ..stroke.clone() }
}

/// Returns the colour of a shadow with the opacity of a paint. The tile of a pattern counts as opaque.
fn tint(paint: &Paint, shadow: Color) -> Paint {
    let tint_color = |color: Color| shadow.with_opacity(f64::from(color.alpha) / f64::from(u8::MAX));
    match paint {
        Paint::Color(color) => tint_color(*color).into(),
        Paint::Gradient(gradient) => {
            let stops = gradient.stops.iter();
            let tint_stop = |stop: &GradientStop| GradientStop { color: tint_color(stop.color), ..*stop };
            Paint::Gradient(Arc::new(Gradient {
                shape: gradient.shape,
                stops: stops.map(tint_stop).collect(),
            }))
        }
        Paint::Pattern(_, opacity) => shadow.with_opacity(*opacity).into(),
    }
}

/// Returns a shadow with the area that its items need; `None` if this is not known.
pub(crate) fn blur_items(shadow: Shadow) -> Option<Item> {
    let reach = blur_reach(shadow.deviation);
    let [left, top, right, bottom] = mapped_bounds(shadow.items.first()?)?;
    let edges = [left - reach, top - reach, right + reach, bottom + reach];
    let [left, top, right, bottom] = edges;
    let is_finite = edges.into_iter().all(f64::is_finite);
    is_finite.then(|| Item::Shadow(Shadow { area: Rect::from_edges(left, top, right, bottom), ..shadow }))
}

/// Cuts the areas of shadows down to what is needed for a picture of this size, and removes those that can't be seen.
pub(crate) fn cull_offscreen_shadows(items: Vec<Item>, picture: Size) -> Vec<Item> {
    let cull = |item| match item {
        Item::Shadow(shadow) => cut_shadow_area(shadow, picture).map(Item::Shadow),
        Item::Group(class, items) => Some(Item::Group(class, cull_offscreen_shadows(items, picture))),
        Item::Layer(Layer { clip, transform: None, items }) => {
            let items = cull_offscreen_shadows(items, picture);
            Some(Item::Layer(Layer { clip, transform: None, items }))
        }
        item => Some(item),
    };
    items.into_iter().filter_map(cull).collect()
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
    use crate::geometry::{Matrix, Point};
    use crate::gradient::GradientShape;
    use crate::scene::Geometry;

    const STYLE: ShadowStyle =
        ShadowStyle { color: Color::from_hex(0xff_00_00), deviation: 4.0, offset: Point::new(10.0, 0.0) };

    fn square(left: f64) -> Shape {
        let rect = Rect { x: left, y: 20.0, width: 10.0, height: 10.0 };
        Shape {
            geometry: Geometry::Rect(rect, 0.0),
            fill: Some(Color::from_hex(0).with_alpha(100).into()),
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
        assert_eq!(copy.fill, Some(STYLE.color.with_alpha(100).into()));
    }

    #[test]
    fn the_shadow_of_a_gradient_has_the_opacity_of_its_colors() {
        let ends = [Color::from_hex(0xff), Color::from_hex(0xff_00).with_alpha(51)];
        let stops = [0.0, 1.0].iter().zip(ends).map(|(&offset, color)| GradientStop { offset, color });
        let shape = GradientShape::Linear(Point::new(0.0, 0.0), Point::new(9.0, 0.0));
        let paint = Gradient::new(shape, stops.collect()).into();
        let Paint::Gradient(shade) = tint(&paint, STYLE.color.with_alpha(100)) else { panic!("a gradient") };
        let colors = shade.stops.iter().map(|stop| stop.color);
        assert!(colors.eq([100, 20].map(|alpha| STYLE.color.with_alpha(alpha))), "{shade:?}");
    }

    #[test]
    fn the_shadow_of_a_turned_item_lies_around_its_place() {
        let turned =
            Item::Transformed(Matrix::new([0.0, 1.0, -1.0, 0.0, 0.0, 0.0]), vec![Item::Shape(square(20.0))]);
        let items = shade_items(vec![turned.clone()], STYLE);
        let [Item::Shadow(shadow), last] = &items[..] else { panic!("a shadow and the item: {items:?}") };
        assert_eq!((shadow.area.x, shadow.area.right(), shadow.area.y), (-44.0, -6.0, 6.0));
        assert_eq!(*last, turned);
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
