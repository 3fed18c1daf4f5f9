//! Ids of axes and datasets. A [`Chart`](super::Chart) hands them out when they are added to its lists.

use super::id_list::ListId;

/// Id of a cartesian axis in [`Chart::axes`](super::Chart::axes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AxisId(usize);

/// Id of a radial axis in [`Chart::radial_axes`](super::Chart::radial_axes).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RadialAxisId(usize);

/// Id of a dataset in [`Chart::datasets`](super::Chart::datasets).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DatasetId(usize);

/// The two axes that a dataset is drawn on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AxisPair {
    pub index_axis: AxisId,
    pub value_axis: AxisId,
}

impl AxisPair {
    /// Returns true if one of the two axes has this id.
    pub fn contains(self, axis: AxisId) -> bool {
        self.index_axis == axis || self.value_axis == axis
    }
}

impl DatasetId {
    /// Returns the id of the dataset at a position in the order of the data. Chart.js refers to datasets by position.
    pub fn from_position(position: usize) -> Self {
        Self(position)
    }

    /// Returns the position in the order of the data.
    pub fn position(self) -> usize {
        self.0
    }
}

impl ListId for AxisId {
    fn from_position(position: usize) -> Self {
        Self(position)
    }

    fn position(self) -> usize {
        self.0
    }
}

impl ListId for RadialAxisId {
    fn from_position(position: usize) -> Self {
        Self(position)
    }

    fn position(self) -> usize {
        self.0
    }
}

impl ListId for DatasetId {
    fn from_position(position: usize) -> Self {
        Self(position)
    }

    fn position(self) -> usize {
        self.0
    }
}
