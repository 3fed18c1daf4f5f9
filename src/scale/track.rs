//! A scale laid on its pixels: what marks ask.

use crate::scale::{Pixels, Positions};

/// An axis as marks see it.
#[derive(Clone, Debug, Default)]
pub struct Track {
    pub positions: Positions,
    pub pixels: Pixels,
    /// Values run from left to right.
    pub horizontal: bool,
    /// Its ends, in data units.
    pub min: f64,
    /// Its ends, in data units.
    pub max: f64,
    /// Whether its ends were given.
    pub given: (Option<f64>, Option<f64>),
    /// Left, top, right and bottom of its box.
    pub edges: [f64; 4],
    /// Its base is the lower edge of its box, not a value.
    pub base_is_bottom: bool,
    /// Its ticks and the widths of their lines across the plot.
    pub ticks: Vec<(f64, f64)>,
}

impl Track {
    /// The pixel of a value.
    pub fn pixel(&self, value: f64) -> f64 {
        self.pixels.at(self.positions.share(value))
    }

    /// The value at a pixel.
    pub fn value(&self, pixel: f64) -> f64 {
        self.positions.value(self.pixels.share(pixel))
    }

    /// Where marks start: at zero, or at the end that is nearer to it.
    pub fn base(&self) -> f64 {
        if self.base_is_bottom { self.edges[3] } else { self.pixel(self.base_value()) }
    }

    /// Zero, or the end that is nearer to it.
    pub fn base_value(&self) -> f64 {
        match (self.min, self.max) {
            (min, max) if min < 0.0 && max < 0.0 => max,
            (min, max) if min > 0.0 && max > 0.0 => min,
            _ => 0.0,
        }
    }

    /// The width of the line across the plot at a value.
    pub fn line_width(&self, value: f64) -> f64 {
        self.ticks.iter().find(|(at, _)| *at == value).map_or(0.0, |(_, width)| *width)
    }
}
