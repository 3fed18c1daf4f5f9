//! The types of scales that Chart.js 4.6.1 has.

use super::axis_direction::AxisDirection;

/// The type of the scale of an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ScaleType {
    Category,
    Linear,
    Logarithmic,
    RadialLinear,
    Time,
    TimeSeries,
}

impl ScaleType {
    /// All types, in the order in which error messages list them.
    const ALL: [Self; 6] =
        [Self::Category, Self::Linear, Self::Logarithmic, Self::RadialLinear, Self::Time, Self::TimeSeries];

    /// The names of all types, in the order in which error messages list them.
    pub(crate) fn all_names() -> [&'static str; 6] {
        Self::ALL.map(Self::name)
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scale_type| scale_type.name() == name)
    }

    /// The type of an axis that names none.
    pub(crate) fn default_for(direction: AxisDirection) -> Self {
        match direction {
            AxisDirection::X => Self::Category,
            AxisDirection::Y => Self::Linear,
            AxisDirection::R => Self::RadialLinear,
        }
    }

    /// The name in the `type` of a scale.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Linear => "linear",
            Self::Logarithmic => "logarithmic",
            Self::RadialLinear => "radialLinear",
            Self::Time => "time",
            Self::TimeSeries => "timeseries",
        }
    }
}
