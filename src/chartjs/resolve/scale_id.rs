//! Ids of the axes of a configuration. They are those of the axes of the chart that is made of it.

use crate::chart::{AxisId, AxisPair, RadialAxisId};

/// The id of an axis of any direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScaleId {
    Cartesian(AxisId),
    Radial(RadialAxisId),
}

/// The index axis and the value axis of a dataset. A configuration may name a radial axis for either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ScalePair {
    pub(crate) index_scale: ScaleId,
    pub(crate) value_scale: ScaleId,
}

impl ScaleId {
    /// The id of a cartesian axis; `None` for a radial one.
    pub(crate) fn cartesian(self) -> Option<AxisId> {
        match self {
            Self::Cartesian(axis) => Some(axis),
            Self::Radial(_) => None,
        }
    }

    /// The id of a radial axis; `None` for a cartesian one.
    pub(crate) fn radial(self) -> Option<RadialAxisId> {
        match self {
            Self::Cartesian(_) => None,
            Self::Radial(axis) => Some(axis),
        }
    }
}

impl ScalePair {
    /// The two cartesian axes; `None` if one of them is radial.
    pub(crate) fn cartesian(self) -> Option<AxisPair> {
        let (index_axis, value_axis) = self.index_scale.cartesian().zip(self.value_scale.cartesian())?;
        Some(AxisPair { index_axis, value_axis })
    }
}
