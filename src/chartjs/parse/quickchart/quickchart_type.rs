//! The types of charts that QuickChart adds to those of Chart.js.

use crate::chartjs::parse::value::{Object, Value};
use crate::input::InputError;

use super::chart_options::WrittenAxes;
use super::{progress_bar, radial_gauge, sparkline};

/// A type of chart that QuickChart adds to those of Chart.js.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QuickChartType {
    /// A line without axes.
    Sparkline,
    /// A horizontal bar in front of its maximum.
    ProgressBar,
    /// A ring that is filled up to a value, with the value in its middle (chartjs-chart-radial-gauge 1.1.0).
    RadialGauge,
    /// A pie with labels outside (chartjs-plugin-piechart-outlabels 0.1.4).
    OutlabeledPie,
    /// A doughnut with labels outside.
    OutlabeledDoughnut,
}

impl QuickChartType {
    /// Replaces the type of a configuration by the one of Chart.js that draws it; returns QuickChart's own type, if it is
    /// one. `donut`, which QuickChart accepts, becomes `doughnut`.
    pub(crate) fn take_from(root: &mut Object) -> Option<Self> {
        let (own, drawn_as) = match root.get("type").and_then(Value::as_text)? {
            "sparkline" => (Some(Self::Sparkline), "line"),
            "progressBar" => (Some(Self::ProgressBar), "bar"),
            "radialGauge" => (Some(Self::RadialGauge), "doughnut"),
            "outlabeledPie" => (Some(Self::OutlabeledPie), "pie"),
            "outlabeledDoughnut" => (Some(Self::OutlabeledDoughnut), "doughnut"),
            "donut" => (None, "doughnut"),
            _ => return None,
        };
        root.set("type", Value::Text(drawn_as.to_owned()));
        own
    }

    /// Sets the options that make Chart.js's type look like QuickChart's. Returns the options of the gauge, if it is one.
    ///
    /// # Errors
    /// The datasets are not those that the type needs.
    pub(crate) fn apply_to_config(
        self,
        root: &mut Object,
        written: WrittenAxes,
    ) -> Result<Option<Object>, Box<InputError>> {
        match self {
            Self::Sparkline => sparkline::expand(root, written).map(|()| None),
            Self::ProgressBar => progress_bar::expand(root).map(|()| None),
            Self::RadialGauge => radial_gauge::expand(root).map(Some),
            Self::OutlabeledPie | Self::OutlabeledDoughnut => Ok(None),
        }
    }

    /// True for the types whose labels are outside.
    pub(super) fn has_outlabels(self) -> bool {
        matches!(self, Self::OutlabeledPie | Self::OutlabeledDoughnut)
    }
}
