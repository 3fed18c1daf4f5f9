//! A dataset → a dataset of the chart.

use crate::chart::{
    AreaFill, AxisPair, DataLabels, DataPoint, Dataset, Line, Mark, PolarArea, Radar, RadialAxisId,
};
use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::value::Value;
use crate::chartjs::resolve::data_points::value_at_path;
use crate::chartjs::resolve::datasets::ResolvedDataset;

use super::marks::{
    arc_styles, describe_bars, describe_clip, describe_doughnut, describe_points, line_style,
};

/// The parts of a dataset that depend on the axes and on other datasets.
pub(crate) struct DatasetParts {
    /// The cartesian axes.
    pub(crate) axes: Option<AxisPair>,
    pub(crate) radial: Option<RadialAxisId>,
    pub(crate) values: Vec<DataPoint>,
    /// True if points have been left out.
    pub(crate) is_decimated: bool,
    pub(crate) labels: Vec<DataLabels>,
    pub(crate) fill: Option<AreaFill>,
}

pub(crate) fn describe_dataset(dataset: &ResolvedDataset, parts: DatasetParts) -> Dataset {
    let DatasetParts { axes, radial, values, is_decimated, labels, fill } = parts;
    let raw = dataset.raw;
    Dataset {
        label: dataset.label.join(" "),
        class: None,
        chart_type: dataset.chart_type.name(),
        visible: dataset.visible,
        order: dataset.order,
        weight: raw.get("weight").and_then(Value::to_number).unwrap_or(1.0).max(0.0),
        axes,
        stack: raw.get("stack").filter(|stack| **stack != Value::Null).map(Value::to_text),
        mark: describe_mark(dataset, values.len(), radial, is_decimated, fill),
        data: values,
        clip: describe_clip(&dataset.options),
        data_labels: labels,
        end_label: None,
    }
}

/// The mark of a dataset with `count` values.
fn describe_mark(
    dataset: &ResolvedDataset,
    count: usize,
    radial: Option<RadialAxisId>,
    is_decimated: bool,
    fill: Option<AreaFill>,
) -> Mark {
    let (options, element) = (&dataset.options, &dataset.element_options);
    match (dataset.chart_type, &dataset.line_options) {
        (ChartType::Bar, _) => Mark::Bars(describe_bars(options, element, count)),
        (ChartType::Doughnut | ChartType::Pie, _) => {
            Mark::Doughnut(describe_doughnut(options, element, count))
        }
        (ChartType::PolarArea, _) => Mark::PolarArea(PolarArea {
            radial_axis: radial,
            arcs: arc_styles(element, count, Some(options)),
        }),
        (ChartType::Radar, Some(line)) => {
            let line = line_style(options, line, fill);
            Mark::Radar(Radar {
                radial_axis: radial,
                style: line,
                points: describe_points(element, count, Vec::new()),
            })
        }
        (_, line) => Mark::Line(Line {
            style: line.as_ref().map(|line| line_style(options, line, fill)),
            decimated: is_decimated,
            points: describe_points(element, count, bubble_radii(dataset, count)),
        }),
    }
}

/// The radii of bubbles in pixels; empty for other types.
fn bubble_radii(dataset: &ResolvedDataset, count: usize) -> Vec<f64> {
    if dataset.chart_type != ChartType::Bubble {
        return Vec::new();
    }
    let data = dataset.raw.get("data").and_then(Value::as_list).unwrap_or_default();
    let name = if dataset.options.flag("parsing") { "r" } else { "_custom" };
    let radius = |index: usize| {
        let own = match data.get(index) {
            Some(Value::List(list)) => list.get(2),
            Some(item) => value_at_path(item, name),
            None => None,
        };
        let default = || dataset.element_options.for_index(index).number_or("radius", 3.0);
        // A radius that is not a number draws no circle.
        own.map_or_else(default, |own| own.to_number().unwrap_or(0.0)).max(0.0)
    };
    (0..count).map(radius).collect()
}
