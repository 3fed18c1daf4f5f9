//! Conversion between fractions of an axis and pixels.

use super::js_math::js_round;

/// Pixel range of an axis.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PixelRange {
    /// Pixel of the lower end.
    pub start: f64,
    /// Signed length in pixels.
    pub length: f64,
    /// True if the values run from the end to the start.
    pub reversed: bool,
    /// Device pixels per pixel if values are rounded to whole device pixels, `None` otherwise.
    pub device_pixel_ratio: Option<f64>,
}

/// Largest coordinate of a canvas.
const MAX_CANVAS_PIXEL: f64 = 32767.0;

impl PixelRange {
    /// Returns the pixel at a fraction of the axis.
    pub fn pixel_at(&self, fraction: f64) -> f64 {
        let fraction = if self.reversed { 1.0 - fraction } else { fraction };
        let pixel = self.start + fraction * self.length;
        self.device_pixel_ratio
            .map_or(pixel, |ratio| align_to_device_pixel(pixel, 0.0, ratio))
            .clamp(-MAX_CANVAS_PIXEL - 1.0, MAX_CANVAS_PIXEL)
    }

    /// Returns the fraction of the axis at a pixel.
    pub fn fraction_at(&self, pixel: f64) -> f64 {
        let fraction = (pixel - self.start) / self.length;
        if self.reversed { 1.0 - fraction } else { fraction }
    }
}

/// Moves a coordinate so that a line of this width has its edges on device pixel boundaries.
pub fn align_to_device_pixel(pixel: f64, width: f64, ratio: f64) -> f64 {
    let half = if width == 0.0 { 0.0 } else { (width / 2.0).max(0.5) };
    js_round((pixel - half) * ratio) / ratio + half
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_are_rounded_to_whole_device_pixels_if_requested() {
        let at = |device| {
            PixelRange { start: 0.3, length: 10.0, reversed: false, device_pixel_ratio: device }.pixel_at(0.5)
        };
        assert_eq!((at(None), at(Some(1.0)), at(Some(2.0))), (5.3, 5.0, 5.5));
    }

    #[test]
    fn lines_are_aligned_to_device_pixels() {
        assert_eq!(align_to_device_pixel(10.3, 1.0, 1.0), 10.5);
        assert_eq!(align_to_device_pixel(10.3, 2.0, 1.0), 10.0);
        assert_eq!(align_to_device_pixel(10.3, 0.0, 1.0), 10.0);
    }
}
