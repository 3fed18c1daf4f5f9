//! The direction of an axis.

/// The direction of an axis: horizontal, vertical or radial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AxisDirection {
    X,
    Y,
    R,
}

impl AxisDirection {
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        match name {
            "x" => Some(Self::X),
            "y" => Some(Self::Y),
            "r" => Some(Self::R),
            _ => None,
        }
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::X => "x",
            Self::Y => "y",
            Self::R => "r",
        }
    }

    /// The direction of the value axis if this is the direction of the index axis.
    pub(crate) fn across(self) -> Self {
        match self {
            Self::X => Self::Y,
            Self::Y => Self::X,
            Self::R => Self::R,
        }
    }
}
