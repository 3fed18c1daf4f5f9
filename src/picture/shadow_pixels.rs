//! The cost of shadows: a rasteriser blurs every pixel of their areas.

use crate::error::Error;
use crate::limits::MAX_SHADOW_PIXELS;
use crate::scene::{Item, Layer, Paint, Scene, Shadow};

/// Checks that the shadows of a picture do not take too long to be rasterised.
///
/// # Errors
/// [`Error::Size`] if their areas have more than `MAX_SHADOW_PIXELS` device pixels together.
pub(super) fn check_shadow_pixels(scene: &Scene, scale: f64) -> Result<(), Error> {
    let pixels = (shadow_area(&scene.items) * scale * scale).round();
    if pixels <= MAX_SHADOW_PIXELS {
        return Ok(());
    }
    Err(Error::Size {
        found: format!("shadows of {pixels} device pixels at scale {scale}"),
        expected: format!(
            "at most {MAX_SHADOW_PIXELS} (MAX_SHADOW_PIXELS): make the picture or the shapes smaller, or remove shadows"
        ),
        limit: "MAX_SHADOW_PIXELS",
    })
}

/// The area of all blurred shadows, in square CSS pixels; shadows over each other count twice.
fn shadow_area(items: &[Item]) -> f64 {
    let area = |item: &Item| match item {
        Item::Group(_, items) | Item::Layer(Layer { items, .. }) | Item::Translucent(_, items) => {
            shadow_area(items)
        }
        Item::Shadow(Shadow { area, deviation, .. }) if *deviation > 0.0 => area.width * area.height,
        Item::Transformed(matrix, items) => {
            shadow_area(items) * (matrix.a * matrix.d - matrix.b * matrix.c).abs()
        }
        Item::Shadow(_) => 0.0,
        Item::Shape(_) | Item::Text(_) => item.paints().map(tile_shadow_area).sum(),
    };
    items.iter().map(area).sum()
}

/// The area of the blurred shadows in the tile of a pattern, which is rasterised for each item that it paints.
fn tile_shadow_area(paint: &Paint) -> f64 {
    match paint {
        Paint::Pattern(pattern, _) => shadow_area(&pattern.tile),
        Paint::Color(_) | Paint::Gradient(_) => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geometry::{Point, Rect, Size};

    fn scene_with_shadows(count: usize) -> Scene {
        let shadow = Shadow {
            offset: Point::default(),
            deviation: 1.0,
            area: Rect { x: 0.0, y: 0.0, width: 1000.0, height: 1000.0 },
            items: Vec::new(),
        };
        Scene {
            size: Size { width: 1000.0, height: 1000.0 },
            title: String::new(),
            description: String::new(),
            lang: "en",
            items: vec![Item::Group("marks", vec![Item::Shadow(shadow); count])],
        }
    }

    #[test]
    fn too_many_pixels_of_shadows_are_an_error_with_its_limit() {
        assert!(check_shadow_pixels(&scene_with_shadows(16), 2.0).is_ok());
        assert_eq!(
            check_shadow_pixels(&scene_with_shadows(17), 2.0).expect_err("an error").to_string(),
            "found shadows of 68000000 device pixels at scale 2, expected at most 64000000 (MAX_SHADOW_PIXELS): \
             make the picture or the shapes smaller, or remove shadows"
        );
    }
}
