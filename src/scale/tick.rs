//! Ticks of an axis.

/// A tick of an axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tick {
    /// Position in data units.
    pub value: f64,
    /// True for a major tick, which is kept in preference to others.
    pub major: bool,
    /// Leading digits on a logarithmic axis, 0 otherwise.
    pub significand: f64,
    /// Lines of the label.
    pub label: Vec<String>,
    /// Index before other ticks were skipped.
    pub original_index: Option<usize>,
}

impl Tick {
    /// Returns the leading digits, computed from the value if none are stored.
    pub fn leading_digits(&self) -> f64 {
        match self.significand {
            0.0 => self.value / libm::pow(10.0, libm::log10(self.value).floor()),
            significand => significand,
        }
    }

    /// Creates a tick without a label.
    pub fn new(value: f64) -> Self {
        Self { value, ..Self::default() }
    }
}
