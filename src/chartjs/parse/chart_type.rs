//! The types of charts that Chart.js 4.6.1 has.

/// The type of a chart or of one of its datasets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ChartType {
    Line,
    Bar,
    Doughnut,
    Pie,
    PolarArea,
    Radar,
    Scatter,
    Bubble,
}

impl ChartType {
    /// All types, in the order in which error messages list them.
    const ALL: [Self; 8] = [
        Self::Line,
        Self::Bar,
        Self::Doughnut,
        Self::Pie,
        Self::PolarArea,
        Self::Radar,
        Self::Scatter,
        Self::Bubble,
    ];

    /// The names of all types, in the order in which error messages list them.
    pub(crate) fn all_names() -> [&'static str; 8] {
        Self::ALL.map(Self::name)
    }

    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chart_type| chart_type.name() == name)
    }

    /// The name in a configuration's `type`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Bar => "bar",
            Self::Doughnut => "doughnut",
            Self::Pie => "pie",
            Self::PolarArea => "polarArea",
            Self::Radar => "radar",
            Self::Scatter => "scatter",
            Self::Bubble => "bubble",
        }
    }

    /// True if the values are slices of a ring or a pie, whose angles are shares of their sum.
    pub(crate) fn is_ring(self) -> bool {
        matches!(self, Self::Doughnut | Self::Pie)
    }

    /// True if each value is an arc with a label and a colour of its own.
    pub(crate) fn has_arcs(self) -> bool {
        self.is_ring() || self == Self::PolarArea
    }
}
