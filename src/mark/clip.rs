//! Clipping of items at a rectangle, only where they extend beyond it.

use crate::scene::{Clip, Item, Layer};

use super::bounding_box::{BoundingBox, is_inside, item_bounds};
use super::path_builder::rect_path;

/// Clips items at a rectangle if any of them extends beyond it. If the edges of the rectangle lie between device pixels
/// (`ratio` per CSS pixel), items that touch those pixels are clipped, too, because a canvas blends both.
pub(crate) fn clip_if_needed(
    items: Vec<Item>,
    [left, top, right, bottom]: BoundingBox,
    ratio: f64,
) -> Vec<Item> {
    let inner = whole_device_pixels([left, top, right, bottom], ratio);
    let fits = |item: &Item| item_bounds(item).is_some_and(|bounds| is_inside(bounds, inner));
    if items.is_empty() || items.iter().all(fits) {
        return items;
    }
    let path = rect_path(left, top, right - left, bottom - top);
    vec![Item::Layer(Layer { clip: Some(Clip { path, even_odd: false }), transform: None, items })]
}

/// Returns the rectangle shrunk to whole device pixels; unchanged if `ratio` is infinite.
pub(super) fn whole_device_pixels([left, top, right, bottom]: BoundingBox, ratio: f64) -> BoundingBox {
    if ratio.is_infinite() {
        return [left, top, right, bottom];
    }
    let low = |edge: f64| (edge * ratio - SLACK).ceil() / ratio;
    let high = |edge: f64| (edge * ratio + SLACK).floor() / ratio;
    [low(left), low(top), high(right), high(bottom)]
}

/// Tolerance in device pixels, below the precision of written coordinates.
const SLACK: f64 = 0.004;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mark::test_items::line_item;

    #[test]
    fn items_inside_the_area_are_not_clipped() {
        let flat = || line_item(&[(10.0, 10.0), (90.0, 10.0)], 2.0);
        assert!(matches!(clip_if_needed(vec![flat()], [0.0, 0.0, 100.0, 20.0], 1.0)[..], [Item::Shape(_)]));
        assert!(matches!(clip_if_needed(vec![flat()], [0.0, 9.5, 100.0, 20.0], 1.0)[..], [Item::Layer(_)]));
        // An edge between pixels also shades items that share its pixel.
        assert!(matches!(clip_if_needed(vec![flat()], [0.0, 8.5, 100.0, 20.0], 1.0)[..], [Item::Shape(_)]));
        assert!(matches!(clip_if_needed(vec![flat()], [0.0, 8.5, 100.0, 11.2], 1.0)[..], [Item::Shape(_)]));
        assert!(matches!(clip_if_needed(vec![flat()], [0.0, 0.0, 100.0, 10.9], 1.0)[..], [Item::Layer(_)]));
    }
}
