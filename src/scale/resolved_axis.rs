//! A scale with final limits and pixels, as marks and annotations need it.

use super::normalizer::Normalizer;
use super::pixel_range::PixelRange;

/// An axis after layout: limits, pixels and conversion between values and pixels.
#[derive(Clone, Debug, Default)]
pub struct ResolvedAxis {
    pub normalizer: Normalizer,
    pub pixel_range: PixelRange,
    /// True if values run from left to right.
    pub horizontal: bool,
    /// Lower limit in data units.
    pub min: f64,
    /// Upper limit in data units.
    pub max: f64,
    /// Configured lower and upper limit.
    pub explicit_ends: (Option<f64>, Option<f64>),
    /// Left, top, right and bottom of the axis box.
    pub edges: [f64; 4],
    /// True if marks start at the bottom edge of the axis box instead of a value.
    pub base_is_bottom: bool,
    /// Tick values and the widths of their grid lines.
    pub grid_lines: Vec<(f64, f64)>,
}

impl ResolvedAxis {
    /// Returns the pixel of a value.
    pub fn pixel_for_value(&self, value: f64) -> f64 {
        self.pixel_range.pixel_at(self.normalizer.fraction_of(value))
    }

    /// Returns the value at a pixel.
    pub fn value_for_pixel(&self, pixel: f64) -> f64 {
        self.normalizer.value_at(self.pixel_range.fraction_at(pixel))
    }

    /// Returns the pixel at which marks start: that of zero, or of the limit nearest to zero.
    pub fn base_pixel(&self) -> f64 {
        if self.base_is_bottom { self.edges[3] } else { self.pixel_for_value(self.base_value()) }
    }

    /// Returns zero, or the limit nearest to zero.
    pub fn base_value(&self) -> f64 {
        match (self.min, self.max) {
            (min, max) if min < 0.0 && max < 0.0 => max,
            (min, max) if min > 0.0 && max > 0.0 => min,
            _ => 0.0,
        }
    }

    /// Returns the width of the grid line at a value, 0 if there is none.
    pub fn grid_line_width(&self, value: f64) -> f64 {
        self.grid_lines.iter().find(|(at, _)| *at == value).map_or(0.0, |(_, width)| *width)
    }
}
