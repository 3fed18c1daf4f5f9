//! The places of a chart's parts after the layout, for code of a configuration.

use crate::geometry::Rect;

use super::{AxisId, AxisState, DatasetId, IdList, RadialAxisId};

/// The places of a chart's parts, in pixels.
#[derive(Clone, Debug, Default)]
pub struct PlacedChart {
    /// The plot.
    pub plot: Rect,
    /// The legend; `None` if there is none.
    pub legend: Option<Rect>,
    pub axes: IdList<AxisId, AxisState>,
    pub radial_axes: IdList<RadialAxisId, PlacedRadialAxis>,
    /// The font that measuring leaves on the canvas of Chart.js, in pixels: that of the last axis, else that of the legend.
    pub last_font_size: Option<f64>,
    /// True if the layout of a legend leaves the baseline `middle` on the canvas of Chart.js.
    pub leaves_middle_baseline: bool,
    /// The marks of each dataset, by data index.
    pub datasets: IdList<DatasetId, Vec<PlacedMark>>,
}

/// A radial axis after the layout.
#[derive(Clone, Debug, Default)]
pub struct PlacedRadialAxis {
    pub state: AxisState,
    pub center: (f64, f64),
    /// Distance from the center to the end of the axis, in pixels.
    pub outer_radius: f64,
    pub label_count: usize,
}

/// A mark after the layout.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum PlacedMark {
    /// No mark, because there is no value.
    #[default]
    Missing,
    Point {
        x: f64,
        y: f64,
    },
    Bar {
        x: f64,
        y: f64,
        base: f64,
        width: f64,
        height: f64,
        horizontal: bool,
    },
    Arc {
        x: f64,
        y: f64,
        start_angle: f64,
        end_angle: f64,
        inner_radius: f64,
        outer_radius: f64,
    },
}
