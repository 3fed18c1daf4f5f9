//! The rules for an axis that differ between versions of Chart.js.

/// The version of Chart.js whose rules give an axis its range, its ticks and the room for their labels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AxisRules {
    /// Chart.js 2.9.4.
    Version2,
    /// Chart.js 4.6.1.
    #[default]
    Version4,
}
