//! Datasets and their data points.

use super::{AxisId, AxisPair, Bars, DataLabels, Doughnut, EndLabel, Line, PolarArea, Radar};

/// A data series with the style of its mark.
#[derive(Clone, Debug)]
pub struct Dataset {
    pub label: String,
    /// CSS class of the group in the SVG.
    pub class: Option<&'static str>,
    /// Chart.js type of the dataset. Datasets of one type on the same axes share stacks and bar slots.
    pub chart_type: &'static str,
    /// Hidden datasets take no room.
    pub visible: bool,
    /// Relative thickness of a doughnut ring among the other rings.
    pub weight: f64,
    /// Datasets with a lower order are painted later, above the others.
    pub order: f64,
    /// Cartesian axes; `None` for radial datasets.
    pub axes: Option<AxisPair>,
    /// Name of the stack; datasets with the same name are stacked.
    pub stack: Option<String>,
    pub data: Vec<DataPoint>,
    pub mark: Mark,
    /// Explicit clipping; `None` derives it from the axes.
    pub clip: Option<DatasetClip>,
    pub data_labels: Vec<DataLabels>,
    pub end_label: Option<EndLabel>,
}

/// A data point in data units. A coordinate is `None` if the value is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DataPoint {
    /// Coordinate along the index axis.
    pub index: Option<f64>,
    /// Coordinate along the value axis.
    pub value: Option<f64>,
    /// Both ends of a floating bar.
    pub floating_range: Option<(f64, f64)>,
}

impl DataPoint {
    /// Creates a data point; a value of `None` breaks a line.
    pub fn new(index: f64, value: Option<f64>) -> Self {
        Self { index: Some(index), value, floating_range: None }
    }
}

/// Mark with which a dataset is drawn.
#[derive(Clone, Debug)]
pub enum Mark {
    Bars(Bars),
    Line(Line),
    Radar(Radar),
    Doughnut(Doughnut),
    PolarArea(PolarArea),
}

/// Distance beyond one side of the plot to which a dataset is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ClipOverflow {
    /// Up to the edge of the chart.
    Unlimited,
    /// A number of pixels; negative values clip inside the plot.
    Pixels(f64),
}

/// Clipping of a dataset.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DatasetClip {
    /// Nothing is clipped.
    Disabled,
    /// Everything is clipped, nothing remains visible.
    Everything,
    /// Overflow at the left, top, right and bottom side of the plot.
    Sides([ClipOverflow; 4]),
}

impl Dataset {
    /// Creates a dataset without axes, with default options.
    pub fn new(label: String, data: Vec<DataPoint>, mark: Mark) -> Self {
        let chart_type = if matches!(mark, Mark::Bars(_)) { "bar" } else { "line" };
        Self {
            label,
            class: None,
            chart_type,
            visible: true,
            weight: 1.0,
            order: 0.0,
            axes: None,
            stack: None,
            data,
            mark,
            clip: None,
            data_labels: Vec::new(),
            end_label: None,
        }
    }

    /// Returns the index axis, or `None` for a radial dataset.
    pub fn index_axis(&self) -> Option<AxisId> {
        self.axes.map(|axes| axes.index_axis)
    }

    /// Returns the value axis, or `None` for a radial dataset.
    pub fn value_axis(&self) -> Option<AxisId> {
        self.axes.map(|axes| axes.value_axis)
    }
}
