//! The ids of the axes of a chart.

/// The ids of the axes, in the order of the chart's lists.
#[derive(Clone, Default)]
pub(super) struct AxisIds {
    pub(super) cartesian: Vec<String>,
    pub(super) radial: Vec<String>,
}
