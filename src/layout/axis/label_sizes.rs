//! Measured sizes of axis labels.

/// Widths and heights of labels, in pixels.
#[derive(Clone, Debug, Default)]
pub(in crate::layout) struct LabelSizes {
    pub(in crate::layout) widths: Vec<f64>,
    pub(in crate::layout) heights: Vec<f64>,
    pub(in crate::layout) first: (f64, f64),
    pub(in crate::layout) last: (f64, f64),
    /// Width of the widest label.
    pub(in crate::layout) widest: f64,
    /// Height of the tallest label.
    pub(in crate::layout) tallest: f64,
}

/// If there are more labels, only a sample is measured.
pub(super) const MAX_MEASURED_LABELS: usize = 1000;
