//! From data units to pixels, for every kind of scale.

use crate::scale::js_round;

/// Where an axis lies.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pixels {
    /// First pixel.
    pub start: f64,
    /// Pixels from first to last.
    pub length: f64,
    /// Runs from last to first.
    pub reversed: bool,
    /// Values stand at whole device pixels, so many of which are one pixel.
    pub device: Option<f64>,
}

/// What a canvas can hold.
const MOST: f64 = 32767.0;

impl Pixels {
    /// The pixel of a share of the axis.
    pub fn at(&self, share: f64) -> f64 {
        let share = if self.reversed { 1.0 - share } else { share };
        let pixel = self.start + share * self.length;
        self.device.map_or(pixel, |ratio| aligned(pixel, 0.0, ratio)).clamp(-MOST - 1.0, MOST)
    }

    /// The share at a pixel.
    pub fn share(&self, pixel: f64) -> f64 {
        let share = (pixel - self.start) / self.length;
        if self.reversed { 1.0 - share } else { share }
    }
}

/// Which share of an axis a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Positions {
    /// From a start over a range.
    Linear { start: f64, range: f64 },
    /// From the logarithm of a start over a range of logarithms; the least value is at 0.
    Log { min: f64, start: f64, range: f64 },
    /// From a least value over a range, between room at both ends.
    Time { min: f64, range: f64, before: f64, factor: f64 },
    /// The same through a table of values and their places.
    Table { table: Vec<(f64, f64)>, min: f64, range: f64, before: f64, factor: f64 },
}

impl Default for Positions {
    fn default() -> Self {
        Self::Linear { start: 0.0, range: 1.0 }
    }
}

impl Positions {
    /// The share of the axis at which a value stands.
    pub fn share(&self, value: f64) -> f64 {
        match self {
            Self::Linear { start, range } => (value - start) / range,
            Self::Log { min, .. } if value == *min || value == 0.0 => 0.0,
            Self::Log { start, range, .. } => (libm::log10(value) - start) / range,
            Self::Time { min, range, before, factor } => (before + (value - min) / range) * factor,
            Self::Table { table, min, range, before, factor } => {
                (before + (interpolated(table, value) - min) / range) * factor
            }
        }
    }

    /// The value at a share of the axis.
    pub fn value(&self, share: f64) -> f64 {
        match self {
            Self::Linear { start, range } => start + share * range,
            Self::Log { start, range, .. } => libm::pow(10.0, start + share * range),
            Self::Time { min, range, before, factor } => min + (share / factor - before) * range,
            Self::Table { table, min, range, before, factor } => {
                let turned: Vec<_> = table.iter().map(|(value, place)| (*place, *value)).collect();
                interpolated(&turned, (share / factor - before) * range + min)
            }
        }
    }
}

/// The place of a value in a table, between its neighbours or beyond its ends.
pub fn interpolated(table: &[(f64, f64)], value: f64) -> f64 {
    let (Some(first), Some(last)) = (table.first(), table.last()) else { return 0.0 };
    let (mut low, mut high) = (first, last);
    if value >= first.0 && value <= last.0 {
        let next = table.partition_point(|(at, _)| *at < value).max(1);
        if let (Some(before), Some(after)) = (table.get(next - 1), table.get(next)) {
            (low, high) = (before, after);
        }
    }
    let span = high.0 - low.0;
    if span == 0.0 { low.1 } else { low.1 + (high.1 - low.1) * (value - low.0) / span }
}

/// A place moved so that a line of a width has its edges on the borders of device pixels.
pub fn aligned(pixel: f64, width: f64, ratio: f64) -> f64 {
    let half = if width == 0.0 { 0.0 } else { (width / 2.0).max(0.5) };
    js_round((pixel - half) * ratio) / ratio + half
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_and_values_are_inverse() {
        let table = vec![(0.0, 0.0), (10.0, 0.5), (100.0, 1.0)];
        for positions in [
            Positions::Linear { start: -3.0, range: 8.0 },
            Positions::Log { min: 1.0, start: 0.0, range: 3.0 },
            Positions::Time { min: 5.0, range: 50.0, before: 0.25, factor: 1.0 / 1.5 },
            Positions::Table { table, min: 0.0, range: 1.0, before: 0.0, factor: 1.0 },
        ] {
            for share in [0.1, 0.5, 0.9] {
                assert!(
                    (positions.share(positions.value(share)) - share).abs() < 1e-12,
                    "{positions:?} {share}"
                );
            }
        }
    }

    #[test]
    fn values_stand_at_whole_device_pixels_where_asked() {
        let at = |device| Pixels { start: 0.3, length: 10.0, reversed: false, device }.at(0.5);
        assert_eq!((at(None), at(Some(1.0)), at(Some(2.0))), (5.3, 5.0, 5.5));
    }

    #[test]
    fn lines_lie_on_pixel_borders() {
        assert_eq!(aligned(10.3, 1.0, 1.0), 10.5);
        assert_eq!(aligned(10.3, 2.0, 1.0), 10.0);
        assert_eq!(aligned(10.3, 0.0, 1.0), 10.0);
    }
}
