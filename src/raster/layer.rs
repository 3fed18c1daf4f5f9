//! Groups that are drawn apart: pixels of their own, which are then blended over the picture. Sizes, places and roundings are
//! those of resvg, so that the picture is the same, byte for byte.

use tiny_skia::{IntRect, IntSize, Pixmap, Transform};
use usvg::Group;

use super::error::RasterError;

const BYTES_PER_PIXEL: usize = 4;
/// The margin of resvg's layers around a group, in device pixels.
const MARGIN: i32 = 2;

/// The pixels of a group, transparent at first, and their place in the picture below.
pub(super) struct Layer {
    pub(super) pixmap: Pixmap,
    left: i32,
    top: i32,
}

impl Layer {
    /// The layer of a group, and the transform inside of it; `None` if nothing of the group can be visible. `plane` is the
    /// part beyond which resvg draws nothing.
    pub(super) fn from_group(
        group: &Group,
        transform: Transform,
        plane: IntRect,
    ) -> Result<Option<(Self, Transform)>, RasterError> {
        let Some(place) = layer_place(group, transform).and_then(|place| intersection(place, plane)) else {
            return Ok(None);
        };
        let (left, top) = (place.x(), place.y());
        let pixmap = allocate_pixels(place.width(), place.height())?;
        // The same sums in the same order as resvg: another rounding would move an edge.
        let shift = shift_transform(group, transform, place);
        Ok(shift.map(|shift| (Self { pixmap, left, top }, shift.pre_concat(transform))))
    }

    /// Blends some of the layer's columns and rows over the picture below.
    pub(super) fn blend_into(&self, below: &mut Pixmap, part: IntRect) {
        let (layer_width, width) = (self.pixmap.width() as usize, below.width() as usize);
        let (left, top) = (part.left() + self.left, part.top() + self.top);
        let (from_x, from_y) = (left.max(0), top.max(0));
        let end_x = (part.right() + self.left).min(below.width() as i32);
        let end_y = (part.bottom() + self.top).min(below.height() as i32);
        if from_x >= end_x {
            return;
        }
        for y in from_y..end_y {
            let pixels = (end_x - from_x) as usize;
            let upper = pixel_range(from_x - self.left, y - self.top, pixels, layer_width);
            let lower = pixel_range(from_x, y, pixels, width);
            if let (Some(upper), Some(lower)) =
                (self.pixmap.data().get(upper), below.data_mut().get_mut(lower))
            {
                blend_row(upper, lower);
            }
        }
    }
}

/// The bytes of pixels that follow one another in a row.
pub(super) fn pixel_range(column: i32, row: i32, pixels: usize, width: usize) -> std::ops::Range<usize> {
    let start = (row as usize * width + column as usize) * BYTES_PER_PIXEL;
    start..start + pixels * BYTES_PER_PIXEL
}

/// Allocates transparent pixels.
pub(super) fn allocate_pixels(width: u32, height: u32) -> Result<Pixmap, RasterError> {
    let no_memory = || RasterError::OutOfMemory(width, height);
    let size = IntSize::from_wh(width, height).ok_or_else(no_memory)?;
    let bytes = BYTES_PER_PIXEL * width as usize * height as usize;
    let mut pixels = Vec::new();
    // Memory may be short (a browser's module has 4 GiB at most): that must be an error, not an abort.
    pixels.try_reserve_exact(bytes).map_err(|_| no_memory())?;
    pixels.resize(bytes, 0);
    Pixmap::from_vec(pixels, size).ok_or_else(no_memory)
}

/// The pixels that resvg keeps of a picture: those beyond are never seen.
pub(super) fn visible_plane(picture: &Pixmap) -> Option<IntRect> {
    let (width, height) = (picture.width(), picture.height());
    let before = |side: u32| i32::try_from(side).ok()?.checked_mul(-2);
    IntRect::from_xywh(before(width)?, before(height)?, width.checked_mul(5)?, height.checked_mul(5)?)
}

fn layer_place(group: &Group, transform: Transform) -> Option<IntRect> {
    let bounds = group.layer_bounding_box().transform(transform)?;
    IntRect::from_xywh(
        (bounds.x().floor() as i32).checked_sub(MARGIN)?,
        (bounds.y().floor() as i32).checked_sub(MARGIN)?,
        (bounds.width().ceil() as u32).checked_add(2 * MARGIN as u32)?,
        (bounds.height().ceil() as u32).checked_add(2 * MARGIN as u32)?,
    )
}

fn shift_transform(group: &Group, transform: Transform, place: IntRect) -> Option<Transform> {
    let bounds = group.layer_bounding_box().transform(transform)?;
    let dx = bounds.x() - (bounds.x() - place.x() as f32);
    let dy = bounds.y() - (bounds.y() - place.y() as f32);
    Some(Transform::from_translate(-dx, -dy))
}

fn intersection(a: IntRect, b: IntRect) -> Option<IntRect> {
    let (left, top) = (a.left().max(b.left()), a.top().max(b.top()));
    IntRect::from_ltrb(left, top, a.right().min(b.right()), a.bottom().min(b.bottom()))
}

/// Blends a row of premultiplied pixels over another.
fn blend_row(upper: &[u8], lower: &mut [u8]) {
    let (upper, lower) = (upper.as_chunks::<BYTES_PER_PIXEL>().0, lower.as_chunks_mut::<BYTES_PER_PIXEL>().0);
    for (upper, lower) in upper.iter().zip(lower) {
        match *upper {
            [0, 0, 0, 0] => {}
            [.., u8::MAX] => *lower = *upper,
            [.., alpha] => {
                for (upper, lower) in upper.iter().zip(lower) {
                    *lower =
                        upper.saturating_add(divide_by_255(u32::from(*lower) * u32::from(u8::MAX - alpha)));
                }
            }
        }
    }
}

/// A product of two bytes divided by 255, to the nearest; tiny-skia does the same with floats, and no product lies halfway.
fn divide_by_255(product: u32) -> u8 {
    let rounded = product + 128;
    ((rounded + (rounded >> 8)) >> 8) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_of_two_bytes_is_divided_to_the_nearest() {
        for product in (0..=255u32).flat_map(|a| (0..=255u32).map(move |b| a * b)) {
            assert_eq!(f64::from(divide_by_255(product)), (f64::from(product) / 255.0).round(), "{product}");
        }
    }
}
