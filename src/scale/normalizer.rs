//! Mapping between values and fractions of an axis, for all types of scales.

/// Mapping from values to fractions of an axis.
#[derive(Clone, Debug, PartialEq)]
pub enum Normalizer {
    /// Linear from `start` over `range`.
    Linear { start: f64, range: f64 },
    /// Logarithmic: `start` and `range` are decimal logarithms; `min` and zero map to 0.
    Log { min: f64, start: f64, range: f64 },
    /// Linear in time from `min` over `range`, with an offset of `before` at the start, scaled by `factor`.
    Time { min: f64, range: f64, before: f64, factor: f64 },
    /// Like `Time`, after interpolation in a table of (value, position).
    Table { table: Vec<(f64, f64)>, min: f64, range: f64, before: f64, factor: f64 },
}

impl Default for Normalizer {
    fn default() -> Self {
        Self::Linear { start: 0.0, range: 1.0 }
    }
}

impl Normalizer {
    /// Returns the fraction of the axis at which a value lies.
    pub fn fraction_of(&self, value: f64) -> f64 {
        match self {
            Self::Linear { start, range } => (value - start) / range,
            Self::Log { min, .. } if value == *min || value == 0.0 => 0.0,
            Self::Log { start, range, .. } => (libm::log10(value) - start) / range,
            Self::Time { min, range, before, factor } => (before + (value - min) / range) * factor,
            Self::Table { table, min, range, before, factor } => {
                (before + (interpolate_in_table(table, value) - min) / range) * factor
            }
        }
    }

    /// Returns the value at a fraction of the axis.
    pub fn value_at(&self, fraction: f64) -> f64 {
        match self {
            Self::Linear { start, range } => start + fraction * range,
            Self::Log { start, range, .. } => libm::pow(10.0, start + fraction * range),
            Self::Time { min, range, before, factor } => min + (fraction / factor - before) * range,
            Self::Table { table, min, range, before, factor } => {
                let inverse: Vec<_> = table.iter().map(|(value, position)| (*position, *value)).collect();
                interpolate_in_table(&inverse, (fraction / factor - before) * range + min)
            }
        }
    }
}

/// Interpolates linearly in a table of (value, position), and extrapolates beyond its ends.
pub fn interpolate_in_table(table: &[(f64, f64)], value: f64) -> f64 {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_at_inverts_fraction_of() {
        let table = vec![(0.0, 0.0), (10.0, 0.5), (100.0, 1.0)];
        for normalizer in [
            Normalizer::Linear { start: -3.0, range: 8.0 },
            Normalizer::Log { min: 1.0, start: 0.0, range: 3.0 },
            Normalizer::Time { min: 5.0, range: 50.0, before: 0.25, factor: 1.0 / 1.5 },
            Normalizer::Table { table, min: 0.0, range: 1.0, before: 0.0, factor: 1.0 },
        ] {
            for fraction in [0.1, 0.5, 0.9] {
                assert!(
                    (normalizer.fraction_of(normalizer.value_at(fraction)) - fraction).abs() < 1e-12,
                    "{normalizer:?} {fraction}"
                );
            }
        }
    }
}
