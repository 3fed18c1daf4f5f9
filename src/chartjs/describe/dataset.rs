//! A dataset → a dataset of the chart.

use crate::chart::{
    AreaFill, AxisPair, DataLabels, DataPoint, Dataset, Line, Mark, PolarArea, Radar, RadialAxisId,
};
use crate::chartjs::parse::chart_type::ChartType;
use crate::chartjs::parse::value::Value;
use crate::chartjs::resolve::data_points::value_at_path;
use crate::chartjs::resolve::datasets::ResolvedDataset;
use crate::chartjs::resolve::scopes::Scopes;
use crate::chartjs::script::OptionTarget;

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
        mark: describe_mark(dataset, &values, radial, is_decimated, fill.as_ref()),
        data: values,
        clip: describe_clip(&dataset.options),
        data_labels: labels,
        end_label: None,
    }
}

/// The mark of a dataset.
fn describe_mark(
    dataset: &ResolvedDataset,
    values: &[DataPoint],
    radial: Option<RadialAxisId>,
    is_decimated: bool,
    fill: Option<&AreaFill>,
) -> Mark {
    let (options, element, count) = (&dataset.options, &dataset.element_options, values.len());
    let line_style = |line: &Scopes| {
        let segment = segment_options(dataset, values);
        line_style(options, line, segment.as_ref(), count, fill.cloned())
    };
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
            let line = line_style(line);
            Mark::Radar(Radar {
                radial_axis: radial,
                style: line,
                points: describe_points(element, count, Vec::new()),
            })
        }
        (_, line) => Mark::Line(Line {
            style: line.as_ref().map(line_style),
            decimated: is_decimated,
            points: describe_points(element, count, bubble_radii(dataset, count)),
        }),
    }
}

/// The options of the connections between the values of a dataset. Functions are called for those that are drawn.
fn segment_options<'a>(dataset: &ResolvedDataset<'a>, values: &[DataPoint]) -> Option<Scopes<'a>> {
    let target = OptionTarget::Segment(dataset.position);
    let options = dataset.options.nested("segment")?.with_target(target);
    let spans_gaps = dataset.line_options.as_ref().is_some_and(|line| line.flag("spanGaps"));
    let is_missing = |index: usize| values.get(index).is_none_or(|point| point.value.is_none());
    let first = (0..values.len()).position(|index| !is_missing(index)).unwrap_or(0);
    let last = (0..values.len()).rposition(|index| !is_missing(index)).unwrap_or(0);
    let is_closed = dataset.chart_type == ChartType::Radar;
    options.skip_calls((0..values.len()).filter(|index| match index.checked_sub(1) {
        None => !is_closed,
        Some(_) if spans_gaps => *index <= first || *index > last,
        Some(before) => is_missing(before) || is_missing(*index),
    }));
    Some(options)
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
