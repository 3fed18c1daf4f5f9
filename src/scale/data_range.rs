//! A range of data values.

/// A closed range of data values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DataRange {
    pub min: f64,
    pub max: f64,
}

impl DataRange {
    /// The range without values.
    pub const EMPTY: Self = Self { min: f64::INFINITY, max: f64::NEG_INFINITY };

    /// Extends the range to a value.
    pub fn include(&mut self, value: f64) {
        self.min = self.min.min(value);
        self.max = self.max.max(value);
    }
}
