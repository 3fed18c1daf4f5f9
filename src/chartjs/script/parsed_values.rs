//! The parsed values of a dataset, as `context.parsed` has them in Chart.js 4.6.1.

use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::chart::DataPoint;
use crate::chartjs::parse::chart_type::ChartType;

/// The parsed values of a dataset.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ParsedValues {
    Columns { x: Vec<Option<f64>>, y: Vec<Option<f64>> },
    Values(Vec<Json>),
}

impl ParsedValues {
    pub(crate) fn value_count(&self) -> usize {
        match self {
            Self::Columns { x, .. } => x.len(),
            Self::Values(values) => values.len(),
        }
    }
}

/// The parsed values of a dataset as `setParsed` in `chart.js` takes them: numbers in two columns, or an object or number for each
/// data point. `index_is_x` is true for a dataset whose index axis is horizontal; it has no meaning on a radial axis or in a
/// ring.
pub(crate) fn parsed_values(chart_type: ChartType, index_is_x: bool, points: &[DataPoint]) -> ParsedValues {
    let is_cartesian = !chart_type.has_arcs() && chart_type != ChartType::Radar;
    if is_cartesian && points.iter().all(|point| point.floating_range.is_none()) {
        let indices = points.iter().map(|point| point.index).collect();
        let values = points.iter().map(|point| point.value).collect();
        let (x, y) = if index_is_x { (indices, values) } else { (values, indices) };
        return ParsedValues::Columns { x, y };
    }
    let parsed = |point: &DataPoint| match chart_type {
        ChartType::Doughnut | ChartType::Pie => json!(point.value),
        ChartType::PolarArea | ChartType::Radar => json!({ "r": point.value }),
        _ => {
            let (x, y) = if index_is_x { (point.index, point.value) } else { (point.value, point.index) };
            match point.floating_range {
                Some((start, end)) => json!({
                    "x": x,
                    "y": y,
                    "_custom": {
                        "barStart": start,
                        "barEnd": end,
                        "start": start,
                        "end": end,
                        "min": start.min(end),
                        "max": start.max(end),
                    },
                }),
                None => json!({ "x": x, "y": y }),
            }
        }
    };
    ParsedValues::Values(points.iter().map(parsed).collect())
}
