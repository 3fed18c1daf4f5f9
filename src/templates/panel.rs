//! A panel of a chart while its datasets are added.

use crate::chart::{AxisId, AxisPair, Chart, Dataset, DatasetId};

/// A panel of a chart: the axes of its datasets.
pub(super) struct Panel<'a> {
    pub(super) chart: &'a mut Chart,
    /// The axis of days, dates or sprints, along the bottom of the chart.
    pub(super) horizontal: AxisId,
    /// The axis of amounts, at the left.
    pub(super) vertical: AxisId,
}

impl Panel<'_> {
    /// Adds a dataset on the axes of the panel.
    pub(super) fn add(&mut self, dataset: Dataset) -> DatasetId {
        let axes = AxisPair { index_axis: self.horizontal, value_axis: self.vertical };
        self.chart.datasets.push(Dataset { axes: Some(axes), ..dataset })
    }

    /// Adds datasets on the axes of the panel.
    pub(super) fn add_all(&mut self, datasets: impl IntoIterator<Item = Dataset>) {
        for dataset in datasets {
            self.add(dataset);
        }
    }
}
